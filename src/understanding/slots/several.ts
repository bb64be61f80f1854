import type { Args } from '../../contract/question.ts';
import type { FillContext } from './fill-context.ts';
import { resolveEntities } from './resolve-entities.ts';

/** “my agency”, “our organisation” */
const OWN_AGENCY = /\b(my|our) (own )?(agency|organisation|service)s?\b/;
const WE = /\b(we|us|our|ours|my|i|me)\b/;

/** Agencies, else groups, else years, of which a message names more than one. */
export function parseSeveral(context: FillContext): Args {
  const entities = resolveEntities(context, { filters: ['agency', 'group'] }, []);
  const together = context.message.entities.flatMap((entity) => entity.together ?? []);
  const idsOf = (wanted: string) =>
    unique([...entities, ...together].filter(({ kind }) => kind === wanted).map(({ id }) => id));
  const kinds = [
    idsOf('agency'),
    idsOf('group'),
    unique(context.message.years.map(({ year }) => year)),
  ];
  const [, ...others] = kinds.find((ids) => ids.length > 1) ?? [];
  return others.length > 0 ? { others } : {};
}

/** Whether the asker's own agency is meant: “my agency”, or “we” where it can be no other. */
export function parseOwnAgency({ message: { text, entities, years } }: FillContext): Args {
  const named = entities.filter(({ senses }) => senses[0].kind === 'agency').length;
  const isMeant =
    OWN_AGENCY.test(text) || (named < 2 && years.length < 2 && WE.test(text.replace(ASIDE, ' ')));
  return isMeant ? { agencyOf: 'asker' } : {};
}

/** “show me”, “tell us”, “our board”: no agency is meant. */
const ASIDE =
  /\b(show|tell|give|get|send|remind|help|let|find) (me|us)\b|\b(can|could|may|would|should|shall|do) i\b|\bi (want|need|would|am|was|think|mean|know|see|hear|believe)\b|\bour (board|groups?|sub ?groups?|meetings?|partners?|agencies|partnership|last|next|previous)\b/g;

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
