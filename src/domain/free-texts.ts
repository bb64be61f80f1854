import type { Permission } from './access.ts';

/**
 * Who reads what people write in their own words: those with the permission on its record; `own`,
 * nobody but whoever wrote it; `everybody` in the records of the partnership.
 */
export const FREE_TEXTS = {
  'title, notes, next step and evidence of an action, reasons in its history': 'actions.read',
  'title and controls of a risk, reasons for its score': 'risks.read',
  'what an escalation is about, its answer and what changed, reasons for a hold':
    'escalations.read',
  'question of a challenge, its answer and the difference it made': 'challenges.read',
  'what was said to something that drifts': 'drift.read',
  'name of a source, and names of themes': 'everybody',
  'words of a recommendation, its evidence, and reasons in its history': 'everybody',
  'title of a briefing, what an agency did with it or asks, why it was called off': 'learning.read',
  'items of the forward plan, and why one was moved or taken off': 'meetings.read',
  'agenda items, and reasons why a meeting was moved or called off': 'meetings.read',
  'decisions and their conditions': 'everybody',
  'message to the chair with apologies': 'registers.read-messages',
  'reason why a seat was not confirmed, told besides to whoever claimed it':
    'registers.read-messages',
  'reason for going on without a quorum, and for correcting a register': 'meetings.read',
  'what interest somebody declared at a meeting': 'everybody',
  'name and post of whoever holds a seat': 'everybody',
  'name of a deputy or a guest on a register': 'meetings.read',
  'reason for a position on a rapid review, until positions are revealed': 'reviews.see-positions',
  'what is recorded of a rapid review: summaries, answers of the Panel, reasons': 'reviews.read',
  'scope and milestones of a local review, reasons for its delay, until it is published':
    'reviews.read',
  'why a referral did not become a rapid review': 'reviews.read',
  'why a record is held beyond its time': 'records.hold',
  reminders: 'own',
  'words that were taught, and messages that were not understood': 'vocabulary.change',
} as const satisfies Readonly<Record<string, Permission | 'own' | 'everybody'>>;
