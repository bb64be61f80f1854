import type { Press } from '../contract/answer.ts';

/** What is sent when something is pressed. */
export function toPressData(press: Press): object {
  return 'question' in press
    ? { verb: 'ask', question: press.question }
    : { verb: press.action, ...press.data };
}

/**
 * What makes a live card each viewer’s own by itself, in chats of up to 60 people; elsewhere they
 * press *Refresh*.
 */
export function toRefresh(press: Extract<Press, { readonly action: string }>): object {
  const data = toPressData(press);
  return { action: { type: 'Action.Execute', title: 'Refresh', verb: press.action, data } };
}
