import type { Args } from '../../contract/question.ts';
import { type AnnotatedMessage, type Entity, textOf } from '../entities/annotated-message.ts';
import { isContrast } from './exclusions.ts';

type Attendance = 'here' | 'excused';

/** What is said behind a name: “council and health are here too”, “the lay member sends apologies”. */
const BEHIND: readonly (readonly [Attendance, RegExp])[] = [
  [
    'excused',
    /^(?:\S+ ){0,4}?(?:apolog\S*|apols?|regrets|not (?:coming|attending|able to|here|present)|(?:can|could|will) ?not (?:come|make|attend|be)|unable to|absent|excused)\b/,
  ],
  [
    'here',
    /^(?:(?:is|are|has|have|was|were|just|now|both|all|also|as|been|in|on|the|too|as well) ){0,4}?(?:here|present|arrived|joined|attending|in|there|online|room|call|turned up|made it)\b/,
  ],
];
/** What is said before it: “apologies from the lay member”, “present: council, health”. */
const BEFORE: readonly (readonly [Attendance, RegExp])[] = [
  ['excused', /\b(?:apolog\S*|apols?|regrets)(?: (?:from|for|by|of|are))*(?: the)? ?[:–-]?\s*$/],
  ['here', /\b(?:here|present|in attendance)(?: (?:are|is))?(?: the)? ?[:–-]\s*$/],
];
/** “The lay member sends apologies, everyone else is here” */
const EVERYBODY = /\b(?:every(?:one|body)|all the (?:others|rest)|all others|the rest)\b/;
/** Names of one list: “council, health and the police are here”. */
const BETWEEN = /^(?:(?:,|and|&|both|the|also|plus|our|their) ?)*$/;

/** Who is said to be here and who to have sent apologies, by the ids of agencies and people. */
export function parseAttendees({ message }: { readonly message: AnnotatedMessage }): Args {
  const named = message.entities.filter(
    (entity) => /^(agency|person)$/.test(entity.senses[0].kind) && !isContrast(entity, message),
  );
  const found: { readonly entity: Entity; readonly attendance: Attendance | undefined }[] = [];
  // From the last name to the first: a name before another of its list is as that one is.
  for (const [at, entity] of [...named.entries()].reverse()) {
    const next = named[at + 1];
    const end = next?.start ?? message.tokens.length;
    const behind = textOf(message, { start: entity.end, end });
    const isListed = next !== undefined && BETWEEN.test(behind);
    const own = isListed ? found[0]?.attendance : findIn(BEHIND, `${behind} `);
    found.unshift({ entity, attendance: own });
  }
  // And what stands before a list is said of all of it that nothing is said of otherwise.
  const said = found.map(({ entity, attendance }, at) => {
    const start = named[at - 1]?.end ?? 0;
    const before = textOf(message, { start, end: entity.start });
    return { entity, attendance: attendance ?? findIn(BEFORE, before), before };
  });
  const ids = (wanted: Attendance): string[] => {
    let running: Attendance | undefined;
    const all = said.flatMap(({ entity, attendance, before }) => {
      running = attendance ?? (BETWEEN.test(before) ? running : undefined);
      return running === wanted ? [entity.senses[0].id] : [];
    });
    return [...new Set(all)];
  };
  const [here, excused] = [ids('here'), ids('excused')];
  return {
    ...(EVERYBODY.test(message.text) && { everybody: true }),
    ...(here.length > 0 && { here }),
    ...(excused.length > 0 && { excused }),
  };
}

const findIn = (
  ways: readonly (readonly [Attendance, RegExp])[],
  text: string,
): Attendance | undefined => ways.find(([, words]) => words.test(text))?.[0];
