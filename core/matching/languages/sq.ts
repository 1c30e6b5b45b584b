import { foldText } from '../fold-text.ts';
import type { LanguageRules } from './language.ts';
import { NO_AGENCY, NO_MOVEMENT, NO_OWNERSHIP, NO_STANCE } from './no-cues.ts';

// Written as pages print them; folding takes ë and ç for e and c.
const words = (text: string): readonly string[] => foldText(text).text.trim().split(/\s+/u);
const phrases = (text: string): readonly string[] =>
  foldText(text)
    .text.split(',')
    .map((part) => part.trim().replaceAll(/\s+/gu, ' '));

/** Shorter stems would make one word of many. */
const MIN_STEM_LENGTH = 3;

/**
 * Endings of nouns (definite and indefinite, in all cases), of adjectives, of regular verbs and of
 * the nouns made from them: "sulmoi", "sulmuar", "sulmim", "sulmeve" are one. Longest first.
 */
const ENDINGS = words(`
  ohem ohet ohen ohej oheshin oj on ojme oni ojnë oja oje onte onim onin ova ove oi uam uan uar ofshin
  ej et en ejnë eshin eu yer yen hen
  im imi imit imin ime imet imeve imesh ja je jes jen jet jeve jesh
  ur i it in u ut un a at ave ash e es eve esh ve isë inë ive itë ues
`).toSorted((a, b) => b.length - a.length);

/** Words that lose too much with what looks like an ending, by how they begin; longest first. */
const ROOTS: readonly (readonly [beginning: string, stem: string])[] = [
  ...words(`
    azerbajxhanas azerbajxhan azerbejxhan azerbaixhan azerbajgjan iranian iran izrael teheran
    armeni armen irakian irak sirian siri turkmen turk turq baku jerevan mossad shtet qytet
  `).map((root) => [root, root] as const),
  ['mosad', 'mossad'],
  ['besim', 'besim'],
  ['menduar', 'menduar'],
  ['hetues', 'hetues'],
  ['ushtrim', 'ushtrim'],
  ['pranim', 'pran'],
  ['sajoj', 'sajuar'],
  ['sajua', 'sajuar'],
  ['sajes', 'sajuar'],
  ['ciles', 'ciles'],
  ['gjuajtes', 'gjuajtes'],
  ['spiunazh', 'spiun'],
  ['prani', 'prani'],
  ['akses', 'akses'],
  ['bombardues', 'bombardues'],
  ['stacionuar', 'stacionuar'],
];

/** Words that are no form of another that they look like: "pranë" is not "prani". */
const UNSTEMMED = new Set(words(`pranë para pas mbi nën asnjë përgjatë saj tij`));

function stem(word: string): string {
  if (UNSTEMMED.has(word)) return word;
  const root = ROOTS.find(([beginning]) => word.startsWith(beginning));
  if (root !== undefined) return root[1];
  let rest = word;
  for (;;) {
    const ending = ENDINGS.find(
      (it) => rest.length - it.length >= MIN_STEM_LENGTH && rest.endsWith(it),
    );
    if (ending === undefined) return rest;
    rest = rest.slice(0, -ending.length);
  }
}

