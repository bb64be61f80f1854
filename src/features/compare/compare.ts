import { ask } from '../../answers/questions.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { compareActions } from './compare-actions.ts';
import { compareAttendance } from './compare-attendance.ts';
import { findSubjects, type Subjects } from './subjects.ts';

/** Answers how agencies, groups or years compare: in attendance, in actions, or in both where neither is named. */
export async function compare(request: Request, question: Question): Promise<Answer> {
  const subjects = findSubjects(request, question);
  if (subjects.all.length < 2) return askForMore(request, question);
  const { topic } = question.args;
  const parts = await Promise.all([
    ...(topic === 'actions' ? [] : [compareAttendance(request, subjects)]),
    ...(topic === 'attendance' ? [] : [compareActions(request, subjects)]),
  ]);
  return {
    text: parts.map(({ text }) => text).join(' '),
    about: describeScope(request, question, subjects),
    heading: sentenceCase(subjects.all.map(({ name }) => name).join(' and ')),
    sections: parts.map(({ section }) => section),
    suggestions: [
      {
        title: topic === 'actions' ? 'Compare attendance' : 'Compare actions',
        question: {
          ...question,
          args: { ...question.args, topic: topic === 'actions' ? 'attendance' : 'actions' },
        },
      },
      { title: 'Attendance of all', ...ask('attendance_summary', { year: 'current' }) },
    ],
    thread: { question },
  };
}

function describeScope({ directory }: Request, { filters }: Question, { kind, all }: Subjects) {
  const parts = [
    kind !== 'group' && filters.group && groupName(directory, filters.group),
    kind !== 'agency' && filters.agency && agencyName(directory, filters.agency),
    kind !== 'year' && all[0]?.year,
  ].filter(Boolean);
  return parts.join(' · ') || 'all agencies and groups';
}

function askForMore({ directory }: Request, { filters }: Question): Answer {
  const one =
    (filters.agency && agencyName(directory, filters.agency)) ||
    (filters.group && groupName(directory, filters.group));
  return {
    text: one
      ? `With what should I compare ${one}? Name both, such as “compare police and health”, or two years.`
      : 'What should I compare? Name two agencies, two groups or two years, such as “compare police and health”.',
    suggestions: [
      { title: 'Attendance of all', ...ask('attendance_summary', { year: 'current' }) },
      {
        title: 'Open by agency',
        ...ask('list_actions', { status: 'open' }, { groupBy: 'agency', count: true }),
      },
    ],
  };
}
