import { describe, expect, it } from 'vitest';
import { findTimeliness } from '../../src/understanding/slots/timeliness.ts';

describe('how completed actions kept to their due date', () => {
  it.each([
    ['which actions finished late', 'late'],
    ['completed after the due date', 'late'],
    ['what did police close past its deadline', 'late'],
    ['any late completions this quarter', 'late'],
    ['missed their deadline but done now', 'late'],
    ['done but only after the agreed date', 'late'],
    ['crossed the line later than planned', 'late'],
    ['how many were completed on time', 'on time'],
    ['what got done by its due date', 'on time'],
    ['closed within the timescale', 'on time'],
    ['and on time ?', 'on time'],
    ['finished early', 'early'],
    ['completed before they were due', 'early'],
  ])('“%s” asks for those that were %s', (text, value) => {
    expect(findTimeliness(text)?.value).toBe(value);
  });

  it.each([
    'what is late',
    'not finished on time',
    'will it be finished on time',
    'did anybody fail to deliver on time',
    'which are done and which are late',
    'done by friday',
    'to be completed by its due date',
  ])('“%s” asks for what is still to do', (text) => {
    expect(findTimeliness(text)).toBeUndefined();
  });
});
