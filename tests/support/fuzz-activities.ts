import type { Press } from './harvest-presses.ts';
import { seeded } from './seeded.ts';
import { BOT, type Speaker } from './teams-client.ts';

export interface FuzzParts {
  readonly presses: readonly Press[];
  readonly messages: readonly string[];
  readonly speakers: readonly Speaker[];
  readonly serviceUrl: string;
}

type Random = () => number;
type Json = unknown;

const of = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

/** What hostile and broken clients put where a word or a number is expected. */
const HOSTILE: readonly ((random: Random) => Json)[] = [
  () => null,
  () => true,
  () => [],
  () => ({}),
  () => '',
  () => ' ',
  () => 1e308,
  () => -0,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 1.5,
  () => -1,
  () => '99999999999999999999999999999999',
  () => '0001-01-01',
  () => '9999-12-31',
  () => '2021-02-30',
  () => "' or PartitionKey ne '",
  () => "x') or true or (RowKey eq '",
  () => '/\\#?%\u0000\u001f',
  () => '%27%20or%201%20eq%201',
  () => '[a](https://evil.example) **b** <b onmouseover=alert(1)>x</b> ${$root} ${json(process)}',
  () => '{{DATE(2021-02-30)}} ${if(true, "x", "y")} @{system.user}',
  () => '<at>Convenor</at><at id="0">\u202eneb\u202c</at>',
  () => '\ud800',
  () => 'a\u0301'.repeat(50),
  () => '\u200b\u2060\ufeff',
  () => '👩‍👩‍👧‍👦'.repeat(20),
  () => 'İıſﬀ',
  () => '=cmd|calc!A1',
  () => '../../../etc/passwd',
  () => 'actions.raise',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'hasOwnProperty',
  (random) => 'x'.repeat(1 << Math.floor(random() * 16)),
  (random) => 'who is late '.repeat(Math.floor(random() * 400)),
  (random) => '9'.repeat(1 << Math.floor(random() * 14)),
  (random) => `1 ${'a '.repeat(1 << Math.floor(random() * 13))}street`,
  (random) => nested(Math.floor(random() * 80)),
  (random) => Array.from({ length: Math.floor(random() * 3_000) }, (_, at) => at),
  () => ({ length: 1e9 }),
  () => Object.fromEntries(['toString', 'toJSON', 'then', 'valueOf'].map((key) => [key, 'x'])),
  () => ({ $gt: '' }),
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  'verb',
  'form',
  'question',
  'text',
  'msteams',
  '',
];

function nested(levels: number): Json {
  let inner: Json = 'deep';
  for (let level = 0; level < levels; level += 1) inner = level % 2 ? [inner] : { form: inner };
  return inner;
}

/** One activity: a real one of some kind, changed in some places, as JSON. The same for the same seed. */
export function fuzzedActivity(seed: number, parts: FuzzParts): string {
  const random = seeded(seed);
  const activity = realActivity(random, parts);
  const changes = of(random, [0, 1, 1, 1, 2, 3, 8]);
  for (let change = 0; change < changes; change += 1) {
    const isInside = random() < 0.75;
    const field = of(
      random,
      ['value', 'text', 'entities', 'channelData', 'membersAdded'].filter(
        (each) => each in activity,
      ),
    );
    const where =
      isInside && typeof activity[field ?? ''] === 'object' ? activity[field ?? ''] : activity;
    if (isInside && typeof activity[field ?? ''] === 'string')
      activity[field ?? ''] = of(random, HOSTILE)(random);
    else if (where) changeSomewhere(random, where as Record<string, Json>, parts);
  }
  return brokenText(random, asText(activity));
}

function realActivity(
  random: Random,
  { presses, messages, speakers, serviceUrl }: FuzzParts,
): Record<string, Json> {
  const { tenantId, objectId, name } = of(random, speakers);
  const where = of(random, ['personal', 'groupChat', 'channel']);
  const ids: Record<string, string> = {
    personal: `a:${objectId}`,
    groupChat: '19:fuzzed-meeting@thread.v2',
    channel: '19:fuzzed@thread.tacv2;messageid=1615800000000',
  };
  return {
    id: `${Math.floor(random() * 1e12)}`,
    timestamp: '2021-03-15T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${objectId}`, name, aadObjectId: objectId },
    recipient: { ...BOT },
    conversation: {
      id: ids[where],
      conversationType: where,
      tenantId,
      isGroup: where !== 'personal',
    },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
    ...classifyActivity(random, presses, messages),
  };
}

