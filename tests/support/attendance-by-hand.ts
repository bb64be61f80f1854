import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Cells = Readonly<Record<string, string>>;

/** How often an organisation came, as somebody with a pencil counts it in a partnership's folder. */
export interface Counted {
  readonly share: string;
  readonly percentage: string;
  readonly byDeputy: number;
}

/** The attendance of a group in a year, by the names of its organisations, counted straight from the files of a folder. */
export async function countedByHand(
  folder: string,
  group: string,
  from: string,
  to: string,
): Promise<Map<string, Counted>> {
  const rows = async (file: string): Promise<Cells[]> =>
    parse(await readFile(join(folder, file)), { columns: true, bom: true });
  const [agencies, meetings, attendance] = await Promise.all(
    ['agencies.csv', 'meetings.csv', 'attendance.csv'].map(rows),
  );
  const counted = new Map<string, Counted>();
  for (const agency of agencies ?? []) {
    let [n, all, deputies] = [0, 0, 0];
    for (const line of attendance ?? []) {
      const meeting = meetings?.find(({ id }) => id === line.meeting_id);
      const day = meeting?.starts_at?.slice(0, 10) ?? '';
      if (
        line.agency !== agency.id ||
        meeting?.group !== group ||
        meeting?.status !== 'held' ||
        day < from ||
        day > to
      )
        continue;
      all += 1;
      if (line.attended === 'present' || line.attended === 'deputy') n += 1;
      if (line.attended === 'deputy') deputies += 1;
    }
    if (all > 0)
      counted.set(agency.name ?? '', {
        share: `${n}/${all}`,
        percentage: `${Math.round((100 * n) / all)}%`,
        byDeputy: deputies,
      });
  }
  return counted;
}

/** The same as it stands on a card, read from its lines from top to bottom. */
export function countedOnCard(lines: readonly string[]): Map<string, Counted> {
  const shares = lines.flatMap((line, at) => (/^\d+\/\d+$/.test(line) ? [at] : []));
  return new Map(
    shares.map((at) => {
      const details = /^\d+ (by deputy|with apologies|absent)/.test(lines[at - 1] ?? '')
        ? (lines[at - 1] ?? '')
        : '';
      const organisation = lines[details ? at - 2 : at - 1] ?? '';
      const byDeputy = Number(/(\d+) by deputy/.exec(details)?.[1] ?? 0);
      return [organisation, { share: lines[at] ?? '', percentage: lines[at + 1] ?? '', byDeputy }];
    }),
  );
}
