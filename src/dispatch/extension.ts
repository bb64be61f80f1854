import { formatCount } from '../answers/words.ts';
import type { Dialog, Draft, Feature } from '../contract/feature.ts';
import type { Request } from '../contract/request.ts';
import { findPersonalDetail } from '../domain/privacy-guard.ts';
import { isDoubtful } from '../privacy/doubt.ts';
import { knownWords } from '../privacy/known-words.ts';
import type { Call } from './call.ts';
import type { MessageReader, MessageReading } from './read-message.ts';
import { outOfDate } from './standard-answers.ts';

/** Teams asks for so many results at a time; more are no help to somebody who goes on typing. */
const MAX_HITS = 25;
/** Of a long message so many characters are read for owner and day; who asks for something says so early. */
const MAX_READ_CHARACTERS = 500;
const LEAVE_OUT =
  'Leave names and details of children out, and use the reference of the review or action.';

/** What can be done from any message of Teams, and from its search. */
export interface ExtensionCalls {
  dialog(request: Request, command: string, text: string): Call;
  search(request: Request, words: string): Call;
}

export interface ExtensionParts {
  readonly features: readonly Feature[];
  /** Reads messages that were not written to Convenor, without a language model: none may see them. */
  readonly readDraft: MessageReader;
}

export function createExtension({ features, readDraft }: ExtensionParts): ExtensionCalls {
  const extensions = features.flatMap(({ extension }) => extension ?? []);
  const dialogs = new Map(
    extensions.flatMap(({ dialogs = [] }) => dialogs).map((dialog) => [dialog.command, dialog]),
  );
  const searches = extensions.flatMap(({ search }) => search ?? []);

  /** The message as the dialog may have it. It is looked at before anything of it is put anywhere. */
  async function prepareDraft(asker: Request, { asks }: Dialog, text: string): Promise<Draft> {
    if (!text) return { text };
    const personal = findPersonalDetail(text);
    if (personal) return { text: '', instead: personal.instead };
    if (isDoubtful(text, knownWords(asker.directory))) return { text: '', instead: LEAVE_OUT };
    const reading = await readDraft(asker, `${asks}${text.slice(0, MAX_READ_CHARACTERS)}`);
    if (isPersonal(reading)) return { text: '', instead: LEAVE_OUT };
    return { text, question: reading.kind === 'question' ? reading.question : undefined };
  }

  return {
    dialog(request, command, text) {
      const dialog = dialogs.get(command);
      if (!dialog) return { request, name: 'unknown', handle: async () => outOfDate() };
      return {
        request,
        name: command,
        handle: async () => dialog.open(request, await prepareDraft(request, dialog, text)),
      };
    },
    search: (request, words) => ({
      request,
      name: 'search',
      async handle() {
        const most = Math.floor(MAX_HITS / Math.max(1, searches.length));
        const found = await Promise.all(searches.map((search) => search(request, words, most)));
        const hits = found.flat();
        const text =
          hits.length > 0 ? `${formatCount(hits.length, 'record')} found.` : nothingFor(words);
        return { text, hits };
      },
    }),
  };
}

function isPersonal(reading: MessageReading): boolean {
  return reading.kind === 'refused';
}

function nothingFor(words: string): string {
  return words
    ? 'No action and no decision has words like these. Try fewer words, or a reference such as SA-019.'
    : 'Nothing here is yours. Type a reference, or words of an action or a decision.';
}
