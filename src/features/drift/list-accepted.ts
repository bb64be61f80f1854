import { describeWhoMay } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Answer, AnswerRow } from '../../contract/answer.ts';
import type { FindingSource } from '../../contract/finding.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { groupName } from '../../domain/directory.ts';
import type { ResponseState } from '../../domain/finding-response.ts';
import { openFindingPress, toFindingInput } from './buttons.ts';
import { collectFindings, type KnownFinding, looksAfterDrift, seenFindings } from './queries.ts';
import { describeResponse } from './show-finding.ts';

const MAX_SHOWN = 15;

/** “what have we accepted”: what drifts and is not shown, by whose word, why and until when. */
export async function listAccepted(
  request: Request,
  { filters }: Question,
  sources: readonly FindingSource[],
): Promise<Answer> {
  const { person, directory } = request;
  if (!looksAfterDrift(person, directory))
    return {
      text: `What was accepted is looked after by ${describeWhoMay('drift.read')}.`,
      refused: 'access',
    };
  const { answered } = await collectFindings(request, sources);
  const { group } = filters;
  const seen = seenFindings(answered, person).filter((each) => !group || each.group === group);
  const of = group ? ` of ${groupName(directory, group)}` : '';
  const thread = ask('list_accepted_findings', group ? { group } : {});
  if (seen.length === 0)
    return {
      text: `Nothing${of} that drifts was accepted or looked into, or it has got worse or its day has passed.`,
      suggestions: [{ title: 'What is drifting', ...ask('drift_report') }],
      thread,
    };
  const byState = Map.groupBy(seen, ({ response }) => response?.state as ResponseState);
  const accepted = byState.get('accepted') ?? [];
  const lookedInto = byState.get('looked into') ?? [];
  const text = `${formatCount(seen.length, 'thing')}${of} ${pluralVerb(seen.length, 'is', 'are')} drifting and not shown: ${accepted.length || 'none'} accepted, ${lookedInto.length || 'none'} looked into`;
  return {
    text: `${text}.`,
    heading: text,
    about: 'what is drifting',
    sections: [
      { heading: 'Accepted', rows: toRows(request, accepted), ...more(accepted) },
      { heading: 'Looked into', rows: toRows(request, lookedInto), ...more(lookedInto) },
    ].filter(({ rows }) => rows.length > 0),
    suggestions: [{ title: 'What is drifting', ...ask('drift_report') }],
    thread,
  };
}

const toRows = (request: Request, findings: readonly KnownFinding[]): AnswerRow[] =>
  findings.slice(0, MAX_SHOWN).map((finding) => ({
    title: finding.sentence,
    ...(finding.response && { details: describeResponse(finding.response, request) }),
    opens: openFindingPress.press(toFindingInput(finding)),
  }));

const more = ({ length }: readonly KnownFinding[]): { readonly note?: string } =>
  length > MAX_SHOWN
    ? { note: `The first ${MAX_SHOWN} of ${length}; all are in the exception report` }
    : {};
