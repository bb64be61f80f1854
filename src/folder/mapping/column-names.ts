import { toComparable } from '../../domain/to-comparable.ts';

/** How the columns of a file are called in real sheets, besides their own names. */
interface ColumnNames {
  readonly column: string;
  /** Whole headings, as {@link toComparable} gives them. */
  readonly names: readonly string[];
  /** Headings of many forms. */
  readonly pattern?: RegExp;
}

const words = (text: string): string[] => text.split('|');

/**
 * In the order in which they are tried: “date completed” is looked for before “date”, which alone
 * is the day on which an action was raised.
 */
const ACTIONS: readonly ColumnNames[] = [
  {
    column: 'completed_on',
    names: words(
      'closed on|completed on|date closed|closed date|achieved on|done on|date achieved',
    ),
    pattern:
      /^(actual )?(date|when|day)( \w+)? (complet\w+|closed|discharged)$|^(actual )?(complet\w+|closed|closure|discharged) (date|on)$/,
  },
  {
    column: 'revised_due_on',
    names: words(
      'revised|revised to|extended to|extension|extended date|new date|new deadline|new timescale|new target|new target date|current due date|current deadline|current target date|latest date|latest due date|now due',
    ),
    pattern:
      /^(revised|new|extended|amended|updated) (due|deadline|target|timescales?|date|completion date)\b/,
  },
  {
    column: 'original_due_on',
    names: words('original date|originally due|baseline|baseline date'),
    pattern:
      /^(original|initial|first|baseline) (due|deadline|target|timescales?|completion date)\b/,
  },
  {
    column: 'due_on',
    names: words(
      'by when|by|when|due|due by|deadline|timescale|timescales|timeframe|target|target date|due date|complete by|to be completed by|for completion by|date due|by date|when by|needed by|review date',
    ),
    pattern: /\b(due|deadline|target|by when|timescale)\b/,
  },
  {
    column: 'raised_on',
    names: words(
      'date|date raised|raised|raised on|date of meeting|meeting date|date agreed|agreed on|agreed|date set|date added|opened|date opened|start date|date of action|meeting',
    ),
    pattern: /\bdate (raised|agreed|added|opened|set|of (the )?meeting)\b|\bmeeting date\b/,
  },
  {
    column: 'status',
    names: words(
      'status|rag|rag status|rag rating|brag|brag rating|state|action status|current status|progress status|complete|completed|closed|open closed|open or closed|complete y n|completed y n|closed y n|done',
    ),
    pattern: /\b(b?rag|status)\b/,
  },
  {
    column: 'ref',
    names: words(
      'ref|refs|reference|no|nr|num|number|#|id|item no|action no|action number|action ref|action reference|action id|ref no|reference no|reference number|log no|unique id|item number|action #|row',
    ),
    pattern: /^(action |log |unique )?(ref|reference|number|no|id)( no| number)?$/,
  },
  {
    column: 'joint_owners',
    names: words(
      'with|joint owner|joint owners|supported by|supporting|supporting agencies|others',
    ),
    pattern: /\b(joint|supporting|support(ed)? by)\b/,
  },
  {
    column: 'owner_person',
    names: words('lead person|named lead|lead name|owner name|named person'),
  },
  { column: 'owner_group', names: words('group|sub group|subgroup|lead group|responsible group') },
  {
    column: 'owner_agency',
    names: words(
      'by whom|who|whom|owner|owners|lead|leads|lead s|owner s|action owner|action by|responsible|responsibility|responsible agency|lead agency|agency|agencies|organisation|assigned to|allocated to|lead officer|responsible lead|action lead|partner|accountable|responsible person|person responsible|responsible officer|lead partner',
    ),
    pattern: /\b(by whom|owner|lead|responsib\w+|assigned|accountable)\b/,
  },
  {
    column: 'impact_evidence',
    names: words('impact|evidence|evidence of impact|impact evidence|difference made|so what'),
    pattern: /\b(impact|evidence)\b/,
  },
  {
    column: 'notes',
    names: words(
      'update|updates|progress|comment|comments|notes|note|progress update|latest update|latest position|position|outcome|narrative|progress notes|update comments|current position',
    ),
    pattern: /\b(update|progress|comments?|notes?|narrative)\b/,
  },
  { column: 'priority', names: words('strategic priority|business plan priority|plan priority') },
  {
    column: 'review_ref',
    names: words('review|case|review reference|case reference|rapid review'),
  },
  {
    column: 'source',
    names: words(
      'origin|agenda item|item|agenda no|meeting item|forum|where raised|raised at|raised by|theme|topic|subject|minute|minute ref|minute reference|recommendation source',
    ),
    pattern: /\b(agenda|minute|source)\b/,
  },
  {
    column: 'title',
    names: words(
      'action|actions|action required|action agreed|agreed action|agreed actions|description|task|what|recommendation|recommendations|action point|actions required|details|action details|action description|what needs to be done|what will we do',
    ),
    pattern:
      /^(the )?(agreed |required )?(action|task|recommendation)\b|\b(action|task) (description|detail|agreed|required)/,
  },
];

