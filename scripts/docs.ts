import { type Programs, runListed } from './run-listed.ts';

/** What is generated from the program, and kept with it. */
export const GENERATED: Programs = {
  access: { file: 'scripts/access-document.ts', line: 'docs/access.md, who may do what' },
  duties: { file: 'scripts/duties-document.ts', line: 'docs/duties.md, the duties of a year' },
  licences: {
    file: 'scripts/licences.ts',
    line: 'docs/licences.md, the licences of what is shipped',
  },
  cards: { file: 'scripts/render-cards.ts', line: 'docs/cards/, a picture of every card [NAME …]' },
  icons: { file: 'scripts/render-icons.ts', line: 'manifest/icons/*.png from their SVG' },
  names: {
    file: 'scripts/given-names.ts',
    line: 'src/privacy/names/given-names.json, given names of many languages',
  },
  sbom: { file: 'scripts/sbom.ts', line: 'dist/sbom.cdx.json, what is shipped, as CycloneDX' },
};

if (import.meta.main) runListed('docs', GENERATED);
