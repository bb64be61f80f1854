import { describeFrontDoor } from '../../answers/child-words.ts';
import { ask } from '../../answers/questions.ts';
import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { findBoard } from '../../domain/find-board.ts';

/** What is said of something that Convenor keeps no record of: who usually does, and the nearest thing it has. */
interface Subject {
  readonly text: string;
  /** At most two. */
  readonly nearest: readonly Suggestion[];
}

const HELP: Suggestion = { title: 'What I can do', ...ask('help') };
const actionsOn = (title: string, topic: string): Suggestion => ({
  title,
  ...ask('list_actions', {}, { topic }),
});
const AUDIT_ACTIONS: Suggestion = {
  title: 'Actions from audits',
  ...ask('list_actions', { source: 'audit' }),
};
const INSPECTION_ACTIONS: Suggestion = {
  title: 'Inspection actions',
  ...ask('list_actions', { source: 'inspection' }),
};
const DECISIONS: Suggestion = {
  title: 'Decisions this year',
  ...ask('decisions_log', { year: 'current' }),
};
const REVIEWS: Suggestion = {
  title: 'Rapid reviews',
  ...ask('rapid_review_list', { year: 'current' }),
};
const RISKS: Suggestion = { title: 'The risk register', ...ask('list_risks') };
const PRIORITIES: Suggestion = { title: 'The priorities', ...ask('list_priorities') };
const NEXT_MEETING: Suggestion = {
  title: 'My next meeting',
  ...ask('next_meeting', {}, { assignee: 'me' }),
};

