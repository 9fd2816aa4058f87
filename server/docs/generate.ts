/** Writes the pages and diagrams that are written from tables: `npx tsx server/docs/generate.ts`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { DIAGRAMS, generatedFiles } from './generated-pages.ts';

const files = await generatedFiles();
const at = (path: string) => new URL(path, import.meta.url);
rmSync(at(`${DIAGRAMS}/`), { recursive: true, force: true });
mkdirSync(at(`${DIAGRAMS}/`));
for (const [path, text] of files) writeFileSync(at(path), text);
