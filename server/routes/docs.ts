import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { type DocumentationFile, documentationPage, documentationStyles, missingPage } from '../docs/pages.ts';
import type { Env } from '../problems.ts';

/** `/docs`: the documentation, for people. What is not there is answered with a page too. */
export function docsRoutes(): Hono<Env> {
	const routes = new Hono<Env>();
	routes.use(compress());
	routes.get('/', (context) => fileAnswer(context, documentationPage('')));
	routes.get('/docs.css', (context) => fileAnswer(context, documentationStyles()));
	routes.get('/:page{.*}', (context) => fileAnswer(context, documentationPage(context.req.param('page'))));
	return routes;
}

function fileAnswer(context: Context<Env>, file: DocumentationFile | null): Response {
	const { type, body, etag } = file ?? missingPage();
	const headers = { 'content-type': type, 'cache-control': 'no-cache', etag };
	const known = context.req.header('if-none-match')?.replace(/^W\//, '');
	if (file && known === etag) return context.body(null, 304, headers);
	return context.body(body, file ? 200 : 404, headers);
}
