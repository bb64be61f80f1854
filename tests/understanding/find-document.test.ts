import { describe, expect, it } from 'vitest';
import { messages } from '../../src/features/index.ts';
import { findDocument } from '../../src/understanding/text/find-document.ts';
import { loadQuestions } from './ask.ts';

const MAIL = `From: Jo Field
Sent: 12 March 2021 09:14
To: Partnership Office
Subject: RE: actions by 30 April

Could you close SA-019 please.`;

describe('a pasted text is told from a message', () => {
  it.each([
    ['mail thread', MAIL],
    ['mail thread', 'see below\n\nOn Fri, 12 Mar 2021 at 09:14, Jo Field wrote:\n> close SA-019'],
    ['table', 'Action\tOwner\tDue\nSA-019\tPolice\t12 March\nSA-024\tICB\t1 April'],
    ['table', '| ref | owner |\n|---|---|\n| SA-019 | police |'],
    ['table', 'SA-019,Police,open,12 March\nSA-024,ICB,open,1 April\nSA-030,Council,done,2 May'],
    ['agenda', '1. Welcome and apologies\n2. Minutes of the last meeting\n3. Neglect\n4. AOB'],
    ['agenda', 'Agenda 1. Apologies 2. Matters arising 3. Neglect update 4. Any other business'],
    ['list', '- police to share data\n- health to audit\n- council to report\n- schools to train'],
    [
      'long text',
      'The board discussed the position at length and agreed to return to it. '.repeat(40),
    ],
    ['other language', 'quelles sont les actions en retard'],
    ['other language', 'wann ist die nächste sitzung und wer ist dabei'],
    ['other language', 'jakie zadania są opóźnione'],
    ['other language', 'ما هي الأولويات'],
    ['other language', '优先事项是什么'],
  ])('%s: %s', (kind, text) => {
    expect(findDocument(text)).toBe(kind);
  });

  it.each([
    'whats overdue',
    '1. whats overdue\n2. when is the next board',
    'add action: police to review the protocol, by 30 june, with health, housing and schools',
    'from: jo, can you close SA-019',
    'café actions',
    'who from the las and des has not sent a return',
    '🧸🔥👀',
    '',
  ])('“%s” is a message', (text) => {
    expect(findDocument(text)).toBeUndefined();
  });

  it.each(['\n', '\n ', '>\n', '-- \n', 'on \n'])('is told in one pass over many of %j', (line) => {
    // From every line of these to the end of them, it would take minutes.
    expect(findDocument(`a${line.repeat(20_000 / line.length)}b`)).toBe('long text');
  });

  it('none of the messages that teach the reader, nor of the questions that judge it, is one', () => {
    const all = [
      ...messages.flatMap((each) => Object.values(each).flat()),
      ...['open.json', 'sandwell-held-out.json', 'fenmarsh-held-out.json']
        .flatMap((file) => loadQuestions(file))
        .map(({ text }) => text),
    ];
    expect(all.length).toBeGreaterThan(5_000);
    expect(all.filter((text) => findDocument(text) !== undefined)).toEqual([]);
  });
});
