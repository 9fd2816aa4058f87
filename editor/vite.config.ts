import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const API = process.env['EARNEST_API'] ?? 'http://127.0.0.1:4600';

/** The most that each script may weigh, in kB of gzip; those of the last row each. A build that exceeds one fails. */
const BUDGETS_KB = [
	{ script: /\/monaco-/, most: 960 },
	{ script: /\/text-editor-/, most: 40 },
	{ script: /\/diff-view-/, most: 40 },
	{ script: /\/editor\.worker-/, most: 100 },
	{ script: /\/index-/, most: 140 },
	{ script: /\/rule-screen-/, most: 160 },
	{ script: /\/ahead-/, most: 2 },
	{ script: /\/language-/, most: 120 },
	{ script: /\/libraries-/, most: 160 },
	{ script: /./, most: 125 },
] as const;

/** Scripts that only those load who see a text, and those that may bring them along. */
const LAZY = /\/monaco-/;
const BRING_LAZY = /\/(monaco|text-editor|diff-view|use-text-look)-/;

/** Weighs every script of a build, and sees to it that no other page than a text brings Monaco along. */
function budgets(): Plugin {
	return {
		name: 'budgets',
		generateBundle(_, bundle) {
			for (const file of Object.values(bundle)) {
				if (file.type !== 'chunk') continue;
				const kilobytes = gzipSync(file.code).length / 1000;
				const most = BUDGETS_KB.find(({ script }) => script.test(file.fileName))?.most ?? 0;
				if (kilobytes > most) this.error(`${file.fileName} weighs ${kilobytes.toFixed(1)} kB, and may weigh ${most}`);
				const lazy = BRING_LAZY.test(file.fileName) ? undefined : file.imports.find((name) => LAZY.test(name));
				if (lazy !== undefined) this.error(`${file.fileName} may not bring ${lazy} along`);
			}
		},
	};
}

/**
 * Has fetched with all else, not after it, what the page itself does not name: the script that reads a program ahead, which runs
 * as soon as it is there, and the files of a rule for who opens one by its address.
 */
function fetchedAhead(): Plugin {
	return {
		name: 'fetched-ahead',
		transformIndexHtml: {
			order: 'post',
			handler: (html, { bundle = {} }) => {
				const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
				const ahead = chunks.find(({ isEntry, name }) => isEntry && name === 'ahead');
				const screen = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/rule-screen.tsx'));
				if (!ahead || !screen) throw new Error('The script that reads ahead, or that of a rule, is not in the bundle');
				const files = [screen.fileName, ...(screen.viteMetadata?.importedCss ?? [])].map((name) => `/${name}`);
				const early = `<script type="module" async crossorigin src="/${ahead.fileName}"></script>`;
				return html
					.replace('<script src="/before-paint.js"', `${early}\n\t\t$&`)
					.replace('src="/before-paint.js"', `$& data-rule="${files.join(' ')}"`);
			},
		},
	};
}

/** The path of a file of this folder. */
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
	root: file('.'),
	base: '/',
	cacheDir: file('../.cache/vite'),
	plugins: [react(), budgets(), fetchedAhead()],
	build: {
		outDir: file('../dist/editor'),
		emptyOutDir: true,
		sourcemap: false,
		// The page's content security policy allows no `data:` addresses.
		assetsInlineLimit: 0,
		// Monaco is one lazy script of this size; what each may weigh, the budgets say.
		chunkSizeWarningLimit: 4_000,
		rolldownOptions: {
			input: { index: file('index.html'), ahead: file('ahead.ts') },
			// The pure floors do nothing when they are loaded: a page gets of them what it uses.
			treeshake: { moduleSideEffects: [{ test: /[\\/](grammar|compiler)[\\/]/, external: false, sideEffects: false }] },
			output: {
				// A group that is split by who needs what is named after all of them.
				chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
				codeSplitting: {
					// What Monaco itself leans on stays where the page has it: else the page would load Monaco for it.
					includeDependenciesRecursively: false,
					groups: [
						{ name: 'monaco', test: /node_modules[\\/]monaco-editor/ },
						// What several screens share comes in few scripts: a cold page asks for each of them, six at a time.
						{
							name: 'language',
							test: /[\\/](grammar|compiler)[\\/]|node_modules[\\/](chevrotain|@chevrotain|lodash-es)[\\/]/,
							minShareCount: 2,
							entriesAware: true,
							entriesAwareMergeThreshold: 80_000,
						},
						{ name: 'libraries', test: /node_modules[\\/]/, minShareCount: 2 },
						// What the script that reads ahead leans on, so that it waits for nothing else.
						{
							name: 'reading',
							test: /[\\/]editor[\\/](catalog|document[\\/](ahead|opening|reader|controller|history|local-time))\.ts$/,
						},
						{ name: 'shared', test: /[\\/]editor[\\/](?!monaco[\\/]|messages[\\/]ar[\\/])/, minShareCount: 2 },
					],
				},
			},
		},
	},
	worker: { format: 'es' },
	server: {
		port: 4601,
		strictPort: true,
		proxy: { '/v1': { target: API, changeOrigin: true }, '/docs': { target: API, changeOrigin: true } },
	},
});
