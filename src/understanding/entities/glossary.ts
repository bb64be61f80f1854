/** A word of the field, and how to recognise the record that it means in any partnership. */
export interface RecordTerm {
  readonly says: string;
  /** The record's name must be like this … */
  readonly named: RegExp;
  /** … and unlike this. */
  readonly unlike?: RegExp;
  /** Of a group: without “group” or “board” it still means the group. */
  readonly alone?: boolean;
  /** Of an agency: a post that some partnerships list among their agencies. */
  readonly isPost?: boolean;
}

/** Words for agencies; of a record that fits several terms the earlier are preferred. */
export const AGENCY_TERMS: readonly RecordTerm[] = [
  {
    says: 'police, the police, force, the force, constabulary, cops, coppers, old bill, ppu, public protection unit, bobbies, police force, plod',
    named: /police|constabulary/i,
    unlike: /crime|commissioner/i,
  },
  {
    says: 'health, nhs, icb, ccg, integrated care board, commissioners, health commissioners, clinical commissioning group, commissioning group, nhs commissioners',
    named: /integrated care|commissioning/i,
    unlike: /provider/i,
  },
  {
    says: 'council, the council, local authority, la, the authority, borough, borough council, city council, county council, county, metropolitan borough',
    named: /\b(council|borough|authority)\b/i,
    unlike: /public health|member|education|school|councillor|voluntary/i,
  },
  {
    says: 'social care, csc, childrens services, children services, childrens social care, social services, childrens trust, the trust, trust',
    named: /(children|child|family).*(trust|services|social care)|social (care|work)/i,
    unlike: /mental|nhs|hospital|adult/i,
  },
  { says: 'trust, the trust, hospital trust, nhs trust', named: /trust/i, unlike: /academ|multi/i },
  {
    says: 'schools, school, education, edu, heads, headteachers, head teachers, colleges, school leaders, teachers',
    named: /education|school|college|academ/i,
    unlike: /nurs/i,
  },
  {
    says: 'voluntary sector, voluntary, vcs, vcse, vol sector, charities, charity, third sector, community sector, community groups, voluntary groups, voluntary and community sector, voluntary organisations, community organisations',
    named: /volunt|vcs|third sector|charit|community action|\bcvs\b/i,
  },
  { says: 'diocese, diocesan, church schools', named: /dioces/i },
  { says: 'public health, ph', named: /public health/i },
  {
    says: 'gps, gp, primary care, general practice, gp surgeries, family doctors, doctors',
    named: /primary care|general practice|\bgps?\b/i,
  },
  { says: 'camhs, mental health, child mental health', named: /mental health|camhs/i },
  {
    says: 'health providers, providers, health trusts, hospitals',
    named: /health provider|healthcare|hospital/i,
  },
  { says: 'hospital, the hospital, acute trust, acute', named: /hospital|acute|healthcare/i },
  {
    says: 'community health, health visitors, health visiting, school nurses, school nursing',
    named: /community (health|nhs)|0-19|health visit|school nurs/i,
  },
  { says: 'housing, housing association, registered provider', named: /housing|homes/i },
  { says: 'probation, probation service', named: /probation/i },
  {
    says: 'youth justice, youth offending, yjs, yot, yos, yots',
    named: /youth (justice|offending)/i,
  },
  { says: 'met police', named: /metropolitan police/i },
  { says: 'fire, fire service, fire brigade', named: /fire/i },
  { says: 'ambulance, ambulance service, paramedics', named: /ambulance/i },
  { says: 'cafcass, court service', named: /cafcass|court/i },
  {
    says: 'scrutineer, independent scrutineer, scrutiny lead, scrutiniser, independent scrutiny',
    named: /scrutin/i,
    unlike: /board|committee/i,
    isPost: true,
  },
  {
    says: 'chair, chairperson, independent chair, board chair, chairman',
    named: /\bchair/i,
    isPost: true,
  },
  {
    says: 'lay member, lay members, lay person, lay rep, lay people, lay representative, community member, lay',
    named: /\blay\b/i,
    isPost: true,
  },
  {
    says: 'councillor, councillors, cllr, lead member, portfolio holder, elected member, elected members, cabinet member',
    named: /councillor|(council|lead|elected|cabinet) member|portfolio/i,
    isPost: true,
  },
  {
    says: 'business unit, business manager, business team, business support, bm, biz manager, board manager, safeguarding unit, admin team, partnership team',
    named: /business (unit|support|manager|team)|partnership (team|office|unit)/i,
    isPost: true,
  },
  {
    says: 'young people, youth forum, young persons forum, youth voice, youth council',
    named: /young people|youth (forum|council|voice|parliament)/i,
    unlike: /justice|offend/i,
  },
  { says: 'early years, nurseries, childcare', named: /early years|nurser|childcare/i },
  { says: 'adult services, adult social care, adults', named: /adult/i },
  { says: 'drug and alcohol, substance misuse, drugs service', named: /drug|alcohol|substance/i },
  {
    says: 'womens aid, refuge, domestic abuse service, da service',
    named: /women|refuge|domestic abuse/i,
  },
];

