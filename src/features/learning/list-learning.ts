import { ask } from '../../answers/questions.ts';
import { formatCount, formatNames, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { agencyName } from '../../domain/directory.ts';
import { isConfirmed, isLateReply } from '../../domain/learning.ts';
import { parseYear, resolveYear, yearContaining } from '../../domain/partnership-year.ts';
import { findSources } from '../../domain/source.ts';
import { listSources } from '../sources/queries.ts';
import { toLearningRow } from './describe-learning.ts';
import { type KnownItem, listLearning } from './queries.ts';

const MAX_ROWS = 20;

/** “which briefings have we sent”, “what has education not confirmed”, “learning events this year”. */
export async function listItems(request: Request, question: Question): Promise<Answer> {
  const { directory, today, person } = request;
  if (!isPermitted(person, 'learning.read'))
    return { text: 'Briefings are read by those who take part.', refused: 'access' };
  const { agency, year: wantedYear } = question.filters;
  const { events, open, from } = question.args;
  const year = wantedYear && resolveYear(wantedYear, today, directory.partnership.yearStart);
  const all = await listLearning(request);
  const sources = typeof from === 'string' ? findSources(await listSources(request), from) : [];
  if (typeof from === 'string' && sources.length === 0)
    return {
      text: `I know no review, audit or inspection called “${from}”.`,
      suggestions: [{ title: 'All briefings', ...ask('list_learning') }],
      thread: { question },
    };
  const isWanted = ({ item, source, replies }: KnownItem): boolean =>
    (!events || item.kind === 'event') &&
    (!year || yearContaining(item.on, directory.partnership.yearStart) === parseYear(year)) &&
    (sources.length === 0 || sources.some(({ id }) => id === source?.id)) &&
    (!agency ||
      replies.some((reply) => reply.agency === agency && !(open && isConfirmed(reply)))) &&
    (!open || (!item.cancelledOn && replies.some((reply) => !isConfirmed(reply))));
  const found = all.filter(isWanted);
  const what = [
    events
      ? pluralVerb(found.length, 'learning event', 'learning events')
      : pluralVerb(found.length, 'briefing or event', 'briefings and events'),
    sources.length > 0 && `from ${formatNames(sources.map(({ name }) => name))}`,
    year && `of ${year}`,
    open
      ? `not confirmed by ${agency ? agencyName(directory, agency) : 'all agencies'}`
      : agency && `sent to ${agencyName(directory, agency)}`,
  ]
    .filter(Boolean)
    .join(' ');
  const late = found.filter(({ replies }) => replies.some((reply) => isLateReply(reply, today)));
  const suggestions = open
    ? []
    : [
        {
          title: 'Not confirmed',
          ...ask('list_learning', question.filters, { ...question.args, open: 'not confirmed' }),
        },
      ];
  if (found.length === 0)
    return {
      text: all.length === 0 ? 'No briefing or learning event is recorded.' : `No ${what}.`,
      suggestions: all.length === 0 ? [] : [{ title: 'All briefings', ...ask('list_learning') }],
      thread: { question },
    };
  return {
    text: `${found.length} ${what}${late.length > 0 ? `; ${formatCount(late.length, 'of them waits', 'of them wait')} for agencies that are late` : ''}.`,
    heading: sentenceCase(`${found.length} ${what}`),
    sections: [
      {
        rows: found
          .slice(0, MAX_ROWS)
          .map(({ item, replies }) => toLearningRow(item, replies, request)),
        note: found.length > MAX_ROWS ? `The latest ${MAX_ROWS} of ${found.length} shown` : '',
      },
    ],
    suggestions,
    thread: { question },
  };
}
