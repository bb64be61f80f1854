import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { type Risk, riskOwner } from '../../domain/risk.ts';
import { aboutRisk } from './describe-risk.ts';
import { mayNotRead } from './refusals.ts';
import { riskStore } from './store.ts';

/** Spelling of a reference that does not matter: `ch 7` is CH-07. */
const normalise = (ref: string): string =>
  ref
    .toLowerCase()
    .replace(/[\s_–‑-]+/g, '')
    .replace(/(\D)0+(?=\d)/g, '$1');

/** “7” is CH-07 as far as its number goes. */
const isSameReference = (id: string, ref: string): boolean =>
  /^\d+$/.test(ref)
    ? Number(/\d+$/.exec(id)?.[0]) === Number(ref)
    : normalise(id) === normalise(ref);

/** The risk with a reference however it is typed, or what to say when there is none. */
export async function findRisk(
  { store, person }: Request,
  ref: unknown,
): Promise<{ readonly risk: Risk } | { readonly answer: Answer }> {
  if (!isPermitted(person, 'risks.read')) return { answer: mayNotRead() };
  const suggestions = [{ title: 'Risk register', ...ask('list_risks') }];
  if (typeof ref !== 'string' || !ref)
    return {
      answer: {
        text: 'Which risk do you mean? Say its reference, such as risk CH-07.',
        suggestions,
      },
    };
  const exact = await store(riskStore).get(ref.toUpperCase());
  const all = exact ? [exact] : await store(riskStore).list();
  const [risk, ...others] = all.filter(({ id }) => exact || isSameReference(id, ref));
  if (others.length > 0)
    return {
      answer: {
        text: `Which risk do you mean: ${formatList(
          [risk, ...others].map((each) => each?.id ?? ''),
          'or',
        )}?`,
        suggestions,
      },
    };
  return risk
    ? { risk }
    : { answer: { text: `No risk has the reference ${ref}. It may be mistyped.`, suggestions } };
}

/** What became of a risk, for those who ask who changed it. */
export async function riskHistory(
  { store }: Request,
  wanted: string,
): Promise<RecordHistory | undefined> {
  const risk = await store(riskStore).get(wanted.toUpperCase());
  if (!risk) return undefined;
  const events = await store(riskStore).history(risk.id);
  const record = { title: risk.id, ...aboutRisk(risk.id) };
  return { ref: risk.id, owner: riskOwner(risk), events, record };
}
