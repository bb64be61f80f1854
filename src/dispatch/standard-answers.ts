import { describeWhoMay, formatAdministrators } from '../answers/access-words.ts';
import { NO_CASE_RECORDS } from '../answers/child-words.ts';
import { ask } from '../answers/questions.ts';
import { formatCount, formatList } from '../answers/words.ts';
import type { Answer, Suggestion } from '../contract/answer.ts';
import type { Question } from '../contract/question.ts';
import type { Permission } from '../domain/access.ts';
import { type Day, formatDayWithYear } from '../domain/dates.ts';
import type { Directory, Identity } from '../domain/directory.ts';
import type { PersonalDetail } from '../domain/privacy-guard.ts';
import type { OutOfScope } from '../understanding/classifier/out-of-scope.ts';
import type { MissingRow } from '../understanding/reading.ts';

/** Leads to everything that can be asked. */
export const HELP: Suggestion = { title: 'What can I ask you?', ...ask('help') };

/** To somebody from an organisation that no partnership here counts as its own. */
export function unknownPartnership(from: Identity): Answer {
  return {
    text: `I do not know which partnership you belong to. Please ask the business manager of your safeguarding partnership to add you. ${describeIds(from)}`,
  };
}

/** To somebody whom the partnership does not know: nothing is shown, and who to ask. */
export function unknownPerson(directory: Directory, from: Identity): Answer {
  return {
    text: `I do not know you yet, so I cannot show you the records of the ${directory.partnership.name}. Please ask ${formatAdministrators(directory)} to add you. ${describeIds(from)}`,
  };
}

/** To somebody whose last role has ended: cards of before are no way in. */
export function personWhoLeft(directory: Directory, on: Day): Answer {
  const { shortName } = directory.partnership;
  return {
    text: `Your last role in ${shortName} ended on ${formatDayWithYear(on)}, so I can’t show you its records any more, and nothing was changed. Please ask ${formatAdministrators(directory)} if that is not right.`,
  };
}

/** To a press on a card of a partnership that has nobody of their organisation. */
export function cardOfOthers(): Answer {
  return {
    text: 'That card is of another partnership, which does not know you, so nothing was changed.',
  };
}

/** What people.csv wants of somebody: of a guest nobody but Teams can say it for certain. */
const describeIds = ({ tenantId, objectId }: Identity): string =>
  `They will need your tenant_id, ${tenantId}, and your object_id, ${objectId}.`;

/** To a message that none of the readings fits. */
export function notUnderstood(suggestions: Answer['suggestions'] = []): Answer {
  return {
    text: 'I did not understand that. You can ask about priorities and actions, for instance:',
    suggestions,
  };
}

/** To “the second one” where nothing was listed, or no second. */
export function missingRow(
  { shown, left, isBeyond }: MissingRow,
  suggestions: Answer['suggestions'] = [],
): Answer {
  if (shown === 0)
    return { text: 'I have no list to count in here. Ask for one first, such as:', suggestions };
  if (!isBeyond) return { text: 'I can’t open that row by its place. Please name what you mean.' };
  return left > 0
    ? { text: `Only ${shown} of the ${shown + left} are shown so far. Say “show more” first.` }
    : { text: `I showed ${formatCount(shown, 'row')}, so there is none at that place.` };
}

/** To `/something` that is no command. */
export function unknownCommand(suggestions: Answer['suggestions'] = []): Answer {
  return {
    text: 'I know no such command. Just ask in your own words, for instance:',
    suggestions,
  };
}

/** To a button of a card that no longer means anything. It leaves a line, for an old card and a forged one look alike. */
export function outOfDate(): Answer {
  return {
    text: 'That card is out of date, and nothing was changed. Please ask again.',
    suggestions: [HELP],
    refused: 'unreadable',
  };
}

/** To a press that no role of theirs allows on any record. */
export function refuseRole(verb: Permission, directory: Directory): Answer {
  return {
    text: `Nothing was recorded: that is for ${describeWhoMay(verb)}. Please ask ${formatAdministrators(directory)}.`,
    refused: 'access',
  };
}

/** To a form that holds what looks personal; the words themselves are not repeated. */
export function explainPersonalDetail({ looksLike, instead }: PersonalDetail): string {
  return `Nothing was recorded: that looks like ${looksLike}. ${instead}`;
}

/** Why a message is declined: it is none of the partnership's business, or may not be kept. */
export type DeclinedReason = OutOfScope | 'personal details';

const DECLINED: Readonly<Record<DeclinedReason, string>> = {
  'child identity':
    'I hold no names or stories of children, and I do not look them up. For a case, speak to the lead practitioner or the review’s chair; I can tell you where a review stands by its reference.',
  'named child case data': NO_CASE_RECORDS,
  'personal details':
    'That looks like somebody’s personal details, so I have not kept it. Please leave out names, dates of birth, NHS numbers and addresses, and use the reference instead.',
};

/**
 * A kind refusal that says what to do instead; the refused words are neither repeated nor kept. Somebody who fears for
 * a child gets the `signpost` in its place.
 */
export function declineMessage(refusal: DeclinedReason, signpost?: string): Answer {
  if (signpost) return { text: signpost, refused: 'privacy' };
  return { text: DECLINED[refusal], suggestions: [HELP], refused: 'privacy' };
}

/** Readings to choose from, and what is said of all of them. */
export interface Offer {
  readonly choices: readonly { readonly question: Question; readonly title: string }[];
  /** What they all are about, where no button repeats it. */
  readonly about?: string | undefined;
  readonly note?: string | undefined;
}

/** Asks back between close readings, each a button that says what it is about. */
export function askBack(
  choices: Offer['choices'],
  { about, note }: Omit<Offer, 'choices'> = {},
): Answer {
  const rows = choices.map(({ title, question }) => ({ title, opens: { question } }));
  const meant = formatList(
    choices.map(({ title }) => `“${title}”`),
    'or',
  );
  const isOne = choices.length === 1;
  const asks = `${isOne ? 'Did you mean' : 'Which do you mean'}${about ? ` for ${about}` : ''}`;
  const [first] = choices;
  return {
    text: [`${asks}: ${meant}?`, note].filter(Boolean).join(' '),
    heading: isOne ? 'Did you mean this?' : 'Which do you mean?',
    ...(about && { sentence: about }),
    source: '',
    sections: [{ rows, ...(note && { note }) }],
    thread: first && {
      question: first.question,
      choices: choices.map(({ question }) => question),
    },
  };
}
