import { ask } from '../../answers/questions.ts';
import { withArticle } from '../../answers/with-article.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import type { Directory } from '../../domain/directory.ts';
import { otherNames } from '../../domain/other-names.ts';
import type { Agency, Group } from '../../domain/partnership.ts';
import definitions from './definitions.json' with { type: 'json' };

/** Words of the field, or names of a record, with what they mean in one sentence of our own. */
interface Definition {
  readonly words: readonly string[];
  readonly meaning: string;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();

/** Initials that are a small word too are meant in capitals alone: “what is IS”. */
const SMALL_WORDS = /^(?:a|am|an|as|at|be|do|in|is|it|me|my|no|of|on|or|so|to|us|we)$/;

/** How many letters of a question a definition explains: of several the longest name is meant. */
function matchedLetters(asked: string, { words }: Definition): number {
  const text = ` ${plain(asked)} `;
  const isTyped = (name: string): boolean => {
    const word = plain(name);
    if (SMALL_WORDS.test(word)) return new RegExp(`\\b${name.toUpperCase()}\\b`).test(asked);
    return word.length > 1 && (text.includes(` ${word} `) || text.includes(` ${word}s `));
  };
  return Math.max(0, ...words.filter(isTyped).map(({ length }) => length));
}

/** “what does QPPA mean”: what the groups and agencies of the partnership are. */
function describeRecords({ groups, agencies, partnership }: Directory): Definition[] {
  const namesOf = (record: Agency | Group) => [record.name, record.id, ...otherNames(record)];
  return [
    ...groups.map((group) => ({
      words: namesOf(group),
      meaning: `${group.name} is ${describeGroup(group)} ${partnership.shortName}.${group.remit ? ` Its remit: ${group.remit.replace(/\.$/, '')}.` : ''}`,
    })),
    ...agencies.map((agency) => ({
      words: namesOf(agency),
      meaning: `${agency.name} ${AGENCIES[agency.kind]} the ${partnership.shortName}.`,
    })),
  ];
}

const describeGroup = ({ kind }: Group): string =>
  /^linked/.test(kind) ? `${withArticle(kind)} beside the` : 'a group of the';

const AGENCIES: Readonly<Record<Agency['kind'], string>> = {
  statutory: 'is a statutory partner of',
  relevant: 'is one of the agencies of',
  attendee: 'has a seat in',
};

/** “what does LCSPR mean”: one sentence; of a word that is not explained here, that it is not. */
export function defineWord({ directory }: Pick<Request, 'directory'>, { args }: Question): Answer {
  const asked = typeof args.text === 'string' ? args.text : '';
  const best = (among: readonly Definition[]) =>
    among
      .map((each) => ({ ...each, letters: matchedLetters(asked, each) }))
      .filter(({ letters }) => letters > 0)
      .sort((one, other) => other.letters - one.letters)[0];
  const term = best(definitions);
  const record = best(describeRecords(directory));
  const suggestions = [{ title: 'What I can do', ...ask('help') }];
  if (!term && !record)
    return {
      text: 'I have no explanation of that word. The business manager can say, or Working Together on GOV.UK.',
      suggestions,
    };
  const isRecord = record !== undefined && record.letters > (term?.letters ?? 0);
  // “What does CDOP mean”: the term, and which of the records it is here.
  const isBoth = term !== undefined && record?.letters === term.letters;
  const meaning = isRecord ? record.meaning : term?.meaning;
  const isWho = /^(so |and )?who(s| is| are)?\b/.test(plain(asked));
  return {
    text: [
      meaning,
      isBoth && `Here: ${record.meaning}`,
      isWho && !isRecord && 'I keep no job titles, so I can’t say who that is here.',
    ]
      .filter(Boolean)
      .join(' '),
    suggestions,
  };
}
