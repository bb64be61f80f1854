import { z } from 'zod';
import { textColumn } from '../../contract/columns.ts';
import type { Meetings } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import { accept } from '../../domain/outcome.ts';
import { hashText } from '../tables/keys.ts';

/**
 * The group or meeting of a chat or channel. Conversation ids have no maximum length, so keys
 * contain a hash.
 */
export const chatLinkStore = store({
  kind: 'chat-link',
  key: ({ conversationId }) => hashText(conversationId),
  indexes: { byGroup: ({ group, linkedAt }) => [group, linkedAt] },
  audited: ['group', 'meetingId'],
  columns: z.object({
    conversationId: textColumn,
    group: textColumn,
    meetingId: textColumn.optional(),
    linkedAt: textColumn,
  }),
});

export function createChatLinks(
  open: OpenStores,
  now: () => Date,
): Pick<Meetings, 'findChat' | 'findLink' | 'link'> {
  return {
    async findChat(partnership, group) {
      const links = await open(partnership)(chatLinkStore).range('byGroup', group, group);
      return links.at(-1)?.conversationId;
    },
    async findLink(partnership, conversationId) {
      const link = await open(partnership)(chatLinkStore).get(hashText(conversationId));
      return link && { group: link.group, ...(link.meetingId && { meetingId: link.meetingId }) };
    },
    async link(partnership, conversationId, { group, meetingId }, by) {
      const at = now().toISOString();
      const record = { conversationId, group, meetingId, linkedAt: at };
      const change = accept({ record, event: { type: 'linked', by, at } });
      await open(partnership)(chatLinkStore).addOrChange(hashText(conversationId), () => change);
    },
  };
}
