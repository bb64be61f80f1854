import type { Owner, Person, Role } from './partnership.ts';

export const ROLE_KINDS = [
  'administrator',
  'chair',
  'group-chair',
  'partner-lead',
  'deputy',
  'scrutineer',
  'member',
  'observer',
] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

/**
 * A role, or (`own:`) a role on the person's own records only: theirs by name, their agency's, or
 * of a group they chair; or (`sitting:`) on those of a group in which they sit.
 */
export type Grant = RoleKind | `own:${RoleKind}` | `sitting:${RoleKind}`;

const EVERYBODY: readonly Grant[] = ROLE_KINDS;
const ALL_BUT_OBSERVERS = ROLE_KINDS.filter((kind) => kind !== 'observer');
const LEADERS = ['administrator', 'chair', 'group-chair', 'partner-lead', 'scrutineer'] as const;
/** Who speaks for an agency, on what is that agency's. */
const OWN_SPEAKERS = ['own:partner-lead', 'own:deputy'] as const;
const CHAIRS_AND_OWNERS = [
  'administrator',
  'chair',
  'own:group-chair',
  ...OWN_SPEAKERS,
  'own:member',
] as const;

/**
 * The one table that says who may do what: permission × role × relation to the record. A permission
 * is `record.verb`; one to `read` is there where a use case or a button asks for it. Whoever chairs
 * the board may be `chair` alone: it may on every record what `own:group-chair` may on the group’s.
 */
const GRANTS = {
  'actions.read': EVERYBODY,
  'actions.raise': [...LEADERS, 'own:deputy', 'own:member'],
  'risks.read': ALL_BUT_OBSERVERS,
  'risks.add': LEADERS,
  'risks.review': ['administrator', 'chair', 'own:group-chair', ...OWN_SPEAKERS],
  'escalations.read': ALL_BUT_OBSERVERS,
  'escalations.open': ['administrator', 'chair', 'group-chair', ...OWN_SPEAKERS],
  // Theirs is what their agency or group has opened; to answer, what was opened to it.
  'escalations.change': ['administrator', 'chair', 'own:group-chair', ...OWN_SPEAKERS],
  'escalations.answer': ['administrator', ...OWN_SPEAKERS],
  'challenges.read': ALL_BUT_OBSERVERS,
  'challenges.add': ['administrator', 'chair', 'group-chair', 'partner-lead', 'scrutineer'],
  // Theirs is what their agency asked, or what was asked at the group that they chair.
  'challenges.change': ['administrator', 'chair', 'own:group-chair', ...OWN_SPEAKERS],
  // Theirs is what was asked of their agency.
  'challenges.answer': ['administrator', ...OWN_SPEAKERS, 'own:member'],
  'sources.add': ['administrator', 'chair', 'scrutineer'],
  'sources.change': ['administrator', 'chair'],
  'recommendations.read': EVERYBODY,
  'recommendations.add': ['administrator', 'chair', 'scrutineer'],
  'recommendations.change': ['administrator', 'chair', ...OWN_SPEAKERS],
  'recommendations.verify': ['chair', 'scrutineer'],
  'learning.read': EVERYBODY,
  'learning.send': ['administrator', 'chair', 'scrutineer'],
  // The people who work in an agency answer for it, not those who look on.
  'learning.reply': ['administrator', ...OWN_SPEAKERS, 'own:member'],
  'vocabulary.change': ['administrator'],
  'records.import': ['administrator'],
  'records.hold': ['administrator'],
  'audit.read': ['administrator', 'chair', 'scrutineer', 'own:group-chair', 'own:partner-lead'],
  'notices.administer': ['administrator'],
  'drift.read': ['administrator', 'chair', 'scrutineer', 'own:group-chair'],
  'drift.respond': ['chair', 'scrutineer'],
  'attendance.see-concerns': ['administrator', 'chair', 'scrutineer', 'own:group-chair'],
  'meetings.read': EVERYBODY,
  'meetings.change': ['administrator'],
  'agendas.propose': EVERYBODY,
  'agendas.decide': ['administrator', 'chair', 'own:group-chair'],
  'registers.record': ['administrator', 'chair', 'own:group-chair'],
  'registers.read-messages': ['administrator', 'chair', 'own:group-chair'],
  'registers.confirm-seats': ['administrator', 'chair', 'own:group-chair'],
  'registers.proceed-inquorate': ['chair', 'own:group-chair'],
  'seats.record': ['administrator'],
  'deputies.name': ['administrator', 'own:partner-lead'],
  'decisions.record': ['administrator', 'chair', 'own:group-chair'],
  'yearly-report.compile': ['administrator', 'chair', 'scrutineer', 'partner-lead'],
  'yearly-report.record': ['administrator', 'chair', 'partner-lead'],
  // One review is read besides by whoever was asked for a summary of it (`review-sight.ts`).
  'reviews.read': [
    'administrator',
    'chair',
    'own:group-chair',
    ...OWN_SPEAKERS,
    'scrutineer',
    'sitting:group-chair',
    'sitting:partner-lead',
    'sitting:deputy',
    'sitting:member',
    'sitting:observer',
  ],
  'reviews.send-summary': ['administrator', ...OWN_SPEAKERS, 'own:member'],
  'reviews.see-positions': ['administrator', 'chair', 'scrutineer', ...OWN_SPEAKERS],
  'reviews.administer': ['administrator'],
  'lcsprs.record': ['administrator'],
  'referrals.record': ['administrator'],
  'reviews.give-position': OWN_SPEAKERS,
  'reviews.advise': ['scrutineer', ...OWN_SPEAKERS],
  'reviews.confirm': ['chair', 'own:group-chair'],
  'actions.change': CHAIRS_AND_OWNERS,
  'actions.reopen': ['scrutineer', ...CHAIRS_AND_OWNERS],
  // A verified action is reopened by those who may verify, not by its owner alone.
  'actions.reopen-verified': ['administrator', 'chair', 'scrutineer', 'own:group-chair'],
  'actions.verify': ['chair', 'scrutineer', 'own:group-chair'],
  'actions.change-several': ['administrator'],
  'actions.chase': ['administrator', 'chair', 'scrutineer', 'own:group-chair'],
} as const satisfies Readonly<Record<string, readonly Grant[]>>;