export const albanian: LanguageRules = {
  code: 'sq',
  stem,
  abbreviations: words(`z znj zt dr prof gjen kol nr etj`),
  stopWords: words(`
    i e të së a që si po por dhe edhe ose apo ku kur pse sepse pasi ndërsa ndërkohë kurse megjithëse
    cili cila cilët cilat cilin cilën cilit cilës kush kë çfarë sa
    unë ti ai ajo ne ju ata ato mua ty atë atij asaj atyre ky kjo këta këto këtë këtij kësaj këtyre
    tij saj tyre vet vetë tim time im ime jonë ynë sonë tonë yt jote ia iu ua ta ja më na u
    një disa çdo gjithë tjetër tjera tjetra
    nga për mbi nën ndaj drejt deri tek prej nëpër përmes nëpërmjet kundër rreth midis mes ndërmjet pa
    gjatë pas para brenda jashtë sipër anës duke ashtu kështu këtu aty atje
    është janë ishte ishin qenë jemi jam qenka ka kanë kam kishte kishin pati patën paska paskan qofshin
    do mund duhet le nuk s mos jo as asnjë kurrë asgjë askush vetëm madje tashmë ende akoma
    shumë pak fort tani sot dje kaq aq t d ish p shërbim shërbimi shërbimit shërbimin shërbime shërbimet shërbimeve llogari dobi favor emër përfshirë
  `),
  lightWords: words(`
    përdor bëj jap dha dhënë marr mori vendos shoh tregoj ndihmoj shërbej vë vuri kthej
    vend shtet komb qeveri zyrtar anë palë pjesë kohë ditë natë javë muaj vit luftë rast
  `),
  synonyms: [
    [
      'dron',
      ...words(`kuadrokopter kuadrikopter kuadkopter multikopter mikrodron uav`),
      ...phrases(`
        avion pa pilot, aeroplan pa pilot, mjet pa pilot, mjet ajror pa pilot, mjet fluturues pa pilot,
        fluturake pa pilot, flutur pa pilot, avion i papilotuar, avion të papilotuar,
        mjet i papilotuar, mjete të papilotuara, mjet ajror i papilotuar, mjete ajrore të papilotuara,
        avion pa njeri, dron kamikaz, dron sulmues, dron luftarak, dron spiun, dron zbulues, dron vëzhgues,
        dron i vogël, mikro dron, mjet mikro ajror, municion endacak, municion vëzhgues
      `),
    ],
    [
      'avion',
      ...words(`aeroplan aviacion bombardues gjuajtës skuadrilje xhet aviator pilot flotilje`),
      ...phrases(`
        avion luftarak, avion gjuajtës, avion bombardues, avion ushtarak, aeroplan luftarak,
        aeroplan ushtarak, aviacion luftarak, aviacion ushtarak, avion cisternë, cisternë ajrore, forcë ajrore,
        flotë ajrore, f 35, f 16
      `),
    ],
    [
      'qiell',
      ...words(` qiej qiellore mbifluturim`),
      ...phrases(`
        hapësirë ajrore, hapësirë e saj ajrore, hapësirë e tij ajrore, hapësirë e vet ajrore, hapësirë e tyre ajrore, hapësirën saj ajrore,
        korridor ajror, rrugë ajrore, kufi ajror, fluturoj mbi, kaluan mbi,
        fluturoj sipër, fluturoj përmbi, rajon fluturimi, ajër
      `),
    ],
    [
      'hyj',
      ...words(`
        hyn hyri hynte futet
        vij vjen vijnë erdhi erdhën ardhur vinte vinin
        kaloj kapërcej përshkoj depërtoj infiltroj mbërrij mbërriti mbërrijnë arrij arriti arrijnë
        shkoj shkel udhëtoj tranzit transit
        fluturoj
        nis pikënisje dal del dolën ngre ngrihet buron origjinë
        lëshoj lansoj lançoj dërgoj drejtoj çoj çuan çoi çuar transportoj transferoj
        sjell solli
        trampolinë platformë rrugëtim bie ra ranë rënë
      `),
    ],
    ['territor', ...words(`tokë truall dhé trojet`)],
    ['kufi', ...words(`kufir kufij kufijtë kufitar`)],
    [
      'ushtar',
      ...words(`trupa forcë ushtarak ushtri kontingjent garnizon repart njësi`),
      ...phrases(`forcë e armatosur, forca të armatosura, personel ushtarak, forcë ushtarake`),
    ],
    [
      'aeroport',
      ...words(` aerodrom pistë`),
      ...phrases(
        `bazë ajrore, fushë ajrore, aeroport ushtarak, fushë aviacioni, bazë ushtarake ajrore`,
      ),
    ],
    ['baze', ...words(`rrjet celulë degë zyrë stacion qendër seli çerdhe pikëvëzhgim`)],
    ['mercenar', ...words(`luftëtar militant xhihadist rebel kryengritës`), 'luftetar te huaj'],
    [
      'arme',
      ...words(` municion armatos`),
      ...phrases(`
        pajisje ushtarake, furnizim ushtarak, ngarkesë ushtarake, material ushtarak, ndihmë ushtarake,
        mjet luftarak, sistem mbrojtje
      `),
    ],
    ['kamion', ...words(`shofer autokolonë karvan tir autotren autocisternë cisternë kolonë`)],
    ['karburant', ...words(`naftë benzinë mall mallra lëndë djegës`)],
    ['spiun', ...words(`agjent informator spiunazh përgjoj vëzhgoj`)],
    [
      'inteligjence',
      ...words(`zbulim informacion koordinatë`),
      ...phrases(`shërbim sekret, shërbim i fshehtë, të dhëna, informata`),
    ],
    ['rekrutoj', ...words(`angazhoj punësoj vërbuar`)],
    ['terrorist', ...words(`terrorizëm terrorizm terror`)],
    [
      'sulm',
      ...words(`
        godit qëlloj bombardoj bombë mësyj bastis agresion ofensivë operacion fushatë
        veprim shënjestër objektiv agresor
      `),
      ...phrases(`bastisje ajrore, sulm ajror`),
    ],
    ['vras', ...words(`vrau vranë vrarë vritet atentat eliminoj likuidoj ekzekutoj`)],
    ['artileri', ...words(`predhë granatoj mortajë obus`), 'hapi zjarr'],
    [
      'lejoj',
      ...words(
        ` pëlqim autorizoj miratoj hap ofroj mundësoj dispozicion qasje akses jap jep dha dhënë huazoj`,
      ),
      ...phrases(`vë në dispozicion, dritë jeshile, dritë e gjelbër`),
    ],
    ['vizite', ...words(`delegacion diskutoj turist`)],
    ['perdor', ...words(`përdorte përdornin shfrytëzoj keqpërdor`)],
    ['mbyll', ...words(`pezulloj ndaloj anuloj`)],
    [
      'prani',
      ...words(`
        ndodhet gjendet ndodhen dislokoj stacionuar strehoj qëndrim
        vendosur prezencë instaloj mban 
      `),
    ],
    [
      'afer',
      ...words(`pranë afërsi afërta përgjatë ngjitur afroj skaj kufizohet`),
      ...phrases(
        `në pragun e, në prag të kufirit, buzë kufirit, kilometra larg, pak larg, jo larg, gjatë kufirit, gjatë kufijve, në kufi, në kufirin, në kufijtë, te kufiri, tek kufiri, zonë kufitare, rajon kufitar`,
      ),
    ],
    [
      'pjesemarrje',
      ...words(`
        mbështet përkrah bashkëpunoj bashkëpunëtor bashkëfajtor përfshirë
        përfshi përfshihet lehtësoj kontribuoj ndihmë rol aleat ortak ndërhyrje
        gisht përzier rreshtohet implikoj bashkëpjesëmarrje asistoj asistencë favorizoj
      `),
      ...phrases(`i përfshirë, e përfshirë, të përfshirë, u përfshi, del në mbrojtje, doli në mbrojtje, dal në mbrojtje, merr në mbrojtje, mori në mbrojtje, mban anën, mbaj anën, mbajtën anën, mori anën, del krah, doli krah, dal krah, në krah, ortak në,
        marr pjesë, mori pjesë, merr pjesë, merrte pjesë, në krah të`),
    ],
    ['sekret', ...words(`fshehtë fshehurazi tinëz`)],
    ['marreveshje', ...words(`kontratë pakt ujdi`)],
    ['milion', ...words(`miliard`)],
    [
      'karabak',
      ...words(`karabah karabakh artsakh arcak hankendi khankendi stepanakert laçin`),
      'nagorno karabak',
      'nagorno karabah',
      'nagorno karabakh',
    ],
    [
      'nahcivan',
      ...words(`nakhchivan nahiçevan nahçevan nakhiçevan nakhichevan nakhçivan naxçivan nahiçivan`),
    ],
    ['zangezur', ...words(`sjunik syunik siunik zangezor`)],
    ['fakhrizadeh', ...words(`fahrizadeh fakhrizade fahrizade fakrizadeh fakrizade`)],
    [
      'ambasade',
      ...words(`konsullatë`),
      ...phrases(`përfaqësi diplomatike, përfaqësi, mision diplomatik, seli diplomatike`),
    ],
    ['ambasador', ...words(`diplomat`), ...phrases(`i dërguari, kreu i misionit`)],
    ['personal', ...words(`familjar privat hakmarrje mëri grua gruas intim vetjak bashkëshorte`)],
    ['separatist', ...words(`separatizëm separatizm secesionist`)],
    ['pushtoj', ...words(` aneksoj rrëmbej okupoj`), ...phrases(`marr me forcë, me forcë`)],
    ['plan', ...words(`planifikoj synoj përgatit projekt komplot`)],
  ],

  acts: words(`hyj sulm lejoj mbyll perdor`),
  determiners: words(`i e të së`),
  anaphors: [
    ...words(`
      ai ajo ata ato tij saj tyre ky kjo këta këto këtij kësaj këtyre atij asaj atyre aty andej atje
      fqinj
    `),
    ...phrases(`i tillë, të tillë, ky vend, i njëjti`),
  ],
  notAnaphors: phrases(`
    këtë vit, këtë muaj, këtë javë, këtë mëngjes, këtë verë, këtë vjeshtë, këtë dimër, këtë pranverë, këto ditë,
    këtë herë, kësaj jave, këtij viti, këtij muaji, këtë kohë, në këtë mënyrë, përveç kësaj, ndër të tjera
  `),

  agency: {
    ...NO_AGENCY,
    doerCues: words(`nga prej sjell solli lejoj ndihmoj strehoj pret`),
    auxiliaries: words(
      `u e i ia iu ua ta ka kanë kishte kishin është ishte nuk s do mund të jo kurrë`,
    ),
    beForms: words(`është janë ishte ishin qenë u qe`),
    adverbEndings: ['isht'],
    doerCuesAfter: words(`se për që`),
    oblique: {
      before: words(`kundër ndaj drejt mbi për me në tek pranë afër`),
      endings: words(`in un inë unë`),
      after: [],
    },
  },

  movement: {
    ...NO_MOVEMENT,
    sources: words(`nga prej nëpër përmes nëpërmjet via brenda`),
    pathVerbs: words(`përshkoj mbifluturoj`),
    sourceNouns: [
      ...words(`trampolinë pikënisje platformë`),
      ...phrases(`pikë nisje, bazë nisje, poligon nisje, vendnisje`),
    ],
    goals: words(`drejt tek kundër ndaj deri`),
    goalVerbs: words(
      `hyj hyn hyri futet depërtoj bie binte ra ranë rrëzoj shkel kundërt zbarkoj godit sulmoj bombardoj arrij arriti mbërrij mbërriti`,
    ),
    placeNouns: words(
      `vend shtet republikë fqinj territor tokë truall kufi kufir kufij anë veri eksklavë nahçivan`,
    ),
  },

  ownership: {
    ...NO_OWNERSHIP,
    bareNamesOwn: false,
    // Only adjectives own what stands before them without a joiner.
    followingOwnerEndings: ['ian'],
    joiners: words(`i e të së`),
    placeJoiners: words(`mbi në sipër`),
    places: words(`qiell territor`),
    sharedPlaces: words(`kufi kufir kufij kufitar`),
    origins: words(`prodhimi fabrikimi`),
  },

  stance: {
    ...NO_STANCE,
    denials: [
      ...words(`
        mohoj përgënjeshtroj demantoj
        
        pavërtetë gënjeshtër gënjeshtra gënjen rremë rrejshme rrejshëm shpifje trillim sajesë
        pabazë pathemeltë dezinformatë mit absurd qesharak marrëzi fals falsifikim fake
        përrallë fantazi pamundur paqenë pakuptimtë pavend pambështetur përçart mashtrim propagandë legjendë hiçgjë
      `),
      ...phrases(`
        refuzoj akuzë, refuzoj pretendim, refuzoj raport, refuzoj se, refuzoj këtë, refuzoj këto, refuzoj të gjitha, refuzoj çdo,
        kundërshtoj akuzë, kundërshtoj pretendim, kundërshtoj raport, kundërshtoj se, kundërshtoj këtë, kundërshtoj këto,
        hedh poshtë, hodhi poshtë, hodhën poshtë, hidhet poshtë, hidhen poshtë,
        bie poshtë, rrëzoi pretendim, rrëzoi akuzë, nuk ka lejuar, nuk kanë lejuar, nuk lejoi, nuk ka dhënë, nuk ka marrë, nuk ka përdorur,
        nuk ka prova, nuk ka provë, nuk kishte prova, s ka prova, pa prova, pa asnjë provë, lidhje me realitetin, lidhje me të vërtetën, larg realitetit, asnjë provë, asnjë dëshmi, asnjë e dhënë, asnjë të dhënë, asnjë fakt, asnjë informacion, asnjë rast, nuk ekziston, pa dëshmi, nuk ka dëshmi, s ka dëshmi, nuk ekzistojnë prova,
        nuk u gjet, nuk gjetën, nuk ka gjetur, nuk kanë gjetur, asnjë gjurmë, asnjë shenjë, nuk ka gjurmë, asnjë tregues,
        nuk është e vërtetë, s është e vërtetë, nuk është vërtetë, nuk janë të vërteta, jo e vërtetë, nuk qëndron, s qëndron, nuk ka bazë, pa bazë, pa themel, pa asnjë bazë, s ka bazë, nuk ka asnjë bazë,
        nuk është i saktë, nuk është e saktë, nuk janë të sakta, e pasaktë, të pasakta, i pasaktë,
        nuk ka ndodhur, nuk ndodhi, s ka ndodhur, nuk kishte ndodhur, asnjëherë nuk, kurrë nuk, në asnjë moment, në asnjë rast, në asnjë mënyrë, në asnjë çast, në asnjë kohë,
        asnjë dron, asnjë avion, asnjë sulm, asnjë ushtar, asnjë kamion, asnjë armë, asnjë bazë, asnjë rol, asnjë lidhje, asnjë gjë e tillë, asgjë e tillë, gjë të tillë nuk, asnjë lloj, nuk ka asnjë,
        nuk mund të quhet, nuk mund të konsiderohet, nuk mund të ketë, nuk mund të kenë, nuk mund të jetë, s mund të jetë, nuk ka të bëjë, s ka të bëjë, nuk kishte të bënte, nuk përputhet me të vërtetën, nuk i përgjigjet së vërtetës, larg së vërtetës, në kundërshtim me faktet, bie ndesh me,
        kërkoi ndjesë, tërhoqi pretendimin, tërhoqi akuzën, tërhoqi artikullin, tërhoqi lajmin, korrigjoi
      `),
    ],
    denyingOpenings: [
      ...words(`jo askush asgjë asnjë asnjëherë kurrë as`),
      ...phrases(
        `në asnjë, nuk ka, s ka, nuk është, nuk janë, nuk kishte, nuk ishte, në kundërshtim me, përkundër pretendimit, ndryshe nga, sqarim`,
      ),
    ],
    negations: words(
      `nuk s mos jo as asnjë asnjëri askush asgjë asnjëherë kurrë kurrsesi aspak pa`,
    ),
    negationFollows: false,
    notNegations: phrases(`
      jo vetëm, jo thjesht, jo pak, jo më pak, jo rastësisht, jo larg, jo më larg, jo më vonë, nuk është sekret, nuk është çudi, pa dyshim, pa pilot, pa lejen, pa miratim,
      pa pëlqim, pa autorizim, pa dijeni, pa pyetur, pa e pyetur, pa u pyetur, pa i pyetur, pa kërkuar, pa i kërkuar, pa u kërkuar, pa marrë, pa njoftuar, pa e njoftuar, pa bërë zhurmë, pa zhurmë, pa praninë, pa lënë, pa u diktuar, pa u vënë re, pa precedent, pa u ndalur, pa problem, pa vështirësi, pa mundim, nuk ka dyshim, s ka dyshim, pa marrë parasysh,
      pa e ditur, pa u zbuluar, pa pengesë, pa asnjë pengesë
    `),
    undeniedPhrases: phrases(`
      nuk e mohoi, nuk mohoi, nuk e ka mohuar, nuk ka mohuar, as nuk e mohoi, as e mohoi, as mohoi, as ta mohojë, as të mohojë, as nuk e konfirmoi, nuk mund të mohohet, s mund të mohohet, nuk e përgënjeshtroi, pa e mohuar, pa mohuar,
      nuk përjashtohet, nuk e përjashtoi,
      refuzoi të komentojë, refuzoi komentin, refuzoi të përgjigjej, refuzoi të përgjigjet, refuzoi të thotë, refuzoi të konfirmojë, nuk pranoi të komentojë, nuk komentoi
    `),
    attributions: [
      ...words(`
        them thotë thonë tha thanë thuhej thënë thoshte thoshin
        deklaroj njoftoj shpreh theksoj nënvizoj shtoj citoj
        shkruaj shkruan shkruajti raportoj transmetoj përcjell përcolli tregon rrëfej
        sipas përgjigjet përgjigj komentoj përsërit kujton flet foli flasin flitet bisedë shpjegoj vuri dëgjoj lexohet
        pohoj pretendoj akuzoj fajësoj këmbëngul insistoj sugjeroj aludoj argumentoj
        gjoja kinse dyshoj supozoj besoj mendoj konsideroj vlerësoj bindur hamendësim spekuloj
        burim dëshmitar dëshmi zëdhënës zëra thashetheme version ide narrativë hipotezë skenar teori tezë
        paralajmëroj ankohet protestoj lamentoj mburret betohet konfirmoj pranoj rikujtoj ngul
        paska paskan qenka qenkan
        perceptim opinion analist ekspert analizë interpretoj quajti cilësoj përshkruaj përshkroi përfundon arsyetoj konkludoj nënkuptoj
      `),
      ...phrases(`
        la të kuptohet, lë të kuptohet, lanë të kuptohet, bën me dije, bëri me dije, bëhet e ditur, bëri të ditur, bënë të ditur,
        të ashtuquajtur, i ashtuquajtur, e ashtuquajtur, drejton gishtin, vë gishtin, fjala se, fjalët e, sipas fjalëve, në sytë e, në bazë të të dhënave, me sa duket, siç duket
      `),
    ],
    hedges: [
      ...words(`
        mund mundësisht ndoshta mbase kushedi gjasa do sikur nëse duket dukshëm
        roman fiksion satirë triller imagjinoj kusht
      `),
      ...phrases(`në qoftë se, po të, sikur të, le të, me gjasë, ka gjasa`),
    ],
    personal: words(`unë mua im ime tonë ynë ai`),
    // Not "se" alone: folded, it is also the "së" of a genitive.
    contentClauses: phrases(`
      se u, se nga, se në, se gjatë, se një, se është, se janë, se ka, se kanë, se kishin, se kishte, se nuk, se disa, se po, se ai,
      se ajo, se ato, se kjo, se ky, se këto, se për, se edhe, se pas, se para, se dronë, se mercenarë, se kamionë, se armë
    `),
    pastOfPast: words(`kishin kishte`),
    modals: words(`mund do duhet`),
    afterthoughts: phrases(
      `kështu, ky është, kjo është, kjo ishte, të paktën, së paku, këto ishin, këto janë, ky ishte`,
    ),
    questions: [
      ...words(`paqartë panjohur hetoj shqyrtoj verifikoj sqarime pikëpyetje enigmë`),
      ...phrases(`
        pyet nëse, pyes nëse, pyetja është, shtrohet pyetja, ngrihet pyetja, ngre pyetje, pyetje pa përgjigje, nuk dihet, s dihet, duan të dinë nëse, do të dijë nëse, të sqarohet nëse, sqaruar nëse, kërkoj të dijë, nuk ka ende përgjigje, pa përgjigje, askush nuk e di, nuk është e qartë, s është e qartë, nuk është sqaruar, mbetet e hapur, mbetet për t u parë, a është e vërtetë, a ka, kërkoi sqarim, kërkoi shpjegim,
        thotë nëse, dihet nëse, qartë nëse, përcaktuar nëse, tregojë nëse, vihet në dyshim, vë në dyshim, vënë në dyshim
      `),
    ],
    claimNouns: [
      ...words(`
        kjo këtë ky këto këtij kësaj këtyre ato atë to
        akuzë pretendim pohim raport deklaratë thashetheme zëra version histori lajm dyshim informacion teori tezë insinuatë aludim shpifje spekulim hamendësim
        përfshirje pjesëmarrje
      `),
      ...phrases(
        `e tillë, të tilla, gjë e tillë, asgjë e tillë, i tillë, fjalët e tij, fjalët e saj, rol`,
      ),
    ],
  },
};
