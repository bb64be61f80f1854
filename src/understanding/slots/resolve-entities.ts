import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import {
  type AnnotatedMessage,
  type Entity,
  type EntityKind,
  textOf,
} from '../entities/annotated-message.ts';
import { overlaps, overlapsAny, type Span } from '../text/span.ts';
import { findExcludedSelves, isContrast, withLead } from './exclusions.ts';
import type { FillContext } from './fill-context.ts';
import { isLinked } from './new-action.ts';

interface ResolvedEntity {
  readonly kind: EntityKind;
  readonly id: string;
  readonly span: Span;
}

/** The named records of the kinds that the intent filters by, the one that counts first. */
export function resolveEntities(
  context: FillContext,
  { filters, slots }: IntentGrammar,
  otherSpans: readonly Span[],
): readonly ResolvedEntity[] {
  const { message } = context;
  const accepted = new Set<string>(filters);
  const resolve = (entities: readonly Entity[], kinds: ReadonlySet<string> = accepted) =>
    entities
      .filter((entity) => !overlapsAny(entity, otherSpans) && !isContrast(entity, message))
      .flatMap((entity) => resolveEntity(entity, context, kinds) ?? []);
  if (slots?.includes('new-action')) {
    const [owner] = resolveOwner(resolve(message.entities, OWNERS), message);
    const linked = message.entities.filter(
      (entity) => !(owner && overlaps(entity, owner.span)) && isLinked(message, entity),
    );
    return [...(owner ? [owner] : []), ...resolve(linked, LINKS)];
  }
  const sure = resolve(message.entities);
  const wantsGroup = accepted.has('group') && !sure.some(({ kind }) => kind === 'group');
  const weak = wantsGroup ? resolve(weakGroups(message, accepted.has('priority'))) : [];
  const all = [...sure, ...weak.filter(({ kind }) => kind === 'group')];
  if (!slots?.includes('agenda-item')) return all;
  // “On the agenda of qppa”, “ten minutes on neglect at the board”
  const isForAgenda = ({ span }: ResolvedEntity) =>
    message.tokens.slice(Math.max(0, span.start - 4), span.start).some(isAgenda) ||
    /(?:^| )(?:at|for)(?: the)?$/.test(textOf(message, { start: 0, end: span.start })) ||
    message.tokens.slice(span.end, span.end + 1).some(isAgenda);
  return all.sort((a, b) => Number(isForAgenda(b)) - Number(isForAgenda(a)));
}

/** Who is to do a new action, and what it may belong to. */
const OWNERS: ReadonlySet<string> = new Set(['agency', 'group', 'person']);
const LINKS: ReadonlySet<string> = new Set(['priority']);

/** The agencies, groups and priorities that a list leaves out; `asker` for what is the asker's own. */
export function findExcluded(
  context: FillContext,
  { filters }: IntentGrammar,
): readonly ResolvedEntity[] {
  const { message } = context;
  const accepted = new Set<string>(filters);
  const selves = findExcludedSelves(message).map(
    (span): ResolvedEntity => ({ kind: 'agency', id: 'asker', span: withLead(span, message) }),
  );
  const named = [...message.entities, ...message.weakEntities]
    .filter((entity) => isContrast(entity, message))
    .flatMap((entity) => resolveEntity(entity, context, accepted) ?? [])
    .filter(({ kind }) => kind !== 'person')
    .map(({ span, ...found }) => ({ ...found, span: withLead(span, message) }));
  return [...selves, ...named];
}

const isAgenda = ({ word }: { readonly word: string }): boolean => word === 'agenda';

/** Concepts whose words ask something here and so name no group. */
const ASKING_CONCEPT = /^(absent|attend|review|rapid|lcspr|risk|decided|vote|register|apology)$/;

/** “late in contextual”: a weak name that could be a priority is a group only at the end. */
function weakGroups(
  { weakEntities, concepts, tokens }: AnnotatedMessage,
  isPriorityToo: boolean,
): readonly Entity[] {
  const asking = concepts.filter(({ name }) => ASKING_CONCEPT.test(name));
  const isPlace = ({ start, end }: Entity) =>
    /^(in|at|with|from)$/.test(tokens[start - 1]?.word ?? '') && tokens[end] === undefined;
  return weakEntities.filter(
    (entity) => !overlapsAny(entity, asking) && (!isPriorityToo || isPlace(entity)),
  );
}

/** A new action has one owner: “for the trust”, “scvo to …”, else the first that is named. */
function resolveOwner(
  entities: readonly ResolvedEntity[],
  { tokens }: AnnotatedMessage,
): readonly ResolvedEntity[] {
  const isOwner = ({ span: { start, end } }: ResolvedEntity) =>
    tokens[end]?.word === 'to' ||
    tokens.slice(Math.max(0, start - 2), start).some(({ word }) => word === 'for');
  const inOrder = [...entities].sort((a, b) => a.span.start - b.span.start);
  return [inOrder.find(isOwner) ?? inOrder[0]].filter((owner) => owner !== undefined);
}

/** What an entity means to an intent: a priority can stand for its lead group, and back. */
function resolveEntity(
  entity: Entity,
  context: FillContext,
  accepted: ReadonlySet<string>,
): ResolvedEntity | undefined {
  const { directory, message } = context;
  const { senses } = entity;
  const first = findNumbered(entity, context) ?? senses[0];
  if (first.kind === 'person' || accepted.has(first.kind)) return { ...first, span: entity };
  const minStrength = first.kind === 'agency' ? 4 : 2;
  const other = (['group', 'agency', 'priority'] as const)
    .filter((kind) => accepted.has(kind))
    .map((kind) => senses.find((sense) => sense.kind === kind))
    .find((sense) => sense && sense.strength >= minStrength);
  if (other) return { ...other, span: entity };
  if (first.kind === 'priority' && accepted.has('group')) {
    const weak = message.weakEntities.find((guess) => overlaps(guess, entity))?.senses[0].id;
    const led = directory.priorities.find(({ id, leadGroup }) => id === first.id && leadGroup);
    const group = weak ?? led?.leadGroup;
    return group ? { kind: 'group', id: group, span: entity } : undefined;
  }
  if (first.kind === 'group' && accepted.has('priority')) {
    const [led] = directory.priorities
      .filter(({ leadGroup }) => leadGroup === first.id)
      .sort((a, b) => b.year.localeCompare(a.year));
    return led && { kind: 'priority', id: led.id, span: entity };
  }
  return undefined;
}

/** “Priority 3” where several plans number otherwise: the one of the plan in force. */
function findNumbered({ senses, end }: Entity, { directory, message, today }: FillContext) {
  const { partnership, priorities } = directory;
  const number = message.tokens[end - 1]?.word;
  if (senses.length === 1 || !number || !/^\d+$/.test(number)) return undefined;
  const year = yearContaining(today, partnership.yearStart);
  const inForce = priorities.filter((each) => each.year === year && `${each.number}` === number);
  return senses.find(
    ({ kind, id }) => kind === 'priority' && inForce.some((each) => each.id === id),
  );
}
