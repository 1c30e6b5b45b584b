import type { LanguageRules } from './language.ts';
import { NO_AGENCY, NO_STANCE } from './no-cues.ts';
import {
  CASES,
  NAME_ENDINGS,
  SAYING,
  TURKIC_MOVEMENT,
  TURKIC_OWNERSHIP,
  UNREAL_STEM,
  formsOf,
  groupsByStem,
  onceByStem,
  phrases,
  turkicStemmer,
  words,
} from './turkic.ts';

const VERBS = words(`
  ol et gir geç uç vur kaç ver gel git çık kalk düş çat at aç katıl gönder fırlat sız yolla havalan sok
  ulaş yüksel yönel yönlendir indir bombala dağıt hedefle ateşle patla taşı götür getir yerleş yerleştir
  konuşlan konuşlandır sakla kullan kullandır yararlan faydalan çalış destekle kolaylaş kolaylaştır
  paylaş aktar ilet topla kur yarat izle gözetle savaş çarpış dövüş öldür sat al bağla imzala anlaş
  planla hazırlan hazırla iste tut kes kopar değiş değiştir yaklaş dolaş gezin görün bulun bulundur
  söyle bildir açıkla vurgula yaz hatırlat düşün inan suçla doğrula savun savunul yinele
  belirt kaydet ekle duyur öner konuş anlat aktarıl yorumla değerlendir nitele
  araştır aydınlat incele sorgula sor soruştur netleş netleştir
  kuşkulan uydur yalanla reddet çürüt geri yay yayımla kanıtla göster duy öğren bekle uyar adlandır
  tanımla nitelendir sür ele işbirliği devşir örgütle yetiştir eriş aş seç kaldır kaldırıl sağla yürüt düzenle başlat başla
  naklet sevk mevzilen yuvalan gör hizmet saldır sun yap yaptır vurgulan yay yayıl söylen iddialan gerekçelen gerçekleş gerçekleştir
`);

const NOUNS = words(`
  azerbaycan azerbaycanlı azeri iran israil ermenistan ermeni suriye türkiye türk rusya rus irak gürcistan
  gürcü abd nahçıvan bakü tahran aviv tel ankara moskova washington amerika amerikan erivan yerevan şam
  bağdat siyonist rejim mossad fahrizade natanz zengezur syunik karabağ hankendi stepanakert
  artsah sobhani şahed hermes laçın türkmenistan türkmen
  drone dron iha siha insansız mikro kamikaze araç uçak jet bombardıman füze helikopter filo
  sema gökyüzü hava saha koridor toprak arazi bölge sınır hudut asker askeri birlik kontenjan ordu güç
  kuvvet üs havaalanı havalimanı havaüssü şube istasyon karargah ofis ağ yuva merkez
  paralı savaşçı militan cihatçı milis silah silahlı mühimmat teçhizat malzeme kamyon tır tanker konvoy
  casus casusluk ajan muhbir istihbarat bilgi terör terörist terörizm saldırı saldırgan saldırganlık baskın
  operasyon harekat hücum akın taarruz ateş atış izin onay rıza müsaade imkan kullanım
  büyükelçi büyükelçilik elçi elçilik temsilcilik suikast ölüm ayrılıkçı ayrılıkçılık destek yardım katılım iştirak
  ortak ortaklık rol işbirliği mevzi karakol topçu top mermi obüs gizli gizlice anlaşma sözleşme
  ilhak işgal zor kişi kişisel şahsi motivasyon sebep neden saik husumet kin
  iddia suçlama haber söz kaynak rapor açıklama beyan söylenti sürüm versiyon ihtimal şüphe tanık
  temsilci sözcü inkar ret yalan iftira sahte dezenformasyon saçmalık absürt asılsız temelsiz
  mesnetsiz dayanaksız kanıt delil bulgu iz masal efsane yanlış çarpıtma soru mesele soruşturma inceleme
  araştırma ülke cumhuriyet devlet komşu onlar bunlar il ilçe eyalet
  savaş gün hafta ay yıl bilim nükleer tesis transit geçiş akaryakıt yakıt sıçrama tahta atlama
  hedef plan kısım resmi lider bakan cumhurbaşkanı milletvekili komutan vatandaş sivil yolcu
  koordinat veri servis teşkilat örgüt kurum gazete kanal ajans kuzey güney batı doğu savunma sistem
  milyon milyar dolar özerk taraf yön varlık personel mensup sevkiyat yetkili yazar uzman ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  sonbahar ilkbahar hazır sorun subay komando teknisyen eğitmen unsur benzin mazot motorin uranyum santrifüj atom niyet amaç mevcudiyet katil cinayet kavga anlaşmazlık dert gerekçe katkı pay saf omuz yakın yan şerit aile genç soydaş üye liste uydu görüntü yazı makale medya kırsal köy kent şehir kamp büro gerçek mesele dava
`);

