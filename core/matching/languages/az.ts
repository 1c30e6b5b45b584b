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
  ol et gir keç uç vur qaç ver gəl get çıx qalx düş çat at aç qoş qoşul göndər burax soxul yolla havalan
  yüksəl yönəl istiqamətlən endir bombala dağıt hədəflə atəşlə partla daşı apar gətir yerləş yerləşdir
  saxla işlət yararlan faydalan işlə dəstəklə asanlaş asanlaşdır bölüş ötür çatdır topla toplan qur
  yarat izlə müşahidə döyüş vuruş savaş öldür məhv yetir sat al bağla imzala razılaş planlaşdır
  hazırlaş hazırla istə tut kəs ayır qopar dəyiş yaxınlaş dola patrul görün
  söylə bildir açıqla vurğula yaz xatırlat düşün inan günahlandır suçla təsdiqlə
  iddialan nəql səsləndir araşdır aydınlaş aydınlaşdır müəyyənləş müəyyənləşdir yoxla soruş
  adla axış süz köçür yetişdir birləşdir vuruş dan yerləşil məskunlaş möhkəmlən rədd ayırd ehtimallan şübhələn uydur yalanla cəlb tapşır nəşr yay yayıl sübutlan göstər qabart sür eşit
  öyrən gözlə xəbərdar kömək adlandır pozul pozma
`);

const NOUNS = words(`
  azərbaycan azərbaycanlı iran israil ermənistan erməni suriya türkiyə türk rusiya rus iraq gürcüstan
  gürcü abş naxçıvan bakı tehran əviv tel təl ankara moskva vaşinqton amerika irəvan yerevan dəməşq
  bağdad sionist rejim mossad mosad fəxrizadə nətənz zəngəzur sünik qarabağ xankəndi stepanakert
  artsax sübhani şahed hermes laçın türkmənistan türkmən ştat
  dron pua mikrodron kamikadze pilotsuz aparat təyyarə qırıcı bombardmançı aviasiya hhq raket helikopter
  səma hava məkan dəhliz ərazi torpaq sərhəd hüdud sınır əsgər hərbçi hərbi qoşun kontingent ordu qüvvə
  aviabaza aerodrom baza filial məntəqə stansiya qərargah ofis şəbəkə yuva mərkəz bölmə
  muzdlu döyüşçü yaraqlı cihadçı silahlı silah sursat texnika mühimmat yük maşın karvan tır
  casus casusluq agent xəbərçi agentura kəşfiyyat kəşfiyyatçı məlumat terror terrorçu terrorizm hücum
  hücumçu zərbə basqın əməliyyat təcavüz həmlə reyd atəş atışma icazə razılıq izin şərait imkan istifadə
  səfir səfirlik nümayəndəlik qətl qəsd sui separatçı separatizm ayrılıqçı dəstək yardım iştirak əlbir
  şərik ortaq rol əməkdaşlıq mövqe post artilleriya top topçu mərmi gizli gizlicə məxfi saziş müqavilə
  sövdələşmə razılaşma işğal zəbt ilhaq güc zor yol şəxs motiv səbəb zəmin ədavət
  iddia ittiham xəbər söz mənbə hesabat məruzə bəyanat açıqlama şayiə versiya ehtimal şübhə şahid
  nümayəndə sözçü təkzib inkar rədd yalan böhtan iftira feyk saxta dezinformasiya cəfəngiyyat absurd
  əsassız əsas sübut dəlil fakt nağıl mif yanlış təhrif istisna sual məsələ istintaq təhqiqat tədqiqat
  ölkə respublika dövlət qonşu ada onlar bunlar daxil vilayət region bölgə rayon
  müharibə gün həftə ay il alim nüvə obyekt tranzit yanacaq tramplin plasdarm meydan meydança start
  hədəf plan hissə rəsmi rəhbər nazir prezident deputat komandir vətəndaş mülki
  koordinat informasiya xidmət orqan kağız kitab qəzet kanal agentlik
  şimal cənub qərb şərq məxsus müdafiə sistem milyon milyard dollar muxtar yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr
  dekabr payız hazır zabit komando desant təlimatçı kamaz tanker konvoy yanacaq benzin dizel mazut uran sentrifuqa atom alim fizik nüvəçi niyyət məqsəd varlıq mövcudluq dava kin husumət qatil töhfə pay havadar komandir siyahı peyk görüntü yazı məqalə yaxın zolaq kənar gənc soydaş azəri üzv kənd şəhər düşərgə büro həqiqət gerçək məsələ münaqişə
