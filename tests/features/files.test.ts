import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { FileKind } from '../../src/contract/file.ts';
import { toFileName, toWordFile } from '../../src/contract/file.ts';
import type { Request } from '../../src/contract/request.ts';
import { createGetFile } from '../../src/features/files/offer-file.ts';
import { createFileDelivery } from '../../src/teams/file-delivery.ts';

const MEGABYTE = 1024 * 1024;

const kind = (bytes: number, parts: Partial<FileKind> = {}): FileKind => ({
  name: 'big',
  label: 'the big file',
  intent: 'list_actions',
  format: 'Word',
  button: 'Get it',
  permission: 'actions.read',
  make: async () => toWordFile(new Uint8Array(bytes), 'big'),
  ...parts,
});

/** What comes of asking for a file, with how often an offer was kept. */
async function ask(file: FileKind, { hasConsent = true, kept = [] as unknown[] } = {}) {
  const request = {
    person: { id: 'manager', roles: ['administrator'], groups: [] },
    directory: { partnership: { id: 'dale' }, reviewRefs: [], lcsprs: [], groups: [] },
    place: { kind: 'personal', conversationId: 'a:1' },
    readers: [],
    now: new Date('2021-03-15T09:00:00Z'),
    today: '2021-03-15',
    ports: {
      fileDelivery: createFileDelivery({
        hasConsent,
        origin: () => 'https://convenor.example',
        log: pino({ level: 'silent' }),
      }),
      stores: () => () => ({ add: async (offer: unknown) => kept.push(offer) }),
    },
  } as unknown as Request;
  const question = { intent: file.intent, filters: {}, args: {} };
  return createGetFile(() => [file]).handle(request, { file: file.name, question });
}

it('offers a file of 10 MB, and none that is larger', async () => {
  expect((await ask(kind(10 * MEGABYTE))).file).toMatchObject({ bytes: 10 * MEGABYTE });
  const kept: unknown[] = [];
  const refused = await ask(kind(10 * MEGABYTE + 1), { kept });
  expect(refused.text).toMatch(/^That file would be larger than 10 MB\./);
  expect(kept).toEqual([]);
});

it('makes no link for a file about rapid reviews', async () => {
  const kept: unknown[] = [];
  const file = kind(1, { isOfReviews: true });
  expect((await ask(file)).file).toBeDefined();
  const refused = await ask(file, { hasConsent: false, kept });
  expect(refused.text).toBe(
    'I can only send the big file through Teams, and that is not possible here.',
  );
  expect(kept).toEqual([]);
});

it.each([
  ['https://contoso-my.sharepoint.com/personal/a/upload?tempauth=1', true],
  ['https://contoso.sharepoint.com', true],
  ['http://contoso.sharepoint.com', false],
  ['https://sharepoint.com', false],
  ['https://a.b.sharepoint.com', false],
  ['https://contoso.sharepoint.com:444', false],
  ['https://me:pw@contoso.sharepoint.com', false],
  ['https://contoso.sharepoint.com.evil.example', false],
  ['https://evil.example/contoso.sharepoint.com', false],
  ['http://127.0.0.1:9/', false],
  ['file:///etc/passwd', false],
  ['', false],
])('takes “%s” for an address of Teams’: %s', (url, isTaken) => {
  const delivery = createFileDelivery({
    hasConsent: true,
    origin: () => undefined,
    log: pino({ level: 'silent' }),
  });
  expect(delivery.isTeamsAddress(url)).toBe(isTaken);
});

it.each([
  [['minutes', '../../etc/passwd'], 'minutes-etc-passwd.docx'],
  [['a"b\r\nc'], 'a-b-c.docx'],
  [['BOARD-2021-05-12'], 'BOARD-2021-05-12.docx'],
])('names a file of %j safely', (parts, name) => {
  expect(toFileName('docx', ...parts)).toBe(name);
});
