import { PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import { packEntries, unpackEntries } from './office-zip.ts';
import type { WordPart } from './word-document.ts';

/** As much as one record can hold. */
const MAX_KILOBYTES = 350;
const MAX_UNPACKED_BYTES = 20 * 1024 * 1024;

/** What a template has placeholders for: `{{date}}`. */
export interface TemplateValues {
  readonly texts: Readonly<Record<string, string>>;
  /** Each takes the place of the whole paragraph in which its placeholder stands. */
  readonly parts: Readonly<Record<string, readonly WordPart[]>>;
}

/**
 * The placeholders of a Word document, with the document packed anew so that nothing is in it but
 * what was looked at; or why it can be no template, as the end of “That file …”.
 */
export async function readTemplate(
  file: Uint8Array,
): Promise<
  | { readonly placeholders: readonly string[]; readonly template: Uint8Array }
  | { readonly reason: string }
> {
  const bytes = Buffer.from(file);
  if (bytes.subarray(0, 4).equals(OLD_OFFICE))
    return { reason: 'is an old .doc or has a password: save it as .docx without one' };
  if (bytes.length > MAX_KILOBYTES * 1024)
    return {
      reason: `is larger than ${MAX_KILOBYTES} KB: make its pictures smaller (in Word: Compress Pictures)`,
    };
  try {
    const entries = unpackEntries(bytes, MAX_UNPACKED_BYTES, () => true);
    const named = (name: string) =>
      entries.find((entry) => entry.name.toString() === name)?.content.toString('utf8');
    const types = named('[Content_Types].xml');
    if (!named('word/document.xml') || !types) return { reason: 'is no Word document' };
    if (/macroEnabled|vbaProject|activeX/i.test(types))
      return { reason: 'has macros: save it as .docx, which has none' };
    const xml = entries.filter(({ name }) => /\.(xml|rels)$/.test(name.toString()));
    if (xml.some(({ content }) => content.includes('<!DOCTYPE') || content.includes('<!ENTITY')))
      return { reason: 'is not as Word writes it: open it in Word and save it again' };
    if (xml.some(({ content }) => loadsFromElsewhere(content.toString('utf8'))))
      return {
        reason:
          'loads something from elsewhere, such as a linked picture: put that into the document itself',
      };
    const template = packEntries(entries);
    return {
      placeholders: await patchDetector({ data: template, trimPlaceholders: true }),
      template,
    };
  } catch (error) {
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? { reason: 'unpacks to more than 20 MB: make its pictures smaller' }
      : { reason: 'is damaged: open it in Word and save it again' };
  }
}

const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Links are for readers to follow; anything else would be fetched when the minutes are opened. */
const loadsFromElsewhere = (xml: string): boolean =>
  [...xml.matchAll(/<Relationship\s[^>]*>/g)].some(
    ([tag]) => /TargetMode="External"/.test(tag) && !/\/hyperlink"/.test(tag),
  );

/** Fills in a template that was read before; its letterhead, headers and styles stay. */
export async function fillTemplate(
  template: Uint8Array,
  { texts, parts }: TemplateValues,
): Promise<Uint8Array> {
  const inline = Object.entries(texts).map(([name, text]) => [
    name,
    { type: PatchType.PARAGRAPH, children: [new TextRun(text)] },
  ]);
  const blocks = Object.entries(parts).map(([name, children]) => [
    name,
    { type: PatchType.DOCUMENT, children },
  ]);
  return patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: Object.fromEntries([...inline, ...blocks]),
    trimPlaceholders: true,
  });
}
