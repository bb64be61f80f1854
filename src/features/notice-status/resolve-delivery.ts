import { z } from 'zod';
import { action } from '../../contract/action.ts';
import type { Request } from '../../contract/request.ts';
import { showDeliveries } from './show-deliveries.ts';

const input = z.object({ id: z.string().min(1).max(500) });
const permission = 'notices.administer';
const RESOLVED_MEANWHILE = 'Nothing was done: it has been settled meanwhile.';

/** *Send again*: a person decides it who knows that it may arrive twice. */
export const sendAgain = action({
  id: 'notices.again',
  permission,
  input,
  async handle(request: Request, { id }) {
    const { directory, person, ports } = request;
    const done = await ports.deliveryAdmin.sendAgain(directory.partnership.id, id, person.id);
    return showDeliveries(request, done === 'queued' ? 'It goes out again.' : RESOLVED_MEANWHILE);
  },
});

/** *Dismiss*: off the list; the ledger keeps who took it off. */
export const dismiss = action({
  id: 'notices.dismiss',
  permission,
  input,
  async handle(request: Request, { id }) {
    const { directory, person, ports } = request;
    const done = await ports.deliveryAdmin.dismiss(directory.partnership.id, id, person.id);
    return showDeliveries(request, done === 'dismissed' ? 'Dismissed.' : RESOLVED_MEANWHILE);
  },
});
