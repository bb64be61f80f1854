import { describe, expect, it } from 'vitest';
import { toReferenceKey } from '../../src/domain/reference-key.ts';

describe('spellings of one reference', () => {
  it.each([
    ['BR-002', ['br 2', 'BR‑002', 'br\u00a0002', 'BR – 2', 'br/02', 'BR2']],
    ['5(a)', ['5a', '5 (A)', '5.a']],
    ['SCP#12', ['scp 12', 'SCP-0012']],
    ['2021/014', ['2021-14', '2021 14']],
    ['Réf-1', ['ref 1']],
  ])('%s', (ref, others) => {
    for (const other of others) expect(toReferenceKey(other)).toBe(toReferenceKey(ref));
  });

  it.each([
    ['1.1', '1.10'],
    ['1.1', '11'],
    ['BR-10', 'BR-1'],
    ['5(a)', '5(b)'],
    ['BR-100', 'BR-1'],
  ])('%s is not %s', (one, other) => {
    expect(toReferenceKey(one)).not.toBe(toReferenceKey(other));
  });
});
