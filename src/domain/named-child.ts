import { FIRST_NAMES } from './first-names.ts';

/** Phrases after a name that describe a child's case and nobody's work. */
const OF_A_CASE = String.raw`(?:is |was |still |now |currently |already |back |ever |not )*(?:(?:on|subject to|off|under) (?:a |an |the |his |her )?(?:cp|cpp|cin|child protection|child in need|section 47|care|supervision) ?(?:plan|order|enquiry)?\b|(?:in|into|leaving) (?:care|foster care|a placement|residential|secure)|looked after|fostered|adopted|accommodated|(?:got|has|have|had|get|getting|with|without|need|needs) (?:a |an |any |his |her |their |no )?(?:social worker|bruis\w+|injur\w+|fracture\w*|black eye|key worker|foster carer|ehcp|cp plan|child protection plan|placement)|(?:been |being |get |got )?(?:hit|hurt|injured|abused|assaulted|raped|neglected|groomed|exploited|trafficked|removed|sectioned|excluded|stabbed)\b|known to (?:social care|us|police|the trust|camhs|mash)|(?:disclosed|alleged|self harm\w*|suicidal|pregnant|at risk)|(?:died|was killed)|(?:been |gone )?missing (?:from|since|again)|(?:safe|ok|alright) (?:at home|there|now|with))`;
const OF_THEIRS =
  '(?:mum|mom|mother|dad|father|stepdad|step dad|stepfather|parents?|family|brothers?|sisters?|siblings?|nan|gran|carers?|foster carers?|social worker|case|file|placement|cp plan|care plan|strategy meeting|core group|conference|referral)';
const ABOUT =
  '(?:child|baby|boy|girl|pupil|toddler|kid|teenager|young person|son|daughter|twins?|case of|case for|case file for|case notes for|file for|social worker for|strategy meeting for|conference for|referral for|referral on|worried about|concerned about|concerns about|plan for)';
/** Phrases that describe a child, but a colleague too. */
const PERSONAL =
  /^(?:(?:is|was|are|has|have|does|did|been|be|still|now|ever|not|yet|to|any|got|get|gone) )*(?:ok|okay|alright|safe|well|home|at home|at school|in school|in hospital|living|live|lives|staying|placed|missing|seen by|camhs|arrested|up to|go missing|gone missing|in care|referred|assessed|allocated|closed to|open to|moved|in court|with (?:his|her|their)|back (?:at|with|in)|there|doing)\b/;
const ASKED_AFTER =
  /(?:^| )(?:(?:what is|whats|anything|something) (?:happening|going on|new|up|the latest|the story) (?:with|on|about|for)|how (?:is|are|was|has|old is)|hows|where (?:is|was)|wheres|who is|whos|tell me about|what about|how about|(?:any )?(?:update|news|word|info|information|latest|details|anything) (?:on|about|for|of)|do (?:we|you) know|look up|worried about|what happened to) (?:little |young |baby |poor |wee )?$/;
/** “Who is Priya Nair”: somebody with a surname is looked up among the people, as any stranger is. */
const WHO_IS = /(?:^| )(?:who is|whos) $/;
const IS_SURNAME = /^(?!(?:doing|now|today|again|then|living|staying|with|getting)$)[a-z]{2,}$/;
const ASKED_WHETHER =
  /(?:^|(?:^| )(?:is|has|does|did|was|and|when|why|where|whats|what is|whos|wheres) )$/;
/** Before the name of a colleague. */
const TITLE = '(?:dr|di|ds|dci|pc|sgt|cllr|prof|mrs|mr|ms)';
const HAS_TITLE = new RegExp(String.raw`\b${TITLE} $`);
/** Words of the partnership's work: a person named beside them is a colleague. */
const AT_WORK = new RegExp(
  String.raw`\b(?:actions?|meetings?|board|agenda|apolog\w+|deput\w+|attend\w*|coming|here|joining|chair\w*|minutes|report|training|lead|leads|team|sending|instead|cover\w*|register|priorit\w+|audit|invite\w*|email|role|${TITLE}|from|owns?|overdue|due)\b`,
);