/** Words before “group”, “subgroup”, “sub”, “meeting” … and alone where a group is wanted. */
export const GROUP_TERMS: readonly RecordTerm[] = [
  {
    says: 'quality, qa, quality assurance, audit, audits, assurance, performance, quality and performance, performance and quality, pqa, data',
    named: /quality|performance|assurance|audit/i,
  },
  {
    says: 'reviews, review, practice review, practice reviews, learning from reviews, case review, case reviews, cspr, lcspr, scr, learning from practice, learning reviews',
    named: /practice review|case review|learning from|serious|learning and review|review/i,
    unlike: /rapid|death|panel/i,
  },
  { says: 'rapid review, rapid reviews, rr, review panel', named: /rapid|serious incident/i },
  {
    says: 'training, learning, l&d, learning and development, workforce, workforce development, l n d',
    named: /learning and development|training|workforce/i,
  },
  {
    says: 'exploitation, ce, cse, child exploitation, missing, contextual safeguarding, criminal exploitation, missing and exploitation, exploited',
    named: /exploit|missing|contextual/i,
  },
  { says: 'neglect, tackling neglect', named: /neglect/i },
  {
    says: 'early help, prevention, early intervention',
    named: /early help|prevention|early intervention/i,
  },
  {
    says: 'policy, policies, procedures, policy and procedures, policies and procedures, p&p',
    named: /polic(y|ies)|procedure/i,
  },
  { says: 'health', named: /health/i, unlike: /wellbeing|mental/i },
  { says: 'child death, child deaths, cdop, death overview', named: /death/i },
  { says: 'education, schools', named: /education|school/i, unlike: /scrutin/i },
  {
    says: 'communications, communication, comms, engagement, participation',
    named: /communicat|engagement|participation/i,
  },
  { says: 'executive, exec', named: /executive/i, alone: true },
  { says: 'cdop', named: /death/i, alone: true },
  { says: 'qa, pqa', named: /quality/i, alone: true },
  { says: 'l&d, l n d', named: /learning and development|workforce/i, alone: true },
  {
    says: 'leadership, strategic',
    named: /leadership|strategic/i,
    unlike: /commissioning|boards|abuse/i,
  },
  { says: 'domestic abuse, da, dv', named: /domestic/i },
  { says: 'adults, adult', named: /adult/i },
  { says: 'online safety, digital', named: /online|digital/i },
  { says: 'business managers', named: /business manager/i },
];

/** Words that mean the board itself. */
export const BOARD_WORDS =
  'board, the board, main board, full board, safeguarding board, partnership board, partnership meeting, exec board, executive board, lscb, lscp, the lscb, the lscp, old board, board meeting';

