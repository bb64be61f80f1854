import type { Answer } from '../contract/answer.ts';
import type { Inbound } from '../contract/feature.ts';
import type { Rehearsal } from '../dispatch/dispatcher.ts';
import { agencyName, type Directory, type Identity } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';

/** What a row of the list sends: `/as` with the id of a person, without the typing. */
const SPEAK_AS = 'rehearsal.as';
const MY_ACTIONS = {
  intent: 'list_actions',
  filters: { status: 'open' },
  args: { assignee: 'me' },
};

/**
 * `/as` lists the people of the partnership, `/as police-partner-lead` speaks as one of them until
 * the next `/as`.
 */
export function createRehearsal(): Rehearsal {
  const parts = new Map<string, string>();
  const toKey = ({ tenantId, objectId }: Identity) => `${tenantId}|${objectId}`;
  const playedBy = (from: Identity, { people }: Directory) =>
    people.find(({ id }) => id === parts.get(toKey(from)));

  return {
    playedBy,
    command(inbound, directory) {
      const command = parseCommand(inbound);
      if (!command) return undefined;
      const { from } = inbound;
      const wanted = directory.people.find(
        ({ id }) => id.toLowerCase() === command.person?.toLowerCase(),
      );
      if (!wanted) return listPeople(directory, playedBy(from, directory), command.person);
      parts.set(toKey(from), wanted.id);
      return {
        text: `You are now rehearsing as ${describePerson(wanted, directory)}.`,
        suggestions: [
          { title: 'Help', question: { intent: 'help', filters: {}, args: {} } },
          { title: 'My actions', question: MY_ACTIONS },
          { title: 'Rehearse as another', action: SPEAK_AS, data: {} },
        ],
      };
    },
  };
}

/** The person who is to be played, typed or pressed; `undefined` where it is no rehearsal command. */
function parseCommand(inbound: Inbound): { readonly person?: string | undefined } | undefined {
  if (inbound.kind === 'message') {
    const typed = /^\/as(?:\s+(\S+))?\s*$/i.exec(inbound.text.trim());
    return typed ? { person: typed[1] } : undefined;
  }
  if (inbound.kind !== 'submission' || inbound.verb !== SPEAK_AS) return undefined;
  const { person } = inbound.data as { readonly person?: unknown };
  return { person: typeof person === 'string' ? person : undefined };
}

function listPeople(
  directory: Directory,
  current: Person | undefined,
  wanted: string | undefined,
): Answer {
  const { people } = directory;
  return {
    text: wanted
      ? `Nobody in people.csv has that id. Choose one of these ${people.length}:`
      : `Rehearse as any of these ${people.length} people: press one, or type /as and an id.`,
    heading: 'Who are you today?',
    sections: [
      {
        rows: people.map((person) => ({
          title: person.displayName,
          ...(person.id === current?.id && {
            state: { words: 'Speaking now', colour: 'accent' as const },
          }),
          line: [
            person.id,
            person.agency ? agencyName(directory, person.agency) : 'No agency',
            person.roles.join(', '),
          ].join(' · '),
          opens: { action: SPEAK_AS, data: { person: person.id } },
        })),
      },
    ],
  };
}

function describePerson({ displayName, agency, roles }: Person, directory: Directory): string {
  return [displayName, agency && agencyName(directory, agency), roles.join(', ')]
    .filter(Boolean)
    .join(' · ');
}
