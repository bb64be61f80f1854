import { randomBytes } from 'node:crypto';
import { getFilePress } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type FileKind, isMadeFile, type MadeFile } from '../../contract/file.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { seenBy } from '../../contract/seen-by.ts';
import { digestToken, type FileOffer, fileOfferStore } from './store.ts';

export type FileKinds = () => readonly FileKind[];

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const LINK_MINUTES = 10;
/** A question of Teams stands in the chat until it is answered. */
const CONSENT_MINUTES = 24 * 60;

/** *Get as Excel*, *Get minutes*: makes the file, and offers it to whoever asked alone. */
export const createGetFile = (kinds: FileKinds) =>
  action({
    ...getFilePress,
    permission: {
      field: 'file',
      get is() {
        return Object.fromEntries(kinds().map(({ name, permission }) => [name, permission]));
      },
    },
    handle: (request: Request, { file, question }) => {
      const kind = kinds().find(({ name }) => name === file);
      if (!kind) throw new UnreadableInput('files.get');
      return offerFile(request, kind, question);
    },
  });

async function offerFile(request: Request, kind: FileKind, question: Question): Promise<Answer> {
  const { directory, person, place, home, ports, now, today } = request;
  const { id: partnership } = directory.partnership;
  const token = randomBytes(32).toString('base64url');
  const url = ports.fileDelivery.toLink(partnership, token);
  const way = chooseWay(request, kind, url);
  const made = await kind.make(way === 'link' ? seenByNobody(request) : request, question);
  if (!isMadeFile(made)) return made;
  if (!way)
    return { text: `I can only send ${kind.label} through Teams, and that is not possible here.` };
  if (made.bytes.length > MAX_FILE_BYTES)
    return {
      text: 'That file would be larger than 10 MB. Ask for part of it, such as one group or year.',
    };
  const minutes = way === 'link' ? LINK_MINUTES : CONSENT_MINUTES;
  const offer: FileOffer = {
    id: digestToken(token),
    person: person.id,
    file: kind.name,
    question: JSON.stringify(question),
    ...(home && { home }),
    way,
    offeredOn: today,
    expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
  };
  await ports
    .stores(partnership)(fileOfferStore)
    .add(offer, { type: 'offered', by: person.id, at: now.toISOString() });
  const answer =
    way === 'link' ? linkAnswer(kind, made, url ?? '') : consentAnswer(kind, made, token);
  if (place.kind === 'personal') return answer;
  const isTold = await ports.personalChats.tell(partnership, person.id, answer);
  return {
    text: isTold
      ? 'The file is in your own chat with me.'
      : 'Files go to your own chat with me, and I cannot reach you there. Write to me there once, then ask again.',
  };
}

/** A link opens for whoever has it, so it goes where consent cannot be asked, and never for reviews. */
function chooseWay(
  { place, ports: { fileDelivery } }: Request,
  { isOfReviews }: FileKind,
  url: string | undefined,
): FileOffer['way'] | undefined {
  const { hasConsent } = fileDelivery;
  if (hasConsent && (place.kind === 'personal' || isOfReviews || !url)) return 'consent';
  return url && !isOfReviews ? 'link' : undefined;
}

/** What goes by a link names no rapid review, whoever asked. */
export const seenByNobody = (request: Request): Request => ({ ...request, ...seenBy([], request) });

const consentAnswer = (
  { label }: FileKind,
  { fileName, bytes }: MadeFile,
  token: string,
): Answer => ({
  text: `Allow Teams to save ${label} to your OneDrive, then you can open the file.`,
  file: { is: 'offered', token, fileName, bytes: bytes.length, about: label },
});

const linkAnswer = ({ label, format }: FileKind, { fileName }: MadeFile, url: string): Answer => ({
  text: `Here is ${label} as a file for ${format}.`,
  heading: fileName,
  sentence: `You can download it once, within ${LINK_MINUTES} minutes. Don’t pass the link on.`,
  buttons: [{ title: 'Open the page', url, isPrimary: true }],
});
