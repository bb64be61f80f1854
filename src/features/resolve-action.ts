import type { Answer, Asker } from '../contract/feature.ts';
import type { FoundTitle, Ports, StoredAction } from '../contract/ports.ts';
import type { Question } from '../contract/question.ts';

/** An action is clearly the one meant when the next best title fits less than this well. */
const CLEARLY_WORSE = 0.6;

/** The one action that a question means, or what to say when that is not clear. */
export type ResolvedAction = { readonly found: StoredAction } | { readonly reply: Answer };

/** Finds the action that a question means by its reference or by words of its title, and asks back when several fit. */
export async function resolveAction(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<ResolvedAction> {
  const { actionRef, match } = question.args;
  if (actionRef) return byRef(asker, actionRef, ports);
  if (!match) {
    return say('Which action do you mean? Say its reference or a few words of its title.');
  }
  const [best, ...others] = await ports.actions.titled(asker.directory.partnership.id, match, 4);
  if (!best) return say(`No action has words like “${match}” in its title.`);
  const close = others.filter(({ score }) => score > best.score * CLEARLY_WORSE);
  return close.length === 0
    ? byRef(asker, best.ref, ports)
    : { reply: askWhich(question, match, [best, ...close]) };
}

async function byRef(asker: Asker, ref: string, ports: Ports): Promise<ResolvedAction> {
  const found = await ports.actions.find(asker.directory.partnership.id, ref);
  return found
    ? { found }
    : say(
        `No action has the reference ${ref}. It may be mistyped; you can also say a few words of the title.`,
      );
}

function say(text: string): ResolvedAction {
  return { reply: { text, suggestions: ['what is overdue', 'my actions'] } };
}

function askWhich(question: Question, match: string, found: readonly FoundTitle[]): Answer {
  const text = `${found.length} actions have words like “${match}” in their titles. Which do you mean?`;
  const choices = found.map(({ ref, title }) => ({
    label: ref,
    detail: title,
    ask: ref,
    question: { ...question, args: { ...question.args, actionRef: ref } },
  }));
  const plain = [text, ...choices.map(({ label, detail }) => `${label}: ${detail}.`)].join('\n');
  return {
    text,
    card: { name: 'choose', view: { headline: 'Which action?', choices }, plain },
    thread: { question, choices: choices.map((choice) => choice.question) },
  };
}
