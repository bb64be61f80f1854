import { isOfWork, namesChild } from './named-child.ts';

/** The kind of personal detail that a text seems to contain. */
export type PersonalDetailKind = 'NHS number' | 'date of birth' | 'address' | 'child’s name';

export interface PersonalDetail {
  readonly kind: PersonalDetailKind;
  /** What it looks like, with its article: “an NHS number”. */
  readonly looksLike: string;
  /** What the writer can write instead. */
  readonly instead: string;
}

const INSTEAD: Readonly<Record<PersonalDetailKind, string>> = {
  'NHS number': 'Leave the NHS number out and use the reference of the review or action.',
  'date of birth': 'Leave the date of birth out and use the reference of the review or action.',
  address: 'Leave the address out; the name of an agency or a group is enough.',
  'child’s name': 'Leave the name out and use the reference of the review or action.',
};

/**
 * Finds personal details of a child or family, which must be neither stored nor sent on (the brief:
 * “No case record lives here”). `undefined` for a text that may pass. Only the shape of the text is
 * checked; what passes may still be personal.
 * @example findPersonalDetail('nhs no 943 476 5919')?.kind // 'NHS number'
 * @example findPersonalDetail('sending DI Ahmed instead') // undefined
 */
export function findPersonalDetail(text: string): PersonalDetail | undefined {
  const plain = normaliseCharacters(text);
  const kind = KINDS.find(([, holds]) => holds(plain))?.[0];
  return (
    kind && {
      kind,
      looksLike: `${/^(NHS|address)/.test(kind) ? 'an' : 'a'} ${kind}`,
      instead: INSTEAD[kind],
    }
  );
}

/**
 * Data with more words and keys than this, or a longer text, comes from no form (a field takes
 * 4,000 characters).
 */
const MAX_PARTS = 2_000;
const MAX_TEXT_LENGTH = 10_000;

/**
 * The first personal detail in data of any shape: in texts, numbers and names of keys, however
 * deeply they lie. Data that is too large to be looked through is `too-much`: nobody has written
 * that in a form.
 * @example findPersonalDetailInData({ form: { notes: [9434765919] } }) // { kind: 'NHS number', … }
 */
export function findPersonalDetailInData(data: unknown): PersonalDetail | 'too-much' | undefined {
  for (const text of collectTexts(data)) {
    const detail = text === undefined ? 'too-much' : findPersonalDetail(text);
    if (detail) return detail;
  }
  return undefined;
}

/**
 * Texts, numbers and names of keys in data of any shape, without generated ids; ends with
 * `undefined` where the data is too large to be looked through.
 */
export function* collectTexts(data: unknown): Generator<string | undefined, void> {
  const parts: unknown[] = [data];
  for (let at = 0; at < parts.length; at += 1) {
    if (parts.length > MAX_PARTS) return yield undefined;
    const part = parts[at];
    if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part))
        parts.push(...(Array.isArray(part) ? [value] : [key, value]));
    } else if (typeof part === 'string' || typeof part === 'number') {
      const text = String(part);
      if (text.length > MAX_TEXT_LENGTH) return yield undefined;
      if (!isGeneratedId(text)) yield text;
    }
  }
}

/**
 * The ids that cards carry are random: ten of their digits can look like an NHS number by chance.
 */
function isGeneratedId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/**
 * Undoes wide digits, invisible characters, other hyphens and odd spaces, which come with pasted
 * text.
 */
export function normaliseCharacters(text: string): string {
  return text
    .replace(/[\uFDFA\uFDFB]/g, ' ') // each would become a sentence of eighteen characters
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\S\n]+/g, ' ');
}

const KINDS: readonly (readonly [PersonalDetailKind, (text: string) => boolean])[] = [
  ['NHS number', containsNhsNumber],
  ['date of birth', containsDateOfBirth],
  ['address', containsAddress],
  ['child’s name', containsChildsName],
];

/** The digits stand in a lookahead, so that they are matched once and never given back. */
const TEN_DIGITS = /(?<![\d+])(?=(\d(?:(?:[ \n._-]|[ ()_-]{2,3}|\))?\d){9}))\1(?![ .-]?\d)/g;

function containsNhsNumber(text: string): boolean {
  return [...text.matchAll(TEN_DIGITS)].some(([found]) => isNhsNumber(found.replace(/\D/g, '')));
}

/**
 * Whether ten digits are an NHS number: the last one checks the others (NHS Data Dictionary,
 * modulus 11). Ten equal digits, and numbers that begin like a telephone number, are not.
 * @example isNhsNumber('9434765919') // true
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, at) => total + Number(digit) * (10 - at),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** A month by its name or the beginning of it, as part of a pattern. */
export const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const DATE = String.raw`(?:${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{2,4}|\d{1,2}[ .](?:i{1,3}|iv|v|vi{1,3}|ix|xi{0,2})[ .]\d{4}|\d{1,2}[ ./-]\d{1,2}[ ./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? \d{2,4})`;
const BIRTH_DATE = String.raw`d\.?o\.?b|date of birth|birth ?date`;
const BIRTH = new RegExp(
  String.raw`\b(?:${BIRTH_DATE}|born(?: on)?|birthday(?: is)?)\b[\s.:=("-]{0,4}(?:(?:is|was|on|the|a) ){0,4}${DATE}`,
  'i',
);
const DATE_FIRST = new RegExp(String.raw`\b${DATE}[ ,(="-]{1,3}(?:${BIRTH_DATE})\b`, 'i');
/** “SCSP was born on 29/09/2019”: a body that was founded. */
const FOUNDED = /\b[A-Z]{3,} (?:was )?born\b/;

