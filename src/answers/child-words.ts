import type { Partnership } from '../domain/partnership.ts';

/** Said before anybody has written anything. */
export const NO_CHILD_DETAILS = 'Don’t write children’s names or details here.';

/** To whoever asks about a named child or a family: nothing is looked up. */
export const NO_CASE_RECORDS =
  'I hold no case records, and I never look up a named child. Please contact the allocated social worker or the front door; I can help with the partnership’s priorities and actions.';

/** Where a worry about a child belongs, and what to do when it cannot wait. */
export function signpostConcern(partnership: Partnership): string {
  return `If a child is in danger now, call 999. Otherwise tell ${describeFrontDoor(partnership)}. I can’t pass a worry on, so don’t write a child’s name or details here.`;
}

/** `the Fenmarsh Children's Front Door on 01632 960144` */
export function describeFrontDoor({ reportAConcern }: Partnership): string {
  const { name, phone } = reportAConcern ?? {
    name: 'the council’s children’s services front door',
  };
  return phone ? `${name} on ${phone}` : name;
}
