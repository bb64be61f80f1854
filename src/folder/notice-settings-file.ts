import { z } from 'zod';
import { camelKeys } from '../contract/folder-file.ts';
import { noticeSettings as known } from '../features/index.ts';

/** As it stands in the file: `actionSteps` is `action_steps`. */
const snaked = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const shape = Object.fromEntries(
  Object.entries(known).map(([name, { schema }]) => [snaked(name), schema]),
);

/**
 * The part `notices` of partnership.json: every key may be left out; one that is not known is a
 * slip, and refused.
 */
export const noticeSettings = z
  .strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? 'has an unknown key' : 'is not a list of settings',
  })
  .partial()
  .transform((settings): Readonly<Record<string, unknown>> => camelKeys(settings));

/** The same as it stands in the file. */
export function fromNoticeSettings(settings: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.keys(known).flatMap((name) =>
      settings[name] === undefined ? [] : [[snaked(name), settings[name]]],
    ),
  );
}
