import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { progress } from '@clack/prompts';
import { Command, InvalidArgumentError } from 'commander';
import { createCalendar } from '../contract/calendar.ts';
import { mergeSheetWords } from '../contract/merge-sheet-words.ts';
import { withImportLock } from '../contract/with-import-lock.ts';
import { folderFiles } from '../features/index.ts';
import { allFiles } from '../folder/all-files.ts';
import { compareFolder } from '../folder/compare-folder.ts';
import { formatProposals } from '../folder/format-proposal.ts';
import { formatFault, formatReport } from '../folder/format-report.ts';
import { canStore, importFolder, toRefusalReport } from '../folder/import-folder.ts';
import { keepJournal } from '../folder/import-journal.ts';
import { type Mapping, NO_MAPPING } from '../folder/mapping/mapping.ts';
import { parseMapping } from '../folder/mapping/parse-mapping.ts';
import {
  loadMapping,
  rememberMapping,
  toRemembered,
} from '../folder/mapping/remembered-mapping.ts';
import { toMapping } from '../folder/mapping/to-mapping.ts';
import { loadWithNamed } from '../folder/partnership-store.ts';
import {
  type FolderRead,
  type ReadFolderOptions,
  readFolder,
  readSheets,
} from '../folder/read-folder.ts';
import { readTemplateFile, storeTemplate } from '../folder/template-file.ts';
import { planUndo, undoImport } from '../folder/undo-import.ts';
import type { Records } from '../storage/records.ts';
import { runCommand } from './run-command.ts';

const HELP = `
A folder holds partnership.json, agencies.csv and groups.csv, and as many of the other files as there are.
A workbook has one sheet for each file, named like it without .csv; the settings are in a sheet “partnership” with the
columns key and value (lists written as in JSON), or in a partnership.json beside the workbook.
With --partnership, one workbook or CSV file as it is kept: an action log, an attendance table, contacts. Look at it
with --dry-run first. What needs a person can be said in a mapping: --save-mapping writes down how a sheet is read, and
--mapping reads it so. What was imported is remembered with the partnership: the next sheet of these headings needs none.
Importing the same again changes nothing. What people changed since the last import stays, and what changed on both sides
is listed with both values; rows that are stored but not in the folder are left alone.`;

interface Options {
  readonly partnership?: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly undo: boolean;
  readonly dryRun: boolean;
  readonly acceptPartial: boolean;
  readonly namesNoChild: boolean;
}

new Command('import')
  .description('Imports a partnership, or one table of a partnership that is there.')
  .argument('[path]', 'the folder, an .xlsx workbook, or with --partnership a workbook or CSV file')
  .option('--partnership <id>', 'the partnership whose table it is')
  .option('--undo', 'take back the last import into --partnership; --dry-run shows it', false)
  .option('--dry-run', 'show how it is read, and store nothing', false)
  .option('--mapping <file>', 'what columns and values mean, as --save-mapping writes it')
  .option('--save-mapping <file>', 'write down how it is read, to be corrected and given again')
  .option(
    '--yes, --accept-partial',
    'import the good rows; what needs a person is listed and left out',
    false,
  )
  .option('--names-no-child', 'you have looked at what may name a child, and it names none', false)
  .addHelpText('after', HELP)
  .action(async (path: string | undefined, options: Options) => {
    if (options.undo) {
      await runCommand((records) => undo(records, options), UNDO_AGAIN);
      return;
    }
    if (!path) throw new InvalidArgumentError('Name the folder or the file to import.');
    const mapping = await readMapping(options.mapping);
    if (!mapping) {
      process.exitCode = 1;
      return;
    }
    const { partnership, namesNoChild } = options;
    if (partnership) {
      await runCommand(
        (records) => importTable(path, partnership, records, options, mapping),
        IMPORT_AGAIN,
      );
      return;
    }
    const today = createCalendar().today('Europe/London');
    const read = await readFolder(path, folderFiles, { namesNoChild, mapping, today });
    const { template, fault } = await readTemplateFile(path);
    await saveMapping(read, options);
    if (options.dryRun) {
      await runCommand((records) => show(read, records));
      if (fault) console.log(fault);
      return;
    }
    if (fault || !canStore(read, options.acceptPartial)) {
      if (fault) console.log(`${fault}\n${NOTHING_STORED}`);
      if (!canStore(read, options.acceptPartial)) console.log(formatReport(toRefusalReport(read)));
      process.exitCode = 1;
      return;
    }
    await runCommand(async (records) => {
      const result = await store(read, records, options);
      const id = read.records?.partnership.id;
      const actor = { by: 'import', at: new Date().toISOString(), today };
      if (template && id) console.log(await storeTemplate(records.stores(id), template, actor));
      return result;
    }, IMPORT_AGAIN);
  })
  .parseAsync();

const UNDO_AGAIN = 'What was taken back by then stays so. Do it again: it goes on from there.';

