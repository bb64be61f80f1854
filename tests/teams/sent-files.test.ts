import { describe, expect, it } from 'vitest';
import { parseSentFiles } from '../../src/teams/sent-files.ts';

const INFO = 'application/vnd.microsoft.teams.file.download.info';
const parse = (attachments: unknown) => parseSentFiles({ attachments } as never);

describe('the files of a message', () => {
  it('are those that Teams keeps, and pictures in the message', () => {
    expect(
      parse([
        { contentType: 'text/html', content: '<p>here it is</p>' },
        {
          contentType: INFO,
          name: ' Action\u00A0log.xlsx ',
          contentUrl: 'https://contoso-my.sharepoint.com/a',
          content: { downloadUrl: 'https://contoso-my.sharepoint.com/b', fileType: 'xlsx' },
        },
        { contentType: 'image/png', contentUrl: 'https://smba.example/1' },
      ]),
    ).toEqual([
      {
        name: expect.stringMatching(/^Action.log\.xlsx$/),
        url: 'https://contoso-my.sharepoint.com/b',
      },
      { name: '' },
    ]);
  });

  it.each([
    undefined,
    null,
    'file',
    {},
    [null, 1, 'x', []],
    [{ contentType: INFO }],
    [{ contentType: INFO, name: 'a', content: null }],
    [{ contentType: INFO, name: 'a', content: { downloadUrl: 7 } }],
    [{ contentType: INFO, name: 'a'.repeat(401), content: { downloadUrl: 'https://x' } }],
    [{ contentType: INFO, name: 'a', content: { downloadUrl: 'x'.repeat(4_001) } }],
  ])('are none of %j', (attachments) => {
    expect(parse(attachments)).toEqual([]);
  });
});
