import { ask } from '../../answers/questions.ts';
import type { Answer, Press, Suggestion } from '../../contract/answer.ts';
import { type HelpTopic, JOBS, type Job } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';

/** So many things to ask are suggested where there is nothing better to suggest. */
const MAX_STARTERS = 3;

const JOB_WORDS: Readonly<Record<Job, { readonly title: string; readonly line: string }>> = {
  ask: { title: 'Ask', line: 'How priorities, actions, groups and people stand' },
  act: { title: 'Act', line: 'Raise actions, update them, give evidence' },
  meet: { title: 'Meet', line: 'Agenda, attendance, decisions, minutes' },
  review: { title: 'Review', line: 'Rapid reviews, risks, what needs verifying' },
  'set up': { title: 'Set up', line: 'Notifications, and how I am used here' },
};

/** Help, made of what the features offer: what this person comes for first, then what everybody does. */
export function createHelp(topics: () => readonly HelpTopic[]) {
  const topicsFor = ({ person }: Request): readonly HelpTopic[] => {
    const roles = new Set(person.roles.map((role) => (role.startsWith('chair') ? 'chair' : role)));
    return topics()
      .filter((topic) => !topic.roles || topic.roles.some((role) => roles.has(role)))
      .toSorted((a, b) => Number(b.roles !== undefined) - Number(a.roles !== undefined));
  };

  return {
    /** A line for each thing that people come for; pressed, or asked of one, examples of it from the partnership's own names. */
    help(request: Request, { args }: Pick<Question, 'args'>): Answer {
      const source = request.directory.partnership.shortName;
      const offered = topicsFor(request);
      const job = JOBS.find((each) => each === args.job);
      if (job)
        return {
          text: `Some of what you can ask in your own words: ${JOB_WORDS[job].line.toLowerCase()}.`,
          source,
          heading: JOB_WORDS[job].title,
          sections: offered
            .filter((topic) => topic.job === job)
            .map(({ title, examples }) => ({ heading: title, asks: examples(request) })),
        };
      return {
        text: 'Ask me in your own words about actions, meetings, reviews and risks.',
        source,
        heading: 'What you can ask',
        sections: [
          {
            rows: JOBS.filter((each) => offered.some((topic) => topic.job === each)).map(
              (each) => ({ ...JOB_WORDS[each], opens: ask('help', {}, { job: each }) }),
            ),
          },
        ],
      };
    },

    /** What to ask when there is nothing better to suggest: the first example of each topic, those for their role first, but what is offered already. */
    starters(request: Request, offered: readonly Press[] = []): Suggestion[] {
      const asked = new Set(offered.map(toKey));
      return topicsFor(request)
        .flatMap(({ examples }) => examples(request).slice(0, 1))
        .filter((each) => !asked.has(toKey(each)))
        .slice(0, MAX_STARTERS);
    },

    /** What a chat of several may want first. */
    sharedChatStarters: (request: Request): Suggestion[] =>
      topics()
        .filter(({ isForSharedChats }) => isForSharedChats)
        .flatMap(({ examples }) => examples(request))
        .slice(0, MAX_STARTERS),
  };
}

const toKey = (press: Press): string =>
  JSON.stringify('question' in press ? press.question : press.action);