/** Takes back the last import of a partnership, or shows what that comes to. */
async function undo(
  { partnerships, stores, importLock }: Records,
  { partnership, dryRun }: Options,
): Promise<number> {
  if (!partnership) {
    console.log('Say whose last import it is: --partnership ID.');
    return 1;
  }
  const parts = { store: partnerships, stores, featureFiles: folderFiles };
  const calendar = createCalendar();
  const actor = {
    by: 'import',
    at: calendar.now().toISOString(),
    today: calendar.today('Europe/London'),
  };
  const locking = {
    lock: importLock,
    partnership,
    person: 'import',
    onWait: () => console.log('Somebody else is importing just now; this waits.'),
  };
  const plan = dryRun
    ? await planUndo(parts, partnership)
    : await withImportLock(locking, () => undoImport(parts, partnership, actor));
  if (!plan) {
    console.log(`There is no import into ${partnership} that could be taken back.`);
    return 1;
  }
  for (const { kind, rows } of plan.reverted) console.log(`  ${kind}: ${rows} as before it`);
  for (const { kind, rows } of plan.removed) console.log(`  ${kind}: ${rows} removed`);
  for (const { kind, name, why } of plan.staying) console.log(`  ${kind} ${name} stays: ${why}`);
  console.log(dryRun ? 'Nothing was changed: this was a dry run.' : 'The import was taken back.');
  return 0;
}

const IMPORT_AGAIN =
  'What was imported by then stays. Import the same again: it goes on from there, and nothing is there twice.';

/** Imports a workbook or a CSV file into a partnership that is stored. */
async function importTable(
  path: string,
  partnership: string,
  records: Records,
  options: Options,
  mapping: Mapping,
): Promise<number> {
  const stored = await loadWithNamed(records.partnerships, partnership, folderFiles);
  if (!stored) {
    const ids = (await records.partnerships.ids()).join(', ') || 'none yet';
    console.log(`There is no partnership “${partnership}” here; there is: ${ids}.`);
    return 1;
  }
  const calendar = createCalendar();
  const today = calendar.today(stored.partnership.timeZone);
  const remembered = await loadMapping(records.stores, partnership);
  const read: ReadFolderOptions = {
    namesNoChild: options.namesNoChild,
    mapping: mergeSheetWords(remembered, mapping),
    today,
  };
  const sheets = await readSheets(path, folderFiles, stored, read);
  await saveMapping(sheets, options);
  if (options.dryRun) return show(sheets, records);
  if (!canStore(sheets, options.acceptPartial)) {
    console.log(`${formatProposals(sheets)}\n\n${sheets.records ? LEFT_OUT : NOTHING_STORED}`);
    return 1;
  }
  const result = await store(sheets, records, options);
  const actor = { by: 'import', at: calendar.now().toISOString(), today };
  const said = toRemembered(sheets.proposals, mapping);
  await rememberMapping(records.stores, partnership, said, actor);
  return result;
}

const NOTHING_STORED = 'Nothing was stored: correct what is said above and import again.';
const LEFT_OUT =
  'Nothing was stored: correct what needs a person, in the sheet or in a mapping; or import the others with --yes.';

async function store(
  read: FolderRead,
  records: Records,
  { acceptPartial }: Options,
): Promise<number> {
  const locking = {
    lock: records.importLock,
    partnership: read.records?.partnership.id ?? '',
    person: 'import',
    onWait: () => console.log('Somebody else is importing just now; this import waits.'),
  };
  const report = await withImportLock(locking, () =>
    withProgress((onProgress) =>
      importFolder(read, records.partnerships, {
        acceptPartial,
        onProgress,
        onCompared: (changes) =>
          keepJournal(records.stores, locking.partnership, randomUUID(), changes, {
            type: 'imported',
            by: 'import',
            at: createCalendar().now().toISOString(),
          }),
      }),
    ),
  );
  console.log(formatReport(report));
  return report.stale.length > 0 ? 1 : 0;
}

/** Writes down the mapping where that is wanted. */
async function saveMapping(read: FolderRead, { saveMapping: path }: Options): Promise<void> {
  if (path) await writeFile(path, `${JSON.stringify(toMapping(read.proposals), null, 2)}\n`);
}

/** Shows what would be stored, and what would stay as it is. */
async function show(read: FolderRead, { partnerships }: Records): Promise<number> {
  const stored = read.records && (await partnerships.load(read.records.partnership.id));
  const compared = read.records && (await compareFolder(read, read.records, partnerships, stored));
  console.log(`${formatProposals(read, compared)}\n\nNothing was stored: this was a dry run.`);
  return 0;
}

/** The mapping that was given, or an empty one; nothing where it cannot be used, which is said. */
async function readMapping(path: string | undefined): Promise<Mapping | undefined> {
  if (!path) return NO_MAPPING;
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    console.log(`${path}: there is no file of this name: check the path`);
    return undefined;
  }
  const parsed = parseMapping(basename(path), text, allFiles(folderFiles));
  if ('mapping' in parsed) return parsed.mapping;
  console.log(parsed.faults.map(formatFault).join('\n'));
  return undefined;
}

/** Shows how far an import has come, on a terminal only. */
async function withProgress<Result>(
  run: (onProgress?: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  if (!process.stdout.isTTY) return run();
  const max = 100;
  const bar = progress({ max });
  let shown = 0;
  bar.start('Importing');
  const result = await run((done, total) => {
    const percent = Math.floor((max * done) / total);
    bar.advance(percent - shown);
    shown = percent;
  });
  bar.stop('Imported');
  return result;
}
