import { formatAdministrators } from '../answers/access-words.ts';
import type { Answer } from '../contract/answer.ts';
import type { Request } from '../contract/request.ts';
import type { DocumentKind } from '../understanding/text/find-document.ts';
import { HELP } from './standard-answers.ts';

/** What is said to a text that asks nothing in words: what it looks like, and what to do instead. */
const EXPLANATIONS: Readonly<Record<DocumentKind, string>> = {
  'mail thread':
    'That looks like an e-mail thread, so I took nothing from it. Tell me in a sentence what you need.',
  table:
    'That looks like a table, and nothing was recorded. I read tables from files: {administrators} can send me the spreadsheet itself.',
  agenda:
    'That looks like a whole agenda, and nothing was added. I take one item at a time, for instance “add neglect to the agenda”.',
  list: 'That looks like a whole list, and nothing was recorded. I take one thing at a time, for instance “add action: police to share the audit”.',
  'long text':
    'That is longer than I can read as one message, and nothing was recorded. Tell me in a sentence what you need.',
  'other language': 'I only read English so far. Please ask again in English.',
};

export function explainDocument(document: DocumentKind, { directory }: Request): Answer {
  const text = EXPLANATIONS[document].replace('{administrators}', formatAdministrators(directory));
  return { text, suggestions: [HELP] };
}
