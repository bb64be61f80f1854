import { counted } from '../answers/words.ts';
import type { Answer, Asker, Dialog, Draft, Feature } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import { looksPersonal } from '../domain/privacy-guard.ts';
import type { Reader, Reading } from '../understanding/reader.ts';
import { declined, outOfDate } from './plain-words.ts';

/** Teams asks for so many results at a time; more are no help to somebody who goes on typing. */
const MAX_HITS = 25;
/** Of a long message so many characters are read for owner and day; who asks for something says so early. */
const MAX_READ_CHARACTERS = 500;
const LEAVE_OUT =
  'Leave names and details of children out, and use the reference of the review or action.';

/** What can be done from any message of Teams, and from its search. */
export interface ExtensionOfTeams {
  open(asker: Asker, command: string, text: string): Promise<Answer>;
  search(asker: Asker, words: string): Promise<Answer>;
}

export interface ExtensionParts {
  readonly features: readonly Feature[];
  /** Reads messages that were not written to Convenor: no language model may see them. */
  readonly reader: Reader;
  readonly ports: Ports;
}

export function createExtension({ features, reader, ports }: ExtensionParts): ExtensionOfTeams {
  const extensions = features.flatMap(({ extension }) => extension ?? []);
  const dialogs = new Map(
    extensions.flatMap(({ dialogs = [] }) => dialogs).map((dialog) => [dialog.command, dialog]),
  );
  const searches = extensions.flatMap(({ search }) => search ?? []);

  /** The message as the dialog may have it. It is looked at before anything of it is put anywhere. */
  async function draftOf(asker: Asker, { asks }: Dialog, text: string): Promise<Draft> {
    if (!text) return { text };
    const personal = looksPersonal(text);
    if (personal) return { text: '', instead: personal.instead };
    const reading = await reader.read({
      text: `${asks}${text.slice(0, MAX_READ_CHARACTERS)}`,
      asker,
    });
    if (isPersonal(reading)) return { text: '', instead: LEAVE_OUT };
    return { text, question: reading.kind === 'question' ? reading.question : undefined };
  }

  return {
    async open(asker, command, text) {
      const dialog = dialogs.get(command);
      return dialog ? dialog.open(asker, await draftOf(asker, dialog, text), ports) : outOfDate();
    },
    async search(asker, words) {
      if (looksPersonal(words)) return declined('personal details', asker);
      const most = Math.floor(MAX_HITS / Math.max(1, searches.length));
      const hits = (
        await Promise.all(searches.map((search) => search(asker, words, most, ports)))
      ).flat();
      return {
        text: hits.length > 0 ? `${counted(hits.length, 'record')} found.` : nothingFor(words),
        hits,
      };
    },
  };
}

function isPersonal(reading: Reading): boolean {
  return reading.kind === 'refused' && reading.refusal !== 'unrelated';
}

function nothingFor(words: string): string {
  return words
    ? 'No action and no decision has words like these. Try fewer words, or a reference such as SA-019.'
    : 'Nothing here is yours. Type a reference, or words of an action or a decision.';
}
