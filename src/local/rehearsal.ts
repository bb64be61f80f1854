import type { Answer } from '../contract/feature.ts';
import type { Rehearsal } from '../dispatch/dispatcher.ts';
import { agencyName, type Directory, type Identity } from '../domain/directory.ts';
import type { Person } from '../domain/partnership.ts';

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
    command(from, text, directory) {
      const command = /^\/as(?:\s+(\S+))?\s*$/i.exec(text.trim());
      if (!command) return undefined;
      const wanted = directory.people.find(({ id }) => id === command[1]?.toLowerCase());
      if (!wanted) return listPeople(directory, playedBy(from, directory), command[1]);
      parts.set(toKey(from), wanted.id);
      return {
        text: `You are now rehearsing as ${describePerson(wanted, directory)}.`,
        suggestions: ['help', 'my actions', '/as'],
      };
    },
  };
}

function listPeople(
  directory: Directory,
  current: Person | undefined,
  wanted: string | undefined,
): Answer {
  const { people } = directory;
  const text = wanted
    ? `Nobody in people.csv has that id. Choose one of these ${people.length}:`
    : `Rehearse as any of these ${people.length} people: press one, or type /as and an id.`;
  const view = {
    headline: 'Who are you today?',
    people: people.map((person) => ({
      id: person.id,
      name: person.displayName,
      line: `${person.id} · ${person.agency ? agencyName(directory, person.agency) : 'No agency'} · ${person.roles.join(', ')}`,
      current: person.id === current?.id,
    })),
  };
  return {
    text,
    card: {
      name: 'people',
      view,
      plain: [text, ...people.map(({ id, displayName }) => `${id}: ${displayName}.`)].join('\n'),
    },
  };
}

function describePerson({ displayName, agency, roles }: Person, directory: Directory): string {
  return [displayName, agency && agencyName(directory, agency), roles.join(', ')]
    .filter(Boolean)
    .join(' · ');
}
