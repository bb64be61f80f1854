import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/understanding/entities/annotate.ts';
import { findNegations } from '../../src/understanding/slots/negations.ts';
import { parsePresenceFilters } from '../../src/understanding/slots/presence-filters.ts';
import { tokenise } from '../../src/understanding/text/tokenise.ts';

const read = (text: string) => annotate(tokenise(text));
const negated = (text: string) => findNegations(read(text)).map(({ part }) => part);

describe('A negation says what is missing or not so', () => {
  it.each([
    // Nobody owns it.
    ['actions with no owner', ['owner']],
    ['which have no clear owner yet', ['owner']],
    ["without anyone's name against them", ['owner']],
    ["which have nobody's name against them", ['owner']],
    ['what has not been given an owner', ['owner']],
    ['anything nobody owns', ['owner']],
    ['nobody is responsible for which of them', ['owner']],
    ['ones no one has picked up', ['owner']],
    ['jobs that no one has taken on', ['owner']],
    ['not been assigned to anyone', ['owner']],
    ['which have never been allocated', ['owner']],
    ['actions with no one against them', ['owner']],
    ['yet to be given an owner', ['owner']],
    ['which still need an owner', ['owner']],
    ['unowned actions', ['owner']],
    ['owner column is blank', ['owner']],
    ['owner not recorded', ['owner']],
    ['lead officer missing', ['owner']],
    ['which nobody has put their hand up for', ['owner']],
    // A part of the owner.
    ['no agency put down as owner', ['agency']],
    ['which have no group either', ['group']],
    ['without a named person', ['person']],
    ['no individual named', ['person']],
    ['which have not got an agency', ['agency']],
    // Nobody said when.
    ['no deadline', ['due']],
    ['without a due date', ['due']],
    ['which have no date set', ['due']],
    ['yet to be given a date', ['due']],
    ['never given a target date', ['due']],
    ['not been given a timescale', ['due']],
    ['open ended ones', ['due']],
    ['dates still missing', ['due']],
    ['which lack a deadline', ['due']],
    ['did we forget, no by when on them', ['due']],
    ['not dated', ['due']],
    // Nothing shows what changed.
    ['never evidenced', ['evidence']],
    ['no evidence of impact', ['evidence']],
    ['nothing to show for it', ['evidence']],
    ['nothing written down for impact', ['evidence']],
    ['without a shred of proof', ['evidence']],
    ['not yet proven', ['evidence']],
    ['where can we not show a difference', ['evidence']],
    ['impact never shown', ['evidence']],
    ['devoid of demonstrable outcome', ['evidence']],
    ['still needs evidence', ['evidence']],
    ['nobody has evidenced', ['evidence']],
    ['not one scrap of proof', ['evidence']],
    // It has not begun.
    ['nobody has started', ['started']],
    ['not started', ['started']],
    ['what have we not made a start on', ['started']],
    ['yet to begin', ['started']],
    ['which has nobody even looked at', ['started']],
    ['never got going', ['started']],
    ['not as yet commenced', ['started']],
    // It is not finished.
    ['not finished', ['finished']],
    ['which have never been completed', ['finished']],
    ['nobody has finished', ['finished']],
    ['what have we not yet delivered', ['finished']],
    ['yet to be closed', ['finished']],
    ['not properly done', ['finished']],
    // Two at once.
    ['no owner and no date', ['owner', 'due']],
    ['neither an owner nor a deadline', ['owner', 'due']],
    ['no agency or group', ['agency', 'group']],
    ['without an owner or a date', ['owner', 'due']],
    ['not started and without a deadline', ['started', 'due']],
    ['done but never evidenced', ['evidence']],
    ['finished with no proof', ['evidence']],
  ])('“%s” negates %j', (text, parts) => {
    expect(negated(text)).toEqual(parts);
  });

  it.each([
    'actions with an owner',
    'who owns them',
    'what is due this week',
    'not due until june',
    'which are done',
    'has anyone started',
    'no actions for the police this month',
    'not just the neglect group',
    'not the board, the group',
    'not done on time',
    'who has not turned up',
    'no, the ones with evidence',
    'what do we need to do by the deadline',
    'which have a date',
    'everything finished last month',
    'nothing overdue',
    'no agency has finished its actions',
    'without looking at the owner',
    'what has to be done when',
    'evidence we have',
  ])('“%s” negates nothing of the kind', (text) => {
    expect(negated(text)).toEqual([]);
  });

  it.each([
    ['no agency put down as owner', { hasAgency: false }],
    ['no named person', { hasPerson: false }],
    ['neither an owner nor a deadline', { hasOwner: false, hasDue: false }],
    ['without evidence', { hasEvidence: false }],
    ['with evidence', { hasEvidence: true }],
    ['which have an owner', { hasOwner: true }],
    ["which ones do have someone's name by them", { hasOwner: true }],
    ['just those that carry a deadline', { hasDue: true }],
    ['owned by the police with no date', { hasDue: false }],
    ['not without an owner', { unsure: 'hasOwner' }],
    ['never without evidence', { unsure: 'hasEvidence' }],
    ['overdue', {}],
  ])('“%s” gives %j', (text, args) => {
    expect(parsePresenceFilters(read(text))).toEqual(args);
  });
});
