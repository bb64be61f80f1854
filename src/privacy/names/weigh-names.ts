import type { Passage } from '../passage.ts';
import { type Sign, sumPoints } from '../sign.ts';
import type { Name } from './find-names.ts';
import { isOrdinaryWord } from './given-names.ts';
import { readNameContext } from './name-context.ts';
import { weighAddressee } from './weigh-addressee.ts';
import { weighBefore } from './weigh-before.ts';
import { weighAge, weighBehind } from './weigh-behind.ts';
import { weighRole } from './weigh-role.ts';
import { weighSurroundings } from './weigh-surroundings.ts';
import { weighVerb } from './weigh-verb.ts';

/** The signs of the name that is likeliest a child's; none for a passage without names. */
export function weighNames(passage: Passage): readonly Sign[] {
  const { tokens, names } = passage;
  let best: readonly Sign[] = [];
  let previous: { readonly name: Name; readonly signs: readonly Sign[] } | undefined;
  for (const name of names) {
    let signs = weighName(passage, name);
    // “Rebecca Shaw and Iqbal Hussain to co-chair”: what one is, the other is.
    const isPair = tokens[name.from - 1]?.word === 'and' && previous?.name.to === name.from - 2;
    const partner = isPair ? previous?.signs : undefined;
    if (partner && isOfColleague(partner)) signs = [...signs, ['beside a colleague', -2]];
    if (best === partner && isOfColleague(signs) && sumPoints(best) < 4) best = signs;
    previous = { name, signs };
    if (best.length === 0 || sumPoints(signs) > sumPoints(best)) best = signs;
  }
  return best;
}

const COLLEAGUE = new Set([
  'title',
  'role',
  'work of a colleague',
  'written to',
  'signs',
  'agency',
]);
const isOfColleague = (signs: readonly Sign[]): boolean =>
  signs.some(([what, points]) => COLLEAGUE.has(what) && points <= -2);

function weighName(passage: Passage, name: Name): Sign[] {
  const context = readNameContext(passage, name);
  const { first } = context;
  // “Amber hasn’t moved since June”: a word that may be a name, where any word has a capital.
  const isVague = first.starts && isOrdinaryWord(first.word) && !name.isFull;
  const signs: Sign[] = [
    ['name', name.isFull ? 2 : 1.5],
    ...(isVague ? ([['may be no name', -0.5]] as const) : []),
    ...(!name.isKnown && !name.isFull && first.starts
      ? ([['in no list of names', -0.4]] as const)
      : []),
    ...weighBefore(context),
    ...weighAge(context),
    ...weighBehind(context),
    ...weighRole(context),
    ...weighVerb(context),
    ...weighAddressee(context),
  ];
  const isColleague = signs.some(
    ([what]) => what === 'title' || what === 'role' || what === 'agency',
  );
  const leaning = { isChild: sumPoints(signs) >= 3, isColleague, isVague };
  return [...signs, ...weighSurroundings(context, leaning)];
}
