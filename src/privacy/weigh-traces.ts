import { isOrdinaryWord } from './names/given-names.ts';
import type { Company, Passage } from './passage.ts';
import type { Sign } from './sign.ts';
import { hasClass } from './tokenise.ts';
import { weighHints } from './weigh-hints.ts';
import { CLASS } from './word-classes.ts';

/** Weighs what leads to one child without a name: accounts, references, courts, press, dwellings. */
export function weighTraces(passage: Passage, company: Company): Sign[] {
  const { text, tokens } = passage;
  return [
    ...weighAccounts(text, company),
    ...weighReferences(passage, company),
    ...weighCourt(text),
    ...weighPress(text),
    ...weighDwelling(passage),
    ...weighUnborn(passage),
    ...weighHints(passage),
    ...tokens.flatMap((_, at) => weighPlural(passage, at)),
  ];
}

const SOCIAL =
  'insta(?:gram)?|snap(?:chat)?|tik ?tok|discord|facebook|telegram|onlyfans|fortnite|roblox|xbox|psn|you ?tube|twitter|gamer ?tag|user ?name|screen ?name|handle|whatsapp';
const OF_KIN =
  "(?:mum|mom|dad|mother|father|nan|boy|girl|lad|child|kid|sister|brother|uncle|aunt|boyfriend|carer)['’]?s";
/** “her insta is …”, “through his gamertag” */
const THEIR_ACCOUNT = new RegExp(
  String.raw`\b(?:his|her|${OF_KIN}) (?:\w{1,12} ){0,2}(?:${SOCIAL})\b`,
  'i',
);
/** “step-dad’s email is …” */
const EMAIL_OF_KIN = new RegExp(String.raw`\b${OF_KIN} (?:\w{1,12} )?e-?mail\b`, 'i');
const HANDLE = new RegExp(
  String.raw`(?<!\S)@\w[\w.]{2,30}|\b(?:${SOCIAL}|account|goes by|call(?:s|ing) (?:him|her)self|known as)\W{1,3}(?:(?:name|is|as|account|user)\W{1,2}){0,3}(?=[a-z._]{0,25}[\d_.])[\w.]{4,30}`,
  'i',
);
const EMAIL = /\b[\w.+-]{2,40}@[\w-]{2,40}\.[a-z]/i;
const HE_OR_SHE = /\b(?:he|she|his|her|him)\b/i;
const IN_FAMILY = /\b(?:mum|mom|dad|mother|father|nan|step-?(?:dad|mum)|boyfriend)\b/i;

function weighAccounts(text: string, { isOfFamily }: Company): Sign[] {
  if (THEIR_ACCOUNT.test(text) || EMAIL_OF_KIN.test(text)) return [['their account', 2.5]];
  const isOfKin = isOfFamily || IN_FAMILY.test(text);
  return (EMAIL.test(text) && isOfKin) || (HANDLE.test(text) && (isOfKin || HE_OR_SHE.test(text)))
    ? [['account of a family', 2.2]]
    : [];
}

/** “WV22C50117”, as the family courts number their cases. */
const COURT_NUMBER = /\b[A-Z]{2}\d\d[CPZF]\d{5}\b/;
/** “case 558120 closed to social care” */
const CASE_NUMBER = /\bcase(?: (?:no|number|ref|id))?\W{1,3}\d{5,}/i;
/** “CP-IS flag on 4471120” */
const FLAG_NUMBER = /\b(?:flag|cp-?is|chart|record)\b(?: (?:on|for|under|number|no))?\W{1,2}\d{5}/i;
const LOG_NUMBER =
  /\b(?:log|incident|marf|niche|crime|urn|mash)\b\W{0,3}(?:(?:no|number|ref)\W{1,3})?[\w/]{0,12}\d{3}/i;
