import { writeFile } from 'node:fs/promises';
import { accessDocument } from './access-document.ts';

await writeFile('docs/access.md', accessDocument());
console.log('docs/access.md is written.');
