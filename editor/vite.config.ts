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
	{ script: /\/language-/, most: 165 },
	{ script: /\/libraries-/, most: 200 },
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

/** Tells the page which files a rule needs, so that who opens one by its address has them fetched with all else, not after it. */
function ruleAhead(): Plugin {
	return {
		name: 'rule-ahead',
		transformIndexHtml: {
			order: 'post',
			handler: (html, { bundle = {} }) => {
				const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
				const screen = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/rule-screen.tsx'));
				if (!screen) return html;
				const files = [screen.fileName, ...(screen.viteMetadata?.importedCss ?? [])].map((name) => `/${name}`);
				return html.replace('src="/before-paint.js"', `$& data-rule="${files.join(' ')}"`);
			},
		},
	};
}

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: '/',
	cacheDir: fileURLToPath(new URL('../.cache/vite', import.meta.url)),
	plugins: [react(), budgets(), ruleAhead()],
	build: {
		outDir: fileURLToPath(new URL('../dist/editor', import.meta.url)),
		emptyOutDir: true,
		sourcemap: false,
		// The page's content security policy allows no `data:` addresses.
		assetsInlineLimit: 0,
		// Monaco is one lazy script of this size; what each may weigh, the budgets say.
		chunkSizeWarningLimit: 4_000,
		rolldownOptions: {
			output: {
				codeSplitting: {
					// What Monaco itself leans on stays where the page has it: else the page would load Monaco for it.
					includeDependenciesRecursively: false,
					groups: [
						{ name: 'monaco', test: /node_modules[\\/]monaco-editor/ },
						// What several screens share comes in few scripts: a cold page asks for each of them, six at a time.
						{ name: 'libraries', test: /node_modules[\\/]/, minShareCount: 2 },
						{ name: 'language', test: /[\\/](grammar|compiler)[\\/]/, minShareCount: 2 },
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