/** The subjects of `not_kept` in messages.json, each with what is said of it. */
export const NOT_KEPT: Readonly<Record<string, Subject>> = {
  budget: {
    text: 'I keep no record of money or contracts: the business manager does. I can show what was decided.',
    nearest: [DECISIONS],
  },
  training: {
    text: 'I keep no record of courses or of who attended them: the training lead does. I can show the actions that mention training.',
    nearest: [actionsOn('Actions on training', 'training')],
  },
  referrals: {
    text: 'I keep no record of referrals or thresholds: {front door} does. I can show the actions that mention referrals.',
    nearest: [actionsOn('Actions on referrals', 'referral'), PRIORITIES],
  },
  caseloads: {
    text: 'I keep no record of staffing or caseloads: each agency does. The nearest I have is the risk register.',
    nearest: [RISKS],
  },
  policies: {
    text: 'I keep no procedures or other documents: they are on the partnership’s website, or the business manager has them. I can show the actions that mention a policy, and what was decided.',
    nearest: [actionsOn('Actions on policies', 'policy'), DECISIONS],
  },
  'child-death': {
    text: 'I keep no record of child deaths: the child death overview panel does. I can show the rapid reviews.',
    nearest: [REVIEWS],
  },
  audits: {
    text: 'I keep no audits and no returns: the business manager does. I can show the actions that came from audits and inspections.',
    nearest: [AUDIT_ACTIONS, INSPECTION_ACTIONS],
  },
  data: {
    text: 'I keep no figures about children, families or services: each agency’s data lead does. I can count actions and attendance.',
    nearest: [
      {
        title: 'Actions by agency',
        ...ask('list_actions', { status: 'open' }, { groupBy: 'agency', count: true }),
      },
      { title: 'Attendance this year', ...ask('attendance_summary', { year: 'current' }) },
    ],
  },
  inspections: {
    text: 'I keep no inspection grades or letters: the inspectorates publish them. I can show the actions that came from inspections.',
    nearest: [INSPECTION_ACTIONS],
  },
  arrangements: {
    text: 'I don’t hold the published arrangements or terms of reference: the business manager does. I can show the board’s decisions.',
    nearest: [{ title: 'Board decisions', ...ask('decisions_log', { group: 'board' }) }],
  },
  allegations: {
    text: 'I keep no record of allegations against people who work with children: the designated officer (LADO) does. Speak to them, and don’t write details here.',
    nearest: [HELP],
  },
  adults: {
    text: 'I keep no record of adult safeguarding: the safeguarding adults board does. The nearest I have are the rapid reviews about children.',
    nearest: [REVIEWS],
  },
  'domestic-abuse': {
    text: 'I keep no record of MARAC or of domestic homicide reviews: the community safety partnership does. I can show the actions that mention domestic abuse.',
    nearest: [actionsOn('About domestic abuse', 'domestic abuse'), PRIORITIES],
  },
  escalation: {
    text: 'I keep no record of professional disagreements about a child: they go by the practitioners’ own resolution procedure, today if the child may be at risk. I keep what agencies escalate to each other about actions, attendance and decisions.',
    nearest: [{ title: 'Escalations', ...ask('list_escalations') }],
  },
  messages: {
    text: 'I can’t write to anybody for you. I remind whoever owns an action before it is due and when it is overdue; I can show you what they have.',
    nearest: [{ title: 'Show overdue', ...ask('list_actions', { dueRange: 'overdue' }) }],
  },
  communications: {
    text: 'I don’t look after the website, the newsletter or the press: the business manager does. The nearest I have is the yearly report.',
    nearest: [
      { title: 'The yearly report', ...ask('annual_report_pack', { year: 'current' }) },
      DECISIONS,
    ],
  },
  contacts: {
    text: 'I keep no phone numbers, e-mail addresses or job titles: look in Teams, or ask the business manager. I know who sits on which group.',
    nearest: [
      {
        title: 'Who is on the board',
        ...ask('group_detail', { group: 'board' }, { field: 'members' }),
      },
      {
        title: 'Who came last time',
        ...ask('attendance_meeting', { group: 'board', meeting: 'last' }),
      },
    ],
  },
  rooms: {
    text: 'I don’t book rooms, lunch or parking, and I send no invitations: the business manager does. I know when the meetings are.',
    nearest: [NEXT_MEETING],
  },
  law: {
    text: 'I give no legal advice and I can’t quote the guidance: ask your legal adviser, or read Working Together on GOV.UK. I do watch the time limits of reviews.',
    nearest: [
      { title: 'Review deadline', ...ask('rapid_review_deadline', { reviewRef: 'latest' }) },
    ],
  },
  it: {
    text: 'I can’t help with Teams, passwords or equipment: your own IT help desk can.',
    nearest: [HELP],
  },
  staff: {
    text: 'I keep no record of posts, leave or staff matters: your manager or HR does. If you will miss a meeting, you can send apologies from it.',
    nearest: [NEXT_MEETING],
  },
  voice: {
    text: 'I keep no surveys or feedback from children and families: each agency’s participation lead does. I can show the impact that was recorded for actions.',
    nearest: [
      {
        title: 'Actions with evidence',
        ...ask('list_actions', { status: 'complete' }, { hasEvidence: true }),
      },
    ],
  },
  complaints: {
    text: 'I keep no record of complaints or information requests: the council’s complaints and information teams do. I can show what the partnership decided.',
    nearest: [DECISIONS],
  },
  lcspr: {
    text: 'Of a review I keep the dates, decisions and actions, and not its drafts, its author or the family’s part in it: the business manager can say.',
    nearest: [REVIEWS],
  },
  'small-world': {
    text: 'That is outside what I know: my world is meetings and minutes, and there is weather enough in those.',
    nearest: [HELP],
  },
  other: {
    text: 'I keep no record of that. I know the partnership’s priorities, actions, meetings, reviews and risks.',
    nearest: [HELP],
  },
};

/** Says that there is no record of what was asked for, and offers of the nearest what can be asked here. */
export function answerNotKept(
  { directory }: Request,
  { args }: Question,
  isKnown: (intent: string) => boolean,
): Answer {
  const subject = typeof args.subject === 'string' ? args.subject : '';
  const { text, nearest } = (NOT_KEPT[subject] ?? NOT_KEPT.other) as Subject;
  const board = findBoard(directory)?.id;
  const suggestions = nearest.flatMap((each) => {
    if (!('question' in each) || !isKnown(each.question.intent)) return [];
    const { group, ...filters } = each.question.filters;
    if (group !== 'board') return [each];
    return board
      ? [
          {
            ...each,
            ...ask(each.question.intent, { ...filters, group: board }, each.question.args),
          },
        ]
      : [];
  });
  return {
    text: text.replace('{front door}', describeFrontDoor(directory.partnership)),
    suggestions,
  };
}
