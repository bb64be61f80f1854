import type { Answer } from '../../contract/answer.ts';
import type { FileConsent } from '../../contract/feature.ts';
import { isMadeFile, type MadeFile } from '../../contract/file.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import type { Context, Request } from '../../contract/request.ts';
import { acceptChange } from '../../domain/change-event.ts';
import { isEverPermitted } from '../../domain/ever-permitted.ts';
import { accept, refuse } from '../../domain/outcome.ts';
import { type FileKinds, seenByNobody } from './offer-file.ts';
import { digestToken, type FileOffer, fileOfferStore } from './store.ts';

type OfferRefusal = 'not-theirs' | 'settled' | 'expired';

const openOffers = ({ directory, ports }: Pick<Context, 'directory' | 'ports'>) =>
  ports.stores(directory.partnership.id)(fileOfferStore);

/** Why an offer cannot be taken up this way; of somebody, where it is known who does. */
function findRefusal(
  offer: FileOffer,
  way: FileOffer['way'],
  now: Date,
  person = offer.person,
): OfferRefusal | undefined {
  if (offer.way !== way || offer.person !== person) return 'not-theirs';
  if (offer.outcome) return 'settled';
  return now.toISOString() >= offer.expiresAt ? 'expired' : undefined;
}

/** Settles an offer, once: of two at the same time the second finds it settled. */
async function settle(
  context: Pick<Context, 'directory' | 'ports' | 'now' | 'today'>,
  token: string,
  taken: { way: FileOffer['way']; outcome: NonNullable<FileOffer['outcome']>; person?: string },
) {
  const { now, today } = context;
  let before: FileOffer | undefined;
  const outcome = await openOffers(context).change(digestToken(token), (offer) => {
    before = offer;
    const refusal = findRefusal(offer, taken.way, now, taken.person);
    if (refusal) return refuse(refusal);
    const { question: _, ...settled } = offer;
    return acceptChange(
      { ...settled, outcome: taken.outcome },
      { type: taken.outcome, changes: { outcome: { to: taken.outcome } } },
      { by: offer.person, at: now.toISOString(), today },
    );
  });
  if (!outcome.ok) return outcome;
  return before ? accept(before) : refuse('not-found');
}

/** The file of an offer, made for whoever it was offered to as the records stand now. */
async function makeOffered(
  kinds: FileKinds,
  request: Request,
  { file, question = '', home }: FileOffer,
): Promise<MadeFile | undefined> {
  const kind = kinds().find(({ name }) => name === file);
  const asked = questionSchema.safeParse(JSON.parse(question));
  if (!kind || !asked.success || !isEverPermitted(request.person, kind.permission))
    return undefined;
  const made = await kind.make({ ...request, ...(home && { home }) }, asked.data);
  return isMadeFile(made) ? made : undefined;
}

const GONE: Answer = { text: 'That offer has ended. Ask for the file again.' };

/** *Allow* and *Decline* under a file: even what Teams sends may be forged, so all of it is checked. */
export const createAnswerConsent =
  (kinds: FileKinds) =>
  async (request: Request, { token, upload }: FileConsent): Promise<Answer> => {
    const { fileDelivery } = request.ports;
    if (upload && !fileDelivery.isTeamsAddress(upload.uploadUrl))
      return { ...GONE, refused: 'unreadable' };
    const outcome = upload ? ('handed over' as const) : ('declined' as const);
    const settled = await settle(request, token, {
      way: 'consent',
      outcome,
      person: request.person.id,
    });
    if (!settled.ok)
      return settled.refusal === 'settled' || settled.refusal === 'expired'
        ? GONE
        : { ...GONE, refused: 'access' };
    if (!upload) return { text: 'I haven’t sent the file.' };
    const made = await makeOffered(kinds, request, settled.value);
    if (!made) return GONE;
    if (!(await fileDelivery.upload(upload.uploadUrl, made)))
      return { text: 'The file could not be saved to your OneDrive. Ask for it again.' };
    const { fileName } = made;
    const { contentUrl, uniqueId } = upload;
    return {
      text: `${fileName} is in your OneDrive.`,
      ...(fileDelivery.isTeamsAddress(contentUrl) && {
        file: { is: 'kept', fileName, contentUrl, uniqueId },
      }),
    };
  };

/** What hands over files behind links; whoever opens one is known by nothing but its token. */
export interface LinkedFiles {
  /** What the file is, while its link is good. */
  find(context: Context, token: string): Promise<string | undefined>;
  /** Makes the file and ends its link. */
  take(context: Context, token: string): Promise<MadeFile | undefined>;
}

export const createLinkedFiles = (kinds: FileKinds): LinkedFiles => ({
  async find(context, token) {
    const offer = await openOffers(context).get(digestToken(token));
    if (!offer || findRefusal(offer, 'link', context.now)) return undefined;
    return kinds().find(({ name }) => name === offer.file)?.label;
  },
  async take(context, token) {
    const settled = await settle(context, token, { way: 'link', outcome: 'handed over' });
    if (!settled.ok) return undefined;
    const { value: offer } = settled;
    const person = context.directory.people.find(({ id }) => id === offer.person);
    if (!person) return undefined;
    const place = { kind: 'personal' as const, conversationId: '' };
    return makeOffered(kinds, seenByNobody({ ...context, person, place, readers: [] }), offer);
  },
});
