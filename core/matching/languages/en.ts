import { stemmer } from '@orama/stemmers/english';
import type { LanguageRules } from './language.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);
const phrases = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

export const english: LanguageRules = {
  code: 'en',
  stem: stemmer,
  abbreviations: words(`Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Gov Sen Rep St No vs`),
  stopWords: words(`
    a an the this that these those some any each both either neither other another such same own
    i me my you your he his she her it its we us our they them their
    who whom whose which what when where why how here there
    and or but nor so as if than then while until since
    is are was were be been being am do does did done doing have has had having
    will would shall should can could may might must
    of in on at by for with to from into onto over under through via across out off up down about
    against between among during after before
    no not never also too very just only even still yet more most much many
    s t d ll re ve m
  `),
  lightWords: words(`
    use make take give get go come put let set see show know allow enable help serve carry
    country state nation government official side part time day night week month year war
  `),
  synonyms: [
    [
      'drone',
      ...words(`uav uas quadcopter microlight`),
      ...phrases(`
        unmanned aircraft, unmanned plane, unmanned vehicle, unmanned aerial vehicle,
        pilotless aircraft, pilotless plane, remotely piloted aircraft, robot aircraft,
        micro air vehicle, loitering munition
      `),
    ],
    [
      'aircraft',
      ...words(`plane airplane aeroplane jet warplane fighter bomber tanker squadron`),
      ...phrases(`air force, air fleet`),
    ],
    [
      'airspace',
      ...words(`sky skies heavens overfly overflew overflown overflight`),
      ...phrases(`air space, air corridor, air route, air lane, flight path, flight region`),
    ],
    [
      'enter',
      // to come
      ...words(`
        entry come came arrive reach cross pass passage move stream pour slip creep crept head
        fly flew flown flight swoop buzz sail ferry travel transit route
        penetrate infiltrate intrude intrusion incursion
      `),
      // to set out
      ...words(`
        leave left depart departure originate lift rise rose risen takeoff springboard launchpad
      `),
      ...phrases(`
        take off, took off, taken off, take wing, took wing, taken wing, lift off, go up, went up,
        gone up, set out, set off, set forth, start out, jumping off,
        launch pad, staging post, starting point
      `),
      // to send
      ...words(`launch send sent dispatch despatch deploy direct guide release unleash`),
      ...phrases(`send up, sent up, let loose, let go`),
    ],
    ['territory', ...words(`soil land ground side`)],
    ['border', 'frontier'],
    [
      'soldier',
      ...words(`troop personnel servicemen contingent forces`),
      ...phrases(`armed forces, military forces, ground forces`),
    ],
    ['airbase', ...words(`airfield aerodrome`), 'air base'],
    ['mercenary', ...words(`militant`), 'hired fighter'],
    ['weapon', ...words(`arms armament`), ...phrases(`military supplies, military equipment`)],
    ['truck', ...words(`lorry convoy`)],
    ['spy', ...words(`agent informant`)],
    ['terrorism', 'terrorist'],
    [
      'attack',
      ...words(`
        strike struck hit bomb bombard pound raid assault target airstrike
        offensive operation campaign sortie
      `),
    ],
    [
      'allow',
      ...words(`let permit permission consent grant clear give gave given offer lend lent open`),
      ...phrases(`make available, made available, wave through, turn a blind eye`),
    ],
    [
      'ministry',
      ...words(`minister`),
      ...phrases(`
        foreign ministry, foreign minister, foreign office, ministry of foreign affairs,
        defence ministry, defence minister, defense ministry, defense minister,
        ministry of defence, ministry of defense, interior ministry, prime minister,
        foreign policy, foreign affairs
      `),
    ],
    ['close', ...words(`shut seal ban suspend closure`), 'shut down'],
  ],

  acts: words(`enter attack allow close`),
  speakers: words(`
    ministry president parliament lawmaker deputy senator committee commission inquiry newspaper
    paper magazine broadcaster channel television radio website statement interview article press
    journalist reporter correspondent investigator expert analyst historian professor engineer
    researcher source reader people talk nothing
  `),
  determiners: words(`the a an its their`),
  anaphors: [
    ...words(`
      it they them their this that these those such there
      all both some most several none two three four five six seven eight nine ten
      neighbour neighbor
    `),
    ...phrases(`the country, the republic, the same, the machines, the former, the latter`),
  ],

  notAnaphors: phrases(`
    this year, this month, this week, this morning, this afternoon, this evening, this spring,
    this summer, this autumn, this fall, this winter, this time,
    there is, there are, there was, there were, there has, there have, there had, there will
  `),

  agency: {
    doerCues: words(`
      by to for that is are was were let allow permit enable grant give gave lend lent help assist
      serve
    `),
    auxiliaries: words(`
      has have had do does did will would shall should can could may might must
      not never also then only even just
    `),
    beForms: words(`is are was were be been being`),
    adverbEndings: ['ly'],
    progressiveEndings: ['ing'],
    verbJoiners: words(`to of`),
    passiveJoiners: ['by'],
    doerCuesAfter: [],
    oblique: { before: [], endings: [], after: [] },
  },

  movement: {
    sources: words(`from out off via through across over above by way using inside within in`),
    pathVerbs: words(`cross overfly overflew traverse leave left depart`),
    sourceNouns: [
      ...words(`springboard launchpad base origin`),
      ...phrases(`
        launch pad, launch point, launch site, starting point, staging post, staging ground
      `),
    ],
    goals: words(`to into onto toward towards against`),
    goalVerbs: words(`enter reach attack strike hit bomb target raid`),
    placeNouns: words(`
      country republic state neighbour neighbor territory soil land ground side border north
    `),
    sourceEndings: [],
    goalEndings: [],
    sourcesAfter: [],
    goalsAfter: [],
  },

  ownership: {
    possessives: ['s'],
    possessiveEndings: [],
    bareNamesOwn: false,
    followingOwnerEndings: [],
    joiners: phrases(`of, belonging to`),
    placeJoiners: words(`over above in`),
    places: words(`airspace territory`),
    sharedPlaces: words(`border frontier`),
    origins: words(`
      made built designed manufactured produced supplied bought sold trained type style
    `),
  },

  stance: {
    denials: [
      // to deny; where a stem ends in a double letter, its past form has another
      ...words(`
        deny denial denier reject rejection refute rebut rebuff rebuffed repudiate disavow disown
        contradict contest dispute dismiss rubbish scoff scoffed scotch quash exonerate acquit
        retract retraction withdraw withdrawn
      `),
      ...phrases(`
        wave aside, wave away, brush aside, brush off, shrug off, laugh off, push back, hit back,
        take issue, took issue, pour scorn, make nothing of, rule out, given short shrift,
        would have none of, will have none of
      `),
      // to disprove
      ...words(`disprove debunk discredit demolish ridicule`),
      ...phrases(`
        fact checker, fact check, fall apart, fell apart, fallen apart, put paid to,
        give the lie to, gave the lie to, should have said
      `),
      // not so
      ...words(`
        false falsehood untrue untruth incorrect mistaken erroneous doctored fake hoax fabricate
        invent invention concoct concoction figment canard slander calumny libel smear
        disinformation misinformation bogus spurious
        myth legend fiction fantasy nonsense absurd preposterous ludicrous implausible
        baseless groundless unfounded unsubstantiated
      `),
      ...phrases(`
        wrong that, was wrong, is wrong, were wrong, are wrong, completely wrong, quite wrong,
        dead wrong, simply wrong, not true, no truth, nothing in it, nothing to it, nothing of the kind, nothing of the sort,
        not correspond to reality, contrary to, far from, fairy tale, old wives, out of thin air,
        a lie, absolute lie, outright lie, downright lie, pack of lies, pure lie, nothing but lies,
        made up, make believe, trumped up, cooked up, tall tale, cock and bull,
        grain of truth, shred of truth, word of truth, ounce of truth, word of it is true
      `),
      // no reason to believe it
      ...phrases(`
        no evidence, without evidence, lack evidence, lack any evidence, no proof, no sign,
        no trace, no indication, no basis, without basis, no foundation, without foundation,
        no grounds, no such, not a single, not one, not a shred
      `),
      // it did not happen
      ...phrases(`
        not happen, never happened, could not have, cannot have, can not have,
        wide berth, stay shut, stayed closed, remained shut, remained closed,
        at no time, at no point, at no hour, at no stage, by no means, in no way,
        under no circumstances
      `),
    ],
    denyingOpenings: [
      ...words(`no none nobody nothing never neither nor`),
      ...phrases(`
        not a, not one, at no, in no, there is no, there was no, there has been no,
        there is nothing, there was nothing, contrary to, far from, correction
      `),
    ],
    negations: [
      ...words(`no not none nobody nothing never neither nor without cannot`),
      ...phrases(`
        didn t, don t, doesn t, isn t, wasn t, weren t, aren t, couldn t, wouldn t, won t, can t,
        hasn t, haven t, hadn t
      `),
    ],
    negatedForms: [],
    negationFollows: false,
    notNegations: phrases(`
      not only, not just, not merely, not simply, not least, not far, not long, not until,
      no longer, no sooner, no less, no fewer, no more than, no small, no stranger, nothing but,
      no doubt, no secret, no wonder, no surprise, no coincidence, no accident
    `),
    undeniedPhrases: phrases(`
      not deny, never denied, nobody denies, no one denies, no denying, without denying,
      refuse to deny, decline to deny, not dispute, nobody disputes, no one disputes,
      cannot be denied, can not be denied, could not be denied, no longer be denied, hard to deny,
      undeniable, not rule out, not been ruled out, not exclude,
      neither confirm nor deny, not confirm or deny,
      would not say, refuse to say, decline to say, refuse to comment, decline to comment
    `),
    attributions: [
      // to say
      ...words(`
        say said tell told stated declare announce describe description explain mention
        remark note comment repeat recall recount relate quote cite respond retort reply aver
        write wrote written report reportedly according
      `),
      ...phrases(`
        states that, speak of, spoke of, spoken of, talk of, talk is, word is, has it, have it,
        had it, is said, are said, was said, were said, in the words of, in the telling
      `),
      // to say what others may doubt
      ...words(`
        claim allege allegedly assert assertion insist maintain argue argument contend contention
        suggest suggestion hint imply implication insinuate allude purported purportedly
        accuse charge blame complain complaint warn lament sneer boast
        swear swore sworn vouch confide confirm testify testimony testament
      `),
      ...phrases(`
        points the finger, put down to, classify as, brand, labelled, deem,
        regard as, consider, treat as, denounce, so called, what he called, what they call
      `),
      // to think
      ...words(`
        believe belief think thought suspect suspicion supposed supposedly assume assumption
        presume reckon conclude conclusion convinced conviction opinion understand
        understood hear heard apparently
      `),
      ...phrases(`to be believed, sees it, as seen by, in the eyes of`),
      // what is said, and who says it
      ...words(`
        account version narrative memoir theory speculation rumour rumor gossip whisper mutter murmur
        depict portray spokesman spokeswoman spokesperson witness eyewitness
      `),
      'the story goes',
    ],
    hedges: [
      ...words(`may might perhaps possibly probably likely conceivably seemingly`),
      ...words(`will would could if unless suppose imagine`),
      ...words(`novel fictional satire thriller`),
      ...phrases(`must have, appears to, seems to`),
    ],
    personal: words(`i me my mine myself we our he him his himself she her herself`),
    contentClauses: ['that', 'how'],
    pastOfPast: ['had'],
    narrations: words(`have has had`),
    modals: words(`will would shall should can could`),
    afterthoughts: phrases(`
      that is, that was, that at any rate, that at least, this is, this was, those are, those were,
      such is, such was, so, or so, at least
    `),
    questions: [
      ...words(`whether wonder unclear unknown unanswered`),
      ...phrases(`
        say if, ask if, know if, clear if, determine if, establish if, find out if, examine if,
        asks how, demand to know, is it true,
        look into, to examine, to clarify, to investigate, investigate whether, investigate report,
        investigate claim, investigation into, inquiry into, enquiry into, probe into,
        the question, open question, jury is still out, nobody knows, no one knows,
        nobody can say, no one can say
      `),
    ],
    claimNouns: [
      ...words(`
        this that these those it such so
        claim allegation accusation charge report rumour rumor story suggestion assertion theory
        idea notion speculation version account involvement
        insinuation finding tale narrative article assumption
      `),
      ...phrases(`
        the whole thing, of the kind, of the sort, of that kind, of that sort, any such, any role, any part, his words, her words, their words,
        nothing of the kind, nothing of the sort, nothing in it, nothing to it, not true
      `),
    ],
  },
};
