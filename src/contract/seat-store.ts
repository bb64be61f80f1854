import { z } from 'zod';
import { SEAT_ROLES, type Seat } from '../domain/seat.ts';
import { dayColumn, textColumn } from './columns.ts';
import { store } from './store.ts';

/** Who holds which seat from when to when: the storage reads it for what people may do on a day. */
export const seatStore = store<Seat>({
  kind: 'seat',
  key: ({ id }) => id,
  history: true,
  audited: ['role', 'group', 'agency', 'person', 'from', 'to'],
  columns: z.object({
    id: textColumn,
    role: z.enum(SEAT_ROLES),
    group: textColumn.optional(),
    agency: textColumn.optional(),
    person: textColumn.optional(),
    name: textColumn.optional(),
    post: textColumn.optional(),
    from: dayColumn.optional(),
    to: dayColumn.optional(),
    phone: textColumn.optional(),
    email: textColumn.optional(),
    basis: textColumn.optional(),
  }),
});