const PRESENT = /\b(?:kids?|child(?:ren)?|baby|boy|girl|female|male|mum|dad)\b(?!['’])/i;
const CASE_STATE =
  /\bstep(?:ped)? (?:down|up)\b|\bnfa\b|\bs47\b|\bclosed to\b|\bopen to\b|\bfinal hearing\b|\bthreshold\b|\bsexual assault\b/i;
const NUMBERED = /\b(?:ref|no|number|id|urn)\b\W{0,3}[\w/-]{0,12}\d{3}/i;

function weighReferences({ text }: Passage, { isOfFamily }: Company): Sign[] {
  if (!/\d{3}/.test(text)) return [];
  if (COURT_NUMBER.test(text)) return [['court number', 2.5]];
  if (CASE_NUMBER.test(text) || FLAG_NUMBER.test(text)) return [['case number', 2.4]];
  if (LOG_NUMBER.test(text) && (isOfFamily || PRESENT.test(text))) return [['log number', 2.4]];
  return NUMBERED.test(text) && CASE_STATE.test(text) ? [['case number', 2.3]] : [];
}

const ONE_CHILD = String.raw`(?:(?:single|the|child|youngest|eldest) )?(?:child|baby|boy|girl|lad|toddler|victim|witness)\b(?!['’]|ren| (?:protection|abuse|death|exploitation|sexual))`;
const CROWN = /\bR v\.? [A-Z]/;
const TRIAL =
  /\b(?:trial|sentenc\w+|conviction|verdict) of (?:the|a|his|her)\b|\b(?:judge|coroner|jury|court) (?:has )?(?:said|ruled|lifted|agreed|ordered|named)\b|\b(?:jailed|sentenced|remanded|got \d+ years|pleaded)\b/i;
const A_CHILD = new RegExp(String.raw`\b${ONE_CHILD}`, 'i');
/** “the inquest into the death at the baths”, not “the inquest training” */
const INQUEST = /\binquest (?:of|into|touching|on|for) (?:the|his|her|a) /i;
/** “child witness is 6”, “the victim was two” */
const WITNESS_AGE =
  /\b(?:victim|witness|child|complainant) (?:is|was) (?:only |just )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?=[,.;]| and\b| when\b|$)/i;

/** “R v Sadowski starts Monday, child witness is 6”; not “trial of the new form”. */
function weighCourt(text: string): Sign[] {
  const signs: Sign[] = [];
  if (WITNESS_AGE.test(text)) signs.push(['age of a witness', 2.2]);
  if ((CROWN.test(text) || TRIAL.test(text)) && A_CHILD.test(text)) signs.push(['in court', 2]);
  if (INQUEST.test(text)) signs.push(['inquest', 1.5]);
  return signs;
}

const PRESS =
  /^(?:paper|press|media)\b|\b(?:reporters?|journalists?|newspapers?|daily (?:mail|mirror|star)|the (?:sun|mail|mirror|times|guardian|paper|papers|press|media|internet|echo|post|star)|bbc|itv|sky news|facebook|reddit|twitter|tiktok|nextdoor|whatsapp|people online|tweets?|somebody online)\b/i;
/** What leads others to one family: “worked out which baby”, “they know the street”. */
const FINDS =
  /\b(?:work(?:ed|ing|s)? out|know|knows|knew|posted|posting|naming|named|identified|gives? away|guessed|found|outside|leaked|sharing|shared) (?:\w{1,12} ){0,3}?(?:who|which|where|the (?:street|address|house|name of|family|school|nursery)|(?:his|her) (?:name|photo|address|school))\b|\b(?:has|have|got) (?:a|the|his|her) (?:name of the|street|address|photo|picture)\b|\bwhether (?:the|that|this) (?:child|baby|boy|girl|family)\b(?! (?:protection|hub|death))|\brunning (?:the|it|his|her) .{0,40}\b(?:photo|picture|name)\b/i;

function weighPress(text: string): Sign[] {
  return PRESS.test(text) && FINDS.test(text) ? [['traced by the press', 2.8]] : [];
}

const DWELLING =
  /\b(?:caravan|static van|trailer|flat|bedsit|narrow ?boat|squat|tent|maisonette|top floor|travelodge|hostel|pitch|plot|van)\b (?:\w+ ){0,2}?(?:at|behind|over|above|on|in|opposite|next to|of|with|near|by)\b/i;
const SMALL_CHILDREN =
  /\b(?:two|three|four|five|six|seven|a|one|new|\d) (?:under[- ](?:ones?|twos?|threes?|fours?|fives?|\d)|kids?|bab(?:y|ies)|toddlers?|little ones?|children)\b|\b(?:screaming|crying|filthy|naked) (?:toddler|baby|kids?|children)\b/i;

/** “house on the corner of Elm Road with the police tape” */
const HOUSE_OF_EVENT =
  /\b(?:house|flat|home|bungalow|caravan) (?:on|at|with|above|next|opposite)\b.{0,50}\b(?:police tape|where it (?:all )?happened|where (?:he|she|they|the baby) (?:was|were|died|lived)|boarded|blacked out|on fire|burn(?:t|ed) down|raided)\b/i;

/** “caravan behind the pub, two under fives and dogs” */
function weighDwelling({ text, isGeneral, isOfPractice }: Passage): Sign[] {
  return DWELLING.test(text) && SMALL_CHILDREN.test(text) && !isGeneral && !isOfPractice
    ? [['dwelling of a family', 2.6]]
    : HOUSE_OF_EVENT.test(text)
      ? [['house where it happened', 2.3]]
      : [];
}

const DUE =
  /\b(?:baby|bub|mum|mom|she)(?:['’]s)? (?:is )?(?:due|arrives|expected)\b|^due (?:in|on)\b|\b(?:mum|mom|she)(?: is|['’]s)? \d\d weeks|\b\d\d weeks pregnant\b/i;
/** “twenty weeks, sixth baby” */
const LATER_BABY =
  /\bweeks?\b.{0,30}\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|last) (?:baby|pregnancy)\b|\b(?:her|his) (?:last|first|other) (?:baby|child) (?:died|was)\b/i;
