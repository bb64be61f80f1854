import type { Answer } from '../../contract/answer.ts';
import type { FoundTitle, StoredAction } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { MY_ACTIONS, SHOW_OVERDUE } from './suggestions.ts';

/** An action is clearly the one meant when the next best title fits less than this well. */
const CLEARLY_WORSE = 0.6;

/** The one action that a question means, or what to say when that is not clear. */
export type ResolvedAction = { readonly found: StoredAction } | { readonly answer: Answer };

/** Finds the action that a question means by its reference or by words of its title, and asks back when several fit. */
export async function resolveAction(request: Request, question: Question): Promise<ResolvedAction> {
  const { directory, ports } = request;
  const { actionRef, match } = question.args;
  if (actionRef) return findByRef(request, actionRef);
  if (!match)
    return say(
      'Which action do you mean? Say its reference or a few words of its title.',
      question,
    );
  const [best, ...others] = await ports.actions.searchTitles(directory.partnership.id, match, 4);
  if (!best) return say(`No action has words like “${match}” in its title.`);
  const close = others.filter(({ score }) => score > best.score * CLEARLY_WORSE);
  return close.length === 0
    ? findByRef(request, best.ref)
    : { answer: askWhich(question, match, [best, ...close]) };
}

async function findByRef({ directory, ports }: Request, ref: string): Promise<ResolvedAction> {
  const found = await ports.actions.find(directory.partnership.id, ref);
  return found
    ? { found }
    : say(
        `No action has the reference ${ref}. It may be mistyped; you can also say a few words of the title.`,
      );
}

/** With the question that is asked of an action, the next message may just name one. */
const say = (text: string, question?: Question): ResolvedAction => ({
  answer: {
    text,
    suggestions: [SHOW_OVERDUE, MY_ACTIONS],
    ...(question && { thread: { question } }),
  },
});

function askWhich(question: Question, match: string, found: readonly FoundTitle[]): Answer {
  const choices = found.map(({ ref }) => ({
    ...question,
    args: { ...question.args, actionRef: ref },
  }));
  return {
    text: `${found.length} actions have words like “${match}” in their titles. Which do you mean?`,
    heading: 'Which action?',
    source: '',
    sections: [
      {
        rows: found.map(({ ref, title }, at) => ({
          title: ref,
          line: title,
          ...(choices[at] && { opens: { question: choices[at] } }),
        })),
      },
    ],
    thread: { question, choices },
  };
}
