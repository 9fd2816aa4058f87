import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['EARNEST_API'] ?? 'http://127.0.0.1:4600';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: '/',
	cacheDir: fileURLToPath(new URL('../.cache/vite', import.meta.url)),
	plugins: [react()],
	build: {
		outDir: fileURLToPath(new URL('../dist/editor', import.meta.url)),
		emptyOutDir: true,
		sourcemap: false,
		// The page's content security policy allows no `data:` addresses.
		assetsInlineLimit: 0,
		// The text view with Monaco is one lazy chunk of this size; everything else is far below.
		chunkSizeWarningLimit: 4_000,
	},
	worker: { format: 'es' },
	server: {
		port: 4601,
		strictPort: true,
		proxy: { '/v1': { target: API, changeOrigin: true }, '/docs': { target: API, changeOrigin: true } },
	},
});
