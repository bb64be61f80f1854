import { formatLines } from './run-listed.ts';

/** Every npm script with what it does, by who needs it. */
export const SCRIPTS = {
  'For trying out': {
    start: 'rehearse on this machine, with sample data and a chat in the browser',
    'start:teams': 'the same in Teams itself, for the Agents Toolkit',
  },
  'For a partnership': {
    import: 'import a folder of CSV files, or a workbook',
    export: 'write a partnership back into such a folder',
    minutes: 'write the minutes of a meeting as a Word document',
    attendance: 'write the attendance table of a group’s year as a spreadsheet',
    report: 'write the figures for a yearly report, with the rows behind them',
    notices: 'send what is owed now; --dry-run shows who would hear what, and why',
    person: 'export or erase what is kept about one person',
    retention: 'delete what has been kept for as long as its rule says',
  },
  'For operations': {
    backup: 'write everything that is kept into one file',
    restore: 'put a backup into an empty storage',
    'audit:verify': 'check the audit log of all records',
    'audit:heads': 'add the heads of the audit log to a file kept elsewhere',
    package: 'build the Teams app that an administrator uploads',
    bundle: 'build the service that is put into Azure',
  },
  'For developers': {
    test: 'all tests but the long ones and those in a browser',
    'test:long': 'tests that take minutes: load, crashes, outages',
    'test:browser': 'tests in Chromium',
    check: 'format, lint, types and imports',
    understand: 'say how many messages of a file are understood, or how one message is',
    answers: 'say how many messages of a file are answered with what they must show',
    guard: 'say what the privacy guard does with the texts of a file, or with one and why',
    help: 'show this',
  },
  'For maintainers': {
    bench: 'measure something; without a name, list what',
    docs: 'generate a document or picture; without a name, list which',
    mutation: 'change rules, and see whether a test notices',
    'release:check': 'check all that must hold before a release',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

if (import.meta.main)
  for (const [heading, lines] of Object.entries(SCRIPTS))
    console.log(`${heading}\n${formatLines(lines)}\n`);