function classifyActivity(
  random: Random,
  presses: readonly Press[],
  messages: readonly string[],
): Record<string, Json> {
  const press = of(random, presses);
  const data = structuredClone(press.data);
  const roll = random();
  if (roll < 0.35) {
    const action = { type: 'Action.Execute', verb: press.verb, data };
    return {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action, trigger: of(random, ['manual', 'automatic']) },
    };
  }
  if (roll < 0.5)
    return { type: 'message', value: { ...data, verb: press.verb }, replyToId: 'reply-1' };
  if (roll < 0.7) {
    const mention = { type: 'mention', text: '<at>Convenor</at>', mentioned: { ...BOT } };
    return {
      type: 'message',
      text: `${mention.text} ${of(random, messages)}`,
      entities: [mention, { type: 'clientInfo' }],
    };
  }
  if (roll < 0.76) {
    const messagePayload = {
      id: '1',
      subject: 's',
      body: { contentType: 'html', content: `<p>${of(random, messages)}</p>` },
    };
    return {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'raiseAction', messagePayload },
    };
  }
  if (roll < 0.82) {
    const parameters = [{ name: 'words', value: of(random, messages) }];
    const value = { commandId: 'search', parameters, queryOptions: { skip: 0, count: 25 } };
    return { type: 'invoke', name: 'composeExtension/query', value };
  }
  if (roll < 0.87)
    return {
      type: 'invoke',
      name: 'composeExtension/submitAction',
      value: { commandId: 'raiseAction', data: { ...data, verb: press.verb } },
    };
  if (roll < 0.94) {
    const members = [
      {
        user: { id: '29:x', name: 'J. Smith', aadObjectId: 'x', tenantId: 't' },
        meeting: { role: 'Attendee' },
      },
    ];
    const what = of(random, ['Start', 'End', 'ParticipantJoin', 'ParticipantLeave']);
    return { type: 'event', name: `application/vnd.microsoft.meeting${what}`, value: { members } };
  }
  if (roll < 0.97)
    return { type: 'conversationUpdate', membersAdded: [{ ...BOT }, { id: '29:x' }] };
  return of<Record<string, Json>>(random, [
    { type: 'installationUpdate', action: 'add' },
    { type: 'installationUpdate', action: 'remove' },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'invoke', name: 'task/fetch', value: data },
    { type: 'invoke', name: 'signin/verifyState', value: { state: '1' } },
    { type: 'invoke', name: 'fileConsent/invoke', value: data },
    { type: 'endOfConversation' },
    { type: 'handoff', value: data },
  ]);
}

/** Changes one value, wherever it lies: another in its place, gone, under another key, or beside it. */
function changeSomewhere(random: Random, root: Record<string, Json>, { presses }: FuzzParts): void {
  let part = root;
  for (;;) {
    const key = of(random, Object.keys(part));
    if (key === undefined) return;
    const value = part[key];
    if (typeof value === 'object' && value !== null && random() < 0.7) {
      part = value as Record<string, Json>;
      continue;
    }
    const roll = random();
    if (roll < 0.6) part[key] = of(random, HOSTILE)(random);
    else if (roll < 0.7) delete part[key];
    else if (roll < 0.8) set(part, of(random, KEYS), of(random, HOSTILE)(random));
    else if (roll < 0.9)
      set(part, of(random, KEYS), { administrator: true, roles: ['administrator'] });
    else part[key] = structuredClone(of(random, Object.values(of(random, presses).data)));
    return;
  }
}

/** As a key of its own, even where that would be the object's prototype. */
function set(part: object, key: string, value: Json): void {
  Object.defineProperty(part, key, { value, enumerable: true, configurable: true, writable: true });
}

function asText(activity: Json): string {
  return JSON.stringify(activity, (_, value) => (Object.is(value, -0) ? 0 : value)) ?? 'null';
}

/** A few are broken as text: cut off, doubled, with a letter changed. */
function brokenText(random: Random, text: string): string {
  const roll = random();
  const at = Math.floor(random() * text.length);
  if (roll < 0.02) return text.slice(0, at);
  if (roll < 0.03) return text + text;
  if (roll < 0.05)
    return (
      text.slice(0, at) +
      of(random, ['"', '{', '\\', '\u0000', '1e999', '\\ud800']) +
      text.slice(at + 1)
    );
  return text;
}
