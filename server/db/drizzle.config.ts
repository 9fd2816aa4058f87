import { defineConfig } from 'drizzle-kit';

/**
 * `npx drizzle-kit generate --config server/db/drizzle.config.ts` writes the next migration. Then make its tables STRICT and
 * give them checks and triggers by hand: see README.md.
 */
export default defineConfig({
	dialect: 'sqlite',
	schema: './server/db/schema.ts',
	out: './server/db/migrations',
});
