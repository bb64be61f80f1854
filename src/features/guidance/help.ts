import type { Answer, Suggestion } from '../../contract/answer.ts';
import type { HelpTopic } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';

/** So many things to ask are suggested where there is nothing better to suggest. */
const MAX_STARTERS = 3;

/** Help, made of what the features offer: what this person comes for first, then what everybody does. */
export function createHelp(topics: () => readonly HelpTopic[]) {
  const topicsFor = ({ person }: Request): readonly HelpTopic[] => {
    const roles = new Set(person.roles.map((role) => (role.startsWith('chair') ? 'chair' : role)));
    return topics().filter((topic) => !topic.roles || topic.roles.some((role) => roles.has(role)));
  };

  function helpAnswer(request: Request, heading: string, text: string): Answer {
    const sections = topicsFor(request).map(({ title, examples }) => ({
      heading: title,
      asks: examples(request),
    }));
    const source = request.directory.partnership.shortName;
    return { text, source, heading, sections };
  }

  return {
    /** What this person can ask, with examples from the partnership's own names. */
    help: (request: Request): Answer =>
      helpAnswer(
        request,
        'What you can ask',
        'You can ask me about priorities, actions and meetings in your own words; here are some examples.',
      ),

    /** Said once, when Convenor is added to a chat. */
    welcome(request: Request): Answer {
      const { directory, place } = request;
      const how =
        place.kind === 'personal'
          ? 'Ask in your own words.'
          : 'Mention me and ask in your own words.';
      const keeps = `I keep the priorities and actions of the ${directory.partnership.name}.`;
      return helpAnswer(request, 'Hello, I am Convenor', `${keeps} ${how}`);
    },

    /** What to ask when there is nothing better to suggest: the first example of each topic, those for their role first. */
    starters: (request: Request): Suggestion[] =>
      topicsFor(request)
        .toSorted((a, b) => Number(b.roles !== undefined) - Number(a.roles !== undefined))
        .flatMap(({ examples }) => examples(request).slice(0, 1))
        .slice(0, MAX_STARTERS),
  };
}
