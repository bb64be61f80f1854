import { readdirSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true });

/** Every page that is written for people. */
export const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
    .sort(),
];

/** A page as GitHub shows it. */
export const asHtml = (page: string): string => markdown.render(readFileSync(page, 'utf8'));

/** What a page points to: its links and pictures. */
export const targetsOn = (page: string): string[] =>
  [...asHtml(page).matchAll(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"/g)].map(
    ([, target = '']) => target,
  );

/** The ids of a page's headings, as GitHub makes them: `## What works` is `#what-works`. */
export const anchorsOn = (page: string): string[] =>
  [...asHtml(page).matchAll(/<h[1-6]>(.*?)<\/h[1-6]>/g)].map(([, heading = '']) =>
    heading
      .replace(/<[^>]*>|&[a-z]+;/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** What stands between backticks in a line: something to type. */
export function codesOn(page: string): string[] {
  const tokens = markdown
    .parse(readFileSync(page, 'utf8'), {})
    .flatMap(({ children }) => children ?? []);
  return tokens.filter(({ type }) => type === 'code_inline').map(({ content }) => content);
}
