import { expect, it } from 'vitest';
import { withMarks } from '../../src/understanding/text/dictation.ts';

it.each([
  ['new action colon police to send the plan full stop', 'new action: police to send the plan.'],
  ['New paragraph. what is overdue question mark', 'what is overdue?'],
  ['board comma qppa and slpr new line thank you', 'board, qppa and slpr. thank you'],
  ['cancer of the colon is not ours', 'cancer of the colon is not ours'],
  ['what is overdue', 'what is overdue'],
])('“%s” is read as “%s”', (dictated, text) => expect(withMarks(dictated)).toBe(text));
