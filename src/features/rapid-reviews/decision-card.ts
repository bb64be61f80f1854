import { sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports, StoredReview } from '../../contract/ports.ts';
import { clockInForce } from '../../domain/clocks.ts';
import { addDays, formatDayWithYear, toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import {
  isRevealed,
  lastRound,
  outstandingPartners,
  type RapidReview,
  type Round,
  roundAgreement,
} from '../../domain/rapid-review.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { adviceRows, positionRows, type Sight } from './position-rows.ts';
import { adviserIn, isChair, isKeeper, seesPositions, voiceIn } from './review-access.ts';
import type { DecisionView } from './review-views.ts';
import {
  ANSWERS,
  colourOf,
  dayInWords,
  deadlineFacts,
  returnsInWords,
  type Setting,
  settingOf,
  standingInWords,
  titleOf,
} from './review-words.ts';
import { DECISION } from './which-review.ts';

/** What Working Together asks the partners to weigh. It informs; it computes nothing. */
const CONSIDERATIONS = [
  'Does it show improvements that are needed in how agencies safeguard children?',
  'Does it show themes that return?',
  'Is there concern about how two or more agencies worked together?',
  'Does the Panel think that a local review would be the better one?',
];

interface Scene {
  readonly setting: Setting;
  readonly stored: StoredReview;
  readonly round: Round;
}

/** The card that everybody in the chat sees: who has answered, never what. */
export async function decisionForAll(
  directory: Directory,
  stored: StoredReview,
  ports: Ports,
): Promise<Answer | undefined> {
  const round = lastRound(stored.review);
  if (!round) return undefined;
  const setting = await settingOf(directory, false, ports);
  const open = !round.confirmed;
  const scene = { setting, stored, round };
  const view = {
    ...commonView(scene, ports, { sees: false }),
    may: { answer: open, advise: false, object: false },
    phone: [],
  };
  return reply(scene, { ...view, advice: [] });
}

/** The same as it stands now, for whoever edits it. */
export async function drawDecision(
  directory: Directory,
  ref: string,
  ports: Ports,
): Promise<Answer | undefined> {
  const stored = await ports.reviews.find(directory.partnership.id, ref);
  return stored && decisionForAll(directory, stored, ports);
}

/** The card as one person sees it: what they may know, and what they may do. Shown to nobody else. */
export async function decisionFor(
  asker: Asker,
  stored: StoredReview,
  ports: Ports,
): Promise<Answer> {
  const { directory, person } = asker;
  const round = lastRound(stored.review);
  if (!round) return { text: `The decision on ${stored.review.ref} has not been opened.` };
  const sees = seesPositions(asker);
  const setting = await settingOf(directory, sees, ports);
  const voice = voiceIn(asker, round);
  const sight: Sight = { sees, agency: voice };
  const open = !round.confirmed;
  const own = voice ? round.positions.find(({ agency }) => agency === voice) : undefined;
  const scene = { setting, stored, round };
  const view: DecisionView = {
    ...commonView(scene, ports, sight),
    ...(voice && { mine: ownInWords(round, voice, directory) }),
    advice: adviceRows(round, directory, sight, person.id),
    may: {
      answer: open && voice !== undefined,
      advise: open && adviserIn(asker, round) !== undefined,
      object: open && own?.onBehalf === true && !own.objection,
    },
    ...(open && isChair(asker, round) && { chair: chairPart(round, setting) }),
    phone:
      open && isKeeper(asker)
        ? round.partners.map((id) => ({ title: agencyName(directory, id), id }))
        : [],
  };
  const { live, ...rest } = reply(scene, view);
  return { ...rest, ...(live && { live: { ...live, shows: 'asker' } }) };
}

function ownInWords(round: Round, agency: string, directory: Directory): string {
  const name = agencyName(directory, agency);
  const own = round.positions.find((position) => position.agency === agency);
  if (!own)
    return round.confirmed
      ? `${name} gave no position.`
      : `${name} has not answered yet; you can speak for it.`;
  if (own.objection)
    return `${name} objected to what was recorded for it; please give its position.`;
  const change = round.confirmed ? '' : ' You can change it until the chair confirms.';
  const how = own.onBehalf ? ' (by phone, recorded by an administrator)' : '';
  return `${name} answered${how}: ${ANSWERS[own.answer]}.${change}`;
}

/** Where the partnership has no clock for an escalation, it is answered within a working week. */
const ESCALATION_DAYS = 5;

function chairPart(
  round: Round,
  { directory, today, bankHolidays }: Setting,
): DecisionView['chair'] {
  const agreement = roundAgreement(round);
  const clock = clockInForce(directory.partnership.clocks, 'escalation', today);
  const due = addWorkingDays(today, clock?.workingDays ?? ESCALATION_DAYS, bankHolidays);
  return {
    mayReveal: !isRevealed(round),
    decision: agreement === 'LCSPR' || agreement === 'no LCSPR' ? agreement : '',
    mayEscalate: agreement === 'no agreement' && !round.escalation,
    dueOn: due.ok ? due.value : addDays(today, 7),
  };
}

function reply({ setting, stored, round }: Scene, view: DecisionView): Answer {
  const { partnership } = setting.directory;
  const text = `${view.headline}: ${standingOf(stored.review, round, setting)}.`;
  const plain = [
    text,
    view.mine,
    ...view.facts.map(({ title, value }) => `${title}: ${value}.`),
    view.returns,
    ...view.partners.map(({ agency, answer, detail }) => `${agency}: ${answer}. ${detail}`),
    ...view.advice.map(({ who, text: advice }) => `${who} advises: ${advice}.`),
    view.asAt,
  ];
  const subject = { partnership: partnership.id, kind: DECISION, id: stored.review.ref };
  return {
    text,
    card: { name: 'review-decision', view, plain: plain.filter(Boolean).join('\n') },
    live: { subject, version: stored.version, shows: 'everybody', isNews: false },
  };
}

function standingOf(review: RapidReview, round: Round, setting: Setting): string {
  if (round.confirmed || outstandingPartners(round).length > 0)
    return standingInWords(review, setting);
  const agreement = roundAgreement(round);
  if (agreement === 'no agreement') return standingInWords(review, setting);
  if (!setting.sees) return 'all partners have answered';
  if (agreement === 'more information') return 'all want more information first';
  return `unanimous: ${agreement}; the chair confirms`;
}

type Common = Omit<DecisionView, 'may' | 'advice' | 'phone'>;

function commonView(
  { setting, stored: { review, version }, round }: Scene,
  ports: Ports,
  sight: Sight,
): Common {
  const { directory, today } = setting;
  const { shortName, timeZone } = directory.partnership;
  const at = toLocalTime(ports.calendar.now(), timeZone).slice('YYYY-MM-DDT'.length);
  const data = { verb: 'reviews.show', review: review.ref };
  const standing = standingOf(review, round, setting);
  return {
    source: [shortName, dayInWords(review, setting), round.number > 1 && `round ${round.number}`]
      .filter(Boolean)
      .join(' · '),
    headline: titleOf(review),
    standing: {
      standing: sentenceCase(standing),
      colour: round.confirmed ? 'good' : colourOf(review, setting),
    },
    facts: deadlineFacts(review, setting),
    returns: returnsInWords(review, directory, today),
    considerations: round.confirmed ? [] : CONSIDERATIONS,
    partners: positionRows(round, directory, sight),
    asAt: round.confirmed
      ? `Confirmed ${formatDayWithYear(round.confirmed.on)} · as at ${at}`
      : `As at ${at}`,
    review: review.ref,
    round: round.number,
    version,
    refresh: { action: { type: 'Action.Execute', title: 'Refresh', verb: 'reviews.show', data } },
  };
}
