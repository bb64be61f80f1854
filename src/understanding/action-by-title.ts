import type { Ranking } from './classify.ts';
import { FITS, findTitle, type TitleInText } from './find-title.ts';
import { givesEvidence } from './follow-up.ts';
import type { Heard } from './heard.ts';
import { flagsIn } from './lacking.ts';
import type { Listening } from './listening.ts';

/** What those words must weigh, unless an action is surely meant: one rare word, or two. */
const TELLING = 1.3;
/** An action is surely meant when the readings that need one have this share. */
const MEANT = 0.3;
/** So sure that something else is to be written that no title is looked for. */
const SURE = 0.9;

/** “the supervision one”, “the macfa action” */
export const THE_ONE = /\bthe (\w+ ){1,4}(one|action)\b/;

/** Somebody reports how far something is: “hidden men training is complete”. */
const STATES =
  /^(?!what|which|who|how|is|are|has|have|any|anything|show|list|do|does|did|when|where|tell|actions)\b.*\b(((is|are|has been|have been|was|been) (now |all )?(done|complete|completed|finished|closed|sorted|stuck|blocked|started|under way|on hold|still going))|we have (made|started|begun|done|finished|completed))\b/;

/** “is the leaflet out”, “has the helpline been launched” */
const ASKS_OF_ONE =
  /^(is|was|has|have|did|when is|who is doing|who has) (the|that) (\w+ ){1,4}(out|ready|done|finished|started|been|published|due|live|launched|sorted|got)\b/;

/** “close it”: what was spoken of before is meant, whatever else is said. */
const SPOKEN_OF = /\b(it|its|that|this|that one|this one)\b/;

/** The action that a message names by words of its title, if it names one; none is looked for beside a reference. */
export async function actionByTitle(
  listening: Listening,
  ranking: Ranking,
): Promise<TitleInText | undefined> {
  const { hearing, heard, understanding, actions } = listening;
  const text = textOf(heard);
  const spokenOf = (label: string) =>
    understanding.spoken.get(understanding.settled.get(label)?.intent ?? '');
  const before = hearing.thread?.question;
  const goesOn =
    before?.args.actionRef &&
    (SPOKEN_OF.test(text) || givesEvidence(heard, before, understanding.spoken));
  const said = heard.actionRefs.length > 0 || goesOn;
  const lacking = Object.keys(flagsIn(text)).length > 0;
  const elsewhere = ranking.some(
    ({ label, share }) =>
      share > SURE && spokenOf(label)?.mutates && !spokenOf(label)?.slots?.includes('action'),
  );
  if (said || lacking || elsewhere) return undefined;

  const wanting = ranking
    .filter(({ label }) => spokenOf(label)?.requires === 'action')
    .reduce((sum, { share }) => sum + share, 0);
  const anyWords =
    wanting > MEANT || [THE_ONE, STATES, ASKS_OF_ONE].some((words) => words.test(text));
  const title = await findTitle(heard, actions, hearing.asker.directory.partnership.id, {
    cues: understanding.cues,
    anyWords,
  });
  return title && title.share >= FITS && (anyWords || title.weight >= TELLING) ? title : undefined;
}

const textOf = ({ tokens }: Heard): string => tokens.map(({ word }) => word).join(' ');
