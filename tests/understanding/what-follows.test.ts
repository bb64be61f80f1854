import { describe, expect, it } from 'vitest';
import { somebodyIn } from './ask.ts';

describe.each(['sandwell', 'fenmarsh', 'thornbury'] as const)(
  'what follows on, in %s',
  async (partnership) => {
    const { types, directory } = await somebodyIn(partnership);
    const [group, other] = directory.groups.filter(({ reportsTo }) => reportsTo);
    const priority = directory.priorities.at(0);
    const person = directory.people.at(0);
    const ref = { sandwell: 'SA-019', fenmarsh: 'FM-101', thornbury: 'TV/2025/019' }[partnership];

    it('“who chairs it” asks of the group that was spoken of', async () => {
      expect(await types(`who sits on ${group?.name}`, 'who chairs it')).toMatchObject({
        question: {
          intent: 'group_detail',
          filters: { group: group?.id },
          args: { field: 'chair' },
        },
      });
    });

    it.each([
      'make it wednesday instead',
      'no, make that wednesday',
      'actually change it to wednesday please',
    ])('another day is for the reminder that was asked for: “%s”', async (text) => {
      expect(await types('remind me about the agenda on friday', text)).toMatchObject({
        question: { intent: 'notify_settings', args: { mode: 'remind', when: 'wednesday' } },
      });
    });

    it.each([
      'sampled 60 records and 57 had the check in them',
      'attendance is back at 94 per cent and chairs say decisions come quicker',
      'calls to the duty desk have halved since the leaflet went out',
    ])('a statement after an action is closed is what changed: “%s”', async (text) => {
      expect(await types(`close ${ref}`, text)).toMatchObject({
        question: { intent: 'complete_action', args: { actionRef: ref, evidence: text } },
      });
    });

    it.each(['thanks very much for that one', 'what is overdue for the police now'])(
      'what thanks or asks is no evidence: “%s”',
      async (text) => {
        expect(await types(`close ${ref}`, text)).not.toMatchObject({
          question: { intent: 'complete_action' },
        });
      },
    );

    it('courtesy before “and …” changes nothing', async () => {
      expect(
        await types(`when does ${group?.name} next meet`, `lovely. and ${other?.name}?`),
      ).toMatchObject({ question: { intent: 'next_meeting', filters: { group: other?.id } } });
    });

    it('what is told before a question is meant by “it”', async () => {
      expect(
        await types(
          `Residents ask me about ${priority?.title}. Which actions under it are complete?`,
        ),
      ).toMatchObject({
        question: {
          intent: 'list_actions',
          filters: { status: 'complete', priority: priority?.id },
        },
      });
    });

    it('for whom a count is wanted is not whose actions are counted', async () => {
      const reading = await types(
        `${person?.displayName} wants a count of unfinished actions by sub-group`,
      );
      expect(reading).toMatchObject({ question: { args: { groupBy: 'group' } } });
      expect(reading).not.toMatchObject({ question: { args: { assignee: person?.id } } });
    });

    it.each([
      'all actions that are overdue, every agency',
      'everything overdue, from every agency please',
    ])('every agency leaves none out and counts nothing: “%s”', async (text) => {
      expect(await types(text)).toMatchObject({
        question: { filters: { dueRange: 'overdue' }, args: {} },
      });
      expect(await types(text)).not.toMatchObject({ question: { args: { groupBy: 'agency' } } });
    });

    it('what lies behind something is no late action', async () => {
      const reading = await types('anything ticked off as complete with no evidence behind it');
      expect(reading).toMatchObject({
        question: { filters: { status: 'complete' }, args: { hasEvidence: false } },
      });
      expect(reading).not.toMatchObject({ question: { filters: { dueRange: 'overdue' } } });
    });
  },
);
