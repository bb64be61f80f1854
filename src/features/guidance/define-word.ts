import { ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Directory } from '../../domain/directory.ts';
import { otherNames } from '../../domain/other-names.ts';

/** A word of the field, the ways of typing it, and what it means in one sentence of our own. */
type Definition = readonly [words: RegExp, meaning: string];

/** The longer words stand before those that are a part of them. */
const DEFINITIONS: readonly Definition[] = [
  [
    /\b(lcsprs?|csprs?|local (child )?safeguarding practice reviews?|child safeguarding practice reviews?|practice reviews?)\b/,
    'An LCSPR is a local child safeguarding practice review: after a serious incident, the partnership looks at how agencies worked together and publishes what is to be learned.',
  ],
  [
    /\b(scrs?|serious case reviews?)\b/,
    'A serious case review (SCR) is what local child safeguarding practice reviews replaced in 2018 and 2019.',
  ],
  [
    /\b(rapid reviews?|rapids?|rrs?)\b/,
    'A rapid review is the first look at a serious incident, done against a time limit of working days, which says whether an LCSPR is needed.',
  ],
  [
    /\b(serious incidents?|sins?|notifiable incidents?)\b/,
    'A serious incident is the death or serious harm of a child where abuse or neglect is known or suspected; the council notifies the national Panel of it.',
  ],
  [
    /\b(national panel|child safeguarding practice review panel)\b/,
    'The national Panel is the Child Safeguarding Practice Review Panel, to which serious incidents and rapid reviews are sent, and which answers whether it agrees.',
  ],
  [
    /\b(inquorate|quorate|quorum)\b/,
    'A meeting is quorate when enough of the agencies that its group requires are there, themselves or by deputy; if not, it is inquorate, and the chair may go on with a recorded reason.',
  ],
  [
    /\b(masa|multi agency safeguarding arrangements|safeguarding arrangements)\b/,
    'MASA are the multi-agency safeguarding arrangements: the published document in which the partners say how they work together.',
  ],
  [
    /\b(statutory partners?|safeguarding partners?|lsps?)\b/,
    'The statutory safeguarding partners are the council, the integrated care board and the police, who hold a joint and equal duty.',
  ],
  [
    /\b(independent scrutineers?|scrutineers?)\b/,
    'The independent scrutineer looks at how well the partnership works, reads all of it and decides nothing.',
  ],
  [
    /\b(lay (members?|persons?|people))\b/,
    'A lay member sits on the partnership for the public and works for none of its agencies.',
  ],
  [
    /\b(lscbs?|local safeguarding children boards?)\b/,
    'An LSCB is a local safeguarding children board, which safeguarding partnerships replaced in 2019.',
  ],
  [
    /\b(dcs|director of childrens services)\b/,
    'The DCS is the council’s director of children’s services.',
  ],
  [
    /\b(lado|designated officer)\b/,
    'The LADO is the council’s designated officer, to whom allegations against people who work with children go.',
  ],
  [
    /\b(dsls?|designated safeguarding leads?)\b/,
    'A DSL is a designated safeguarding lead: the person of a school who answers for safeguarding.',
  ],
  [
    /\b(iros?|independent reviewing officers?)\b/,
    'An IRO is an independent reviewing officer, who watches over the care plans of children looked after.',
  ],
  [
    /\b(designated (doctor|nurse)s?)\b/,
    'The designated doctor and nurse advise the health services of an area on safeguarding.',
  ],
  [
    /\b(business manager|bm)\b/,
    'The business manager runs the partnership’s business unit, its meetings and its records.',
  ],
  [
    /\b(icbs?|integrated care boards?)\b/,
    'An ICB is an integrated care board: the NHS body that plans an area’s health services, and a statutory partner.',
  ],
  [
    /\b(ccgs?|clinical commissioning groups?)\b/,
    'A CCG was a clinical commissioning group, which the integrated care board replaced in 2022.',
  ],
  [
    /\b(macfas?|multi agency case file audits?)\b/,
    'A MACFA is a multi-agency case file audit: agencies look at the same few cases together, and at what to do better.',
  ],
  [
    /\b(section 11|s11)\b/,
    'A Section 11 audit asks each agency how well it keeps its own duty to safeguard children.',
  ],
  [
    /\b(section 175|s175|section 157)\b/,
    'A Section 175 audit asks each school how well it keeps its own duty to safeguard pupils.',
  ],
  [
    /\b(jtais?|joint targeted area inspections?)\b/,
    'A JTAI is a joint targeted area inspection, by several inspectorates together.',
  ],
  [/\b(ilacs)\b/, 'ILACS is how Ofsted inspects a council’s services for children.'],
  [
    /\b(cdops?|child death overview panels?)\b/,
    'A CDOP is a child death overview panel, which looks at the death of every child of its area.',
  ],
  [
    /\b(mash|multi agency safeguarding hub)\b/,
    'A MASH is a multi-agency safeguarding hub, where agencies look at referrals together.',
  ],
  [
    /\b(maracs?|multi agency risk assessment conferences?)\b/,
    'A MARAC is a multi-agency risk assessment conference about domestic abuse of high risk.',
  ],
  [/\b(marfs?|multi agency referral forms?)\b/, 'A MARF is a multi-agency referral form.'],
  [
    /\b(gcp2?|graded care profile)\b/,
    'GCP2 is the Graded Care Profile 2, a tool to assess neglect.',
  ],
  [
    /\b(tor|terms of reference)\b/,
    'TOR are terms of reference: what a group is for, who sits on it and how often it meets.',
  ],
  [
    /\b(wt ?(18|23|26)?|working together)\b/,
    'Working Together is the statutory guidance on how agencies safeguard children.',
  ],
  [
    /\b(yearly reports?|annual reports?)\b/,
    'The yearly report says what the partnership did in a year from 1 April, and what came of it.',
  ],
  [
    /\b(evidence of impact|impact evidence|impact)\b/,
    'Evidence of impact is what changed for children or practice, not that a task was done; without it no action is closed.',
  ],
  [
    /\b(verif\w+)\b/,
    'To verify an action is to agree, as a chair or the scrutineer, that its evidence shows what changed.',
  ],
  [
    /\b(drift\w*)\b/,
    'Drift is when work goes quiet: a group that no longer meets, actions without owner or date, an agency that stays away.',
  ],
  [
    /\b(when required|when-required|core members?)\b/,
    'A core agency is expected at every meeting of a group, one that is “when required” only where it is asked for.',
  ],
  [
    /\b(positions?)\b/,
    'A position is one statutory partner’s answer in a rapid review, with its rationale: LCSPR, no LCSPR, or more information first.',
  ],
  [
    /\b(escalat\w+)\b/,
    'To escalate is to take a matter to who stands above: a group’s chair, then the chair of the partnership.',
  ],
  [
    /\b(deput(y|ies))\b/,
    'A deputy comes in a member’s place and counts as that agency’s presence.',
  ],
  [
    /\b(rag( rating)?|red amber green)\b/,
    'RAG is red, amber and green: of actions red is overdue and amber due within 14 days or blocked; of risks it is the score.',
  ],
  [/\b(notices?)\b/, 'A notice is a message that somebody is owed because of a deadline.'],
  [
    /\b(ehe|elective home education)\b/,
    'EHE is elective home education: children who are taught at home by their family’s choice.',
  ],
  [/\b(cse|child sexual exploitation)\b/, 'CSE is child sexual exploitation.'],
  [/\b(camhs)\b/, 'CAMHS are child and adolescent mental health services.'],
  [
    /\b(cafcass)\b/,
    'Cafcass speaks for children in family courts: the Children and Family Court Advisory and Support Service.',
  ],
  [
    /\b(7 ?mbs?|seven minute briefings?|7 minute briefings?)\b/,
    'A seven-minute briefing is a short paper of what was learned, made to be read in a team meeting.',
  ],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();

/** “what does QPPA mean”: what the group or agency is whose name is typed, the longest where several are. */
function describeRecord(
  asked: string,
  { groups, agencies, partnership }: Directory,
): string | undefined {
  const isTyped = (name: string) => ` ${asked} `.includes(` ${plain(name)} `);
  const named = [
    ...groups.map((group) => ({
      ...group,
      meaning: `${group.name} is a group of the ${partnership.shortName}${group.remit ? `. Its remit: ${group.remit.replace(/\.$/, '')}.` : '.'}`,
    })),
    ...agencies.map((agency) => ({
      ...agency,
      meaning: `${agency.name} is one of the agencies of the ${partnership.shortName}.`,
    })),
  ].flatMap((record) =>
    [record.name, record.id, ...otherNames(record)]
      .filter((name) => plain(name).length > 1 && isTyped(name))
      .map((typed) => ({ ...record, typed })),
  );
  return named.sort((a, b) => b.typed.length - a.typed.length)[0]?.meaning;
}

/** “what does LCSPR mean”: one sentence; of a word that is not explained here, that it is not. */
export function defineWord({ directory }: Pick<Request, 'directory'>, { args }: Question): Answer {
  const asked = plain(typeof args.text === 'string' ? args.text : '');
  const meaning =
    DEFINITIONS.find(([words]) => words.test(asked))?.[1] ?? describeRecord(asked, directory);
  const suggestions = [{ title: 'What I can do', ...ask('help') }];
  if (!meaning)
    return {
      text: 'I have no explanation of that word. The business manager can say, or Working Together on GOV.UK.',
      suggestions,
    };
  const isWho = /^(so |and )?who(s| is| are)?\b/.test(asked);
  return {
    text: isWho ? `${meaning} I keep no job titles, so I can’t say who that is here.` : meaning,
    suggestions,
  };
}
