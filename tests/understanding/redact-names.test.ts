import { describe, expect, it } from 'vitest';
import { createNameFilter } from '../../src/understanding/model/redact-names.ts';
import { aDirectory } from '../support/a-directory.ts';

const filterNames = createNameFilter(aDirectory);
const sent = (typed: string) => filterNames(typed).text;

describe('what leaves the partnership of a message', () => {
  it.each([
    ['whats sarahs stuff looking like', 'whats person-1 stuff looking like'],
    ["anything Sarah O'Neill owes us, or grace?", 'anything person-1 owes us, or person-2?'],
    ['SARAH ONEILL AND THE BOARD', 'person-1 AND THE BOARD'],
    ['Hill, Grace', 'person-1, person-1'],
    ['is it anita or ravi who chairs QA', 'is it person-1 or person-2 who chairs QA'],
  ])('people whom the partnership knows are numbers: %s', (typed, left) => {
    expect(sent(typed)).toBe(left);
  });

  it('a name that two people share is nobody’s', () => {
    expect(sent('does patel have anything overdue')).toBe('does [left out] have anything overdue');
  });

  it.each([
    ['has jayden smiths plan moved on', 'has [left out] [left out] plan moved on'],
    ['Did Mark chase the council about NC-019', 'Did [left out] chase the council about NC-019'],
    ['can Daisy from the council send it', 'can [left out] from the council send it'],
    ['sally and mike cant come, ask gill', '[left out] and [left out] cant come, ask [left out]'],
    ['ring me on 07700900123 or kim.lee@example.org', 'ring me on [left out] or [left out]'],
    ['ما هي الأولويات', '[left out] [left out] [left out]'],
  ])('what could be a stranger’s name or number is left out: %s', (typed, left) => {
    expect(sent(typed)).toBe(left);
  });

  it.each([
    'what is overdue for the police before the next board',
    'how far have we got with Neglect, and Fathers and male carers?',
    'actions from RR-2020-01 due by 30/6 or in june 2020-21',
    'WHO IS LATE',
    'pls tell me whats due next wk',
  ])('words of the field and of everyday English stay: %s', (typed) => {
    expect(sent(typed)).toBe(typed);
  });

  it.each([
    'what has West Midlands Police got on',
    'is anything of the Grace Street Trust late',
    'actions due by 30 April, or the 1st of May, or May 2021',
    'who came in June, and since last April',
  ])('whole names of agencies and dates stay, whatever their words mean alone: %s', (typed) => {
    const directory = {
      ...aDirectory,
      agencies: [
        { id: 'WMP', name: 'West Midlands Police', alsoKnownAs: [], kind: 'statutory' as const },
        { id: 'GST', name: 'Grace Street Trust', alsoKnownAs: [], kind: 'relevant' as const },
      ],
      people: aDirectory.people.filter(({ id }) => id !== 'hill-g'),
    };
    expect(createNameFilter(directory)(typed).text).toBe(typed);
  });

  it.each([
    ['has April sent hers, and did June', 'has [left out] sent hers, and did [left out]'],
    ['ask West about Police', 'ask [left out] about Police'],
    ['is this for May or for Jan', 'is this for [left out] or for [left out]'],
  ])('the same words alone may be somebody: %s', (typed, left) => {
    expect(sent(typed)).toBe(left);
  });

  it('words that were taught may be a colleague’s name', () => {
    const directory = {
      ...aDirectory,
      learnedWords: [{ words: 'kelly lot', kind: 'agency' as const, id: 'NPOL' }],
    };
    expect(createNameFilter(directory)('what has the kelly lot got').text).toBe(
      'what has the [left out] lot got',
    );
  });

  it('a slip of one of our words is put right', () => {
    expect(sent('the priorites and negelct')).toBe('the priorities and neglect');
  });

  it('no name of anybody is left, however it is typed', () => {
    for (const { displayName } of aDirectory.people) {
      for (const typed of [
        displayName,
        displayName.toLowerCase(),
        displayName.toUpperCase(),
        displayName.replace(/\W/g, ''),
      ]) {
        const { text } = filterNames(`what does ${typed} owe, and ${typed}'s agency`);
        for (const part of displayName.split(' '))
          expect(text.toLowerCase()).not.toContain(part.toLowerCase());
      }
    }
  });
});
