import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The pages, their diagrams and their style sheet, without what writes and checks them. */
const isDocumentation = (path: string) => /(?:docs|diagrams|\.md|\.svg|\.css)$/.test(path);

const PURE_FLOOR = /^(?:grammar|compiler|runtime)[\\/]/;

/** Files that the server reads when it runs, beside the code that reads them. */
const filesBesideCode: Plugin = {
	name: 'files-beside-code',
	writeBundle: ({ dir = '' }) => {
		cpSync(join(root, 'server/db/migrations'), join(dir, 'migrations'), { recursive: true });
		cpSync(join(root, 'server/docs'), join(dir, 'docs'), { recursive: true, filter: isDocumentation });
		cpSync(join(root, 'examples/bluebird-cafe/program.earn'), join(dir, 'bluebird-cafe/program.earn'));
	},
};

/**
 * The server and the command line for Node; npm packages stay outside, everything else goes in. But for the parser's library: it
 * comes in hundreds of files, and finding them took every command, and every thread of a replay, most of its start.
 */
export default defineConfig({
	root,
	cacheDir: join(root, '.cache', 'vite-server'),
	publicDir: false,
	plugins: [filesBesideCode],
	ssr: { noExternal: ['chevrotain', /^@chevrotain\//, 'lodash-es'] },
	build: {
		ssr: true,
		outDir: join(root, 'dist/server'),
		emptyOutDir: true,
		target: 'node20',
		sourcemap: true,
		minify: false,
		rollupOptions: {
			input: {
				main: join(root, 'server/main.ts'),
				cli: join(root, 'server/cli.ts'),
				'lane-worker': join(root, 'server/batch/lane-worker.ts'),
			},
			// The pure floors do nothing when they are loaded, so a thread that evaluates plans need not load what reads texts.
			treeshake: { moduleSideEffects: (id) => !PURE_FLOOR.test(relative(root, id)) },
			// All in one folder: paths.ts and the examples look for their files beside the code.
			output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
		},
	},
});
