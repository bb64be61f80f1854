import type { Actions } from '../contract/ports.ts';
import type { Request } from '../contract/request.ts';
import type { Directory } from '../domain/directory.ts';
import { createLexicon, type Lexicon } from '../understanding/entities/lexicon.ts';
import type { Reader, Reading } from '../understanding/reading.ts';
import { type DocumentKind, findDocument } from '../understanding/text/find-document.ts';
import { refusePersonal } from './guard-privacy.ts';
import type { DeclinedReason } from './standard-answers.ts';

/** What a message means, why it is declined unread, or what was pasted in its place. */
export type MessageReading =
  | Reading
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'refused'; readonly refusal: DeclinedReason };

/** As much of a request as the meaning of its words depends on. */
type ReadableRequest = Pick<Request, 'directory' | 'today' | 'bankHolidays' | 'home' | 'thread'> & {
  readonly ports: { readonly actions: Pick<Actions, 'searchTitles'> };
};

/** Reads what somebody typed, after the privacy guard has looked at it. */
export type MessageReader = (request: ReadableRequest, text: string) => Promise<MessageReading>;

/** The words of each partnership, learned once for each version of its directory. */
export function createLexicons() {
  const cache = new Map<string, { version: number; lexicon: Promise<Lexicon> }>();
  return (
    directory: Directory,
    { searchTitles: titled }: Pick<Actions, 'searchTitles'>,
  ): Promise<Lexicon> => {
    const { partnership, version } = directory;
    const found = cache.get(partnership.id);
    if (found?.version === version) return found.lexicon;
    const lexicon = createLexicon(directory, (words, max) => titled(partnership.id, words, max));
    cache.set(partnership.id, { version, lexicon });
    lexicon.catch(() => cache.delete(partnership.id));
    return lexicon;
  };
}

export function createMessageReader(read: Reader, loadLexicon = createLexicons()): MessageReader {
  return async ({ directory, today, bankHolidays, home, thread, ports: { actions } }, text) => {
    const lexicon = await loadLexicon(directory, actions);
    const refusal = refusePersonal(text, lexicon);
    if (refusal) return { kind: 'refused', refusal };
    const document = findDocument(text);
    if (document) return { kind: 'document', document };
    return read(text, lexicon, {
      today,
      bankHolidays,
      searchTitles: (words, max) => actions.searchTitles(directory.partnership.id, words, max),
      ...(home && { home }),
      ...(thread && { previous: thread }),
    });
  };
}
