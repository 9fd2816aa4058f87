import type { Context } from 'hono';
import type { EditorFile, EditorFiles } from '../editor-files.ts';
import { type Env, refuse } from '../problems.ts';
import { isInterface } from '../security.ts';

/**
 * Answers what no route knows: a file of the editor, the editor itself for the addresses of its screens, or a problem. A path
 * with a file's ending that is not there is not a screen.
 */
export function editorOrNothing(files: EditorFiles | null): (context: Context<Env>) => Response {
	return (context) => {
		const { path, method } = context.req;
		const readable = method === 'GET' || method === 'HEAD';
		if (isInterface(path) || !readable || /\.[a-z0-9]{1,11}$/i.test(path)) {
			const file = readable ? files?.get(path) : undefined;
			return file && !isInterface(path) ? fileAnswer(context, file) : unknownRoute(context);
		}
		const page = files?.get(path) ?? files?.get('/index.html');
		return page ? fileAnswer(context, page) : notBuilt(context);
	};
}

function unknownRoute(context: Context<Env>): Response {
	const detail = `${context.req.method} ${context.req.path.slice(0, 200)} leads nowhere. The interface is under /v1/programs.`;
	return refuse(context, { kind: 'unknown-route', detail });
}

function fileAnswer(context: Context<Env>, file: EditorFile): Response {
	const headers = {
		'content-type': file.type,
		'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
		etag: file.etag,
		vary: 'accept-encoding',
	};
	if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
	const wantsGzip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
	const { bytes, compressed } = file.content(wantsGzip);
	return context.body(bytes, 200, { ...headers, ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
}

function notBuilt(context: Context<Env>): Response {
	const text = 'The editor is not built. Run `npm run build` and start again. The interface is under /v1/programs.\n';
	return context.text(text, 503);
}
