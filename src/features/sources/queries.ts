import { aboutSource } from '../../answers/source-questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { findSources, type Source, type SourceKind, sourceTitle } from '../../domain/source.ts';
import { sourceStore } from './store.ts';

/**
 * The sources that the readers of the answer may see: one that is a review which they may not see
 * is none of them.
 */
export async function listSources({
  store,
  directory,
}: Pick<Request, 'store' | 'directory'>): Promise<Source[]> {
  const isSeen = ({ review }: Source) =>
    review === undefined ||
    directory.reviewRefs.includes(review) ||
    directory.lcsprs.some(({ name }) => name === review);
  return (await store(sourceStore).list()).filter(isSeen);
}

/** All sources, for notices: who is told of one asks first whether they may see it. */
export const listEverySource = ({ store }: Pick<Request, 'store'>): Promise<Source[]> =>
  store(sourceStore).list();

const NOUN =
  'reviews?|audits?|inspections?|inspectors?|ofsted|cqc|hmicfrs|hmip|jtai|ilacs|scrutiny|scrutineer|surveys?|visit|deep dive|lcspr|cspr|scr|challenge|letter';
const STOP =
  'a|an|the|our|that|this|those|these|their|its|any|all|every|each|of|from|in|by|for|to|about|on|under|at|with|and|or|but|is|are|was|were|be|been|do|does|did|has|have|had|which|what|whats|who|when|where|how|many|much|list|show|give|tell|me|us|we|you|i|see|can|could|please|pls|left|open|outstanding|unmet|met|done|late|overdue|not|new|add|recommendations?|recs?|actions?|findings?|themes?|run|through|pull|up|remaining|remains|still|between|since|came|come|out|asked|ask|said|say|after|accepted|rejected|log|record|put|raised|behind|named|called|following|change|changed|edited|correct|every';
/** “LCSPR-B”, “lcspr b”: a letter is its name; “an LCSPR a year ago” has none. */
const INITIALS = String.raw`(?:l?cspr|scr)(?:-[a-z]\d?\b|\s+(?:[b-hj-z]\d?\b(?!['’])|a(?=\s*(?:[?.!,]|$))))`;
const YEAR = String.raw`(?:\s+(?:(?:of|in|from)\s+)?(?:[a-z]{3,9}\s+)?(?:19|20)\d\d(?:[-/]\d\d)?)`;

/**
 * Words of a message that name a source: those before a noun for one, with the year behind it, or an
 * id. “ofsted 2015”, “the hs review”, “neglect audit of 2022”.
 */
export const SOURCE_WORDS = new RegExp(
  String.raw`\b((?:(?!(?:${STOP})\b)[\p{L}\d’'&.-]+\s+){0,4}(?:${INITIALS}|(?:${NOUN})\b(?:\s+(?:${NOUN}|report)\b)*${YEAR}?)|[\p{L}]{2,}(?:-[\p{L}]{2,})*-(?:19|20)\d\d\b)`,
  'iu',
);

/** What an action's kind of source is called among sources; a plan or a meeting is none of them. */
const KINDS: Readonly<Record<string, SourceKind>> = {
  inspection: 'inspection',
  audit: 'audit',
  review: 'review',
  scrutineer: 'scrutiny',
};

/** The sources that a question about actions may mean: of the kind that it says, seen by its readers. */
export async function findKeptSources(
  request: Pick<Request, 'store' | 'directory'>,
  { filters: { source: kind }, args: { sourceName } }: Question,
): Promise<Source[]> {
  if (!sourceName) return [];
  const found = findSources(await listSources(request), sourceName);
  return kind === undefined ? found : found.filter((source) => source.kind === KINDS[kind]);
}

/**
 * Which of several sources is meant, where a question about something of a source fits more than
 * one; `undefined` where it is clear. The question is asked again with the one that is chosen.
 */
export async function askWhichSource(
  request: Pick<Request, 'store' | 'directory'>,
  question: Question,
): Promise<Answer | undefined> {
  const { sourceName } = question.args;
  if (!sourceName || (await findKeptSources(request, question)).length < 2) return undefined;
  const chosen = await chooseSource(request, question, sourceName, 'sourceName');
  return 'answer' in chosen ? chosen.answer : undefined;
}

/**
 * The one source that somebody's words mean, or what to say: that several fit, or that none does.
 * The question is asked again with the one that is chosen.
 */
export async function chooseSource(
  request: Pick<Request, 'store' | 'directory'>,
  question: Question,
  words: string,
  arg = 'source',
): Promise<{ readonly source: Source } | { readonly answer: Answer }> {
  const all = await listSources(request);
  const [first, ...others] = findSources(all, words);
  if (first && others.length === 0) return { source: first };
  const fitting = first ? [first, ...others] : all;
  const choices = fitting.map((source) => ({
    ...question,
    args: { ...question.args, [arg]: source.id },
  }));
  const titles = fitting.map(sourceTitle);
  const text = first
    ? `Which do you mean: ${formatList(titles, 'or')}?`
    : all.length > 0
      ? `I know no source called “${words}”. The sources that are kept: ${titles.join('; ')}.`
      : `I know no source called “${words}”: no review, audit or inspection is kept as a source yet.`;
  return {
    answer: {
      text,
      ...(choices.length > 0 && {
        heading: first ? 'Which one?' : 'The sources that are kept',
        sections: [
          {
            rows: fitting.map((source, at) => ({
              title: sourceTitle(source),
              line: [source.kind, source.body].filter(Boolean).join(' · '),
              opens: { question: choices[at] ?? question },
            })),
          },
        ],
        thread: { question, ...(first && { choices }) },
      }),
      suggestions: [{ title: 'All sources', ...aboutSource() }],
    },
  };
}
