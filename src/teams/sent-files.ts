import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { SentFile } from '../contract/file.ts';
import { normaliseText } from '../domain/normalise-text.ts';

/** A file of a personal chat, which Teams keeps in the OneDrive of whoever sent it. */
const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';

const name = z
  .string()
  .max(400)
  .transform((text) => normaliseText(text).trim());
const attachment = z.union([
  z.object({
    contentType: z.literal(DOWNLOAD_INFO),
    name,
    content: z.object({ downloadUrl: z.string().max(4_000) }),
  }),
  z.object({ contentType: z.string().regex(/^image\//), name: name.nullish() }),
]);

/**
 * The files that came with a message: what Teams keeps for some minutes at an address that says by
 * itself who may open it, and pictures in the message, which have no such address.
 */
export function parseSentFiles({ attachments }: Pick<Activity, 'attachments'>): SentFile[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((each): SentFile[] => {
    const { data } = attachment.safeParse(each);
    if (!data) return [];
    return 'content' in data
      ? [{ name: data.name, url: data.content.downloadUrl }]
      : [{ name: data.name ?? '' }];
  });
}
