import type { Answer } from '../../contract/answer.ts';

/** To a press on a card whose file is gone; the sender of another's card learns no more. */
export const noLongerWaiting = (): Answer => ({
  text: 'That file is no longer waiting: it was imported or cancelled, or an hour has passed. Send it again if you still need it.',
  endsForm: true,
});

/** To a press elsewhere: a file is looked at by whoever sent it. */
export const notHere = (): Answer => ({
  text: 'Spreadsheets are imported in our own chat alone.',
});
