import { ask } from '../answers/questions.ts';
import { formatList } from '../answers/words.ts';
import type { Answer } from '../contract/answer.ts';
import type { Inbound } from '../contract/feature.ts';
import type { DirectoryMatch, Ports } from '../contract/ports.ts';
import { isPermitted } from '../domain/access.ts';
import type { Directory } from '../domain/directory.ts';
import { findPerson } from '../domain/find-person.ts';

/** What a partnership in the choice sends. */
export const CHOOSE_PARTNERSHIP = 'partnership.choose';

type Parts = Pick<Ports, 'directories' | 'meetings' | 'conversations'>;

/**
 * Somebody may belong to several partnerships: a police lead, a shared board manager. What a chat is
 * about is asked once, kept with the chat, and changed by “switch partnership”; a card's own
 * partnership comes before that. Answers which one is meant, or what is said instead.
 */
export async function choosePartnership(
  inbound: Inbound,
  match: DirectoryMatch,
  ports: Parts,
): Promise<Directory | Answer | undefined> {
  const { choices, directory } = match;
  if (choices.length === 0) return directory;
  const wanted = readChoice(inbound, choices);
  if (wanted) return wanted === 'list' ? listChoices(match) : bind(wanted, inbound, match, ports);
  if (!match.isUnclear) return directory;
  const implied = await findImplied(inbound, choices, ports);
  if (implied) return implied;
  if (inbound.kind === 'meeting') return undefined;
  return isExtension(inbound) ? { text: sayFirst(choices) } : listChoices(match);
}

/** What is typed or pressed to change the partnership that is spoken of. */
function readChoice(
  inbound: Inbound,
  choices: readonly Directory[],
): Directory | 'list' | undefined {
  if (inbound.kind === 'submission' && inbound.verb === CHOOSE_PARTNERSHIP) {
    const { to } = (inbound.data ?? {}) as { readonly to?: unknown };
    return choices.find(({ partnership }) => partnership.id === to) ?? 'list';
  }
  if (inbound.kind !== 'message') return undefined;
  const [, name] = /^\s*(?:please )?(?:switch|change) to (.+?)[.!?]*\s*$/i.exec(inbound.text) ?? [];
  const named = choices.filter(({ partnership }) => name && isCalled(partnership, name));
  if (named.length > 0) return named.length === 1 ? named[0] : 'list';
  return /^\s*(\/partnership\b|(please )?(switch|change)\b.*\bpartnership|which partnership (is this|am i|are (you|we)))/i.test(
    inbound.text,
  )
    ? 'list'
    : undefined;
}

function isCalled({ id, name, shortName, area }: Directory['partnership'], said: string): boolean {
  const wanted = said.toLowerCase().replace(/^the /, '');
  return [id, name, shortName, area].some((each) => each.toLowerCase() === wanted);
}

/** Binds a chat to a partnership; once a shared chat is bound, an administrator there changes it. */
async function bind(
  wanted: Directory,
  { from, place }: Inbound,
  { directory, isUnclear }: DirectoryMatch,
  ports: Parts,
): Promise<Answer> {
  const person = findPerson(wanted, from);
  const isShared = place.kind !== 'personal' && !isUnclear;
  const isOther = wanted.partnership.id !== directory.partnership.id;
  if (isShared && isOther && !(person && isPermitted(person, 'meetings.change')))
    return {
      text: `This chat is about the ${directory.partnership.name}. An administrator of the ${wanted.partnership.name} can change that; in our own chat you can choose for yourself.`,
    };
  await ports.directories.bindChat(place, wanted.partnership.id);
  return {
    text: `In this chat I now speak of the ${wanted.partnership.name}. To change that, say “switch partnership”.`,
    suggestions: [{ title: 'What can I ask you?', ...ask('help') }],
  };
}

/** A chat that is kept for a group of one of them; for the message extension also one's own chat. */
async function findImplied(
  inbound: Inbound,
  choices: readonly Directory[],
  { meetings, conversations, directories }: Parts,
): Promise<Directory | undefined> {
  const { from, place } = inbound;
  const links = await Promise.all(
    choices.map(({ partnership }) => meetings.findLink(partnership.id, place.conversationId)),
  );
  const linked = choices.filter((_, at) => links[at]);
  if (linked.length === 1) return linked[0];
  const [first] = choices;
  const person = first && findPerson(first, from);
  if (!isExtension(inbound) || !first || !person) return undefined;
  const own = await conversations.personal(first.partnership.id, person.id);
  const chat = own && { kind: 'personal' as const, conversationId: own.conversationId };
  const chosen = chat && (await directories.findForConversation(from, chat));
  return chosen?.isUnclear ? undefined : chosen?.directory;
}

const isExtension = ({ kind }: Inbound): boolean => kind === 'dialog' || kind === 'search';

const listNames = (choices: readonly Directory[]): string =>
  formatList(choices.map(({ partnership }) => `the ${partnership.name}`));

const sayFirst = (choices: readonly Directory[]): string =>
  `You belong to ${listNames(choices)}. Tell me in our own chat which one you mean: say “switch partnership” there.`;

function listChoices({ choices, directory, isUnclear }: DirectoryMatch): Answer {
  return {
    text: `You belong to ${listNames(choices)}. Which one do you mean in this chat?`,
    heading: 'Which partnership?',
    source: '',
    sentence:
      'I ask once, and keep it for this chat. To change it later, say “switch partnership”.',
    sections: [
      {
        rows: choices.map(({ partnership }) => ({
          title: partnership.name,
          ...(!isUnclear &&
            partnership.id === directory.partnership.id && {
              state: { words: 'Spoken of now', colour: 'accent' as const },
            }),
          opens: { action: CHOOSE_PARTNERSHIP, data: { to: partnership.id } },
        })),
      },
    ],
  };
}
