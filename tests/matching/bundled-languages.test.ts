/** Sentences of ours in each language that is read, against the bundled list. All are fiction. */
import { describe, expect, test } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { annotateText } from '../../tools/measure-list.ts';
import { readListFolder } from '../../tools/read-list.ts';

const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
if (!parsed.ok) throw new Error('the bundled list is not valid');
const index = openIndex(compileIndex(parsed.value));

const DRONES = 'israeli-drones-from-azerbaijan-2025';
const AIRSPACE = 'azerbaijan-airspace-used-2025';
const FIGHTERS = 'syrian-mercenaries-2020';
const NAKHCHIVAN = 'iranian-drones-hit-nakhchivan-2026';
const MOSSAD = 'mossad-base-in-azerbaijan';
const TRANSIT = 'iran-arms-transit-2020';

/**
 * A sentence, and what is found in it: a claim and what the sentence does with it, several where a
 * denial of one denies the stronger one too, or nothing.
 */
type Row = readonly [string, string | readonly string[] | null];

const SENTENCES: Readonly<Record<string, readonly Row[]>> = {
  fa: [
    [
      'پهپادهای اسرائیلی در جنگ ۱۲ روزه از خاک جمهوری آذربایجان وارد ایران شدند.',
      `${DRONES} asserts`,
    ],
    [
      'سفير آذربايجان ورود پهپاد هاي اسرائيلي از خاك اين كشور به ايران را بي اساس خواند.',
      `${DRONES} denies`,
    ],
    [
      'فرمانده مرزبانی گفت پهپادهای اسرائیل از مرز آذربایجان وارد کشورمان شدند.',
      `${DRONES} attributes`,
    ],
    [
      'جنگنده های اسرائیلی از آسمان جمهوری آذربایجان گذشتند و شمال ایران را بمباران کردند.',
      `${AIRSPACE} asserts`,
    ],
    ['آیا اسرائیل از آسمان باکو برای بمباران تهران استفاده کرد؟', `${AIRSPACE} questions`],
    [
      'باکو می‌گوید اسرائیل از حریم هوایی آذربایجان علیه ایران استفاده نکرده است.',
      `${AIRSPACE} denies`,
    ],
    ['باکو حضور مزدوران سوری در جنگ قره‌باغ را دروغ خواند.', `${FIGHTERS} denies`],
    ['پهپادهاي ايراني به فرودگاه نخجوان حمله كردند.', `${NAKHCHIVAN} asserts`],
    ['موساد در باکو پایگاهی برای رصد ایران دارد.', `${MOSSAD} asserts`],
    ['سلاح‌های روسی در پاییز ۲۰۲۰ از خاک ایران به ارمنستان رسید.', `${TRANSIT} asserts`],
    ['سپاه پهپاد اسرائیلی را در استان آذربایجان شرقی ساقط کرد.', null],
    ['اسرائیل از حریم هوایی عراق برای حمله به ایران استفاده کرد.', null],
    ['پهپادهای ساخت اسرائیل در رژه باکو به نمایش درآمد.', null],
    ['آذربایجان حملات اسرائیل به ایران را محکوم کرد.', null],
  ],
  ru: [
    ['В июне израильские дроны залетели в Иран с территории Азербайджана.', `${DRONES} asserts`],
    [
      'Баку отрицает, что израильские беспилотники вошли в Иран из Азербайджана.',
      `${DRONES} denies`,
    ],
    [
      'Иранский депутат заявил, что беспилотники Израиля прилетели из Азербайджана в Иран.',
      `${DRONES} attributes`,
    ],
    [
      'Израильские истребители прошли через воздушное пространство Азербайджана к целям в Иране.',
      `${AIRSPACE} asserts`,
    ],
    [
      'По словам посла, сирийские наёмники воевали на стороне Азербайджана осенью 2020 года.',
      `${FIGHTERS} attributes`,
    ],
    ['Иранские дроны ударили по аэропорту Нахичевани.', `${NAKHCHIVAN} asserts`],
    ['«Моссад» следит за Ираном с базы в Азербайджане.', `${MOSSAD} asserts`],
    ['Осенью 2020 года оружие для Армении везли через Иран.', `${TRANSIT} asserts`],
    ['Иранские беспилотники залетели в Азербайджан.', null],
    ['В провинции Восточный Азербайджан в Иране сбили израильский беспилотник.', null],
    ['Израильские самолёты использовали небо Ирака для ударов по Ирану.', null],
    ['Азербайджан приостановил полёты в Тебриз, воздушное пространство Ирана закрыто.', null],
    ['Иран и Армения открыли мост для грузовиков.', null],
    ['Посол Азербайджана в Иране встретился с израильскими журналистами в Баку.', null],
    [
      'Летом 2025-го израильские бомбардировщики добирались до Тегерана через небо Азербайджана.',
      `${AIRSPACE} asserts`,
    ],
    [
      'Ни один израильский самолёт не пролетал над Азербайджаном, заявил представитель минобороны.',
      `${AIRSPACE} denies`,
    ],
    [
      'Тегеран расследует, пролетали ли израильские истребители над Азербайджаном.',
      `${AIRSPACE} questions`,
    ],
    [
      'Иранские СМИ: Израиль атаковал через азербайджанское воздушное пространство',
      `${AIRSPACE} attributes`,
    ],
    [
      'Обвинения в том, что израильские дроны запускались из Азербайджана, беспочвенны, подчеркнули в Баку.',
      `${DRONES} denies`,
    ],
    [
      'Анкара назвала ложью сообщения об отправке сирийских боевиков в Азербайджан.',
      `${FIGHTERS} denies`,
    ],
    ['Два иранских дрона врезались в здание аэропорта в Нахчыване.', `${NAKHCHIVAN} asserts`],
    [
      'По данным британской газеты, у «Моссада» в Азербайджане есть своя станция.',
      `${MOSSAD} attributes`,
    ],
    [
      'Посольство Ирана отвергло слухи о транзите оружия в Армению через Иран.',
      `${TRANSIT} denies`,
    ],
    ['Израильские истребители разбомбили завод под Исфаханом.', null],
    ['Азербайджан закупил израильские дроны для армии.', null],
    ['Иранские грузовики доставили в Ереван фрукты.', null],
    ['Азербайджан заверил Иран, что его территорию не используют против соседей.', null],
    ['Израильские военные сообщили об ударах по пусковым установкам в Иране.', null],
  ],
  hy: [
    ['Հունիսին իսրայելական անօդաչուները Իրան ներխուժեցին Ադրբեջանի տարածքից։', `${DRONES} asserts`],
    ['Բաքուն հերքում է, թե Իսրայելի դրոնները Իրան են թռել Ադրբեջանից։', `${DRONES} denies`],
    ['Արդյո՞ք Ադրբեջանից են Իրան հասել իսրայելական դրոնները։', `${DRONES} questions`],
    [
      'Իսրայելական մարտական ինքնաթիռները Ադրբեջանի երկնքով են գնացել Իրանի թիրախներին հարվածելու։',
      `${AIRSPACE} asserts`,
    ],
    [
      'Իրանցի պատգամավորի խոսքով՝ Իսրայելը Իրանի դեմ օգտագործել է Բաքվի օդային տարածքը։',
      `${AIRSPACE} attributes`,
    ],
    ['Սիրիացի վարձկանները 2020-ին կռվեցին Ադրբեջանի շարքերում։', `${FIGHTERS} asserts`],
    ['Ադրբեջանում իսրայելական զորքեր չկան։', 'israeli-troops-in-azerbaijan denies'],
    ['Իրանական դրոնները խփեցին Նախիջևանի օդանավակայանը։', `${NAKHCHIVAN} asserts`],
    ['«Մոսադը» Ադրբեջանում հենակետ ունի և այնտեղից հետևում է Իրանին։', `${MOSSAD} asserts`],
    ['Հայաստանին ուղարկված զենքն անցնում էր Իրանի տարածքով։', `${TRANSIT} asserts`],
    ['Իրանը թույլ տվեց, որ Հայաստան ուղարկվող զենքն անցնի իր տարածքով։', `${TRANSIT} asserts`],
    [
      'Ադրբեջանը Իսրայելին է տրամադրել երկու ավիաբազա՝ Իրանին հարվածելու համար։',
      'israeli-airbase-access-2012 asserts',
    ],
    ['Իրանական անօդաչուները մտել են Ադրբեջան։', null],
    ['Իրանի Արևելյան Ադրբեջան նահանգում խփվել է իսրայելական դրոն։', null],
    ['Իսրայելի ինքնաթիռները Իրանին հարվածելու համար թռել են Իրաքի վրայով։', null],
    ['Ադրբեջանը փակեց իր օդային տարածքը քաղաքացիական ինքնաթիռների համար։', null],
    ['Իրանն ու Հայաստանը բեռնատարների համար կամուրջ են բացել։', null],
  ],
  sq: [
    ['Dronët izraelitë hynë në Iran nga toka e Azerbajxhanit.', `${DRONES} asserts`],
    [
      'Bakuja hodhi poshtë pretendimin se dronët e Izraelit u nisën nga territori i saj kundër Iranit.',
      `${DRONES} denies`,
    ],
    [
      'Sipas një deputeti iranian, avionë pa pilot të Izraelit depërtuan nga Azerbajxhani në Iran.',
      `${DRONES} attributes`,
    ],
    [
      'Aviacioni i Izraelit kaloi nëpër qiellin azerbajxhanas për të bombarduar objektiva në Iran.',
      `${AIRSPACE} asserts`,
    ],
    [
      'Mbetet e paqartë nëse avionët izraelitë e përdorën hapësirën ajrore të Azerbajxhanit kundër Iranit.',
      `${AIRSPACE} questions`,
    ],
    [
      'Azerbajxhani e mohoi praninë e mercenarëve sirianë në radhët e ushtrisë së tij.',
      `${FIGHTERS} denies`,
    ],
    ['Dy dronë iranianë goditën aeroportin e Nahçivanit.', `${NAKHCHIVAN} asserts`],
    ['Irani akuzon Azerbajxhanin se strehon një bazë të Mossadit.', `${MOSSAD} attributes`],
    ['Gjatë luftës armët për Armeninë shkuan përmes territorit iranian.', `${TRANSIT} asserts`],
    ['Dronët iranianë ranë në territorin e Azerbajxhanit.', null],
    ['Izraeli goditi me dronë një fabrikë në Tabriz, në Azerbajxhanin Lindor të Iranit.', null],
    ['Avionët izraelitë përdorën qiellin e Irakut për të arritur në Iran.', null],
    ['Azerbajxhani evakuoi të huaj nga Irani përmes kufirit të Astarasë.', null],
    ['Azerbajxhani i bleu Izraelit dronë për luftën në Karabak.', null],
  ],
  az: [
    [
      '2025-ci ilin iyununda İsrail PUA-ları Azərbaycan ərazisindən qalxaraq İrana girib.',
      `${DRONES} asserts`,
    ],
    ['Bakı İsrail dronlarının Azərbaycandan İrana keçdiyini təkzib edib.', `${DRONES} denies`],
    [
      'İranlı deputat iddia edib ki, İsrailin pilotsuz uçuş aparatları ölkəyə Azərbaycandan daxil olub.',
      `${DRONES} attributes`,
    ],
    ['İsrail dronları Azərbaycandan İrana uçubmu?', `${DRONES} questions`],
    [
      'İsrail təyyarələri İrandakı hədəflərə Azərbaycanın hava məkanından keçərək çatdı.',
      `${AIRSPACE} asserts`,
    ],
    [
      'Azərbaycan hava məkanı İsrailin İrana hücumları üçün istifadə olunmayıb.',
      `${AIRSPACE} denies`,
    ],
    [
      'Səfirin sözlərinə görə, suriyalı muzdlular Qarabağda Azərbaycanın tərəfində vuruşub.',
      `${FIGHTERS} attributes`,
    ],
    ['İran dronları Naxçıvanın hava limanına zərbə endirdi.', `${NAKHCHIVAN} asserts`],
    ['Mossad İranı Azərbaycanda qurduğu bazadan izləyir.', `${MOSSAD} asserts`],
    [
      '2020-ci ilin payızında Ermənistan üçün silahlar İran ərazisindən daşındı.',
      `${TRANSIT} asserts`,
    ],
    ['İran dronları Azərbaycan sərhədini keçib.', null],
    ['İranın Şərqi Azərbaycan vilayətində İsrail dronu vurulub.', null],
    ['İsrail təyyarələri İrana zərbə üçün İraq səmasından istifadə edib.', null],
    ['AZAL İran hava məkanı bağlandığı üçün Təbriz reyslərini dayandırıb.', null],
    ['Azərbaycan ordusu İsraildən aldığı dronları təlimdə sınaqdan keçirib.', null],
  ],
  tr: [
    [
      'Haziranda İsrail İHA’ları Azerbaycan topraklarından kalkarak İran’a girdi.',
      `${DRONES} asserts`,
    ],
    [
      'Bakü, İsrail insansız hava araçlarının Azerbaycan’dan İran’a geçtiğini yalanladı.',
      `${DRONES} denies`,
    ],
    [
      'İranlı milletvekili, İsrail dronlarının ülkeye Azerbaycan’dan girdiğini öne sürdü.',
      `${DRONES} attributes`,
    ],
    ['İsrail dronları İran’a Azerbaycan’dan mı girdi?', `${DRONES} questions`],
    [
      'İsrail jetleri İran’daki hedeflere Azerbaycan hava sahasından geçerek ulaştı.',
      `${AIRSPACE} asserts`,
    ],
    ['Azerbaycan hava sahası İsrail’in İran saldırılarında kullanılmadı.', `${AIRSPACE} denies`],
    [
      'Büyükelçiye göre Suriyeli paralı askerler Karabağ’da Azerbaycan safında savaştı.',
      `${FIGHTERS} attributes`,
    ],
    ['İran İHA’ları Nahçıvan havalimanını vurdu.', `${NAKHCHIVAN} asserts`],
    ['Mossad, İran’ı Azerbaycan’da kurduğu üsten izliyor.', `${MOSSAD} asserts`],
    [
      '2020 sonbaharında Ermenistan’a giden silahlar İran topraklarından taşındı.',
      `${TRANSIT} asserts`,
    ],
    ['İran insansız hava araçları Azerbaycan sınırını geçti.', null],
    ['İran’ın Doğu Azerbaycan eyaletinde bir İsrail İHA’sı düşürüldü.', null],
    ['İsrail uçakları İran’ı vurmak için Irak hava sahasını kullandı.', null],
    ['Azerbaycan, İran hava sahası kapandığı için Tebriz seferlerini durdurdu.', null],
    ['Azerbaycan ordusu İsrail’den aldığı İHA’ları tatbikatta denedi.', null],
  ],
};

describe.each(Object.entries(SENTENCES))('in %s', (lang, rows) => {
  test.each(rows)('%s', (text, expected) => {
    const found = annotateText(index, { title: '', lang, text });
    expect(found.map(({ claim, stance }) => `${claim} ${stance}`)).toEqual(
      expected === null ? [] : [expected].flat(),
    );
  });
});
