import type { Actions } from '../contract/ports.ts';
import type { Request } from '../contract/request.ts';
import type { Directory } from '../domain/directory.ts';
import type { TitleSearch } from '../understanding/entities/find-title.ts';
import { createLexicon, type Lexicon } from '../understanding/entities/lexicon.ts';
import type { Reader, Reading } from '../understanding/reading.ts';
import { type DocumentKind, findDocument } from '../understanding/text/find-document.ts';
import { refusePersonal } from './guard-privacy.ts';
import type { DeclinedReason } from './standard-answers.ts';

/** What a message means, why it is declined or asked about unread, or what was pasted in its place. */
export type MessageReading =
  | Reading
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'refused'; readonly refusal: DeclinedReason }
  | { readonly kind: 'doubt' };

/** As much of a request as the meaning of its words depends on. */
type ReadableRequest = Pick<Request, 'directory' | 'today' | 'bankHolidays' | 'home' | 'thread'> & {
  readonly ports: { readonly actions: Pick<Actions, 'searchTitles'> };
};

/** Reads what somebody typed, after the privacy guard has looked at it. */
export type MessageReader = (
  request: ReadableRequest,
  text: string,
  isInDoubt?: () => Promise<boolean>,
) => Promise<MessageReading>;

/** So many sets of reviews that different people see are remembered of each partnership. */
const MAX_SETS_OF_REFS = 50;

/**
 * The words of each partnership, learned once for each version of its directory; of its reviews,
 * whoever reads them knows those that they may see.
 */
export function createLexicons() {
  const cache = new Map<
    string,
    { version: number; words: Promise<Lexicon>; byRefs: Map<string, Promise<Lexicon>> }
  >();

  function learn(directory: Directory, titled: Actions['searchTitles']) {
    const { partnership, version } = directory;
    const found = cache.get(partnership.id);
    if (found?.version === version) return found;
    const words = createLexicon(directory, (said, max) => titled(partnership.id, said, max));
    const learned = { version, words, byRefs: new Map<string, Promise<Lexicon>>() };
    cache.set(partnership.id, learned);
    words.catch(() => cache.delete(partnership.id));
    return learned;
  }

  return (
    directory: Directory,
    { searchTitles: titled }: Pick<Actions, 'searchTitles'>,
  ): Promise<Lexicon> => {
    const { words, byRefs } = learn(directory, titled);
    const seen = directory.lcsprs.map(({ name, cases }) => [name, ...cases].join(' '));
    const refs = [...directory.reviewRefs, ...seen].join('|');
    const known = byRefs.get(refs);
    if (known) return known;
    const lexicon = words.then((learned) => ({ ...learned, directory: { ...directory } }));
    if (byRefs.size >= MAX_SETS_OF_REFS) byRefs.clear();
    byRefs.set(refs, lexicon);
    lexicon.catch(() => byRefs.delete(refs));
    return lexicon;
  };
}

export function createMessageReader(read: Reader, loadLexicon = createLexicons()): MessageReader {
  return async (
    { directory, today, bankHolidays, home, thread, ports: { actions } },
    text,
    isInDoubt = async () => false,
  ) => {
    const lexicon = await loadLexicon(directory, actions);
    const refusal = refusePersonal(text, lexicon);
    if (refusal) return { kind: 'refused', refusal };
    if (await isInDoubt()) return { kind: 'doubt' };
    const document = findDocument(text);
    if (document) return { kind: 'document', document };
    return read(text, lexicon, {
      today,
      bankHolidays,
      searchTitles: searchOnce((words, max) =>
        actions.searchTitles(directory.partnership.id, words, max),
      ),
      ...(home && { home }),
      ...(thread && { previous: thread }),
    });
  };
}

/** The readings of one message look for the same titles: each is searched for once. */
function searchOnce(search: TitleSearch): TitleSearch {
  const found = new Map<string, ReturnType<TitleSearch>>();
  return (words, max) => {
    const key = JSON.stringify([words, max]);
    const titles = found.get(key) ?? search(words, max);
    found.set(key, titles);
    return titles;
  };
}
