import { readFileSync, writeFileSync } from 'node:fs';
import { ALLOWED, licencesInWords, shippedParts } from './licence-list.ts';

/** `npm run licences`: writes `docs/licences.md`; fails when a part is under a licence that nobody has looked at. */
const parts = shippedParts(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
writeFileSync('docs/licences.md', licencesInWords(parts));
const others = parts.filter(({ licence }) => !ALLOWED.has(licence));
for (const { name, version, licence } of others)
  console.log(`${name} ${version} is under ${licence}: see scripts/licence-list.ts`);
console.log(`${parts.length} parts in docs/licences.md`);
process.exitCode = others.length > 0 ? 1 : 0;