`);

const FIXED = [
  ...words(`
    deyil deyildi deyildir demək dedikdə görə bilər bilərdi bilərlər bilərdilər bilməz şəxsi ola olar
    güya guya guyа bəlkə isə ilə kimi üçün üzərindən vasitəsilə tərəfindən istiqamətindən oradan ordan
    buradan burdan orada ora bura bundan onlardan ondan bunu buna bu o həmin yenə belə yoxdur yox
    olmadan almadan alınmadan vermədən soruşmadan muzdla cəfəngiyat yayında yayın cavabsız
    danır danıb danırlar danıblar danmış danmışdı dandı yazı yazını yazıda yazının yazıya almayıb almadı almamış almır alınmayıb verilməyib görünür aydın əgər imiş edə
  `),
];

const stem = turkicStemmer({ nouns: NOUNS, verbs: VERBS, fixed: [...FIXED, ...SAYING] });
const once = (list: readonly string[]) => onceByStem(stem, list);

export const azerbaijani: LanguageRules = {
  code: 'az',
  ownLetters: 'ə',
  stem,
  abbreviations: 'prof dr gen polk məs bax səh cild st il min mln mlrd'.split(' '),
  stopWords: [
    ...new Set([
      ...NAME_ENDINGS,
      ...words(`
        və ilə da də ya yaxud amma ancaq lakin ki isə həm nə nəinki çünki əgər hərçənd hətta belə elə
        bu o həmin bunlar onlar bunu onu buna ona bunun onun bundan ondan onların bunların öz özü özünün
        özündə özünü biz siz mən sən mənim bizim sizin onda bunda
        kim hansı necə nədir niyə harada hara haradan nə zaman vaxt
        bir iki çox az daha ən hər bütün bəzi bir neçə digər başqa heç
        üçün kimi görə qədər sonra əvvəl zaman zamanı ərzində haqqında barədə dair bağlı əlaqədar
        üzrə üzərindən üzərində üzərinə vasitəsilə yolu yolla tərəfindən tərəf tərəfi tərəfdən
        istiqamətindən istiqamətində istiqamətinə içindən içində arasında qarşı əleyhinə doğru
        artıq hələ yalnız təkcə də bəli xeyr var vardır yox yoxdur deyil idi imiş olaraq edərək
        orada oradan ordan buradan burada ora bura
      `),
      ...formsOf(
        'ol et ed edil olun',
        `
        Ib Iblər Ibdir DI DIlAr mIs mIsdI mIsdir An Ir Irlər Ar mAK mAsI mAsInI mAsInA mAqlA ArAq
        DIyI DIgI DIyInI DIgInI DIyInA DIgInA AndA
      `,
      ),
    ]),
  ],
  lightWords: words(`
    istifadə yararlan ver al get gəl göstər saxla işlə apar ölkə dövlət hökumət rəsmi gün gecə həftə ay il
    müharibə hissə məlumat güc hərbi
  `),
  synonyms: groupsByStem(stem, [
    [
      'dron',
      ...words(`pua mikrodron kvadrokopter pilotsuz iha bpla`),
      ...phrases(`
        pilotsuz uçuş aparatı, pilotsuz uçan aparat, pilotsuz təyyarə, pilotsuz aparat, uçuş aparatı,
        mikro uçuş aparatı, mikro dron, kamikadze dron, kamikadze pua, zərbə dronu, zərbə pua,
        kəşfiyyat dronu, kəşfiyyat pua
      `),
    ],
    [
      ...words('təyyarə'),
      ...words(`qırıcı bombardmançı aviasiya hhq eskadrilya ştormovik bombardir`),
      ...phrases(`
        hərbi hava qüvvələri, hava qüvvələri, hərbi təyyarə, döyüş təyyarəsi, hərbi aviasiya,
        f 35, f 16, f 15, su 25, hücum təyyarəsi, reaktiv təyyarə, hava donanması, qırıcı təyyarə
      `),
    ],
    [
      ...words('səma'),
      ...phrases(`
        hava məkanı, hava dəhlizi, hava sahəsi, hava hüdudu, hava ərazisi, hava sərhədi,
        hava marşrutu, uçuş marşrutu
      `),
      ...words(`göy göylər`),
    ],
    [
      'daxil',
      ...words(`
        gir keç uç qalx gəl çat soxul yüksəl yönəl havalan göndər burax yolla keçid keçiş uçuş giriş
        istiqamətlən nüfuz müdaxilə endi yetiş qaldır start adla axış süz
      `),
      ...phrases(`havaya qalx, havaya qaldır, yola sal, yola düş, sızıb`),
    ],
    [...words('ərazi'), ...words(`torpaq`)],
    [...words('sərhəd'), ...words(`hüdud sınır sərhədyanı`)],
    [
      ...words('əsgər'),
      ...words(`hərbçi qoşun kontingent qüvvə zabit komando desant təlimatçı`),
      ...phrases(
        `hərbi qulluqçu, hərbi qüvvə, silahlı qüvvə, hərbi bölmə, hərbi heyət, hərbi varlıq`,
      ),
    ],
    ['aviabaza', 'aerodrom', ...phrases(`hava bazası, hərbi aerodrom, hərbi hava bazası`)],
    [
      'muzdlu',
      ...words(`muzdla döyüşçü yaraqlı cihadçı islamçı üsyançı`),
      ...phrases(`silahlı qruplaşma, silahlı dəstə, suriyalı silahlı`),
    ],
    [
      'silah',
      ...words(`sursat mühimmat silahlanma silahlan`),
      ...phrases(
        `silah sursat, hərbi texnika, hərbi yük, hərbi təchizat, hərbi sursat, hərbi avadanlıq`,
      ),
    ],
    [
      ...phrases('yük maşını'),
      ...words(`tır karvan furqon kamaz tanker konvoy sistern benzinvoz`),
      ...phrases(
        `yük avtomobili, yanacaq maşını, yanacaqdaşıyan maşın, yanacaq çəni, nəqliyyat vasitəsi`,
      ),
    ],
    ['casus', ...words(`agent xəbərçi agentura casusluq`), ...phrases(`agentliyə cəlb`)],
    [
      ...words('kəşfiyyat'),
      ...words(`kəşfiyyatçı koordinat`),
      ...phrases(`
        xüsusi xidmət orqanı, xüsusi xidmət, peyk görüntü, hədəf siyahı, kəşfiyyat məlumatı, kəşfiyyat informasiyası,
        kəşfiyyat dəstəyi, gizli məlumat, məxfi məlumat, məlumat ötür, məlumat çatdır, radar məlumatı
      `),
    ],
    ['terror', ...words(`terrorçu terrorizm`), ...phrases(`terror aktı, terror hücumu`)],
    [
      ...words('hücum'),
      ...words(`
        zərbə vur bombala basqın əməliyyat təcavüz həmlə reyd hədəflə bombardman atışma düş
      `),
      ...phrases(`hədəf al, hədəfə al, zərbə endir, hərbi əməliyyat`),
    ],
    [
      ...words('icazə'),
      ...words(`razılıq izin imkan şərait`),
      ...phrases(`yol ver, yer ver, ixtiyarına ver, göz yum, yaşıl işıq, qapısını aç, yol aç`),
    ],
    [...words('bağla'), ...words(`qadağan`)],
    [...words('istifadə'), ...words(`yararlan faydalan işlət`)],
    [...words('səfirlik'), ...phrases(`diplomatik nümayəndəlik, diplomatik missiya`)],
    ['qəsd', ...words(`qətl öldür həlak`), ...phrases(`sui qəsd, qətlə yetir, həyatına son`)].map(
      (word) => words(word).join(' '),
    ),
    [...words('separatçı'), ...words(`ayrılıqçı separatizm`)],
    [
      ...words('iştirak'),
      ...words(`
        qoşul əlbir şərik ortaq rol əməkdaşlıq dəstək yardım kömək dəstəklə asanlaşdır müttəfiq əlbirlik
        köməklik ortaqlıq töhfə pay havadar havadarlıq yardımçı
      `),
      ...phrases(
        `əli var, əli olub, əli olduğu, arxa çıx, arxa dur, tərəfini tut, çiyin ver, haqq qazandır, birgə hərəkət, cəlb olunub`,
      ),
    ],
    [...words('mövqe'), ...words(`post`)],
    [...words('quruqoşun'), ...phrases(`quru qoşunları, hərbi dəniz qüvvələri, sərhəd qoşunları`)],
    [
      'artilleriya',
      ...words(`top topçu mərmi atəş`),
      ...phrases(`top atəşi, artilleriya atəşi`),
    ].map((word) => words(word).join(' ')),
    ['gizli', ...words(`gizlicə məxfi gizlin`)],
    [...words('saziş'), ...words(`müqavilə sövdələşmə razılaşma razılaş kontrakt`)],
    [...words('zəngəzur'), ...words(`sünik`), ...phrases(`zəngəzur dəhlizi`)],
    [
      'tut',
      ...words(`işğal zəbt ilhaq zor`),
      ...phrases(`ələ keçir, güc yolu, hərbi yol, silah gücü, zor gücü`),
    ].map((word) => words(word).join(' ')),
    [...words('qarabağ'), ...words(`artsax xankəndi stepanakert`), ...phrases(`dağlıq qarabağ`)],
    [...words('şəxsi'), ...words(`fərdi məişət ailə arvad`)],
    [
      'motiv',
      ...words(`səbəb zəmin ədavət qisas inciklik məsələ münaqişə problem dava kin husumət`),
    ],
    [...words('yanacaq'), ...words(`benzin dizel mazut`)],
    [...words('yerləş'), ...words(`yerləşdir məskunlaş möhkəmlən mövcud mövcudluq varlıq`)],
    [...words('daşı'), ...words(`gətir köçür çatdır`)],
    [...words('vuruş'), ...words(`döyüş savaş`)],
    [...words('cəlb'), ...phrases(`işə götür, ələ al, yetişdir`)],
    [...words('plan'), ...words(`niyyət məqsəd planlaşdır hazırlaş`)],
    [...words('nüvə'), ...words(`atom uran sentrifuqa`)],
    [...words('alim'), ...words(`fizik nüvəçi`)],
    ['baza', ...words(`filial məntəqə stansiya qərargah ofis şəbəkə yuva mərkəz bölmə`)],
    [
      'plasdarm',
      ...words(`tramplin`),
      ...phrases(`sıçrayış meydanı, sıçrayış taxtası, start meydançası`),
    ],
    [...words('yaxın'), ...words(`yaxınlaş yan boyunca ətraf kənar aralı bitişik zolaq`)],
  ]),
  acts: words(`daxil hücum icazə bağla istifadə`),
  speakers: once(
    words(`
      nazirlik nazir prezident parlament məclis deputat komissiya qəzet jurnal telekanal kanal sayt
      radio agentlik nəşr müsahibə məqalə mətbuat jurnalist müxbir ekspert analitik tarixçi professor
      mühəndis diplomat sözçü brifinq komandan komandir komitə portal
    `),
  ),
  determiners: [],
  anaphors: once([
    ...words(`bu o onlar bunlar həmin oradan ordan ora bunu bundan onlardan ondan qonşu`),
    ...phrases(`bu ölkə, ölkə, respublika, adıçəkilən`),
  ]),
  notAnaphors: once(
    phrases(`
    bu il, bu gün, bu həftə, bu ay, bu səhər, bu gecə, bu barədə, bu haqda, bu zaman, bu arada, bu vaxt,
    o cümlədən, o zaman, bununla belə, eyni zamanda, o vaxt
  `),
  ),
  agency: {
    ...NO_AGENCY,
    doerCuesAfter: words(`tərəfindən məxsus aid`),
    enablers: words(
      `icazə razılıq aç ver burax şərait imkan saziş müqavilə razılaşma sövdələşmə sat`,
    ),
    oblique: {
      before: [],
      endings: CASES.oblique,
      after: [...words(`ilə qarşı əleyhinə haqqında barədə`), ...CASES.oblique],
    },
  },
  movement: {
    ...TURKIC_MOVEMENT,
    sourceNouns: [
      ...words(`plasdarm tramplin`),
      ...phrases(`start meydançası, başlanğıc nöqtəsi, sıçrayış meydanı`),
    ],
    placeNouns: words(`
      ölkə respublika dövlət qonşu ərazi torpaq sərhəd tərəf istiqamət region bölgə oradan ordan buradan
      şimal bundan kənd şəhər düşərgə cəbhə
    `),
    sourcesAfter: [
      ...words(`üzərindən vasitəsilə istiqamətindən tərəfdən içindən tərəfindən`),
      ...CASES.sources,
    ].filter((word) => word !== 'tərəfindən'),
    goalsAfter: [...words(`doğru istiqamətinə`), ...CASES.goals],
  },
  ownership: {
    ...TURKIC_OWNERSHIP,
    places: words(`səma ərazi`),
    sharedPlaces: words(`sərhəd hüdud sınır`),
    origins: words(`istehsalı istehsal hazırladığı satdığı yapımı`),
  },
  stance: {
    ...NO_STANCE,
    denials: once([
      ...words(`
        təkzib inkar rədd yalan böhtan iftira feyk saxta dezinformasiya cəfəngiyyat cəfəngiyat absurd uydur uydurma
        əsassız nağıl mif yanlış təhrif gülünc məntiqsiz yalanla əfsanə cəfəng faktçek sərsəm danır danıb danırlar danıblar danmış danmışdı dandı uydurulmuş böhtançı
      `),
      ...phrases(`
        nə də, qəbul etmir, qəbul etməyib, doğru olmadığını, həqiqət olmadığını, uyğun olmadığını,
        əsası olmadığını, əsasın olmadığını, sübut olmadığını, əlaqəsi olmadığını, rolu olmadığını, mövcud olmadığını, istisna edib, istisna etdi, istisna edir, istisna olunub,
        nə ayağı, nə əli, əsassız say, yalan say, böhtan say, əksi doğru, heç bir həqiqət, qətiyyən, həqiqəti əks etdirmir, gerçəkliyi əks etdirmir, reallığı əks etdirmir,
        həqiqətə uyğun deyil, gerçəkliyə uyğun deyil, reallığa uyğun deyil, həqiqətdən uzaq,
        doğru deyil, düzgün deyil, düz deyil, həqiqət deyil, həqiqi deyil,
        əsası yoxdur, əsas yoxdur, əsası yox, sübut yoxdur, sübutu yoxdur, dəlil yoxdur, fakt yoxdur,
        heç bir sübut, heç bir dəlil, heç bir fakt, heç bir əsas, heç bir əlamət, heç bir iz,
        əsasdan məhrum, əsaslanmır, sübut edilməyib, sübut olunmayıb, sübut etmir, sübut təqdim etməyib,
        təsdiqini tapmayıb, təsdiqini tapmır, təsdiqlənməyib, təsdiqlənmir, təsdiq olunmayıb,
        ola bilməz, söhbət gedə bilməz, söz ola bilməz, heç vaxt, heç zaman, heç bir halda,
        baş verməyib, baş tutmayıb, mövcud deyil, əlaqəsi yoxdur, əlaqəsi olmayıb, aidiyyəti yoxdur,
        iştirakı yoxdur, rolu yoxdur, rolu olmayıb, geri götürüb, geri götürdü, fakt yoxlaması,
        faktların yoxlanması, gerçək deyil, üzr istəyib, yalan məlumat, düzəliş
      `),
    ]),
    denyingOpenings: phrases(`yox, xeyr, heç bir, heç vaxt, heç kim, əslində`),
    negations: [...words(`yox yoxdur deyil deyildi almayıb almadan alınmadan almadı`)],
    negatedForms: [
      /^(?!məhəmməd|əhməd|almayib|alinmayib|olmadan|olmayan).{2,}m[aeəiu](?:d[iu]|m[iu]s|y[iu]b|y[aeə]n|y[aeə]r[aeə]k|m[aeə]s[iu]|y[aeə]c[aeə][qkgy]|d[iu][yqgk])(?:l[aeə]r|d[iu]r?|n?[iu]|[iu]?n?[iu]n?|n[aeə])*$/u,
      /^(?!namaz|almaz|nəmaz|ilmaz|yilmaz).{2,}m[aeə]z(?:l[aeə]r|d[iu])?$/u,
      /^(?!memur|məmur|dəmir|ömür|omur|komur|yagmur|xəmir|teymur|timur|əmir|vladimir|cəmir|kəşmir|kəsmir|izmir|yamir|zamir|zəmir).{2,}m[iu]r(?:l[aeə]r|d[iu]|s[aeə])?$/u,
    ],
    negationFollows: true,
    notNegations: once(
      phrases(`
      icazə almayıb, icazə almadan, icazə almadı, icazə alınmadan, razılıq almadan, razılıq almayıb,
      təkcə deyil, yalnız deyil, sirr deyil, təsadüfi deyil, təəccüblü deyil, yeni deyil, ilk deyil
    `),
    ),
    undeniedPhrases: once(
      phrases(`
      nə təsdiq nə təkzib, nə təsdiqləyib nə təkzib, təsdiq və ya təkzib, təkzib və ya təsdiq,
      şərh verməyib, şərh vermir, şərh etməyib, şərh etmir, şərhdən imtina, şərh verməkdən,
      açıqlama verməyib, açıqlama vermir, münasibət bildirməyib, münasibət bildirmir, cavab verməyib,
      cavab vermir, rəsmi açıqlama yoxdur, təfərrüat verməyib, istisna deyil, detal açıqlamayıb,
      hələ açıqlamayıb, məlumat verməyib, mövqe bildirməyib, reaksiya verməyib, mümkün olmayıb,
      gizlətmir, gizlətməyib
    `),
    ),
    attributions: once([
      ...SAYING,
      ...words(`
        söylə bildir açıqla açıqlama vurğula yaz xatırlat düşün inan günahlandır suçla
        təsdiqlə təsdiq səsləndir iddia ittiham xəbər söz mənbə hesabat məruzə bəyanat şayiə versiya
        şübhə şübhələn şahid sözçü nümayəndə güman fikir fikrincə rəy görə imiş güya guya adlandır
        etiraf xəbərdarlıq istinadən təkid israr şikayət məktub müsahibə sitat
        qeyd əlavə nəql ehtimal təxmin iqtibas şərh yayıl göstər qənaət
      `),
      ...phrases(`
        hesab edir, hesab edib, hesab olunur, irəli sür, diqqətə çatdır, nəzərə çatdır, ifadə et,
        bəyan et, elan et, xəbər ver, hesab edirəm, sözlərinə görə,
        etiraz edib, etiraz edir, belə deyir, deyilənə görə, guya ki, onun sözlərinə, dilə gətir, ortaya at, rəvayət
      `),
    ]),
    hedges: once([
      ...words(
        `bəlkə bilər bilərdi bilərlər bilərdilər sanki əgər şayəd roman film bədii ssenari görünür gərək`,
      ),
      UNREAL_STEM,
      ...phrases(`ola bilsin, ehtimal ki, mümkündür ki, deyəsən, çox güman, böyük ehtimalla`),
    ]),
    personal: [...words(`mən mənim mənə biz bizə məni`), ...phrases('onun fikrincə')],
    contentClauses: ['ki'],
    afterthoughts: phrases(
      `bu onun, belə deyir, ən azından, hər halda, belə düşünür, bunu deyən, bunu`,
    ),
    questions: once([
      ...words(
        `sual araşdır araşdırma aydınlaşdır müəyyənləşdir yoxla soruş istintaq təhqiqat tədqiqat`,
      ),
      ...phrases(`
        məlum deyil, bəlli deyil, aydın deyil, məlum olmayıb, aydın olmayıb, cavabsız qalıb,
        olub olmadığı, edilib edilmədiyi, olunub olunmadığı, edib etmədiyi, keçib keçmədiyi,
        girib girmədiyi, verib vermədiyi, uçub uçmadığı, qalxıb qalxmadığı, göndərib göndərmədiyi,
        buraxıb buraxmadığı, gəlib gəlmədiyi, daşıyıb daşımadığı, aparıb aparmadığı,
        qoşulub qoşulmadığı, yerləşib yerləşmədiyi, var yox, necə keç, sual altında, kim bilir,
        heç kim bilmir, deyə bilmir
      `),
    ]),
    claimNouns: once([
      ...words(
        `bu bunu bunlar buna bunun iddia ittiham xəbər məlumat şayiə bəyanat söz açıqlama o onu versiya hekayə yazı yazını yazıda yazının yazıya məqalə deyilənlər söylənilənlər video görüntü`,
      ),
      ...phrases(`belə bir, bu cür, belə hal, belə fakt`),
    ]),
    reportedForms: [/.{2,}[dt][iu][gyq][iu](?:n[iu]|n[aeə])$/u],
  },
};