const FIXED = words(`
  değil değildi değildir demek üzere göre üzerinden yoluyla tarafından yönünden oradan buradan orada
  ora bura bundan onlardan ondan bunu buna bu o söz aynı yoktur yok belki sanki eğer ise ile için gibi
  almaksızın sormaksızın almadan alınmadan vermeden olmadan almadı almamış almıyor alınmadı imiş miş sözde güya diye
  olabilir neden nedenle nedeniyle karşı veya yönü kaynaklı gerek geçen geçtiğimiz geçmiş gece
  sormadan bakılırsa belirsiz yorumsuz alıntı yazında yazın yazının yanıtsız cevapsız konuşlu yayın yayını
`);

const stem = turkicStemmer({
  nouns: NOUNS,
  verbs: VERBS,
  fixed: [...FIXED, ...SAYING],
});
const once = (list: readonly string[]) => onceByStem(stem, list);

export const turkish: LanguageRules = {
  code: 'tr',
  stem,
  abbreviations: 'Prof Dr Sn Av Gen Alb Org bkz vb vs yy No Cad Sok'.split(' '),
  stopWords: [
    ...new Set([
      ...NAME_ENDINGS,
      ...words(`
        ve ile de da ya veya yahut ama fakat ancak ki ise hem ne çünkü eğer hatta böyle şöyle öyle
        bu o şu bunlar onlar bunu onu buna ona bunun onun bundan ondan onda bunda onların bunların
        kendi kendisi kendisinin kendisini biz siz ben sen benim bizim
        kim hangi nasıl nedir niye nerede nereye nereden zaman
        bir iki çok az daha en her bütün bazı birkaç diğer başka hiç hiçbir tüm aynı
        için gibi göre kadar sonra önce sırasında süresince esnasında hakkında dair ilgili ilişkin
        üzere üzerinden üzerinde üzerine aracılığıyla yoluyla tarafından taraf tarafı tarafında
        yönünden yönünde yönüne yönelik içinden içinde arasında karşı doğru dolayı ötürü
        artık hala henüz yalnızca sadece bile dahi evet hayır var vardır vardı yok yoktu yoktur değil idi imiş olarak
        ederek ardından orada oradan buradan burada ora bura
      `),
      ...formsOf(
        'ol et ed edil olun ediliyor bulun',
        `
        Du DI DIlAr mIs mIstI mIstIr An Ir Irlər Ar mAk mAsI mAsInI mAsInA ArAk Ip
        DIgI DIgInI DIgInA DIK Iyor Iyordu AndA
      `,
      ),
    ]),
  ],
  lightWords: words(`
    kullan yararlan ver al gel git göster yap düzenle gerçekleştir sağla ülke devlet hükümet resmi gün gece hafta ay
    yıl savaş kısım bilgi güç kuvvet askeri
  `),
  synonyms: groupsByStem(stem, [
    [
      'drone',
      ...words(`iha siha dron insansız`),
      ...phrases(`
        insansız hava aracı, insansız uçak, insansız araç, mikro hava aracı, kamikaze iha, kamikaze drone,
        kamikaze dron, silahlı iha, silahlı insansız hava aracı, mikro drone, kamikaze insansız hava aracı
      `),
    ],
    [
      ...words('uçak'),
      ...words(`jet bombardıman filo avcı`),
      ...phrases(`
        hava kuvvetleri, savaş uçağı, askeri uçak, savaş jeti, avcı uçağı, bombardıman uçağı, f 35, f 16,
        f 15, hava filosu
      `),
    ].filter((word) => word !== 'bombardiman'),
    [
      'sema',
      ...words(`gökyüzü gök`),
      ...phrases(`
        hava sahası, hava koridoru, hava alanı sahası, hava rotası, uçuş rotası
      `),
    ],
    [
      'gir',
      ...words(`
        geç uç kalk gel sız yüksel yönel havalan gönder fırlat yolla giriş geçiş uçuş ulaş sok kaldır
        yönlendir var dahil
      `).filter((word) => word !== 'var' && word !== 'dahil'),
      ...phrases(`havaya kalk, yola çık, hareket et, sevk et, giriş yap, kalkış yap`),
    ],
    ['toprak', 'arazi'],
    [...words('sınır'), ...words(`hudut`)],
    [
      'asker',
      ...words(`birlik kontenjan kuvvet güç subay komando teknisyen eğitmen`),
      ...phrases(`
        askeri personel, askeri unsur, özel kuvvet, askeri birlik, askeri bulun, askeri var, askeri yok, silahlı kuvvetler, askeri varlık, silahlı güç, askeri güç,
        ordu mensubu
      `),
    ],
    [...words(`havaüssü havaalanı`), ...phrases(`hava üssü, askeri havaalanı, hava alanı`)],
    [
      ...words(`savaşçı militan cihatçı milis paralı`),
      ...phrases(`paralı asker, silahlı grup, suriyeli muhalif, suriyeli silahlı`),
    ],
    [
      'silah',
      ...words(`mühimmat teçhizat silahlan silahlanma silahlandır cephane`),
      ...phrases(`askeri malzeme, askeri teçhizat, askeri yük, savunma anlaşması, askeri mühimmat`),
    ],
    ['kamyon', ...words(`tır tanker konvoy`), ...phrases(`yük aracı, akaryakıt tankeri`)].map(
      (word) => words(word).join(' '),
    ),
    ['casus', ...words(`ajan muhbir casusluk devşir`)],
    [
      'istihbarat',
      ...words(`koordinat`),
      ...phrases(`
        istihbarat bilgisi, istihbarat servisi, gizli servis, istihbarat desteği, gizli bilgi,
        istihbarat verisi, hedef bilgisi, konum bilgisi, radar verisi, yerini bildir, bilgi aktar, bilgi ilet, istihbarat teşkilatı, istihbarat paylaşımı
      `),
    ],
    [...words('terör'), ...words(`terörist terörizm`), ...phrases(`terör eylemi, terör saldırısı`)],
    [
      ...words('saldırı'),
      ...words(`
        vur bombala baskın operasyon harekat hücum akın taarruz hedefle saldır bombardıman saldırganlık
        saldırgan bas düş
      `).filter((word) => word !== 'bas'),
      ...phrases(`hedef al, isabet et, hava saldırısı, askeri operasyon, hava harekatı`),
    ],
    [
      'izin',
      ...words(`onay rıza müsaade imkan`),
      ...phrases(`göz yum, yeşil ışık, yer ver, kapısını aç, önünü aç, erişim`),
    ],
    ['kapat', ...words(`yasakla`)],
    ['kullan', ...words(`yararlan faydalan kullanım kullandır`)],
    [
      ...words('büyükelçilik'),
      ...words(`elçilik`),
      ...phrases(`diplomatik temsilcilik, diplomatik misyon`),
    ],
    ['suikast', ...words(`öldür cinayet ölüm`), ...phrases(`suikaste uğra`)].map((word) =>
      words(word).join(' '),
    ),
    [...words('ayrılıkçı'), ...words(`ayrılıkçılık bölücü`)],
    [
      ...words('katıl'),
      ...words(`
        iştirak ortak ortaklık rol işbirliği destek yardım destekle kolaylaştır katılım dahil karış
        müttefik katkı pay yardımcı kolla
      `),
      ...phrases(`
        iş birliği, yer al, omuz ver, taraf tut, tarafını tut, parmağı var, payı var, arka çık, suç ortağı, birlikte hareket, yanında yer
      `),
    ],
    ['mevzi', ...words(`karakol`)],
    ['karakuvvetleri', ...phrases(`kara kuvvetleri, deniz kuvvetleri, sınır muhafızları`)],
    [
      ...words('topçu'),
      ...words(`top mermi obüs`),
      ...phrases(`top ateşi, topçu ateşi, top mermisi, topa tut`),
    ],
    ['sobhani', 'subhani'],
    ['gizli', 'gizlice'],
    [...words('anlaşma'), ...words(`sözleşme anlaş mutabakat`)],
    ['zengezur', ...words(`syunik`), ...phrases(`zengezur koridoru`)],
    [
      ...phrases('ele geçir'),
      ...words(`işgal ilhak zor`),
      ...phrases(
        `zorla al, güç kullanarak, silah zoruyla, askeri yolla, askeri müdahale, zorla ele geçir`,
      ),
    ],
    [...words('karabağ'), ...words(`artsah hankendi stepanakert`), ...phrases(`dağlık karabağ`)],
    [...words('kişisel'), ...words(`şahsi bireysel aile ailevi`)],
    [
      'motivasyon',
      ...words(
        `sebep saik husumet kin intikam neden motif mesele dava sorun nedenle nedeniyle kavga anlaşmazlık dert gerekçe`,
      ),
    ],
    [...words('akaryakıt'), ...words(`yakıt benzin mazot motorin`)],
    [
      ...words('konuşlan'),
      ...words(`konuşlandır konuşlu yerleş yerleştir mevzilen varlık mevcudiyet`),
    ],
    [...words('taşı'), ...words(`getir götür naklet`)],
    [...words('çarpış'), ...words(`dövüş`)],
    [...words('plan'), ...words(`niyet amaç planla hazırlan`)],
    [...words('nükleer'), ...words(`atom uranyum santrifüj`)],
    [...words('bilimci'), ...words(`fizikçi`), ...phrases(`bilim insanı, bilim adamı`)],
    [...words('üs'), ...words(`şube istasyon karargah ofis büro ağ yuva merkez yuvalan`)],
    [
      ...words('sıçrama'),
      ...phrases(`sıçrama tahtası, atlama tahtası, fırlatma rampası, fırlatma noktası`),
    ],
    [...words('yakın'), ...words(`yaklaş yan boyunca civar dip bitişik`)],
  ]),
  acts: ['gir', ...words('saldırı'), 'izin', 'kapat', 'kullan'],
  speakers: once(
    words(`
      bakanlık bakan cumhurbaşkanı parlamento meclis milletvekili komisyon gazete dergi televizyon kanal
      site radyo ajans röportaj makale basın gazeteci muhabir uzman analist tarihçi profesör mühendis
      diplomat sözcü danışman komutan savcı komite portal medya
    `),
  ),
  determiners: [],
  anaphors: once([
    ...words(`bu o onlar bunlar oradan buradan ora bunu bundan onlardan ondan komşu`),
    ...phrases(`söz konusu, ülke, cumhuriyet, adı geçen, aynı ülke`),
  ]),
  notAnaphors: once(
    phrases(`
    bu yıl, bu gün, bu hafta, bu ay, bu sabah, bu gece, bu konuda, bu arada, bu kapsamda, bu süreçte,
    bu sırada, o sırada, o dönem, bununla birlikte, bu nedenle, o zaman
  `),
  ),
  agency: {
    ...NO_AGENCY,
    doerCuesAfter: words(`tarafından ait`),
    enablers: words(`izin onay aç ver imkan tanın anlaşma sözleşme mutabakat sat erişim`),
    oblique: {
      before: [],
      endings: CASES.oblique,
      after: [...words(`ile karşı aleyhine hakkında`), ...CASES.oblique],
    },
  },
  movement: {
    ...TURKIC_MOVEMENT,
    sourceNouns: phrases(`
      sıçrama tahtası, atlama tahtası, fırlatma rampası, fırlatma noktası, kalkış noktası, başlangıç noktası
    `),
    placeNouns: words(`
      ülke cumhuriyet devlet komşu toprak arazi sınır taraf yön bölge oradan buradan kuzey bundan kırsal köy kent şehir kamp cephe
    `),
    sourcesAfter: [
      ...words(`üzerinden aracılığıyla yoluyla yönünden içinden tarafındaki`),
      ...CASES.sources,
    ],
    goalsAfter: [...words(`doğru yönüne`), ...CASES.goals],
  },
  ownership: {
    ...TURKIC_OWNERSHIP,
    places: ['sema', 'toprak'],
    sharedPlaces: words(`sınır hudut`),
    origins: words(`yapımı yapım üretimi üretim malı menşeli`),
  },
  stance: {
    ...NO_STANCE,
    denials: once([
      ...words(`
        yalanla yalanlama inkar ret reddet yalan iftira sahte dezenformasyon saçmalık absürt asılsız
        temelsiz mesnetsiz dayanaksız masal efsane yanlış çarpıtma uydur uydurma gülünç çürüt tekzip
        uyduruk safsata hayal hurafe asparagas saçma palavra kurgu
      `),
      ...phrases(`
        ne de, kabul etmiyor, kabul etmedi, doğru olmadığını, gerçek olmadığını, söz konusu olmadığını,
        kanıt olmadığını, delil olmadığını, temeli olmadığını, dayanağı olmadığını, gerçeği yansıtmıyor, gerçekleri yansıtmıyor, gerçeği yansıtmamaktadır, gerçekle bağdaşmıyor,
        saçmalık diyerek, geri çevir, temelsiz bul, iftira say, gerçek dışı, hakikati yansıtmıyor, gerçekle ilgisi yok, gerçekle alakası yok, doğru değil,
        doğruyu yansıtmıyor, gerçek değil, söz konusu değil, mümkün değil, kanıt yok, kanıtı yok,
        delil yok, bulgu yok, hiçbir kanıt, hiçbir delil, hiçbir bulgu, hiçbir iz, hiçbir emare,
        hiçbir dayanağı, temeli yok, dayanağı yok, aslı yok, aslı astarı, kanıt bulunmuyor,
        kanıt bulunmadığını, kanıt sunulmadı, kanıt bulunamadı, delil bulunamadı, kanıt bulamadı,
        kanıt sunmadı, doğrulanmadı, doğrulanmış değil, teyit edilmedi, teyit edilmiş değil,
        karşı çıktı, karşı çıkıyor, asla, hiçbir zaman, hiçbir şekilde, hiçbir koşulda, hiçbir surette,
        ilgisi yok, ilgisi olmadığını, alakası yok, rolü yok, rolü olmadığını, geri çek, geri aldı,
        özür dile, düzeltme, teyit hattı, doğruluk kontrolü, hayal ürünü, böyle bir şey yok,
        itibar edilmemeli, itibar etmeyin
      `),
    ]),
    denyingOpenings: phrases(`hayır, hiçbir, asla, hiç kimse, aksine`),
    negations: words(`yok yoktur değil değildi değildir almadı almadan alınmadan vermeden almıyor`),
    negatedForms: [
      /^(?!komedi|ahmedi|muhammedi|almadi|almadan|almamis|alinmadi|olmadan|olmayan).{2,}m[aeiu](?:d[iu]|m[iu]s|y[iu]p|y[ae]n|y[ae]r[ae]k|m[ae]s[iu]|y[ae]c[ae][kg]|d[iu][kg]|m[ae]k)(?:l[ae]r|d[iu]r?|t[iu]r?|n?[iu]|[iu]?n?[iu]n?|n[ae]|t[ae])*$/u,
      /^(?!namaz|temaz|solmaz|yilmaz|korkmaz|sonmez|donmez).{2,}m[ae]z(?:l[ae]r|d[iu])?$/u,
      /^(?!almiyor).{2,}m[iu]yor(?:l[ae]r|d[iu]|m[iu]s|s[ae])*$/u,
    ],
    negationFollows: true,
    notNegations: once(
      phrases(`
      izin almadan, izin almadı, onay almadan, izin almıyor, onayı almadan, izin alınmadan,
      sadece değil, yalnızca değil, sır değil, tesadüf değil, şaşırtıcı değil, yeni değil, ilk değil,
      izin vermeden
    `),
    ),
    undeniedPhrases: once(
      phrases(`
      ne doğruladı ne yalanladı, ne doğruladı ne de yalanladı, doğrulamadı ve yalanlamadı,
      ne yalanladı ne doğruladı, ne yalanladı ne de doğruladı, doğrulama veya yalanlama,
      yorum yapmadı, yorum yapmıyor, yorum yapmaktan, yorumda bulunmadı, açıklama yapmadı,
      açıklama yapmıyor, açıklama yapılmadı, yanıt vermedi, yanıt vermiyor, cevap vermedi,
      yorumsuz, göz ardı edil, ihtimal dışı değil, dışlamadı, dışlamıyor, ayrıntı vermedi,
      detay vermedi, bilgi vermedi, saklamıyor, gizlemiyor, gizlemedi, resmi açıklama yok,
      yanıt alınamadı, tepki vermedi
    `),
    ),
    attributions: once([
      ...SAYING,
      ...words(`
        söyle bildir açıkla açıklama vurgula yaz hatırlat düşün
        inan suçla suçlama doğrula belirt kaydet ekle duyur anlat yorumla değerlendir nitele nitelendir tanımla
        atıfla ısrar iddia haber söz kaynak rapor beyan söylenti versiyon şüphe tanık sözcü göre imiş sözde güya
        diye duy itiraf şikayet mektup röportaj alıntı ifade savun yinele teyit konuş uyar
        bakılırsa görüş kanaat tahmin yorum öner yayımla yayıl eleştir ihbar söylen adlandır ima sanıl
      `),
      ...phrases(`
        öne sür, ileri sür, dile getir, ortaya at, kabul edil, iddialara göre, altını çiz, işaret et,
        dikkat çek, kayda geç, gündeme getir
      `),
    ]),
    hedges: once([
      ...words(
        `belki sanki eğer olabilir roman film kurgusal senaryo muhtemelen galiba herhalde gerek`,
      ),
      UNREAL_STEM,
      ...phrases(`ihtimal, mümkün, görünüyor ki, anlaşılan`),
    ]),
    personal: words(`ben benim bana biz bize`),
    contentClauses: ['ki'],
    afterthoughts: phrases(
      `bu onun, böyle diyor, en azından, her halükarda, böyle düşünüyor, bunu`,
    ),
    questions: once([
      ...words(
        `soru araştır aydınlat incele sorgula sor soruştur soruşturma inceleme netleştir merak`,
      ),
      ...phrases(`
        bilinmiyor, belli değil, net değil, belirsiz, açık değil, kesin değil, cevapsız, yanıtsız,
        olup olmadığı, edilip edilmediği, edip etmediği, kullanılıp kullanılmadığı,
        kullanıp kullanmadığı, girip girmediği, geçip geçmediği, verip vermediği, yapılıp yapılmadığı,
        kalkıp kalkmadığı, gelip gelmediği, gönderilip gönderilmediği, katılıp katılmadığı,
        uçup uçmadığı, bulunup bulunmadığı, taşınıp taşınmadığı, var mı, mercek altında,
        kimse bilmiyor, tartışma konusu
      `),
    ]),
    claimNouns: once([
      ...words(`
        bu bunu bunlar buna bunun iddia suçlama haber söylenti beyan söz açıklama o onu versiyon hikaye
        bilgi yazı makale söylenenler ifade video görüntü
      `),
      ...phrases(`böyle bir, bu tür, söz konusu`),
    ]),
    reportedForms: [/.{2,}[dt][iu]g[iu](?:n[iu]|n[ae])$/u],
  },
};
