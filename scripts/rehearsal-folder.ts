import type { Actions } from '../src/contract/ports.ts';
import type { Thread } from '../src/contract/thread.ts';
import { createMessageReader, type MessageReading } from '../src/dispatch/read-message.ts';
import type { Day } from '../src/domain/dates.ts';
import type { Directory } from '../src/domain/directory.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../src/domain/england-bank-holidays.ts';
import { lcsprsFromTable } from '../src/domain/lcspr.ts';
import { folderFiles } from '../src/features/index.ts';
import { readFolder } from '../src/folder/read-folder.ts';
import { createTitleSearch } from '../src/storage/actions/title-search.ts';
import type { Reader } from '../src/understanding/reading.ts';

/** As much of a partnership folder as reading messages needs, without any storage. */
export interface RehearsalFolder {
  readonly directory: Directory;
  readonly asOf: Day;
  readonly actions: Pick<Actions, 'searchTitles'>;
}

/** Throws when the folder cannot be read. */
export async function readRehearsalFolder(folder: string): Promise<RehearsalFolder> {
  const { records, faults } = await readFolder(folder, folderFiles);
  if (!records)
    throw new Error(
      `${folder} cannot be read: ${faults.map(({ file, reason }) => `${file} ${reason}`).join('; ')}`,
    );
  const { partnership, agencies, groups, memberships, people, priorities, reviews, actions } =
    records;
  const reviewRefs = reviews.map(({ ref }) => ref);
  return {
    directory: {
      version: 1,
      partnership,
      agencies,
      groups,
      memberships,
      people,
      priorities,
      reviewRefs,
      summariesAsked: {},
      lcsprs: lcsprsFromTable(reviews),
      learnedWords: [],
    },
    asOf: partnership.asOf as Day,
    actions: createTitleLookup(actions),
  };
}

/** Searches titles in memory. */
export function createTitleLookup(
  titles: readonly { readonly ref: string; readonly title: string }[],
): Pick<Actions, 'searchTitles'> {
  const search = createTitleSearch();
  for (const { ref, title } of titles) search.addOrReplace(ref, title);
  return { searchTitles: async (_partnership, words, most) => search.find(words, most) };
}

/** Reads messages as if they were typed in the folder's partnership on its day. */
export function createFolderReader(
  read: Reader,
  { directory, asOf: today, actions }: RehearsalFolder,
): (text: string, thread?: Thread) => Promise<MessageReading> {
  const readMessage = createMessageReader(read);
  const request = { directory, today, bankHolidays: ENGLAND_BANK_HOLIDAYS, ports: { actions } };
  return (text, thread) => readMessage({ ...request, ...(thread && { thread }) }, text);
}
