import type { Press } from '../../answers/notice-views.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import type { SetView } from './settings-view.ts';

export const SETTINGS_PRESS: Press = { title: 'My notice settings', ask: 'my notice settings' };

/** What a press did, in the place of the card that was pressed. */
export function setReply(
  { directory }: Asker,
  ports: Ports,
  parts: Omit<SetView, 'source'>,
): Answer {
  const { shortName, timeZone } = directory.partnership;
  const view: SetView = {
    source: `${shortName} · as at ${formatDayWithYear(ports.calendar.today(timeZone))}`,
    ...parts,
  };
  const text = `${view.headline}. ${view.sentence}`;
  return { text, card: { name: 'notice-set', view, plain: text } };
}

/** A form of somebody else’s settings, pressed in a chat of several. */
export function notYours(): Answer {
  return {
    text: 'Nothing was changed: that form is somebody else’s. Ask me yourself, and you get your own.',
    refused: 'access',
  };
}