/**
 * Whether a text names a child: a common first name beside words that describe only a case (“kayden
 * has a social worker”, “tylers mum”), in any case of letters. Words that also describe people at
 * work pass.
 */
export function namesChild(text: string): boolean {
  return namesIn(text).some(
    ({ before, after, owns }) =>
      !HAS_TITLE.test(before) &&
      ((owns && THEIRS.test(after)) ||
        (IN_CASE_WORDS.test(after) && !isOfWork(after)) ||
        ABOUT_THEM.test(before)),
  );
}

const THEIRS = new RegExp(`^${OF_THEIRS}\\b`);
const IN_CASE_WORDS = new RegExp(
  `^(?:[a-z]+ )?(?:${OF_A_CASE}|aged? \\d|\\d{1,2} ?(?:yrs?|years?|months?) old)`,
);
const ABOUT_THEM = new RegExp(`(?:^| )${ABOUT} (?:is )?(?:called |named )?$`);
const OBJECT_OF_WORK =
  /^(?:\S+ ){0,8}(?:mailing|distribution|circulation|attendance|lists?|sheet|agenda|minutes|meetings?|items?|interest|snag|deadline|board|boards|register|group|team|call|slides|training|forms|conference|actions?|emails?|inbox|chat|rota|papers?|votes?|voting|quorum|ballot|pilot|tender|shortlist|thread|newsletter|invite|invitation|workshop|seminar|buttons?|mute|mic|biscuits?|coffee|printer)\b/i;

/**
 * Whether words that sound like a case go on with something of work: “removed from the mailing
 * list”, “missing from the attendance sheet”, “hit a snag with the forms”.
 */
export function isOfWork(after: string): boolean {
  return OBJECT_OF_WORK.test(after);
}

/** “child k”, as reviews call their children; Child Q is a published national review (2022). */
const CHILD_BY_LETTER = /(?:^| )child [b-pr-z](?: |$)/;

/** A published review is called by its child’s letter: “Child C, recommendation 6”. */
const OF_A_REPORT =
  /\b(?:recommendations?|published|actions?|learn(?:ing|t|ed)?|lessons|lcspr|cspr|scr|briefing)\b/;

const SURNAME = '(?:[a-z]+ )?';
const REVIEW = '(?:(?:rapid|local|serious|safeguarding|case|practice) )*(?:reviews?|lcspr|cspr|rr)';
const NOT_A_GROUP = '(?! (?:panel|group|team|process|chair))';
/** “Kayleigh’s rapid review”, “Liam Carter’s case”: what is one child’s, and no colleague’s work. */
const THEIR_CASE = new RegExp(
  String.raw`^${REVIEW}\b${NOT_A_GROUP}|^(?:case|school|nursery|incident|care plan|plan$|home life)\b|^${OF_THEIRS}\b`,
);
const SURNAME_OWNS =
  /^(?!(?:does|has|is|was|wants|needs|says|owns|writes|asks|likes|as)\b)[a-z]+s /;
/** “getting a review”, “at St Mary’s school”: what becomes of a child, behind the name. */
const IN_A_CASE = new RegExp(
  String.raw`^${SURNAME}(?:getting|get|got|have|having|had|need|needs|needing|going|gone|go|went|to|for|up|due|under|part of|being|been|be|still|in|subject) (?:(?:for|to|of|in|have|get|be|the|an?|any) )*(?:${REVIEW}|reviewed|care plan|plan$)\b${NOT_A_GROUP}`,
);
const AT_SCHOOL = new RegExp(
  String.raw`^${SURNAME}(?:(?:doing|getting on|settling|still|now|go|going|back) )*(?:at|in|to) (?:[a-z]+ ){0,4}(?:school|nursery|college|academy|primary|reception|placement)\b`,
);
const OF_A_CHILD = new RegExp(
  `(?:^| )(?:${REVIEW}|case|incident|(?:school|nursery) (?:is|does|did|was)) (?:(?:of|on|about|into|involving|regarding|concerning|with|for) )?(?:little |baby |young )?$`,
);
const TO_THE_END = /^(?:[a-z]*|(?:[a-z]+ )?(?:yet|now|please|done|go to|attend|at|in))$/;

