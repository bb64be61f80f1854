import type { Meeting } from '../domain/meeting.ts';

/** `extraordinary meeting`; an ordinary one is just a `meeting`. */
export function formatMeetingKind({ kind }: Meeting): string {
  return kind === 'ordinary' ? 'meeting' : `${kind} meeting`;
}
