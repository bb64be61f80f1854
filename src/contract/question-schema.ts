import { z } from 'zod';
import type { Question } from './question.ts';

/**
 * What every object of JavaScript has, such as `constructor`: it would be found in each table that
 * answers look a word up in.
 */
const isInherited = (text: string): boolean => text in Object.prototype;
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((each) => !isInherited(each));
const word = text(200);

/**
 * A typed question as it comes back from a card or from storage: a stranger's data until it has
 * passed here.
 */
export const questionSchema: z.ZodType<Question, Question> = z.object({
  intent: text(60),
  filters: z
    .strictObject({
      agency: word,
      group: word,
      priority: word,
      status: word,
      dueRange: word,
      source: word,
      reviewRef: word,
      meeting: word,
      year: word,
    })
    .partial(),
  args: z
    .object({
      actionRef: word,
      match: word,
      assignee: word,
      hasEvidence: z.boolean(),
      hasOwner: z.boolean(),
      hasAgency: z.boolean(),
      hasGroup: z.boolean(),
      hasPerson: z.boolean(),
      hasDue: z.boolean(),
      unsure: z.enum(['hasOwner', 'hasAgency', 'hasGroup', 'hasPerson', 'hasDue', 'hasEvidence']),
      count: z.boolean(),
      groupBy: z.enum(['agency', 'group', 'priority', 'status']),
      timeliness: word,
      raisedRange: word,
      topic: word,
      sourceName: word,
      field: word,
      beforeMeetingOf: word,
      asAt: word,
      asAtMeetingOf: word,
      tense: word,
      mode: word,
      order: word,
      limit: z.number().int().positive(),
      response: word,
      others: z.array(word).max(10),
      except: z.array(word).max(10),
      agencyOf: word,
    })
    .partial()
    .catchall(z.union([text(2000), z.number(), z.boolean(), z.null(), z.array(word).max(10)])),
});
