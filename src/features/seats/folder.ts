import { choiceCell, dayCell, idCell, textCell } from '../../contract/cells.ts';
import { byId, camelKeys, folderFile } from '../../contract/folder-file.ts';
import { declareRetention } from '../../contract/retention.ts';
import { seatStore } from '../../contract/seat-store.ts';
import { OWN_SCHEDULE, VALID_FROM } from '../../domain/retention.ts';
import { SEAT_ROLES, type Seat } from '../../domain/seat.ts';

/** `seats.csv`: who holds which seat from when to when; a row with nobody in it is a vacancy. */
export const seatsFile = folderFile({
  name: 'seats',
  columns: {
    id: idCell,
    role: choiceCell(...SEAT_ROLES),
    group: idCell.optional(),
    agency: idCell.optional(),
    person: idCell.optional(),
    name: textCell.optional(),
    post: textCell.optional(),
    from: dayCell.optional(),
    to: dayCell.optional(),
    phone: textCell.optional(),
    email: textCell.optional(),
    basis: textCell.optional(),
  },
  read: (cells): Seat => camelKeys(cells),
  sparseColumns: ['phone', 'email'],
  uniqueKeys: [{ ...byId, isReference: true }],
  references: ({ group, agency, person }) => [
    ['group', 'groups', group],
    ['agency', 'agencies', agency],
    ['person', 'people', person],
  ],
  // Names, telephone numbers and addresses of adults at work.
  unguardedColumns: ['person', 'name', 'phone', 'email'],
  nameColumns: ['name'],
  store: seatStore,
});

/** Seven years after it ended, like named deputies. */
export const seatRetention = declareRetention({
  store: seatStore,
  rule: {
    kind: 'seat',
    from: 'ended',
    months: 84,
    outcome: 'deleted, with its history',
    validFrom: VALID_FROM,
    source: OWN_SCHEDULE,
  },
  since: ({ to }) => to,
});
