import { writeFile } from 'node:fs/promises';
import type { Access, CardAction } from '../src/contract/feature.ts';
import {
  grantsFor,
  PERMISSIONS,
  type Permission,
  ROLE_KINDS,
  type RoleKind,
} from '../src/domain/access.ts';
import { FREE_TEXTS } from '../src/domain/free-texts.ts';
import { cardActions } from '../src/features/index.ts';

const TITLES: Readonly<Record<RoleKind, string>> = {
  administrator: 'administrator',
  chair: 'chair',
  'group-chair': 'chair of a group',
  'partner-lead': 'partner lead',
  deputy: 'deputy',
  scrutineer: 'scrutineer',
  member: 'member',
  observer: 'observer',
};

/**
 * `docs/access.md`: the table of `domain/access.ts`, and the buttons that take each of its
 * permissions.
 */
export function accessDocument(): string {
  const buttons = Map.groupBy(cardActions.flatMap(asked), ({ access }) => access);
  const named = (access: Access) =>
    (buttons.get(access) ?? []).map(({ name }) => `\`${name}\``).join(', ');
  const head = ['permission', ...ROLE_KINDS.map((kind) => TITLES[kind]), 'buttons'];
  const rows = PERMISSIONS.map((permission) => [
    `\`${permission}\``,
    ...ROLE_KINDS.map((kind) => cell(permission, kind)),
    named(permission),
  ]);
  return `${[
    '# Who may do what',
    'Made from `src/domain/access.ts` and the features by `npm run docs -- access`; a test says when it is out of date. Why it is so stands in [decision 23](decisions/0023-access-matrix.md).',
    '**any**: on every record of their partnership. **own**: on records that are theirs by name, their agency’s, or of a group they chair. **group**: on those of a group in which they sit. Somebody with several roles may what any of them allows. Nobody verifies their own work, or their agency’s. Whoever is not in the records may nothing; whoever is may ask about all that has no `read` in the table. Rapid reviews are records of the statutory partners and of the group that handles them; whoever was asked for a summary of one reads that one too ([decision 10](decisions/0010-rapid-reviews.md)).',
    table(head, rows),
    '## What people write in their own words',
    'Who reads it, on any card, in any answer, file or history: those who have the permission on its record. From `src/domain/free-texts.ts`.',
    table(
      ['text', 'read by'],
      Object.entries(FREE_TEXTS).map(([text, access]) => [text, readers(access)]),
    ),
    '## Buttons outside the table',
    `Everybody who is in the records presses these, and they reach nothing but the presser’s own mark, reminders and settings: ${named('own')}.`,
    `These change nothing: ${named('anybody')}.`,
  ].join('\n\n')}\n`;
}

function readers(access: (typeof FREE_TEXTS)[keyof typeof FREE_TEXTS]): string {
  if (access === 'own') return 'whoever wrote it';
  return access === 'everybody' ? 'everybody in the records' : `\`${access}\``;
}

function asked({
  id,
  permission,
}: CardAction): { readonly name: string; readonly access: Access }[] {
  if (typeof permission === 'string') return [{ name: id, access: permission }];
  return Object.entries(permission.is).map(([value, each]) => ({
    name: `${id} ${value}`,
    access: each,
  }));
}

function cell(permission: Permission, kind: RoleKind): string {
  if (grantsFor(permission).includes(kind)) return 'any';
  if (grantsFor(permission).includes(`own:${kind}`)) return 'own';
  return grantsFor(permission).includes(`sitting:${kind}`) ? 'group' : '–';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

if (import.meta.main) {
  await writeFile('docs/access.md', accessDocument());
  console.log('docs/access.md is written.');
}
