import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** Built, everything of the server lies in dist/server; otherwise this file is in server/. */
const isBuilt = basename(dirname(here)) === 'dist';

/** Where the SQL migrations are. */
export const migrationsFolder = isBuilt ? join(here, 'migrations') : join(here, 'db', 'migrations');

/** Where the built editor is, if it is built. */
export const editorFolder = isBuilt ? join(here, '..', 'editor') : join(here, '..', 'dist', 'editor');
