import type { Answer, Asker } from '../../contract/feature.ts';
import type { Role } from '../../domain/partnership.ts';
import type { HelpView } from './guidance-views.ts';

interface Topic {
  readonly title: string;
  readonly examples: readonly string[];
  /** Left out: everybody. */
  readonly roles?: readonly string[];
}

const TOPICS: readonly Topic[] = [
  {
    title: 'Mine',
    examples: ['what have i got', 'anything of mine due this week'],
    roles: ['partner-lead', 'deputy', 'member'],
  },
  {
    title: 'Oversight',
    examples: ['what is overdue', 'how many open actions by agency'],
    roles: ['administrator', 'chair', 'scrutineer'],
  },
  {
    title: 'Evidence of impact',
    examples: ['what needs verifying', 'complete without evidence', 'which themes came back'],
    roles: ['scrutineer', 'chair'],
  },
  {
    title: 'Tidying the records',
    examples: ['actions with no owner', 'anything without a due date'],
    roles: ['administrator'],
  },
  {
    title: 'Our own words',
    examples: ['/vocabulary', '/vocabulary review'],
    roles: ['administrator'],
  },
  {
    title: 'Priorities',
    examples: ['what are our priorities', 'how far have we got with {priority}'],
  },
  { title: 'Actions', examples: ['whats overdue for {agency}', 'due next month'] },
  {
    title: 'Meetings',
    examples: [
      'when is my next meeting',
      'whats on the agenda',
      'what did we decide at the last board',
    ],
  },
  {
    title: 'Attendance',
    examples: ['board attendance this year', 'who missed the last board', 'attendance of {agency}'],
  },
  {
    title: 'In the meeting',
    examples: ['start attendance', 'record a decision', 'meeting summary'],
    roles: ['administrator', 'chair'],
  },
  {
    title: 'Setting meetings up',
    examples: ['book a meeting of {group}', 'this chat is for {group}'],
    roles: ['administrator'],
  },
];

/** Answers what this person can ask, likeliest first, with examples from the partnership's own names. */
export function help(asker: Asker): Answer {
  const text =
    'You can ask me about priorities, actions and meetings in your own words; here are some examples.';
  return helpCard(asker, 'What you can ask', text);
}

/** Said once, when Convenor is added to a chat. */
export function welcome(asker: Asker): Answer {
  const { directory, place } = asker;
  const how =
    place.kind === 'personal' ? 'Ask in your own words.' : 'Mention me and ask in your own words.';
  return helpCard(
    asker,
    'Hello, I am Convenor',
    `I keep the priorities and actions of the ${directory.partnership.name}. ${how}`,
  );
}

/** What to ask when there is nothing better to suggest: the first example of each topic for this person. */
export function starters(asker: Asker): string[] {
  return topicsFor(asker)
    .flatMap(({ examples }) => examples.slice(0, 1))
    .slice(0, 3);
}

function helpCard(asker: Asker, headline: string, text: string): Answer {
  const view: HelpView = {
    source: asker.directory.partnership.shortName,
    headline,
    topics: topicsFor(asker),
  };
  const plain = [
    text,
    ...view.topics.map(({ title, examples }) => `${title}: ${examples.join('; ')}.`),
  ].join('\n');
  return { text, card: { name: 'help', view, plain } };
}

function topicsFor({ person, directory }: Asker): HelpView['topics'] {
  const roles = person.roles.map((role: Role) => (role.startsWith('chair') ? 'chair' : role));
  const agency = directory.agencies.find(({ kind }) => kind === 'statutory')?.name ?? 'the council';
  const group = directory.groups[0]?.name ?? 'the board';
  const priority =
    directory.priorities.find(({ kind }) => kind === 'key priority') ?? directory.priorities[0];
  const named = (example: string) =>
    example
      .replace('{group}', group)
      .replace('{agency}', agency)
      .replace('{priority}', priority?.title ?? 'our first priority');
  return TOPICS.filter(
    (topic) => !topic.roles || topic.roles.some((role) => roles.includes(role as Role)),
  ).map(({ title, examples }) => ({
    title,
    examples: examples.map(named),
  }));
}