const AGENCY = words(
  'agency|organisation|organization|org|partner|partner agency|service|agency organisation|agency name|member agency',
);

const ATTENDANCE: readonly ColumnNames[] = [
  {
    column: 'meeting_id',
    names: words('meeting|meeting date|date|date of meeting|meeting ref|meeting id'),
  },
  { column: 'agency', names: AGENCY },
  {
    column: 'attended',
    names: words('attendance|status|present|attended|mark|y n|present y n|rsvp'),
  },
  {
    column: 'person',
    names: words('name|representative|rep|initials|attendee|member|who|attended by'),
  },
  { column: 'deputy_for', names: words('deputising for|on behalf of|deputy for') },
];

const PEOPLE: readonly ColumnNames[] = [
  {
    column: 'first_name',
    names: words('first name|firstname|first names|forename|forenames|given name|christian name'),
  },
  { column: 'surname', names: words('surname|last name|lastname|family name|second name') },
  {
    column: 'display_name',
    names: words('name|full name|contact|contact name|representative|member|person|display name'),
  },
  { column: 'agency', names: AGENCY },
  { column: 'roles', names: words('role|roles|convenor role|partnership role') },
  {
    column: 'groups',
    names: words('group|groups|sub group|sub groups|subgroup|subgroups|board|boards'),
  },
  { column: 'tenant_id', names: words('tenant|tenant id|directory id') },
  {
    column: 'object_id',
    names: words('object|object id|user id|account id|entra object id|aad object id'),
  },
];

const BODY: readonly ColumnNames[] = [
  { column: 'id', names: words('code|ref|reference') },
  { column: 'kind', names: words('type|category') },
  { column: 'short_name', names: words('abbreviation|acronym|initials|known as') },
  { column: 'also_known_as', names: words('aka|other names|other name|aliases|also called') },
];

const AGENCIES: readonly ColumnNames[] = [
  ...BODY,
  { column: 'id', names: words('agency id|agency code|agency ref') },
  { column: 'name', names: AGENCY },
];

const GROUPS: readonly ColumnNames[] = [
  ...BODY,
  { column: 'id', names: words('group id|group code|group ref') },
  { column: 'name', names: words('group|group name|sub group|subgroup|board|meeting group') },
  { column: 'chair_role', names: words('chair|chaired by|chair title') },
  { column: 'reports_to', names: words('parent|parent group|reports into|accountable to') },
];

const MEETINGS: readonly ColumnNames[] = [
  {
    column: 'id',
    names: words('meeting id|meeting ref|meeting reference|ref|reference|meeting no'),
  },
  {
    column: 'starts_at',
    names: words('date|date and time|when|start|starts|start time|meeting date'),
  },
  { column: 'title', names: words('meeting|name|title') },
  { column: 'group', names: words('board|group|sub group|subgroup') },
  { column: 'minutes', names: words('length|duration') },
];

