import { describe, expect, it } from 'vitest';
import {
  describeQuestionBriefly,
  MAX_LABEL_CHARACTERS,
} from '../../src/answers/describe-question.ts';
import { intents, messages } from '../../src/features/index.ts';
import { labelMessages } from '../../src/understanding/classifier/corpus.ts';
import { aDirectory } from '../support/a-directory.ts';

describe('everything that can be asked has words for a button', () => {
  it.each(
    labelMessages(intents, messages).flatMap(({ label, meaning }) =>
      meaning ? [[label, meaning] as const] : [],
    ),
  )('%s', (_, { intent, filters, args }) => {
    const wording = intents.find(({ name }) => name === intent);
    const words =
      wording &&
      describeQuestionBriefly({ intent, filters, args }, { ...wording, directory: aDirectory });
    expect(words?.length).toBeLessThanOrEqual(MAX_LABEL_CHARACTERS);
    expect(words).toMatch(/^[A-Z]/);
    expect(words).not.toContain('_');
  });
});
