import { type Activity, ActivityTypes } from 'botbuilder';
import { convert, type HtmlToTextOptions } from 'html-to-text';
import { z } from 'zod';
import { normaliseText } from '../domain/normalise-text.ts';

const PREFIX = 'composeExtension/';

/** The kinds of request that Teams sends to the message extension. */
export type ExtensionInvokeKind = 'fetchTask' | 'submitAction' | 'query';

/**
 * A request of the message extension as plain data; `submitted` is the data of a form, read like
 * any other.
 */
export type ExtensionRequest =
  | { readonly kind: 'dialog'; readonly command: string; readonly text: string }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'submitted'; readonly data: unknown };

/** The kind of a message extension's request; `undefined` for any other activity. */
export function extensionInvokeKind({ type, name }: Activity): ExtensionInvokeKind | undefined {
  if (type !== ActivityTypes.Invoke || !name?.startsWith(PREFIX)) return undefined;
  const asked = name.slice(PREFIX.length);
  return asked === 'fetchTask' || asked === 'submitAction' || asked === 'query' ? asked : undefined;
}

/** Whether a search asks for a second page of results; there is none. */
export function asksForNextPage(activity: Activity): boolean {
  const asked =
    extensionInvokeKind(activity) === 'query' ? query.safeParse(activity.value) : undefined;
  return (asked?.data?.queryOptions?.skip ?? 0) > 0;
}

/** Reads a request of the message extension; `undefined` for a shape that Teams does not send. */
export function parseExtensionRequest(activity: Activity): ExtensionRequest | undefined {
  switch (extensionInvokeKind(activity)) {
    case 'fetchTask': {
      const asked = fetchTask.safeParse(activity.value);
      return asked.success
        ? { kind: 'dialog', command: asked.data.commandId, text: toPlainText(asked.data) }
        : undefined;
    }
    case 'submitAction': {
      const asked = submitAction.safeParse(activity.value);
      return asked.success ? { kind: 'submitted', data: asked.data.data } : undefined;
    }
    case 'query': {
      const asked = query.safeParse(activity.value);
      return asked.success ? { kind: 'search', words: toSearchWords(asked.data) } : undefined;
    }
    default:
      return undefined;
  }
}

const fetchTask = z.object({
  commandId: z.string().min(1).max(64),
  messagePayload: z
    .object({
      subject: z.string().nullish(),
      body: z
        .object({ contentType: z.string().nullish(), content: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
});
const submitAction = z.object({ data: z.unknown() });
const query = z.object({
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(10)
    .nullish(),
  queryOptions: z.object({ skip: z.number().nullish() }).nullish(),
});

/** A message of Teams has at most 28 KB; an action is raised from no more than this. */
const MAX_MESSAGE_CHARACTERS = 8_000;
const MAX_QUERY_CHARACTERS = 200;

/** A message without its markup, below the subject of its post where it has one. */
function toPlainText({ messagePayload }: z.infer<typeof fetchTask>): string {
  const { subject, body } = messagePayload ?? {};
  const content = (body?.content ?? '').slice(0, MAX_MESSAGE_CHARACTERS);
  const text = body?.contentType === 'text' ? content : convert(content, PLAIN_TEXT_OPTIONS);
  return normaliseText([subject?.slice(0, MAX_QUERY_CHARACTERS), text].filter(Boolean).join('\n'))
    .normalize('NFC')
    .replaceAll('\u00A0', ' ')
    .trim();
}

/** Without pictures, link addresses and added line breaks; hostile nesting is cut off. */
const PLAIN_TEXT_OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: MAX_MESSAGE_CHARACTERS, maxDepth: 40, maxChildNodes: 500 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'attachment', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
};

/** `initialRun` is what Teams sends when nothing has been typed yet. */
function toSearchWords({ parameters }: z.infer<typeof query>): string {
  const typed = parameters?.find(({ name }) => name !== 'initialRun')?.value;
  return typeof typed === 'string'
    ? typed.slice(0, MAX_QUERY_CHARACTERS).toWellFormed().replace(/\s+/g, ' ').trim()
    : '';
}
