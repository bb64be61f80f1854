import { readFileSync } from 'node:fs';

/** A finding as somebody with the sheets and a calendar would write it down. */
export interface ByHand {
  readonly pattern: string;
  /** The numbers that it says, in any order; 0 may be said as “none” or “no”. */
  readonly figures: readonly number[];
  readonly rows: readonly string[];
  readonly since?: string;
}

type Row = Readonly<Record<string, string>>;

/** The rows of a file without quotes, by the names of its columns. */
export function readSheet(folder: string, name: string): Row[] {
  const [head = '', ...lines] = readFileSync(`${folder}/${name}.csv`, 'utf8').trim().split('\n');
  if (lines.some((line) => line.includes('"'))) throw new Error(`${name} has quotes`);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;
const CLOSED = ['complete', 'withdrawn'];
const first = (days: readonly (string | undefined)[]): string => [...days].sort()[0] ?? '';

/**
 * What drifts on a day by the rules of part 1 of the capabilities, reckoned from the sheets alone,
 * with nothing of Convenor's.
 */
export function driftByHand(folder: string, today: string): ByHand[] {
  const sheet = (name: string) => readSheet(folder, name);
  const age = (day = '') => (Date.parse(today) - Date.parse(day)) / DAY_MS;
  const later = (day: string, days: number) =>
    new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
  const workingDaysLeft = (due: string) =>
    Array.from({ length: Math.max(0, -age(due)) }, (_, index) => later(today, index + 1)).filter(
      (day) => ![0, 6].includes(new Date(day).getUTCDay()),
    ).length;

  const actions = sheet('actions');
  const open = actions.filter(({ status = '' }) => !CLOSED.includes(status));
  const refs = (rows: readonly Row[], column = 'ref') => rows.map((row) => row[column] ?? '');
  const sources = sheet('sources');
  const recommendations = sheet('recommendations').map((row) => ({
    row,
    source: sources.find(({ id }) => id === row.source) ?? {},
  }));
  const groups = sheet('groups').filter(({ ends_on }) => !ends_on || ends_on >= today);
  const past = sheet('meetings')
    .filter(({ starts_at = '', status }) => status === 'held' && starts_at.slice(0, 10) <= today)
    .map((row): Row => ({ ...row, on: row.starts_at?.slice(0, 10) ?? '' }))
    .sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
  const found: ByHand[] = [];
  const add = (pattern: string, figures: number[], rows: string[], since?: string) =>
    found.push({ pattern, figures, rows, ...(since && { since }) });

  for (const { id, meets_every_weeks: weeks } of groups) {
    const [last] = past.filter(
      ({ group, kind = '' }) => group === id && ['ordinary', 'extraordinary'].includes(kind),
    );
    const planned = Number(weeks) * 7;
    if (!last || !planned) continue;
    if (age(last.on) > Math.min(planned * 1.5, 180))
      add(
        'DP-01',
        [age(last.on)],
        refs([last], 'id'),
        later(last.on ?? '', Math.min(planned, 180)),
      );
  }

  const bySource = Map.groupBy(
    actions.filter(({ source_kind = '' }) => ['audit', 'inspection'].includes(source_kind)),
    ({ source }) => source ?? '',
  );
  const untouched = [...bySource].filter(([, of]) => {
    const left = of.filter((row) => open.includes(row));
    const isOld = left.some(({ raised_on }) => raised_on && age(raised_on) > 90);
    return left.length > 1 && isOld && !of.some(({ status }) => status === 'complete');
  });
  for (const [, of] of untouched) {
    const oldest = first(refs(of, 'raised_on'));
    add('DP-02', [of.length, age(oldest)], refs(of), oldest);
  }

  for (const { row, source } of recommendations)
    if (!row.addressed_to && !row.actions && !row.response_due_on && !source.on)
      add('DP-03', [1], [row.ref ?? '']);

  const bare = actions.filter(
    ({ status, impact_evidence, completed_on }) =>
      status === 'complete' && !impact_evidence && completed_on && age(completed_on) > 30,
  );
  if (bare.length > 0) add('DP-04', [bare.length], refs(bare), first(refs(bare, 'completed_on')));

  const marks = sheet('attendance');
  for (const { group, agency, expectation } of sheet('memberships')) {
    const lines = past
      .filter((meeting) => meeting.group === group)
      .flatMap((meeting) => {
        const mark = marks.find((each) => each.meeting_id === meeting.id && each.agency === agency);
        const came = ['present', 'deputy'].includes(mark?.attended ?? '');
        return mark ? [{ id: meeting.id ?? '', on: meeting.on, came }] : [];
      });
    const isLoose = expectation === 'when-required' || ['LAYM', 'CLLR'].includes(agency ?? '');
    const came = lines.findIndex((line) => line.came);
    const run = lines.slice(0, came < 0 ? undefined : came);
    const missed = lines.slice(0, 4).filter((line) => !line.came);
    const isSeldom = isLoose && lines.length >= 4 && missed.length > 2;
    const gap = isSeldom ? missed : !isLoose && run.length > 1 ? run : [];
    if (gap.length > 0)
      add(
        'DP-05',
        isSeldom ? [4 - missed.length, 4] : [run.length],
        gap.map(({ id }) => id),
        gap.at(-1)?.on,
      );
  }

  for (const [name, of] of bySource) {
    const old = of.filter(
      (row) => open.includes(row) && row.source_kind === 'audit' && age(row.raised_on) > 120,
    );
    const oldest = first(refs(old, 'raised_on'));
    if (old.length > 0 && !untouched.some(([each]) => each === name))
      add('DP-08', [old.length, age(oldest)], refs(old), oldest);
  }
  for (const { row, source } of recommendations)
    if (source.kind === 'audit' && !row.verified_on && age(source.on) > 120)
      add('DP-08', [1, age(source.on)], [row.ref ?? ''], source.on);

  for (const { id = '' } of sheet('themes')) {
    const named = recommendations.filter(({ row }) => row.themes?.split(';').includes(id));
    const days = [...new Set(named.map(({ source }) => source.on ?? ''))].sort();
    const [latest = '', earlier = ''] = days.toReversed();
    const twoYearsOn = `${Number(earlier.slice(0, 4)) + 2}${earlier.slice(4)}`;
    if (days.length > 1 && twoYearsOn >= latest)
      add('DP-11', [], refs(named.map(({ row }) => row)), latest);
  }

  const replies = sheet('learning-replies');
  const learning = sheet('learning');
  for (const { id } of learning) {
    const late = replies.filter(
      ({ item, state, sent_on }) => item === id && state === 'waiting' && age(sent_on) > 60,
    );
    const sent = first(refs(late, 'sent_on'));
    if (late.length > 0)
      add(
        'DP-12',
        [age(sent)],
        late.map(({ item, agency }) => `${item}:${agency}`),
        sent,
      );
  }
  for (const { id = '', source, cancelled_on } of learning)
    if (
      cancelled_on &&
      age(cancelled_on) > 30 &&
      !learning.some(
        (each) => each.source === source && !each.cancelled_on && (each.on ?? '') > cancelled_on,
      )
    )
      add('DP-13', [], [id], cancelled_on);

  const challenges = sheet('challenges').filter(({ withdrawn_on }) => !withdrawn_on);
  const quarters = ['2025-10-01', '2026-01-01'] as const;
  const quiet = challenges.filter(({ on = '' }) => quarters[0] <= on && on < quarters[1]);
  if (quiet.length === 0) add('DP-14', [0], [], quarters[1]);
  for (const { id = '', on, answer_due_on, answered_on } of challenges)
    if (!answered_on && age(on) > 30) add('DP-14', [], [id], answer_due_on);

  const inForce = sheet('priorities').filter(({ year }) => year === '2025-26');
  for (const { id = '', lead_group } of inForce) {
    if (!lead_group) add('DP-17', [0], [id], '2025-04-01');
    const own = actions.filter(({ priority }) => priority === id);
    const oldest = first(refs(own, 'raised_on'));
    const isBare = own.every(({ impact_evidence }) => !impact_evidence);
    if (own.length >= 5 && isBare && age(oldest) > 180)
      add('DP-17', [0, own.length], refs(own), oldest);
  }

  const seats = sheet('seats');
  for (const { id: group } of groups) {
    const own = seats.filter((seat) => seat.group === group && seat.role === 'chair');
    const vacant = own.find(({ name, post, to }) => !name && !post && !to);
    if (vacant && age(vacant.from) > 30)
      add('DP-22', [age(vacant.from)], refs(own, 'id'), vacant.from);
  }

  for (const { id = '', name, kind, on } of sources)
    if (
      kind === 'audit' &&
      !actions.some(({ source }) => source === name) &&
      !recommendations.some(({ row }) => row.source === id)
    )
      add('DP-23', [age(on)], [id], on);

  const asked = open.filter((row) => row.source_kind === 'inspection' && age(row.raised_on) > 365);
  if (asked.length > 0) add('DP-25', [asked.length], refs(asked), first(refs(asked, 'raised_on')));

  const ofAudits = actions.filter(
    ({ source_kind, status }) => source_kind === 'audit' && status !== 'withdrawn',
  );
  const shown = ofAudits.filter(({ impact_evidence }) => impact_evidence);
  if (shown.length / ofAudits.length < 0.25)
    add(
      'DP-28',
      [shown.length, ofAudits.length],
      refs(ofAudits.filter((row) => !shown.includes(row))),
    );

  const loose = open.filter(
    ({ source, owner_group, priority, review_ref }) =>
      !source && !owner_group && !priority && !review_ref,
  );
  if (loose.length > 0) add('DP-29', [loose.length], refs(loose), first(refs(loose, 'raised_on')));

  const late = sheet('risks').filter(
    ({ closed_on, next_review_on }) => !closed_on && next_review_on && next_review_on < today,
  );
  const due = first(refs(late, 'next_review_on'));
  if (late.length > 0) add('risk', [late.length, age(due)], refs(late, 'id'), due);

  for (const { ref = '', aware_on = '', decided_on } of sheet('reviews')) {
    const days = Array.from({ length: 40 }, (_, index) => later(aware_on, index + 1));
    const due = days.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))[14] ?? '';
    const nearFrom = days.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))[9];
    if (!decided_on && workingDaysLeft(due) <= 5) add('clock', [], [ref], nearFrom);
  }
  return found;
}
