/** Writes the pages that are written from tables: `npx tsx server/docs/generate.ts`. */
import { writeFileSync } from 'node:fs';
import { GENERATED } from './generated-pages.ts';

for (const [name, write] of Object.entries(GENERATED)) writeFileSync(new URL(name, import.meta.url), await write());
