import type { CardAction } from '../../src/contract/feature.ts';
import { readButtons, readInputs, readPressableLines } from './card-reading.ts';
import type { Convenor } from './convenor.ts';
import { GROUP_CHAT, type Heard, type Speaker, type Where } from './teams-client.ts';

/** What one button really sends, with what its inputs hold. */
export interface Press {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const ASKED: readonly (readonly [who: string, message: string, where?: Where])[] = [
  ['business-manager', 'start attendance for the board', 'group'],
  ['business-manager', 'this chat is for the neglect group', 'channel'],
  ['health-partner-lead', 'cant come to the next qppa, sending Dr Osei instead'],
  ['police-partner-lead', 'apologies for the next qppa'],
  ['lay-member', 'add item to next neglect agenda - gcp2 trainers'],
  ['business-manager', 'whats on the neglect agenda'],
  ['business-manager', '/standing STNS'],
  ['business-manager', '/decision STNS-2021-03-11'],
  ['business-manager', '/action STNS-2021-03-11 1'],
  ['business-manager', 'open a new rapid review'],
  ['business-manager', 'tell me about RR-2021-01'],
  ['business-manager', 'open the decision on RR-2021-01 for the partners', 'group'],
  ['business-manager', 'what is overdue'],
  ['business-manager', 'tell me about SA-071'],
  ['business-manager', 'close SA-071'],
  ['business-manager', 'SA-071 is now blocked'],
  ['business-manager', 'give SA-071 to the trust'],
  ['business-manager', 'add action: police to review the missing protocol by 30 june'],
  ['independent-scrutineer', 'what needs verifying'],
  ['partnership-chair', 'hows the trust doing'],
  ['business-manager', 'when is the next board'],
  ['business-manager', 'move the next qppa to 30 june at 10am'],
  ['business-manager', 'postpone the next qppa'],
  ['business-manager', 'cancel the next qppa'],
  ['business-manager', 'schedule the board every 12 weeks'],
  ['business-manager', '/vocabulary the dads work = fathers priority'],
  ['business-manager', 'help'],
  ['business-manager', 'what notices went out'],
  ['business-manager', 'is the yearly report published'],
  ['business-manager', 'my notice settings'],
  ['business-manager', 'remind me about SA-071 on monday'],
  ['business-manager', 'snooze SA-071 for a week'],
];
/** Who opens a card that looks different to each. */
const VIEWERS = [
  'business-manager',
  'partnership-chair',
  'police-partner-lead',
  'independent-scrutineer',
];
/** What would end the things that the others are about is collected, and not pressed. */
const ENDING = /close|cancel|withdraw|confirm|undo/;
const MAX_PRESSES = 250;

/**
 * The real shapes of what people send: asks for many things, presses each kind of button that comes with what a hurried person would
 * put in, and keeps what was sent. Leaves marks in the records; what it collects names records that are there.
 */
export async function harvestPresses(bot: Convenor, most = MAX_PRESSES): Promise<Press[]> {
  const found = new Map<string, Press>();
  const open: [Heard, Speaker][] = [];
  const show = async (heard: Heard, speaker: Speaker) => {
    open.push([heard, speaker]);
    if (!heard.card?.refresh) return;
    for (const viewer of VIEWERS.map(bot.person)) open.push([await heard.asSeenBy(viewer), viewer]);
  };
  // Decisions on rapid reviews are opened in the chat of the group that handles them alone.
  await bot.records.meetings.link('sandwell', GROUP_CHAT, { group: 'RRP' }, 'coordinator');
  for (const [who, message, where = 'personal'] of ASKED) {
    const speaker = bot.person(who);
    await show(await bot.hears(speaker, message, { in: where }), speaker);
  }
  for (let at = 0; at < open.length && found.size < most; at += 1) {
    const [heard, speaker] = open[at] as (typeof open)[number];
    const inputs = filledIn(readInputs(heard.card));
    for (const { title, verb, data } of [
      ...readButtons(heard.card),
      ...readPressableLines(heard.card),
    ]) {
      const name = verb ?? data?.verb;
      const key = `${name} ${title} ${Object.keys({ ...data, ...inputs })}`;
      if (typeof name !== 'string' || found.has(key)) continue;
      found.set(key, { verb: name, data: { ...data, ...inputs } });
      if (!ENDING.test(name)) await show(await heard.isPressedBy(speaker, title, inputs), speaker);
    }
  }
  return [...found.values()];
}

/**
 * A press for each verb of every feature: those that were collected, and for a verb that was not, one that carries every field that
 * any other has.
 */
export function pressOfEveryVerb(
  actions: readonly CardAction[],
  collected: readonly Press[],
): Press[] {
  // Where an answer goes is no field of a form.
  const { inNewMessage: _, ...all } = Object.assign({}, ...collected.map(({ data }) => data));
  const form = Object.assign({}, ...collected.map(({ data }) => data.form));
  const verbs = actions.map(({ id }) => id);
  const missing = verbs.filter((verb) => !collected.some((press) => press.verb === verb));
  return [...collected, ...missing.map((verb) => ({ verb, data: { ...form, ...all, form } }))];
}

function filledIn(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([id, value]) => [id, value || usual(id)]));
}

function usual(id: string): string {
  if (/time/i.test(id)) return '14:00';
  if (/due|day|date|^on$|aware|notified/i.test(id)) return '2021-06-30';
  return /agency|group|person|owner|who|invite|priority|review|meeting/i.test(id)
    ? ''
    : 'Plain words';
}
