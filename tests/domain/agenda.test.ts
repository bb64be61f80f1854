import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaItem,
  acceptOrDecline,
  changeItem,
  DEFAULT_CLOSING_ITEMS,
  DEFAULT_OPENING_ITEMS,
  positionAt,
  propose,
} from '../../src/domain/agenda.ts';
import { day } from '../../src/domain/dates.ts';

const member = { by: 'member', at: '2021-03-15T09:00:00Z', today: day('2021-03-15') };
const item = { id: 'i1', meetingId: 'QPPA-1', position: 1, title: ' Audit findings ' };
const refusal = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal;

describe('an agenda item', () => {
  it('is proposed by anybody and waits for the chair', () => {
    expect(propose(item, false, member)).toEqual({
      ok: true,
      value: {
        ...item,
        title: 'Audit findings',
        status: 'proposed',
        proposedBy: 'member',
        proposedAt: member.at,
      },
    });
  });

  it('stands at once when the chair puts it on', () => {
    expect(propose(item, true, member)).toMatchObject({
      value: { status: 'accepted', decidedBy: 'member' },
    });
  });

  it('says what it is about, and names no child', () => {
    expect(refusal(propose({ ...item, title: ' ' }, false, member))).toBe('item-missing');
    expect(refusal(propose({ ...item, title: 'born 3/4/2015' }, false, member))).toBe('personal');
  });

  it.each(['paper.docx', 'http://example.org/paper', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'takes no paper at %s',
    (paper) => {
      expect(refusal(propose({ ...item, paper }, false, member))).toBe('not-a-link');
    },
  );

  it('may have a paper, where somebody gave a link and not only a space', () => {
    const paper = ' https://example.org/paper ';
    expect(propose({ ...item, paper }, false, member)).toMatchObject({
      value: { paper: 'https://example.org/paper' },
    });
    const without = propose({ ...item, paper: ' ' }, false, member);
    expect(without.ok && Object.keys(without.value)).not.toContain('paper');
  });

  it('can be declined and still be accepted later', () => {
    const proposed = propose({ ...item, paper: 'https://example.org/paper' }, false, member);
    if (!proposed.ok) throw new Error(proposed.refusal);
    const declined = acceptOrDecline(proposed.value, 'declined', { ...member, by: 'chair' });
    expect(declined).toMatchObject({
      status: 'declined',
      decidedBy: 'chair',
      paper: 'https://example.org/paper',
    });
    expect(acceptOrDecline(declined, 'accepted', member).status).toBe('accepted');
  });
});

describe('an item that was added in the wrong words', () => {
  const proposed = propose(item, true, member);
  const kept = proposed.ok ? proposed.value : undefined;
  const wanted = { title: 'Audit plan', position: 1 };

  it.each([
    [{ ...wanted, title: ' ' }, 'item-missing'],
    [{ ...wanted, paper: 'C:/plan.docx' }, 'not-a-link'],
    [{ ...wanted, minutes: 0 }, 'minutes-unclear'],
    [{ ...wanted, minutes: 2.5 }, 'minutes-unclear'],
    [{ ...wanted, minutes: 241 }, 'minutes-unclear'],
    [{ ...wanted, minutes: Number.NaN }, 'minutes-unclear'],
  ])('is not changed to %o', (change, why) => {
    expect(kept && refusal(changeItem(kept, change))).toBe(why);
  });

  it('loses its presenter, minutes and paper where they are emptied', () => {
    const full = { ...wanted, presenter: 'Jo', minutes: 240, paper: 'https://example.org' };
    const changed = changeItem(kept as AgendaItem, full);
    if (!changed.ok) throw new Error(changed.refusal);
    expect(changed.value).toMatchObject({ presenter: 'Jo', minutes: 240 });
    const emptied = changeItem(changed.value, { ...wanted, presenter: ' ' });
    expect(emptied).toEqual({ ok: true, value: { ...kept, title: 'Audit plan' } });
  });

  it('stands at the place that was chosen, whatever was moved before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (places) => {
        let order: { position: number; at: number }[] = [];
        for (const [at, wish] of places.entries()) {
          const place = Math.min(wish, order.length);
          const moved = { at, position: positionAt(place, order) };
          order = [...order, moved].sort((a, b) => a.position - b.position);
          expect(order.indexOf(moved)).toBe(place);
        }
      }),
    );
  });
});

it('an agenda usually begins with apologies and last time, and ends with what else there is', () => {
  expect(DEFAULT_OPENING_ITEMS).toEqual([
    'Apologies, deputies and quorum',
    'Decisions and actions of last time',
  ]);
  expect(DEFAULT_CLOSING_ITEMS).toEqual(['Any other business']);
});