/** Whether what stands around a name asks after one child's review, plan, school or family. */
function isInACase({ before, after, owns }: NameInText): boolean {
  if (/(?:^| )st $/.test(before)) return false;
  if (owns) return THEIR_CASE.test(after);
  const behind = SURNAME_OWNS.exec(after)?.[0];
  return (
    (behind !== undefined && THEIR_CASE.test(after.slice(behind.length))) ||
    ((ASKED_WHETHER.test(before) || ASKED_AFTER.test(before)) &&
      (IN_A_CASE.test(after) || AT_SCHOOL.test(after))) ||
    (OF_A_CHILD.test(before) && TO_THE_END.test(after))
  );
}

/**
 * Whether a message asks after a child by a bare first name: “whats happening with ellie”, “has
 * tyler been to camhs”. Names that the partnership knows, and messages with words of work, pass.
 */
export function asksAfterChild(text: string, isKnown: (name: string) => boolean): boolean {
  const words = plain(text);
  if (CHILD_BY_LETTER.test(words) && !OF_A_REPORT.test(words)) return true;
  if (AT_WORK.test(words)) return false;
  return namesIn(text).some((found) => {
    const { name, before, after, owns } = found;
    if (isKnown(name)) return false;
    if (isInACase(found)) return true;
    if (WHO_IS.test(before) && IS_SURNAME.test(after)) return false;
    const bare = /^(?:[a-z]+|getting on|[a-z]+ (?:doing|now|today|getting on|these days))?$/.test(
      after,
    );
    return (
      !owns &&
      ((ASKED_AFTER.test(before) && bare) ||
        (ASKED_WHETHER.test(before) && PERSONAL.test(after) && !isOfWork(after)))
    );
  });
}

const CHILD =
  '(?:child|baby|boy|girl|lad|lass|kid|toddler|infant|teenager|youngster|twins?|mum|mother|dad|father|stepdad|stepfather|parents?|family|siblings?|brother|sister|victim)';
const ITS_CHILD = new RegExp(
  `(?:^| )(?:who (?:is|was|are|were)|whos|what happened to|how old (?:is|was|were)|how (?:is|was|are|were|did)|where (?:is|was|are|does|did)|what (?:is|was|does|did)|whats) (?:the|that|this) (?:[a-z]+ )?${CHILD}\\b`,
);

/**
 * Whether a message that names a review asks about its child or family: “who is the dad in rr4”.
 */
export function asksAboutReviewedChild(text: string): boolean {
  return ITS_CHILD.test(plain(text));
}

const WORRY =
  /\b(?:worr(?:y|ied|ies)|concern(?:s|ed)?|danger|hurt(?:s|ing)?|hit(?:s|ting)?|bruis\w+|burn(?:s|ed|t)?|abus\w+|assault\w*|unsafe|not safe|isnt safe|scared|frightened|afraid|groom(?:ed|ing)|neglected|disclos\w+|told me|left alone|emergency|urgent)\b/;

/** Whether somebody seems to fear for a child: they are told where to turn, whatever else is said. */
export const voicesWorry = (text: string): boolean => WORRY.test(plain(text));

/** No phrase that tells of a child is longer; so the work grows with the text alone. */
const WORDS_AROUND = 16;

interface NameInText {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** “tyler’s”, “tylers” */
  readonly owns: boolean;
}

function namesIn(text: string): NameInText[] {
  const words = plain(text).split(' ');
  return words.flatMap((word, at) => {
    const name = FIRST_NAMES.has(word)
      ? word
      : word.endsWith('s') && FIRST_NAMES.has(word.slice(0, -1))
        ? word.slice(0, -1)
        : '';
    if (!name) return [];
    const before = words
      .slice(Math.max(0, at - WORDS_AROUND), at)
      .map((each) => `${each} `)
      .join('');
    const after = words.slice(at + 1, at + 1 + WORDS_AROUND).join(' ');
    return [{ name, before, after, owns: name !== word }];
  });
}

/** The text in lower case, without apostrophes, with other signs as spaces. */
function plain(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS_READ)
    .toLowerCase()
    .replace(/['’`]|(?<=\p{L})-\p{L}+(?!\p{L}|-)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const MAX_CHARACTERS_READ = 4_000;
