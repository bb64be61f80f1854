import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import { mayNotSeeDeliveries, showDeliveries } from './show-deliveries.ts';

const schema = z.object({ id: z.string().min(1).max(500) });
const RESOLVED_MEANWHILE = 'Nothing was done: it has been settled meanwhile.';

/** *Send again*: a person decides it who knows that it may arrive twice. */
export async function sendAgain(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  return resolveDelivery('notices.again', asker, data, ports, async (id) =>
    (await ports.deliveryAdmin.sendAgain(asker.directory.partnership.id, id, asker.person.id)) ===
    'queued'
      ? 'It goes out again.'
      : RESOLVED_MEANWHILE,
  );
}

/** *Dismiss*: off the list; the ledger keeps who took it off. */
export async function dismiss(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  return resolveDelivery('notices.dismiss', asker, data, ports, async (id) =>
    (await ports.deliveryAdmin.dismiss(asker.directory.partnership.id, id, asker.person.id)) ===
    'dismissed'
      ? 'Dismissed.'
      : RESOLVED_MEANWHILE,
  );
}

async function resolveDelivery(
  verb: string,
  asker: Asker,
  data: unknown,
  ports: Ports,
  act: (id: string) => Promise<string>,
): Promise<Answer> {
  const sent = schema.safeParse(data);
  if (!sent.success) throw new UnreadableInput(verb);
  if (!isPermitted(asker.person, 'notices.administer')) return mayNotSeeDeliveries(asker.directory);
  return showDeliveries(asker, ports, await act(sent.data.id));
}
