import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/contract/calendar.ts';
import { createDispatcher } from '../../src/dispatch/dispatcher.ts';
import { createMessageReader } from '../../src/dispatch/read-message.ts';
import {
  cardActions,
  features,
  noticeSources,
  starters,
  welcome,
} from '../../src/features/index.ts';
import { createSheetImports } from '../../src/folder/sheet-imports.ts';
import { createDeliveryAdmin } from '../../src/notifications/delivery-admin.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { reader } from '../support/understanding.ts';

describe('who is speaking', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  it('shows nothing to somebody the partnership does not know, and says whom to give what, to be added', async () => {
    const stranger = bot.stranger();
    const reply = await bot.hears(stranger, 'what is overdue');
    expect(reply.text).toBe(
      "I do not know you yet, so I cannot show you the records of the Sandwell Children's Safeguarding Partnership. Please ask Business Manager or Partnership Coordinator to add you. " +
        `They will need your tenant_id, ${stranger.tenantId}, and your object_id, ${stranger.objectId}.`,
    );
    expect(reply.card).toBeUndefined();
  });

  it('does not look up a named child', async () => {
    const reply = await bot.hears(bot.person('partnership-chair'), 'is jayden smith on a cp plan');
    expect(reply.text).toMatch(/^I hold no case records/);
    expect(reply.text.toLowerCase()).not.toContain('jayden');
  });

  it('answers what it does not understand with what it could', async () => {
    const reply = await bot.hears(bot.person('partnership-chair'), 'the thing from the other time');
    expect(reply.text).toMatch(/^I did not understand that/);
    expect(reply.buttons.length).toBeGreaterThan(0);
  });

  it('lets one person rehearse another’s part, in local mode only', async () => {
    const visitor = bot.person('business-manager');
    const list = await bot.hears(visitor, '/as');
    expect(list.lines.join('\n')).toContain('police-partner-lead');
    expect((await bot.hears(visitor, '/as police-partner-lead')).text).toContain(
      'West Midlands Police',
    );
    expect((await bot.hears(visitor, 'my actions')).text).toContain('12 with West Midlands Police');
    expect((await bot.hears(visitor, '/as nobody-at-all')).text).toContain(
      'Nobody in people.csv has that id',
    );
    const pressed = await list.press('Police Partner Lead');
    expect(pressed.text).toMatch(/^You are now rehearsing as Police Partner Lead · West Midlands/);
    await bot.hears(visitor, '/as business-manager');
  });

  it('knows nothing of rehearsing in service', async () => {
    const nothingLive = {
      find: async () => undefined,
      refresh: () => {},
      say: async () => {},
    };
    const ports = {
      ...bot.records,
      calendar: createCalendar(),
      liveCards: nothingLive,
      personalChats: { tell: async () => false, tellLater: () => {} },
      fileDelivery: {
        hasConsent: false,
        toLink: () => undefined,
        isTeamsAddress: () => false,
        upload: async () => false,
        download: async () => 'gone' as const,
      },
      sheetImports: createSheetImports({
        store: bot.records.partnerships,
        stores: bot.records.stores,
        featureFiles: [],
        calendar: createCalendar(),
      }),
      deliveryAdmin: createDeliveryAdmin({
        sources: noticeSources,
        ledger: bot.records.ledger,
        queue: bot.records.deliveryQueue,
        calendar: createCalendar(),
      }),
    };
    const inService = createDispatcher({
      features,
      actions: cardActions,
      readMessage: createMessageReader(reader),
      ports,
      welcome,
      starters,
    });
    const { tenantId, objectId } = bot.person('business-manager');
    const place = { kind: 'personal', conversationId: 'in-service' } as const;
    const reply = await inService.handle({
      kind: 'message',
      text: '/as police-partner-lead',
      from: { tenantId, objectId },
      place,
    });
    expect(reply?.text).toMatch(/^I know no such command\./);
    expect(reply?.text).not.toMatch(/rehears/i);
    const mine = await inService.handle({
      kind: 'message',
      text: 'my actions',
      from: { tenantId, objectId },
      place,
    });
    expect(mine?.text).toMatch(/^No action of yours is open\.|actions? of yours (is|are) open\./);
    expect(mine?.text).not.toContain('West Midlands Police');
  });

  it.each([
    [
      '20,000 characters',
      'what is overdue '.repeat(1250),
      /^That is longer than I can read as one message, and nothing was recorded\./,
    ],
    ['emoji', '🧸🔥👀', /^I did not understand that\. You can ask/],
    ['right-to-left text', 'ما هي الأولويات', /^I only read English so far\./],
    ['nothing but spaces', '   ', /^I did not understand that\. You can ask/],
    [
      'markup',
      '<script>alert(1)</script> **overdue** [x](http://example.org)',
      /^(Which do you mean: .*“Overdue actions”|Did you mean: “Overdue actions”\?|18 of 113 actions are overdue)/,
    ],
    ['an expression of a card', '${$root} ${1+1}', /^I did not understand that\. You can ask/],
  ])('gives an ordinary answer to %s', async (_, text, answer) => {
    const reply = await bot.hears(bot.person('partnership-chair'), text);
    expect(reply.text).toMatch(answer);
  });
});
