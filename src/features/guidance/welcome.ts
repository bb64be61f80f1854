import { NO_CHILD_DETAILS } from '../../answers/child-words.ts';
import { shortName } from '../../answers/short-name.ts';
import { formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, Press, Suggestion } from '../../contract/answer.ts';
import type { Feature, Need } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Person, Role } from '../../domain/partnership.ts';
import { formatDayInFull } from './day-in-full.ts';

/** So many things that wait for somebody fit a phone, with what else the first minute has. */
const MAX_NEEDS = 4;
const MAX_BUTTONS = 3;

export interface WelcomeParts {
  readonly features: () => readonly Feature[];
  readonly starters: (request: Request, offered?: readonly Press[]) => readonly Suggestion[];
  readonly sharedChatStarters: (request: Request) => readonly Suggestion[];
}

/** The first minute: what Convenor is, what waits for this person now, three things worth trying, and what never to write. */
export function createWelcome({ features, starters, sharedChatStarters }: WelcomeParts) {
  async function findNeeds(request: Request): Promise<readonly Need[]> {
    const found = await Promise.all(features().map(({ findNeeds }) => findNeeds?.(request) ?? []));
    return found
      .flat()
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, MAX_NEEDS);
  }

  return async (request: Request): Promise<Answer> => {
    if (request.place.kind !== 'personal')
      return welcomeSharedChat(request, sharedChatStarters(request));
    const needs = await findNeeds(request);
    const others = starters(
      request,
      needs.map(({ opens }) => opens),
    );
    return welcomePerson(request, needs, others);
  };
}

function welcomePerson(
  { person, directory, today, ports }: Request,
  needs: readonly Need[],
  starters: readonly Suggestion[],
): Answer {
  const waiting = needs.map(({ clause }) => `${sentenceCase(clause)}.`).join(' ');
  const day = ports.calendar.isRehearsed
    ? ` This is a rehearsal: today is ${formatDayInFull(today)}.`
    : '';
  const text = waiting || 'Nothing is waiting for you.';
  return {
    text: `Hello, ${person.displayName}. ${text}${day}`,
    source: '',
    heading: `Hello, ${person.displayName}`,
    sentence: `I’m Convenor. I keep the actions, meetings and reviews of the ${directory.partnership.name}. ${describeRoles(person, directory)}`,
    sections: [
      {
        isEmphasised: needs.length > 0,
        text,
        buttons: needs.slice(0, MAX_BUTTONS).map(({ opens }) => ({ ...opens, inNewMessage: true })),
      },
      { heading: 'Worth trying', asks: starters, note: `${NO_CHILD_DETAILS}${day}` },
    ],
  };
}

function welcomeSharedChat(
  { person, directory, home }: Request,
  starters: readonly Suggestion[],
): Answer {
  const whose = home ? groupName(directory, home) : `the ${directory.partnership.name}`;
  const sentence = `${person.displayName} added me to keep the actions, attendance and decisions of ${whose}. Mention me and ask in your own words.`;
  return {
    text: `Hello, I’m Convenor. ${sentence} ${NO_CHILD_DETAILS}`,
    source: '',
    heading: 'Hello, I’m Convenor',
    sentence,
    sections: [{ heading: 'Worth trying', asks: starters, note: NO_CHILD_DETAILS }],
  };
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  administrator: 'an administrator',
  chair: 'the partnership’s chair',
  scrutineer: 'the independent scrutineer',
  'partner-lead': 'the lead',
  deputy: 'a deputy',
  member: 'a member',
  observer: 'an observer',
};

/**
 * What somebody is here.
 * @example describeRoles(person, directory) // 'You’re the lead for West Midlands Police and chair CEB.'
 */
function describeRoles({ roles, agency }: Person, directory: Directory): string {
  // Whoever comes alone, as the lay member does, is recorded as an agency of one.
  const ofMany = directory.agencies.find(({ id, kind }) => id === agency && kind !== 'attendee');
  const name = ofMany && shortName(ofMany.name, directory.agencies);
  const chaired = roles
    .filter((role) => role.startsWith('chair:'))
    .map((role) => shortName(groupName(directory, role.slice('chair:'.length)), directory.groups));
  const own = roles.flatMap((role: Role) => ROLE_WORDS[role] ?? []);
  const isOfAgency = roles.some((role) => ['partner-lead', 'deputy', 'member'].includes(role));
  const parts = [
    own.length > 0 && `You’re ${formatList(own)}${isOfAgency && name ? ` for ${name}` : ''}`,
    chaired.length > 0 && `${own.length > 0 ? '' : 'You '}chair ${formatList(chaired)}`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(' and ')}.` : '';
}