/** A heading with both, in any order: “Likelihood (residual)”, “Current risk rating: impact”. */
const withWords = (...all: readonly string[]) =>
  new RegExp(all.map((each) => `(?=.*\\b(?:${each})\\b)`).join(''));

/** The score of a risk as it would be without controls, and as it is with them. */
const BEFORE_CONTROLS =
  'inherent|gross|initial|original|raw|unmitigated|uncontrolled|before|pre mitigation|pre controls?';
const AFTER_CONTROLS =
  'residual|current|net|mitigated|controlled|after|post mitigation|post controls?';
const LIKELIHOOD = 'likelihood|probability|l';
const IMPACT = 'impact|severity|consequence|i';

const RISKS: readonly ColumnNames[] = [
  {
    column: 'id',
    names: words(
      'ref|reference|no|nr|num|number|#|risk id|risk no|risk number|risk ref|risk reference|ref no|reference number',
    ),
  },
  {
    column: 'title',
    names: words('risk|risks|description|risk description|risk title|description of risk|the risk'),
  },
  {
    column: 'inherent_likelihood',
    names: [],
    pattern: withWords(BEFORE_CONTROLS, LIKELIHOOD),
  },
  {
    column: 'inherent_impact',
    names: [],
    pattern: withWords(BEFORE_CONTROLS, IMPACT),
  },
  {
    column: 'likelihood',
    names: words('likelihood score|likelihood 1 5|probability|l|likelihood l'),
    pattern: withWords(AFTER_CONTROLS, LIKELIHOOD),
  },
  {
    column: 'impact',
    names: words('impact score|impact 1 5|severity|consequence|i|impact i'),
    pattern: withWords(AFTER_CONTROLS, IMPACT),
  },
  {
    column: 'closed_on',
    names: words('date closed|closed date|closed on|closure date|date of closure|closing date'),
  },
  {
    column: 'status',
    names: words(
      'status|risk status|current status|open closed|open or closed|closed|closed y n|live or closed|state',
    ),
  },
  {
    column: 'controls',
    names: words(
      'mitigation|mitigations|mitigating actions|control|control measures|controls in place|current controls|existing controls',
    ),
  },
  {
    column: 'next_review_on',
    names: words('next review|review date|next review date|date of next review|review on|review'),
  },
  { column: 'owner_group', names: words('group|sub group|subgroup|lead group') },
  { column: 'owner_agency', names: words('owner|risk owner|lead|lead agency|agency|owned by') },
];

const FILES: Readonly<Record<string, readonly ColumnNames[]>> = {
  actions: ACTIONS,
  agencies: AGENCIES,
  groups: GROUPS,
  attendance: ATTENDANCE,
  people: PEOPLE,
  meetings: MEETINGS,
  risks: RISKS,
};

/** How sure a heading is what it seems: the column's own name, one of its other names, a likeness. */
type NameMatch = 'own name' | 'known name' | 'similar name';

/** The column of a file that a heading names, and how surely. */
export function nameColumn(
  file: string,
  columns: readonly string[],
  heading: string,
): { readonly column: string; readonly by: NameMatch } | undefined {
  const name = toComparable(heading);
  if (name === '') return undefined;
  const own = columns.find((column) => toComparable(column) === name);
  if (own) return { column: own, by: 'own name' };
  const others = FILES[file] ?? [];
  const known = others.find(({ names }) => names.includes(name));
  if (known) return { column: known.column, by: 'known name' };
  // A long heading is a sentence or a title, and names nothing.
  const similar =
    name.split(' ').length <= 6 ? others.find(({ pattern }) => pattern?.test(name)) : undefined;
  return similar && { column: similar.column, by: 'similar name' };
}
