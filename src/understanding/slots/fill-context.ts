import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import type { BankHolidays } from '../../domain/bank-holidays.ts';
import type { Day } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import type { TitleMatch } from '../entities/find-title.ts';
import type { ReadRequest } from '../read-request.ts';
import type { Span } from '../text/span.ts';
import { looksBack } from './as-at.ts';
import type { DateMention } from './date-mention.ts';
import { withoutExcludedSelves } from './exclusions.ts';
import { asksWhatWillBe } from './past-days.ts';

/** What filters and slots are filled from. */
export interface FillContext {
  /** The message as it was typed. */
  readonly typed: string;
  readonly message: AnnotatedMessage;
  /** The days to come that its dates mean. */
  readonly dates: readonly DateMention[];
  /** The days gone by that they mean where it speaks of what has happened. */
  readonly pastDates: readonly DateMention[];
  /** The words of an action's title name nothing else. */
  readonly title: TitleMatch | undefined;
  /** Where words of its title stand beside a reference. */
  readonly besideRef: readonly Span[];
  readonly directory: Directory;
  /** The group that the chat is kept for, else the partnership's board. */
  readonly board: string | undefined;
  readonly today: Day;
  readonly bankHolidays: BankHolidays;
}

export function createFillContext(
  { text, message, dates, pastDates, lexicon, context: { today, bankHolidays, home } }: ReadRequest,
  title: TitleMatch | undefined,
  besideRef: readonly Span[],
): FillContext {
  return {
    typed: text,
    message,
    dates,
    pastDates,
    title,
    besideRef,
    directory: lexicon.directory,
    board: home ?? lexicon.board,
    today,
    bankHolidays,
  };
}

/** The context for an intent, whose dates lie behind or ahead as its grammar or the message says. */
export function forGrammar(context: FillContext, { days, slots }: IntentGrammar): FillContext {
  const message = slots?.includes('except')
    ? withoutExcludedSelves(context.message)
    : context.message;
  const isToCome = slots?.includes('tense') && asksWhatWillBe(message.text);
  const isPast = (days === 'past' && !isToCome) || (slots?.includes('as-at') && looksBack(message));
  return { ...context, message, ...(isPast && { dates: context.pastDates }) };
}
