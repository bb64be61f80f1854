/** What a partnership owes by law, guidance or its own arrangements, whatever its plan says. */
export interface Duty {
  readonly id: string;
  readonly name: string;
  /** How often; none where there is no fixed time. */
  readonly everyMonths?: number;
  /** By when in the year it is usual, or has to be. */
  readonly when: string;
  /** Usually the one who writes the paper. */
  readonly lead: string;
  /** Where it is asked for; `the partnership’s own arrangements` where no rule names it. */
  readonly source: string;
  /** How a message names it. */
  readonly words: RegExp;
}

const OWN = 'The partnership’s own arrangements';

/**
 * The duties of a partnership's year. Periods without a source of law or guidance are what
 * partnerships usually do; a plan may set others.
 */
export const DUTIES: readonly Duty[] = [
  {
    id: 'yearly-report',
    name: 'Yearly report',
    everyMonths: 12,
    when: 'by 30 September for the year to 31 March; for years that ended before 2024, within 12 months of the last',
    lead: 'Lead safeguarding partners',
    source: 'Working Together 2023; before it Working Together 2018',
    words: /\b(?:yearly|annual) report\b/i,
  },
  {
    id: 'arrangements',
    name: 'Multi-agency safeguarding arrangements (MASA)',
    everyMonths: 12,
    when: 'reviewed within 12 months of the last review, published when they change',
    lead: 'Lead safeguarding partners',
    source: 'Children Act 2004, section 16G; Working Together 2023',
    words: /\b(?:masa|(?:multi[- ]agency )?(?:safeguarding )?arrangements)\b/i,
  },
  {
    id: 'thresholds',
    name: 'Threshold document',
    everyMonths: 12,
    when: 'reviewed with the arrangements',
    lead: 'Lead safeguarding partners',
    source: 'Working Together 2023',
    words: /\bthresholds?(?: document| guidance)?\b/i,
  },
  {
    id: 'section-11',
    name: 'Section 11 audit',
    everyMonths: 24,
    when: 'every year or two, by agency',
    lead: 'The group for quality assurance',
    source: `Children Act 2004, section 11, for the duty; its audit: ${OWN.toLowerCase()}`,
    words: /\b(?:section|s\.?) ?11\b/i,
  },
  {
    id: 'school-returns',
    name: 'Safeguarding returns of schools (section 175 and 157)',
    everyMonths: 12,
    when: 'once in a school year',
    lead: 'Education',
    source: `Education Act 2002, sections 157 and 175, for the duty; the return: ${OWN.toLowerCase()}`,
    words: /\b(?:section|s\.?) ?(?:175|157)\b/i,
  },
  {
    id: 'lado',
    name: 'Report on allegations against people who work with children (LADO)',
    everyMonths: 12,
    when: 'once a year',
    lead: 'Council',
    source: OWN,
    words: /\b(?:lado|designated officer|allegations (?:report|paper))\b/i,
  },
  {
    id: 'child-deaths',
    name: 'Report of the child death overview panel',
    everyMonths: 12,
    when: 'once a year',
    lead: 'Child death review partners',
    source: OWN,
    words: /\b(?:cdop|child death(?: overview| review)?(?: panel)?)\b/i,
  },
  {
    id: 'private-fostering',
    name: 'Private fostering report',
    everyMonths: 12,
    when: 'once a year',
    lead: 'Council',
    source: OWN,
    words: /\bprivate fostering\b/i,
  },
  {
    id: 'reviewing-officers',
    name: 'Report of the independent reviewing officers (IRO)',
    everyMonths: 12,
    when: 'once a year',
    lead: 'Council',
    source: OWN,
    words: /\b(?:iros?|independent reviewing officers?)\b/i,
  },
  {
    id: 'budget',
    name: 'Budget and contributions',
    everyMonths: 12,
    when: 'agreed before the year begins',
    lead: 'Lead safeguarding partners',
    source: 'Working Together 2023',
    words: /\bbudget\b/i,
  },
  {
    id: 'business-plan',
    name: 'Business plan',
    everyMonths: 12,
    when: 'agreed before the year begins',
    lead: 'Business manager',
    source: OWN,
    words: /\b(?:business|strategic) plan\b/i,
  },
  {
    id: 'scrutiny-plan',
    name: 'Scrutineer’s plan and report',
    everyMonths: 12,
    when: 'once a year, in time for the yearly report',
    lead: 'Independent scrutineer',
    source: 'Working Together 2023',
    words: /\bscrutin(?:eer['’]?s?|y) (?:plan|programme|report)\b/i,
  },
  {
    id: 'development-event',
    name: 'Development event',
    everyMonths: 12,
    when: 'once a year',
    lead: 'Business manager',
    source: OWN,
    words: /\bdevelopment (?:event|day|session)\b/i,
  },
];

export const findDuty = (id: string | undefined): Duty | undefined =>
  DUTIES.find((duty) => duty.id === id);

/** The duty that some words name: `when is our MASA due`. */
export const dutyIn = (words: string): Duty | undefined =>
  DUTIES.find((duty) => duty.words.test(words));
