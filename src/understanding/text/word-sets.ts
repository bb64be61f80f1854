/** Words without a subject of their own: they never tell what a message is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but of for in on at to from by with without into onto about as than then this that these those there here it its is are was were be been being am do does did done doing has have had having
  i me my mine we us our ours you your yours he she they them their his her one ones some any all every each both much many more most less least few lot lots bit
  what which who whom whose when where why how if whether not no nor yes can could will would shall should may might must
  get got getting go going gone went come came coming make made making take taken taking put say said says tell told show give gave given let know think want wanted need needs needed like see seen look looking looks find found ask asked keep kept
  up down out off over under again still yet already ever never now just only also too very really quite even back away ago soon later today tomorrow yesterday
  thing things stuff anything something everything nothing anyone someone everyone anybody somebody nobody else other another same such
  please thanks ok okay hi hello hey so well because since until till while during after before between through per via re regarding
  week weeks fortnight fortnights month months year years day days time times date dates first second last next end start new old good bad big little
  push pushed extend extended move moved shift whole across along around towards within group groups agency agencies partner partners action actions item items thingy bits hows whats way going happening happened happen been actually supposed meant`.split(
    /\s+/,
  ),
);

/** Courtesy, forms of address and swearing: no part of a request, so nobody is told that they were not used. */
export const COURTESY: ReadonlySet<string> = new Set(
  `hello hiya morning afternoon evening alright ey eyup greetings dear sorry apologies apologise kindly grateful appreciate appreciated thankful cheers ta thank thankyou thnx nice great lovely brilliant perfect fab excellent wonderful star legend bostin champion smashing belter lush ace
  bot convenor mate pal luv love lovely duck bab chuck chick pet hen hun flower petal treacle cocker cock youth sir madam miss guv boss buddy folks guys lads
  apparently finally probably maybe perhaps hopefully definitely certainly clearly eventually sadly luckily supposedly allegedly reckon true truly sort kind kinda roughly anyway somehow otherwise instead
  asap urgently quick quickly honestly obviously basically simply literally frankly tbh lol haha hmm hm erm er um uh oh ah aw ooh oi yo eh aye yeah yep yup nah nope xx xxx
  stupid silly useless rubbish dumb daft idiot idiotic bloody blooming flipping flippin sodding sod blasted damn dammit damned darn crap crappy hell heck god gods gosh christ jesus sake bugger bleeding wtf ffs omg fuck fucking shit shite bollocks arse piss pissed`.split(
    /\s+/,
  ),
);

export const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

/** Days that people reckon by. */
export const FEASTS: ReadonlySet<string> = new Set(
  'easter christmas xmas ramadan eid diwali whitsun halloween'.split(' '),
);

/** Month names to their two digits. */
export const MONTHS: ReadonlyMap<string, string> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((month, index) => [month, String(index + 1).padStart(2, '0')]),
);

/** How many days a span of time is taken to have. */
export const DAYS_OF_UNIT: ReadonlyMap<string, number> = new Map(
  Object.entries({ day: 1, week: 7, fortnight: 14, month: 30, quarter: 90 }),
);

const NUMBER_WORDS = 'one two three four five six seven eight nine ten'.split(' ');
const OTHER_COUNTS = { couple: 2, 'a couple of': 2, few: 3, 'a few': 3, fourteen: 14, thirty: 30 };
const COUNTS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS.map((word, at): [string, number] => [word, at + 1]),
  ...Object.entries(OTHER_COUNTS),
]);

/**
 * A number in figures or words.
 * @example parseCount('a couple of') // 2
 */
export function parseCount(words: string): number | undefined {
  return /^\d{1,3}$/.test(words) ? Number(words) : COUNTS.get(words);
}

/** Whether a word may be a part of a request, as small words and courtesy are not. */
export const saysSomething = ({ word } = { word: '' }): boolean =>
  /\p{L}{2}|\d/u.test(word) && !STOP_WORDS.has(word) && !COURTESY.has(word);
