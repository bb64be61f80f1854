import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { groupName } from '../../domain/directory.ts';
import { resolveMeeting } from '../resolve-meeting.ts';
import { agendaReply } from './agenda-reply.ts';
import { proposeItem } from './propose-item.ts';

/** Answers what is on an agenda; `mode: add` puts something on it. */
export async function showAgenda(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const { filters, args } = question;
  const meeting = await resolveMeeting(asker, filters, ports);
  if (!meeting) return noMeeting(asker, filters.group);
  return args.mode === 'add'
    ? proposeItem(asker, meeting, args.item, ports)
    : agendaReply(asker, meeting, ports);
}

function noMeeting({ directory }: Asker, group: string | undefined): Answer {
  return group
    ? {
        text: `No meeting of ${groupName(directory, group)} is scheduled, so there is no agenda yet.`,
        suggestions: ['all meetings', 'when is my next meeting'],
      }
    : {
        text: 'Which meeting’s agenda do you mean? Say the group.',
        suggestions: ['when is my next meeting'],
      };
}
