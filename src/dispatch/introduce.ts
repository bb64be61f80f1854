import { NO_CHILD_DETAILS } from '../answers/child-words.ts';
import type { Answer } from '../contract/answer.ts';
import type { Call } from './call.ts';

/** What introduces Convenor by itself. */
const INTRODUCES = new Set(['small_talk', 'help']);

/** The answer to somebody’s first message, who was never welcomed: what they asked comes first, then who answers. */
export function introduce(answer: Answer, { request, name }: Call): Answer {
  if (request.place.kind !== 'personal' || INTRODUCES.has(name) || answer.refused) return answer;
  const { text, heading, sections = [] } = answer;
  const note = `I’m Convenor: I answer from the records of the ${request.directory.partnership.name}. ${NO_CHILD_DETAILS}`;
  return {
    ...answer,
    text: text.endsWith(':') ? `${note} ${text}` : `${text} ${note}`,
    ...(heading && { sections: [...sections, { note }] }),
  };
}
