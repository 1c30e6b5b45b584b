/**
 * How common English words are that a small list of claims may hold once and any page ten times. A
 * list of a hundred claims cannot tell "people" from "anaconda"; its own counts take over as it
 * grows (see `plain-index.ts`).
 *
 * Written by hand from general knowledge of news and talk, not counted in any text that measures
 * the matching.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** One text of a sentence or two in about 80 has the word. */
const EVERYWHERE = words(`
  people say said time year new one two first last day week month make made go going went get got
  take took come came see saw know knew think thought want need use used work world country state
  states government president man men woman women child children family life home house city school
  company business money million billion percent number part place way thing things lot good best
  better great big small long old young high right left back next early late today tomorrow
  yesterday now report news public national american america official including group week plan law
  case court police order help start end call called show shown look told tell give gave given found
  find keep kept let put set run ran try tried ask asked leave become became mean means feel felt
  seem turn move live lived believe hold bring happen happened write written provide sit stand stood
  lose lost pay paid meet met include continue learn change lead led understand watch follow stop
  create speak read allow add spend grow open walk win won offer remember love consider appear buy
  bought wait serve die died send sent expect build built stay fall fell cut reach kill killed remain
  three four five six seven eight nine ten hundred thousand video photo picture post really well
  many little own every around another
`);

/** One in about 400 has it. */
const COMMON = words(`
  able accept access accident account across act action activity actor actually add address
  administration admit adult affect afternoon age agency agent ago agree agreement air airport alone
  already although always among amount analysis animal announce announcement answer anyone anything
  app apparently area arm army arrest arrive art article assume attack attempt attention attorney
  audience author authority available average avoid award aware away baby bad bag ball ban bank bar
  base basic battle beach bear beat beautiful bed begin behavior behind benefit bill bit black block
  blood blue board boat body book border born boss bottom box boy brain brand break bridge brief
  bring british brother brown budget building burn bus camera camp campaign cancer candidate capital
  car card care career carry cash cat catch cause celebrate center central centre century certain
  certainly chair challenge chance character charge cheap check chief choice choose church citizen
  civil claim class clean clear clearly click climate close clothes club coach cold colleague collect
  college color come comment commercial commission commit committee common community compare
  complete computer concern condition conference confirm congress connect conservative contact
  contain content contract control conversation cook cool copy corner cost could council count couple
  course cover crash crazy credit crime criminal crisis critic cross crowd culture cup current
  customer dad daily damage dangerous dark data date daughter dead deal death debate decade decide
  decision deep defend defense degree deliver demand democrat department describe design desk despite
  detail develop development difference different difficult dinner direct direction director
  disappear discover discuss disease district doctor document dog dollar door double doubt draw dream
  dress drink drive driver drop drug dry due early earn earth east easy eat economic economy edge
  education effect effort either election else email emergency employee encourage energy engine enjoy
  enough enter entire environment era especially establish even evening event eventually ever every
  everyone everything evidence exactly example executive exist expensive experience expert explain
  express extra eye face fact fail fair fake false famous fan far farm fast father fear feature
  federal feed feel feeling female few field fight figure file fill film final finally financial fine
  finger finish fire firm fish fit fix flag flight floor fly focus food foot football force foreign
  forget form former forward free freedom french friday friend front full fun fund funny future game
  garden gas general get gift girl glass global goal god gold government grand green ground growth
  guard guess guest gun guy hair half hall hand hang happy hard hate head headline health hear heart
  heat heavy hell hero hide hill history hit holiday honor hope horse hospital host hot hotel hour
  however huge human hundred hurt husband ice idea identify image imagine immediately impact
  important improve incident increase indeed independent individual industry information injury inside
  instead institute insurance interest international internet interview investigation investment issue
  item job join joke journalist judge jump june july january february march april may august september
  october november december kid kind king kitchen knowledge labor lack lady lake land language large
  late laugh launch lawyer lay leader learn least leave legal less letter level lie light like likely
  limit line link list listen literally local locate london lose loss loud low lunch machine magazine
  mail main major majority male manage management manager mark market marriage married mask mass
  match material matter maybe mayor meal measure media medical medicine meeting member memory mention
  message middle might mile military mind minister minute miss missing mission mistake model modern
  mom moment monday monster month moon moral morning most mother motion mouth movement movie music
  myself name nation natural nature near nearly necessary neck neighbor network never newspaper nice
  night nobody none normal north note nothing notice nuclear nurse occur offer office officer oil ok
  old once online operation opinion opportunity option order organization original outside owner
  page pain paper parent park particular partner party pass past patient pattern peace per perfect
  perform perhaps period permit person personal phone photograph physical pick piece plane plant play
  player please point policy political politician politics poll poor popular population position
  positive possible potential power powerful practice prepare present press pressure pretty prevent
  price prime print prison private probably problem process produce product production professional
  professor program project promise proof proper property protect protest prove publish pull purchase
  purpose push quality question quick quickly quiet quite quote race radio rain raise rate rather real
  reality reason receive recent recently recipe record red reduce refer reflect refuse regard region
  relate relationship release religious remove report reporter represent republican require research
  resident resource respond response rest restaurant result return reveal rich ride rise risk river
  road rock role room rule rumor safe safety sale saturday save scene science scientist score sea
  search season seat second secret secretary section security sell senate senator senior sense series
  serious seriously service set several sex shake share ship shirt shock shoe shoot shop short shot
  shoulder shut sick side sign significant similar simple simply since sing single sir sister site
  situation size skin sleep slow smile social society soldier somebody someone something sometimes
  son song soon sort sound source south southern space speaker special specific speech speed sport
  spot spread spring staff stage standard star statement station step stick still stock stone store
  storm story straight strange stranger street strong student study stuff style subject success
  successful suddenly suffer suggest summer sun sunday supply support supposed sure surface surprise
  survive suspect sweet system table talk target tax teach teacher team tear technology television
  term terrible test thank theory third though thought threat threaten throw thursday ticket tie tiny
  tired together tonight top total touch tough tour toward town track trade tradition traffic train
  travel treat treatment tree trial trip trouble truck true trust truth tuesday tv type ultimately
  understand union unit united university update upon user usually value various vehicle version
  victim victory view village violence visit voice vote voter wall war warm warn warning wash
  washington waste water weapon wear weather website wedding wednesday weekend weight welcome west
  western whatever wheel white whole wife wild wind window winter wish within without wonder wood word
  worker worry worse worst worth wow writer wrong yard yeah yellow yes yet york
`);

/** The share of short English texts that hold a word; nothing for a word that is not common. */
export const WORD_SHARES: ReadonlyMap<string, number> = new Map([
  ...COMMON.map((word) => [word, 1 / 400] as const),
  ...EVERYWHERE.map((word) => [word, 1 / 80] as const),
]);
