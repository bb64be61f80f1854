import type { Card } from '../../contract/feature.ts';
import type { AttendanceListView } from './attendance-views.ts';
import { firstFew } from './attendance-words.ts';

/** So many rows stand on one card. */
const MAX_ROWS = 24;

/** The card of a list, with the same in words; `undefined` when there is nothing on it. */
export function listCard(
  text: string,
  view: AttendanceListView,
): Card<AttendanceListView> | undefined {
  const { rows, basis } = view;
  const [corrections, watch] = [firstFew(view.corrections), firstFew(view.watch)];
  if (rows.length + corrections.length + watch.length === 0) return undefined;
  const plain = [
    text,
    ...rows.map(
      ({ title, standing, line }) => `${title}: ${[standing, line].filter(Boolean).join(', ')}.`,
    ),
    ...corrections,
    ...watch,
    basis,
  ];
  return {
    name: 'attendance-list',
    view: { ...view, rows: rows.slice(0, MAX_ROWS), corrections, watch },
    plain: plain.filter(Boolean).join('\n'),
  };
}
