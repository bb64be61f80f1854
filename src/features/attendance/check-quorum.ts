import { meetingInWords } from '../../answers/meeting-words.ts';
import { listed } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type Register, registerQuorum, registerSeats } from '../../domain/register.ts';
import { whichMeeting } from '../which-meeting.ts';
import { lackInWords, ruleInWords } from './quorum-words.ts';
import { rollCallFor } from './roll-call.ts';

/** “are we quorate”: as the register of the meeting stands; before it is open, what the group needs and who has sent apologies. */
export async function checkQuorum(
  asker: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const meeting = await whichMeeting(asker, filters, ports);
  if (!meeting) return ruleOnly(asker, filters.group);
  const stored = await ports.registers.find(directory.partnership.id, meeting.id);
  if (!stored || stored.register.status === 'planned')
    return beforehand(asker, meeting, stored?.register);
  const text = `${answer(stored.register, directory)} This is ${meetingInWords(meeting, directory)}.`;
  // In the meeting's chat the live card says the rest, to everybody alike.
  return asker.place.kind === 'personal'
    ? { text, card: rollCallFor(asker, { meeting, stored }, ports).card }
    : { text };
}

function answer(register: Register, directory: Asker['directory']): string {
  const { quorum: rules } = directory.partnership;
  const quorum = registerQuorum(register, rules);
  const isClosed = register.status === 'closed';
  if (!quorum) return 'No quorum is set for this group.';
  const rule = ruleInWords(register.group, rules, directory);
  if (quorum.quorate)
    return `${isClosed ? 'Yes, it was' : 'Yes, the meeting is'} quorate: it needs ${rule}.`;
  const went = register.proceeded ? ` The chair went on: ${register.proceeded.reason}.` : '';
  return `${isClosed ? 'No, it was' : 'No, the meeting is'} not quorate: ${lackInWords(quorum, directory)}.${went}`;
}

function beforehand(
  { directory }: Asker,
  meeting: Meeting,
  register: Register | undefined,
): Answer {
  const rule = ruleInWords(meeting.group, directory.partnership.quorum, directory);
  const needs = rule ? `It needs ${rule}.` : 'No quorum is set for this group.';
  const sorry = register
    ? registerSeats(register).filter(({ status }) => status === 'apologies')
    : [];
  const names = listed(sorry.map(({ agency }) => agencyName(directory, agency)));
  const apologies = names ? `Apologies so far: ${names}.` : 'Nobody has sent apologies.';
  return {
    text: `The register of ${meetingInWords(meeting, directory)}, is not open, so I cannot tell yet. ${needs} ${apologies}`,
    suggestions: ['start attendance'],
  };
}

function ruleOnly({ directory }: Asker, group: string | undefined): Answer {
  const rule = group && ruleInWords(group, directory.partnership.quorum, directory);
  if (group && rule)
    return {
      text: `No meeting of ${groupName(directory, group)} is in the records now. It needs ${rule}.`,
    };
  return {
    text: 'I cannot tell which meeting you mean. Say which group, such as “is the board quorate”.',
    suggestions: ['is the board quorate'],
  };
}
