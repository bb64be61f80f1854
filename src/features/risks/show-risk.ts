import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer, Button } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay, toLocalTime } from '../../domain/dates.ts';
import { personName } from '../../domain/directory.ts';
import { type Risk, type RiskReview, riskScore } from '../../domain/risk.ts';
import { closeRiskButton, reviewRiskButton } from './buttons.ts';
import { describeReviewDay, describeScore, formatRiskOwner, toRiskRow } from './describe-risk.ts';
import { findRisk } from './find-risk.ts';
import { mayReview } from './refusals.ts';
import { riskReviewStore } from './store.ts';

/** So many scores of the past are shown, the latest first. */
const MAX_REVIEWS = 12;

/** One risk: its score now, and each earlier one with the day, by whom and why. */
export async function showRisk(request: Request, question: Question): Promise<Answer> {
  const { risk: wanted, also } = question.args;
  const refs: readonly string[] =
    typeof also === 'string' ? (also.match(/\b[a-z]{1,4}-\d{1,4}\b/gi) ?? []) : [];
  if (refs.length > 0)
    return showSeveral(request, question, [...new Set([String(wanted), ...refs])]);
  const found = await findRisk(request, wanted);
  return 'answer' in found ? found.answer : riskAnswer(request, found.risk);
}

/** “CH-01 and CH-02”: a row for each, and what is said of one that there is not. */
async function showSeveral(
  request: Request,
  question: Question,
  refs: readonly string[],
): Promise<Answer> {
  const all = await Promise.all(refs.map((ref) => findRisk(request, ref)));
  const risks = all.flatMap((each) => ('risk' in each ? [each.risk] : []));
  const absent = all.flatMap((each) => ('answer' in each ? [each.answer] : []));
  const described = risks.map(
    (risk) => `${risk.id} “${risk.title}”: ${describeScore(risk).words}.`,
  );
  return {
    text: [...described, ...absent.map(({ text }) => text)].join(' '),
    ...(risks.length > 0 && { heading: formatList(risks.map(({ id }) => id)) }),
    sections: [{ rows: risks.map((risk) => toRiskRow(risk, request.directory, request)) }],
    suggestions: [{ title: 'Risk register', ...ask('list_risks') }],
    ...(risks.length > 0 && { thread: { question } }),
  };
}

/** A risk with all that is known of it; `news` is what has just become of it. */
export async function riskAnswer(request: Request, risk: Risk, news?: string): Promise<Answer> {
  const { directory, store } = request;
  const { id, title, likelihood, impact } = risk;
  const reviews = (await store(riskReviewStore).list(id)).sort((a, b) => b.at.localeCompare(a.at));
  const state = describeScore(risk);
  const owner = formatRiskOwner(risk, directory);
  const text = `${id} “${title}”: ${state.words}, ${owner}, ${describeReviewDay(risk, request)}.`;
  return {
    text: news ? `${news} ${text}` : text,
    ...(news && { news }),
    about: id,
    heading: title,
    state: { ...state, words: `${state.words.charAt(0).toUpperCase()}${state.words.slice(1)}` },
    sections: [
      {
        facts: [
          { title: 'Owner', value: owner },
          ...(likelihood && impact
            ? [{ title: 'Score', value: `${likelihood} likely × ${impact} impact` }]
            : []),
          { title: 'Review', value: describeReviewDay(risk, request) },
          { title: 'Controls', value: risk.controls ?? 'None recorded' },
        ],
      },
      {
        heading: 'Scores so far',
        events: reviews.slice(0, MAX_REVIEWS).map((review) => describeReview(review, request)),
        note: reviews.length > MAX_REVIEWS ? `The latest ${MAX_REVIEWS} of ${reviews.length}` : '',
      },
    ],
    buttons: buttonsFor(request, risk),
    suggestions: [{ title: 'Risk register', ...ask('list_risks') }],
    thread: { question: { intent: 'risk_detail', filters: {}, args: { risk: id } } },
  };
}

function describeReview(review: RiskReview, { directory, today }: Request) {
  const { at, by, reason, controls } = review;
  const on = at.includes('T')
    ? toDay(toLocalTime(new Date(at), directory.partnership.timeZone))
    : at;
  const controlled = controls ? ` Controls: ${controls}.` : '';
  return {
    when: formatDay(on as typeof today, today),
    what: `${riskScore(review)} by ${personName(directory, by)}: ${reason}.${controlled}`,
  };
}

function buttonsFor(request: Request, risk: Risk): Button[] {
  if (risk.closedOn || !mayReview(request, risk)) return [];
  return [reviewRiskButton(risk.id), closeRiskButton(risk.id)];
}