/** What a person may be allowed to do. */
export type Permission = keyof typeof GRANTS;

/** Every permission, in the order of the table. */
export const PERMISSIONS = Object.keys(GRANTS) as readonly Permission[];

/** The roles that have a permission, for the documents and the tested matrix. */
export const grantsFor = (permission: Permission): readonly Grant[] => GRANTS[permission];

/** Whether any of a person's roles has the permission on every record. */
export function isPermitted(person: Person, permission: Permission): boolean {
  return person.roles.some((role) => grantsFor(permission).includes(toRoleKind(role)));
}

/** Whether any of a person's roles has the permission on a record with this owner. */
export function isPermittedOn(person: Person, permission: Permission, owner: Owner): boolean {
  const grants = grantsFor(permission);
  const sits = owner.group !== undefined && person.groups.includes(owner.group);
  return (
    isPermitted(person, permission) ||
    person.roles.some(
      (role) =>
        (grants.includes(`own:${toRoleKind(role)}`) && isOwn(person, role, owner)) ||
        (sits && grants.includes(`sitting:${toRoleKind(role)}`)),
    )
  );
}

function isOwn(person: Person, role: Role, owner: Owner): boolean {
  if (role.startsWith('chair:')) return owner.group === role.slice('chair:'.length);
  return (
    owner.person === person.id ||
    (person.agency !== undefined && [owner.agency, ...(owner.with ?? [])].includes(person.agency))
  );
}

export const toRoleKind = (role: Role): RoleKind =>
  role.startsWith('chair:') ? 'group-chair' : (role as RoleKind);
