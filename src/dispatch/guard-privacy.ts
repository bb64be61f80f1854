import { signpostConcern } from '../answers/child-words.ts';
import { NAMES_NO_CHILD } from '../contract/action.ts';
import type { Answer } from '../contract/answer.ts';
import type { Inbound, MeetingEvent } from '../contract/feature.ts';
import { asksAboutReviewedChild, asksAfterChild, voicesWorry } from '../domain/named-child.ts';
import {
  collectTexts,
  findPersonalDetail,
  findPersonalDetailInData,
} from '../domain/privacy-guard.ts';
import { isDoubtful, mayNameChild } from '../privacy/doubt.ts';
import { knownWords } from '../privacy/known-words.ts';
import { type Lexicon, namesReview } from '../understanding/entities/lexicon.ts';
import { findReviewNames } from '../understanding/entities/review-names.ts';
import { tokenise } from '../understanding/text/tokenise.ts';
import { ASK, type Call, parseCommand } from './call.ts';
import { askWhetherChild, findDoubts } from './doubt.ts';
import {
  type DeclinedReason,
  declineMessage,
  explainPersonalDetail,
  outOfDate,
} from './standard-answers.ts';

/**
 * Looks through everything that somebody sends before anything is done with it: even a button's data is a stranger's.
 * `undefined` when nothing in it looks personal. What is said in a message, {@link refusePersonal} declines before it is read.
 */
export async function guardPrivacy(call: Call, inbound: Inbound): Promise<Answer | undefined> {
  const { directory } = call.request;
  switch (inbound.kind) {
    case 'submission': {
      const personal = findPersonalDetailInData(inbound.data);
      if (personal === 'too-much') return outOfDate();
      if (!personal) return guardSubmission(call, inbound.data);
      if (inbound.verb === ASK && call.name !== ASK) return declineMessage('personal details');
      const text = withSignpost(explainPersonalDetail(personal), call, inbound.data);
      return { ...((await call.refusePersonal?.(text)) ?? { text }), refused: 'privacy' };
    }
    case 'message': {
      const command = parseCommand(inbound.text);
      if (!command) return undefined;
      if (findPersonalDetail(command.rest)) return declineMessage('personal details');
      const { open } = await findDoubts(call.request, [command.rest], mayNameChild);
      return open.length > 0 ? askWhetherChild(call.request, open) : undefined;
    }
    case 'file': {
      const { partnership } = directory;
      const said = [inbound.text, ...inbound.files.map(({ name }) => name)].filter(Boolean);
      if (said.some((text) => voicesWorry(text)))
        return declineMessage('personal details', signpostConcern(partnership));
      return said.some((text) => findPersonalDetail(text))
        ? declineMessage('personal details')
        : undefined;
    }
    case 'search':
      return findPersonalDetail(inbound.words) || isDoubtful(inbound.words, knownWords(directory))
        ? declineMessage('personal details')
        : undefined;
    default:
      return undefined;
  }
}

/**
 * Asks about the texts of a form that may name a child. A dialog is gone with its answer, so it has
 * a field for that in place of buttons.
 */
async function guardSubmission(call: Call, data: unknown): Promise<Answer | undefined> {
  const { form, ...rest } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const names = new Set(call.nameFields ?? []);
  const fields = Object.entries({ ...rest, ...(form as object | undefined) });
  if (fields.some(([name, value]) => name === NAMES_NO_CHILD && value === 'yes')) return undefined;
  const looked = fields.filter(([name]) => !names.has(name)).map(([, value]) => value);
  const texts = [...collectTexts(looked)].filter((text) => text !== undefined);
  const { open } = await findDoubts(call.request, texts);
  if (open.length === 0) return undefined;
  const isOpen = (value: unknown) => open.some((text) => text === value);
  const unsure = fields.flatMap(([name, value]) =>
    call.fields?.includes(name) && isOpen(value) ? [name] : [],
  );
  const asking = askWhetherChild(call.request, open, unsure);
  return call.refusePersonal?.(withSignpost(NOT_RECORDED, call, data), open) ?? asking;
}

const NOT_RECORDED =
  'Nothing was recorded: that may name a child. Leave the name out, or say below that it names none.';

/** Whoever seems to fear for a child is told where to turn as well. */
function withSignpost(text: string, { request }: Call, data: unknown): string {
  const isWorried = [...collectTexts(data)].some((each) => each !== undefined && voicesWorry(each));
  return isWorried ? `${text} ${signpostConcern(request.directory.partnership)}` : text;
}

/** Why a message must be declined whatever it asks, by the shape of its words: it is neither read, nor looked up, nor sent on. */
export function refusePersonal(text: string, lexicon: Lexicon): DeclinedReason | undefined {
  const personal = findPersonalDetail(text);
  if (personal)
    return personal.kind === 'child’s name' ? 'named child case data' : 'personal details';
  const said = withoutReviewNames(text, lexicon);
  if (asksAboutReviewedChild(said) && namesReview(text, lexicon)) return 'child identity';
  return asksAfterChild(said, (name) => lexicon.aliases.words.has(name))
    ? 'named child case data'
    : undefined;
}

/** “The Child K review” is asked after, where a review of the records is called so, and not child K. */
function withoutReviewNames(text: string, { directory: { lcsprs } }: Lexicon): string {
  return findReviewNames(tokenise(text), lcsprs).reduce(
    (left, { ref }) => left.replace(new RegExp(RegExp.escape(ref), 'gi'), () => 'the'),
    text,
  );
}

/** Whoever joins without an account types a name of their own, which may say anything. */
export function withoutPersonalNames(event: MeetingEvent): MeetingEvent {
  if (!('people' in event)) return event;
  const people = event.people.map(({ name, ...rest }) => ({
    ...rest,
    name: findPersonalDetail(name) ? 'Somebody' : name,
  }));
  return { ...event, people };
}
