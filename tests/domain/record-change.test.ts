import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import type { ChangeEvent, Changes } from '../../src/domain/change-event.ts';
import { day } from '../../src/domain/dates.ts';
import { changeFields, undoFields } from '../../src/domain/record-change.ts';

interface Note {
  readonly id: string;
  readonly name?: string;
  readonly tags?: readonly string[];
}

const actor = (by = 'lead', at = '2026-03-02T10:00:00Z'): Actor => ({
  by,
  at,
  today: day('2026-03-02'),
});
const note: Note = { id: 'N-1', name: 'Ofsted', tags: ['a', 'b'] };

describe('an event of changed fields', () => {
  it.each([
    ['a text', { name: 'Ofsted 2018' }, { name: { from: 'Ofsted', to: 'Ofsted 2018' } }],
    ['a text that goes', { name: undefined }, { name: { from: 'Ofsted' } }],
    ['an empty text, which is none', { name: '' }, { name: { from: 'Ofsted' } }],
    ['a list', { tags: ['b'] }, { tags: { from: 'a; b', to: 'b' } }],
    ['a list that is emptied', { tags: [] }, { tags: { from: 'a; b' } }],
    ['what stays as it was', { name: 'Ofsted', tags: ['a', 'b'] }, {}],
  ])('keeps %s as it was before and after', (_, patch, changes) => {
    const changed = changeFields(note, patch, { type: 'changed' }, actor());
    expect(changed.value.event).toEqual({ type: 'changed', changes, by: 'lead', at: actor().at });
  });
});

const event = (facts: Partial<ChangeEvent> = {}): ChangeEvent => ({
  type: 'changed',
  by: 'lead',
  at: '2026-03-02T09:00:00Z',
  operation: 'press',
  changes: { name: { from: 'Of', to: 'Ofsted' } },
  ...facts,
});

describe('undoing a press', () => {
  const undo = (history: readonly ChangeEvent[], by = actor()) =>
    undoFields({ record: note, history, operation: 'press' }, by);

  it.each([
    ['nothing was pressed', [], actor(), 'nothing-to-undo'],
    [
      'an import made it',
      [event({ operation: undefined as unknown as string })],
      actor(),
      'nothing-to-undo',
    ],
    [
      'the press is not of this record',
      [event({ operation: 'another' })],
      actor(),
      'nothing-to-undo',
    ],
    ['something followed it', [event(), event({ operation: 'later' })], actor(), 'changed-since'],
    ['somebody else pressed it', [event()], actor('chair'), 'not-yours'],
    [
      'it was more than a day ago',
      [event()],
      actor('lead', '2026-03-03T09:00:01Z'),
      'too-long-ago',
    ],
    [
      'it changed no field',
      [event({ changes: undefined as unknown as Changes })],
      actor(),
      'nothing-to-undo',
    ],
  ])('is refused where %s', (_, history, by, refusal) => {
    expect(undo(history, by)).toEqual({ ok: false, refusal });
  });

  it('sets the field back, within a day to the second, and says why in the history', () => {
    const undone = undo([event()], actor('lead', '2026-03-03T09:00:00Z'));
    expect(undone.ok && undone.value.record).toEqual({ ...note, name: 'Of' });
    expect(undone.ok && undone.value.event).toMatchObject({
      type: 'undone',
      reason: '“changed” was a mistake',
    });
  });

  it('removes what the press added', () => {
    const undone = undo([event({ type: 'added', changes: {} })]);
    expect(undone.ok && undone.value).toMatchObject({ wasAdded: true });
  });

  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const some = fc.record(
    { name: word, tags: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) },
    { requiredKeys: [] },
  );
  it('gives back what was there, whatever was changed to what', () => {
    fc.assert(
      fc.property(some, some, (before, patch) => {
        const record: Note = { id: 'N-1', ...before };
        const changed = changeFields(record, patch, { type: 'changed' }, actor());
        const history = [{ ...changed.value.event, operation: 'press' }];
        const undone = undoFields(
          { record: changed.value.record, history, operation: 'press' },
          actor(),
        );
        const { tags = [], ...rest } = undone.ok ? undone.value.record : record;
        const { tags: expected = [], ...others } = record;
        expect({ ...rest, tags }).toEqual({ ...others, tags: expected });
      }),
    );
  });
});
