/** The language server when something goes wrong, and with several documents. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	CancellationTokenSource,
	type CompletionItem,
	type SymbolInformation,
	type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextPlaces } from './convert.ts';
import { behind, edited, Session, uri } from './fixtures/session.ts';

let session: Session;
beforeAll(async () => {
	session = new Session();
	await session.begin();
	await session.open();
});
afterAll(() => session.kill());

describe('what goes wrong', () => {
	const requests: [string, object][] = [
		['textDocument/completion', {}],
		['textDocument/hover', {}],
		['textDocument/signatureHelp', {}],
		['textDocument/definition', {}],
		['textDocument/references', { context: { includeDeclaration: true } }],
		['textDocument/documentHighlight', {}],
		['textDocument/prepareRename', {}],
		['textDocument/rename', { newName: 'x' }],
		['textDocument/documentSymbol', {}],
		['textDocument/foldingRange', {}],
		['textDocument/selectionRange', { positions: [] }],
		['textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } }],
		[
			'textDocument/codeAction',
			{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: {} },
		],
		['textDocument/codeLens', {}],
		['textDocument/formatting', { options: {} }],
		['textDocument/rangeFormatting', { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }],
		['textDocument/onTypeFormatting', { ch: '}' }],
		['textDocument/semanticTokens/full', {}],
		['textDocument/semanticTokens/full/delta', { previousResultId: '1' }],
	];

	test.each(requests)('%s about a document that is not open', async (method, params) => {
		const about = { textDocument: { uri: 'file:///nowhere.earn' }, position: { line: 0, character: 0 } };
		const answer: unknown = await session.client.sendRequest(method, { ...about, ...params });
		expect(answer).toEqual(method.includes('semanticTokens') ? { data: [] } : null);
	});

	test.each(requests)('%s outside the text', async (method, params) => {
		for (const position of [
			{ line: 9_999, character: 0 },
			{ line: 0, character: 9_999 },
			// In the middle of a character of two units.
			{ line: 6, character: 12 },
		]) {
			const asked = session.client.sendRequest(method, { textDocument: { uri }, position, ...params });
			const fault = await asked.then(
				() => null,
				(error: Error) => error.message,
			);
			// Only a rename says why there is nothing to rename.
			expect(fault === null || (method.endsWith('ename') && fault.endsWith('.'))).toBe(true);
		}
	});

	test('a request that nobody knows is refused, and the rest goes on', async () => {
		await expect(session.client.sendRequest('textDocument/astrology', {})).rejects.toThrow('Unhandled method');
		expect(await session.client.sendRequest('textDocument/hover', behind('spend "Fo'))).not.toBeNull();
	});

	test('a question that is withdrawn is not answered', async () => {
		const source = new CancellationTokenSource();
		const asked = session.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }, source.token);
		source.cancel();
		const ended = await asked.then(() => 'answered').catch((error: { code: number }) => error.code);
		expect(['answered', -32_800]).toContain(ended);
	});
});

test('two documents are two programs', async () => {
	const other = 'file:///other.earn';
	const text =
		'\uFEFFprogram "Other" {\r\n  currency AED\r\n  timezone "UTC"\r\n  channels desk\r\n}\r\nrule "🎊" {\r\n  when { channel is desk }\r\n  earn 1\r\n}\r\n';
	expect(await session.open(77, text, other)).toEqual([]);
	const at = { textDocument: { uri: other }, position: new TextPlaces(text).position(text.indexOf('desk }') + 2) };
	const edit = await session.client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'front desk' });
	expect(edited(text, edit)).toBe(text.replaceAll('desk', '"front desk"'));
	const items: CompletionItem[] = await session.client.sendRequest('textDocument/completion', {
		...at,
		position: new TextPlaces(text).position(text.indexOf('desk }')),
	});
	expect(items.map(({ label }) => label)).toEqual(['desk', 'not']);
	const found = await session.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
	expect(new Set(found.map(({ location }) => location.uri))).toEqual(new Set([uri, other]));
	expect(await session.close(other)).toEqual([]);
});