function containsDateOfBirth(text: string): boolean {
  return (BIRTH.test(text) && !FOUNDED.test(text)) || DATE_FIRST.test(text);
}

const STREET =
  'street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|cres|terrace|grove|gardens|court|way|place|walk|hill|row|mews|green|square';
const HOUSE =
  /\b\d{1,4}[a-z]? (?!(?:days?|weeks?|months?|years?|of|in|on|by|to|the|and|more|actions?|meetings?)\b)(?:[a-z'’]+ ){1,3}(?:street|road|avenue|lane|crescent|terrace|grove|gardens|mews)\b/i;
const SHORT_HOUSE = new RegExp(
  String.raw`\b\d{1,4}[a-z]? [A-Z][a-z'’]+(?: [A-Z][a-z'’]+)? (?:${STREET})\b`,
  'i',
);
const AT_HOME = /\b(?:lives?|living|address|staying|moved|home|flat|house|resides?)\b/i;
/** “B70 8RT” */
export const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/i;
const NUMBERED =
  /\b(?:(?:number|no\.?|flat|house) \d{1,4}[a-z]?|\d{1,4}[a-z]?,? [a-z'’]+)\b[^\n]{0,40}$/i;

/** Where people meet for work, or what is sent there. */
const VENUE =
  /\b(?:meetings?|venue|room|court|unit|offices?|hq|headquarters|centre|hub|hotel|station|library|conference|training|lanyards?|business park|suite|floor|parking|press|buildings|invoices?|charity|nspcc|barnardo['’]?s|reception|surgery|clinic|post to|posted to|courier|satnav|step[- ]free)\b/i;
/** “MASH move to 12 Canal Street”, “the front door team is moving” */
export const TEAM_MOVES =
  /\b(?:mash|hub|teams?|service|offices?|clinic|panel|unit) (?:(?:is|are|has|have|will|to) ){0,2}(?:mov(?:es?|ed|ing)|relocat\w{1,5})\b/i;
const OF_A_HOUSEHOLD =
  /\b(?:lives?|living|home|family|families|mum|dad|mother|father|child|children|boy|girl|kids?|baby|toddler|staying|resides?)\b/i;
/** “the family hub”, “a children’s centre”: bodies, of which nobody is a child. */
const BODY =
  /\b(?:family|families|child(?:ren)?['’]?s?) (?:and family )?(?:hubs?|centres?|courts?|services?|trust|homes?|social care|wing|board|panel|department|ward)\b/gi;

function containsAddress(text: string): boolean {
  const isOfWork = VENUE.test(text) || TEAM_MOVES.test(text);
  if (isOfWork && !OF_A_HOUSEHOLD.test(text.replace(BODY, ' '))) return false;
  if (HOUSE.test(text) || (AT_HOME.test(text) && SHORT_HOUSE.test(text))) return true;
  const postcode = POSTCODE.exec(text);
  return postcode !== null && NUMBERED.test(text.slice(0, postcode.index));
}

/** Phrases about one child's case that no plan or audit uses. */
const CASE =
  '(?:is )?(?:on|subject to) (?:a|the) (?:cp|CP|cin|CIN|[Cc]hild [Pp]rotection|[Cc]hild [Ii]n [Nn]eed) plan|(?:has|with) (?:a|an|her|his) (?:bruise|bruises|injur\\w+|fracture|social worker)|was (?:hit|hurt|injured|abused|assaulted|raped|neglected|removed from|taken (?:into|from))|is (?:looked after|in care|in foster care|being abused|at risk from|known to (?:social care|us|police|the trust))|(?:disclosed|alleged|told us|told me) (?:that|she|he|abuse)|has been (?:hit|hurt|injured|abused|assaulted|neglected|removed|taken into care)|died|was killed';
const KIN =
  '(?:child|baby|boy|girl|son|daughter|twin|brother|sister|mum|mother|dad|father|pupil|toddler|family)';
const TITLE = '(?:D[ISC]|DCI|PC|Dr|Cllr|Mrs|Mr|Ms|Sgt|Prof)';
const NAME = `(?:${TITLE} )?[A-Z][a-z’'-]{2,}(?: [A-Z][a-z’'-]+)?`;
const CALLED = new RegExp(
  String.raw`\b${KIN} (?:is |was |who is )?(?:called|named) ([A-Za-z][a-z’'-]{2,})`,
);
const NAMED_CASE = new RegExp(
  String.raw`(?:^|[^.\w] ?)(${NAME}),? (?:\(?(?:aged?|age) \d|\d{1,2} ?(?:yrs?|years?|months?) old|(?:${CASE}))`,
);
/** A capital word that is no child’s name: a title, or what begins a sentence. */
const NO_CHILDS_NAME = new RegExp(
  String.raw`^(?:${TITLE}|The|This|That|It|She|He|They|There|Who|What|Which|When|Where|How|Action|Police|Council|Health|Trust|Child|Children|Baby|Each|Every|Nobody|One|Group|Board|Panel|Review|Young|And|But|If|Boys|Girls|Pupils|Students|Teenagers|Babies|Toddlers|Infants|Adolescents|People|Those|Males|Females|Adults|Men|Women|Carers|Siblings)\b`,
);

function containsChildsName(text: string): boolean {
  return CALLED.test(text) || namesChild(text) || namesInCase(text);
}

function namesInCase(text: string): boolean {
  const found = NAMED_CASE.exec(text);
  if (!found || NO_CHILDS_NAME.test(found[1] ?? '')) return false;
  const end = found.index + found[0].length;
  return !isOfWork(text.slice(end, end + MAX_PHRASE_LENGTH).trimStart());
}

/** As much of a text as goes on from a phrase. */
const MAX_PHRASE_LENGTH = 100;
