import { spawnSync } from 'node:child_process';

/** A program of a list: what it does, in one line, and how it is run. */
export interface Listed {
  readonly line: string;
  readonly file: string;
  /** Options of Node, before the file. */
  readonly nodeOptions?: readonly string[];
}

export type Programs = Readonly<Record<string, Listed>>;

/**
 * Runs the program whose name is the first argument, with the other arguments; prints the list when
 * no program has that name.
 */
export function runListed(script: string, programs: Programs, argv = process.argv.slice(2)): void {
  const [name = '', ...args] = argv;
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (!program) {
    console.log(`npm run ${script} -- NAME, where NAME is one of:\n${formatLines(programs)}`);
    process.exitCode = name ? 1 : 0;
    return;
  }
  const { file, nodeOptions = [] } = program;
  const { status } = spawnSync(process.execPath, [...nodeOptions, file, ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

/** Names and what they do, in two columns. */
export function formatLines(lines: Readonly<Record<string, string | Listed>>): string {
  const width = Math.max(...Object.keys(lines).map((name) => name.length)) + 2;
  return Object.entries(lines)
    .map(([name, line]) => `  ${name.padEnd(width)}${typeof line === 'string' ? line : line.line}`)
    .join('\n');
}
