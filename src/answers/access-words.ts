import {
  type Grant,
  grantsFor,
  type Permission,
  ROLE_KINDS,
  type RoleKind,
} from '../domain/access.ts';
import type { Directory } from '../domain/directory.ts';
import { formatList } from './words.ts';

const ANY: Readonly<Record<RoleKind, string>> = {
  administrator: 'administrators',
  chair: 'the chair',
  'group-chair': 'chairs of groups',
  'partner-lead': 'partner leads',
  deputy: 'deputies',
  scrutineer: 'the scrutineer',
  member: 'members',
  observer: 'observers',
};
const OWN: Readonly<Record<RoleKind, string>> = {
  ...ANY,
  'group-chair': 'the chair of its group',
  'partner-lead': 'the lead of its agency',
  deputy: 'deputies of its agency',
  member: 'members of its agency',
};

/** Where “of its agency” would not say which agency is meant. */
const WORDINGS: Partial<Readonly<Record<Permission, string>>> = {
  'reviews.give-position': 'a lead or named deputy of a statutory partner',
  'reviews.advise': 'the scrutineer, and a lead or deputy of a partner whose voice advises',
  'reviews.send-summary': 'the agency that was asked, and administrators',
  'reviews.confirm': 'the chair',
  'reviews.read':
    'administrators, the chair, the scrutineer, the leads and deputies of the statutory partners, and the group that handles rapid reviews',
};

/** Who may do something, as the end of a sentence: `administrators, the chair and the chair of its group`. */
export function describeWhoMay(permission: Permission): string {
  const wording = WORDINGS[permission];
  if (wording) return wording;
  const grants = grantsFor(permission);
  if (ROLE_KINDS.every((kind) => grants.includes(kind)))
    return 'everybody who has a role in the partnership';
  return formatList(grants.map(describeGrant));
}

function describeGrant(grant: Grant): string {
  const [relation, kind] = grant.split(':') as [string, RoleKind | undefined];
  if (!kind) return ANY[relation as RoleKind];
  return relation === 'own' ? OWN[kind] : `${ANY[kind]} who sit in its group`;
}

/** The administrators to ask: `Jo Field or Sam Hill`. */
export function formatAdministrators({ people }: Pick<Directory, 'people'>): string {
  const administrators = people.filter(({ roles }) => roles.includes('administrator'));
  const names = administrators.map(({ displayName }) => displayName);
  return formatList(names, 'or') || 'the business manager';
}
