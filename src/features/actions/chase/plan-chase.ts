import { settingValues } from '../../../contract/notice-settings.ts';
import type { Request } from '../../../contract/request.ts';
import { isPermittedOn } from '../../../domain/access.ts';
import { type Action, isOpen } from '../../../domain/action.ts';
import { parseNoticeId } from '../../../domain/notices/notice.ts';
import { actionDue, actionOverdue, dueSettings, groupFollowing } from '../notices.ts';
import { CHASE_RULE, chasedPeople } from './chase-notice.ts';
import { chaseStore } from './store.ts';

/** Who would be asked about which actions, and of which nobody is asked, and why. */
export interface ChasePlan {
  readonly byPerson: ReadonlyMap<string, readonly Action[]>;
  readonly actions: readonly Action[];
  /** Their owners heard of them today: nobody is asked twice on one day. */
  readonly toldToday: readonly Action[];
  /** Whom the asker may not chase. */
  readonly notTheirs: readonly Action[];
  /** There is nobody to ask but the asker. */
  readonly nobody: readonly Action[];
}

const RULES: readonly string[] = [CHASE_RULE, actionDue.rule, actionOverdue.rule];
/** What did not reach them, and does not any more. */
const NOT_TOLD: readonly string[] = ['suppressed', 'undelivered', 'settled'];

/** By the same recipients as the notices, and by their ledger what they heard today. */
export async function planChase(request: Request, found: readonly Action[]): Promise<ChasePlan> {
  const { directory, person, today, ports, store } = request;
  const { id, notices } = directory.partnership;
  const { actionTo } = settingValues(dueSettings, notices);
  const [deliveries, chases] = await Promise.all([
    ports.ledger.list(id, today, today),
    store(chaseStore).range('key', today, today),
  ]);
  const told = new Set(
    deliveries
      .filter(({ state }) => !NOT_TOLD.includes(state))
      .flatMap((delivery) =>
        delivery.notices
          .map(parseNoticeId)
          .flatMap(({ rule, about }) =>
            RULES.includes(rule) ? [`${about} ${delivery.person}`] : [],
          ),
      ),
  );
  const chased = new Set(chases.map(({ ref }) => ref));
  const open = found.filter(isOpen);
  const isTheirs = (action: Action) =>
    isPermittedOn(person, 'actions.chase', {
      ...action.owner,
      ...withGroup(groupFollowing(action, directory)),
    });
  const planned = open.filter(isTheirs).map((action) => {
    const people = chasedPeople(action, person.id, actionTo, directory);
    const left = chased.has(action.ref)
      ? []
      : people.filter((each) => !told.has(`${action.ref} ${each.person}`));
    return { action, people, left };
  });
  const asked = planned.filter(({ left }) => left.length > 0);
  const byPerson = Map.groupBy(
    asked.flatMap(({ action, left }) => left.map((to) => ({ to: to.person, action }))),
    ({ to }) => to,
  );
  return {
    byPerson: new Map([...byPerson].map(([to, of]) => [to, of.map(({ action }) => action)])),
    actions: asked.map(({ action }) => action),
    toldToday: planned
      .filter(({ people, left }) => people.length > 0 && left.length === 0)
      .map(({ action }) => action),
    notTheirs: found.filter((action) => !isTheirs(action)),
    nobody: planned.filter(({ people }) => people.length === 0).map(({ action }) => action),
  };
}

const withGroup = (group: string | undefined) => (group ? { group } : {});
