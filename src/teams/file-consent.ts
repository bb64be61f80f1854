import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { AnswerFile } from '../contract/answer.ts';
import type { InboundContent } from '../contract/feature.ts';

const CONSENT_CARD = 'application/vnd.microsoft.teams.card.file.consent';
const INFO_CARD = 'application/vnd.microsoft.teams.card.file.info';

const token = z.string().regex(/^[\w-]{43}$/);
const consent = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('accept'),
    context: z.object({ token }),
    uploadInfo: z.object({
      uploadUrl: z.string().max(4_000),
      contentUrl: z.string().max(4_000),
      uniqueId: z.string().max(200),
    }),
  }),
  z.object({ action: z.literal('decline'), context: z.object({ token }) }),
]);

/** Whether Teams says that somebody wants a file, or does not. */
export const isFileConsent = ({ type, name }: Activity): boolean =>
  type === ActivityTypes.Invoke && name === 'fileConsent/invoke';

/** *Allow* or *Decline*; `undefined` for a shape that Teams does not send. Names of files are not read. */
export function parseFileConsent(activity: Activity): InboundContent | undefined {
  if (!isFileConsent(activity)) return undefined;
  const { data } = consent.safeParse(activity.value);
  if (!data) return undefined;
  const { token: offered } = data.context;
  return {
    kind: 'file-consent',
    consent: {
      token: offered,
      ...(data.action === 'accept' && { upload: data.uploadInfo }),
    },
  };
}

/** The attachment by which Teams asks for consent, or shows the file that it keeps. */
export function toFileAttachment(file: AnswerFile) {
  if (file.is === 'kept') {
    const { fileName: name, contentUrl, uniqueId } = file;
    const fileType = name.slice(name.lastIndexOf('.') + 1);
    return { contentType: INFO_CARD, name, contentUrl, content: { uniqueId, fileType } };
  }
  const context = { token: file.token };
  return {
    contentType: CONSENT_CARD,
    name: file.fileName,
    content: {
      description: file.about,
      sizeInBytes: file.bytes,
      acceptContext: context,
      declineContext: context,
    },
  };
}