/** “twins born in the car park” */
const BORN_AT =
  /\b(?:twins?|triplets|baby|sibling) (?:was |were )?born (?:in|at|on|outside|to|during) (?:the|a|an|her|his)\b/i;
/** “unborn, due 3 March”, “unborn of S. Kaur” */
const UNBORN_DUE = /\bunborn\W{1,3}due\b|\bunborn (?:of|to) [A-Z](?:\.|[a-z]+) ?[A-Z]/;
const NOT_BEGUN = /\bpre-?birth\b/i;
const LACKS = /\b(?:no|not|nobody|still|hasn['’]?t|isn['’]?t|without|who)\b/i;
const EARLIER_REMOVED =
  /\b(?:previous|older|other|last|first) (?:(?:one|two|three|four|five|six|\d|children|child|baby|siblings?) ?){1,2}(?:were |was |all )?(?:removed|adopted|taken)\b/i;
const OF_TOOL =
  /\bpre-?birth (?:\w+ )?(?:tool|template|polic|procedure|protocol|training|pathway|form)/i;

/** “Baby due in three weeks and still no pre-birth assessment” */
function weighUnborn({ text }: Passage): Sign[] {
  const signs: Sign[] = [];
  if (EARLIER_REMOVED.test(text)) signs.push(['earlier children removed', 2.3]);
  if (DUE.test(text) && NOT_BEGUN.test(text) && LACKS.test(text) && !OF_TOOL.test(text))
    signs.push(['unborn, not assessed', 2.4]);
  if (BORN_AT.test(text)) signs.push(['born somewhere', 2.3]);
  if (LATER_BABY.test(text)) signs.push(['later baby', 2.3]);
  if (UNBORN_DUE.test(text)) signs.push(['unborn', 2.4]);
  return signs;
}

const NO_FAMILY = CLASS.published | CLASS.work | CLASS.place | CLASS.role;

/** “referrals on the Tanswells”; not “the Kennedys guideline” or “the Midlands”. */
function weighPlural({ tokens, isOfOffice, isKnown }: Passage, at: number): Sign[] {
  const [token, name, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.word !== 'the' || !name?.isCapital || name.before !== ' ' || name.owns) return [];
  const word = name.word;
  if (!/^\p{Lu}\p{Ll}/u.test(name.text)) return [];
  if (!/^[a-z-]{4,}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return [];
  if (name.classes || isOrdinaryWord(word) || isKnown(at + 1)) return [];
  const isJoined =
    after?.before === ' ' &&
    (after.isCapital || hasClass(after, NO_FAMILY) || after.word === 'guideline');
  return isJoined || isOfOffice ? [] : [['family with a surname', 2.4]];
}
