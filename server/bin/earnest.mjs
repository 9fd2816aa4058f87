#!/usr/bin/env node
// The command line runs from the built server; a checkout without one says how to build it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../../dist/server/cli.js', import.meta.url);
if (existsSync(fileURLToPath(built))) {
	await import(built.href);
} else {
	process.stderr.write('Earnest is not built yet. Run: npm run build\n');
	process.exitCode = 1;
}
