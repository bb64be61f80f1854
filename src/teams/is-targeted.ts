import type { Activity } from 'botbuilder';

/** Whether a message of a group or channel is seen by its writer and Convenor alone: one from the slash menu. */
export const isTargeted = ({ recipient }: Partial<Activity>): boolean =>
  (recipient as { readonly isTargeted?: unknown } | undefined)?.isTargeted === true;