/** Nouns that make a group of the word before them. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  'group groups subgroup sub board panel meeting committee forum partnership taskgroup hub cttee subcommittee workstream mtg'.split(
    ' ',
  ),
);

/** Words for priorities, by their subject. */
export const PRIORITY_TERMS: readonly RecordTerm[] = [
  {
    says: 'neglect, neglected children, gcp, gcp2, graded care profile, graded care, neglect tool',
    named: /neglect/i,
  },
  {
    says: 'exploitation, ce, cse, cce, child exploitation, sexual exploitation, criminal exploitation, county lines, exploited, contextual safeguarding',
    named: /exploit|contextual/i,
  },
  {
    says: 'early help, eh, prevention, early intervention, early support',
    named: /early help|early intervention|prevention/i,
  },
  {
    says: 'fathers, dads, men, hidden men, male carers, stepdads, father figures, dad, father',
    named: /father|\bmen\b|male/i,
  },
  {
    says: 'babies, under ones, under 1s, prebirth, pre birth, unborn, infants, under twos, safer sleep, non mobile babies',
    named: /babies|unborn|pre-?birth|infant|under.?(one|1|two|2)/i,
  },
  {
    says: 'culture, cultural competence, diversity, bame, bme, ethnic minority, race, anti racism',
    named: /cultur|divers|ethnic|racis/i,
  },
  {
    says: 'mental health, emotional wellbeing, wellbeing, self harm, emotional health, suicide',
    named: /mental|emotional|wellbeing|self.?harm/i,
  },
  { says: 'domestic abuse, da, dv, dva, domestic violence', named: /domestic/i },
  { says: 'online safety, online harm, e safety, internet safety', named: /online|digital/i },
  { says: 'missing children, missing from home, going missing, gone missing', named: /missing/i },
  {
    says: 'knife crime, serious violence, serious youth violence, gangs, youth violence',
    named: /violence|knife|gang/i,
  },
  {
    says: 'missing education, children missing education, cme, off roll, not on a roll, kids missing school, children missing school, not in school, out of school',
    named: /missing education/i,
  },
  {
    says: 'home education, elective home education, ehe, attendance at school, school absence',
    named: /home educat|school (absence|attendance)/i,
  },
  { says: 'transitions, transition, transitional safeguarding', named: /transition/i },
  { says: 'child sexual abuse, csa, sexual abuse, familial sexual abuse', named: /sexual abuse/i },
  { says: 'leadership, governance, leadership and governance', named: /leadership|governance/i },
  {
    says: 'voice of the child, childrens voice, child voice, voice, participation',
    named: /voice|participation/i,
  },
  { says: 'workforce', named: /workforce/i },
  { says: 'thresholds, threshold', named: /threshold/i },
  { says: 'information sharing, info sharing', named: /information sharing/i },
  {
    says: 'parental substance misuse, substance misuse, drugs and alcohol',
    named: /substance|drug|alcohol/i,
  },
];

/** Words too general to tell one record from another. */
export const GENERAL_WORDS: ReadonlySet<string> = new Set(
  `a an and the of for in on to from with by its our new board boards group groups subgroup sub panel partnership partnerships forum committee hub meeting meetings children childrens child young people
  safeguarding service services council borough metropolitan city county nhs strategic strategy lead leads member members person board's agency agencies team manager business support
  improving response role functions work working key priority mandate strengthening tackling risks risk system knowing effectiveness practice quality overview joint local national professional
  independent independence operational development and/or through community health care review reviews voice care framework delivery continuity education public response
  partners partner north south east west upper lower greater mid midland midlands early help families family better stronger wider across all commissioning advisors adult adults officers admin foundation trust visibility diverse communities together front`.split(
    /\s+/,
  ),
);

/** Initials that mean something in the whole field, whatever record's name happens to have them. */
export const FIELD_INITIALS: ReadonlySet<string> = new Set(
  'cp cpp cin lac ehcp dob nhs cse cce dva asb send mh'.split(' '),
);
