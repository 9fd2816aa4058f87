/** The language server as an editor meets it: a process of its own, asked over its standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	type CodeAction,
	type CompletionItem,
	createProtocolConnection,
	type Diagnostic,
	type DocumentSymbol,
	type InlayHint,
	type LocationLink,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	type Range,
	type SelectionRange,
	type SemanticTokens,
	type SignatureHelp,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyEdits, format } from '#grammar';
import { TextPlaces } from './convert.ts';

const root = join(import.meta.dirname, '..', '..');
const uri = 'file:///café/program.earn';
const TEXT = `program "Café" {
  currency AED
  timezone "Asia/Dubai"
  channels app, kiosk
}\r
filter "Food" = items in category "Bakery"
rule "عشاء 🎉" {
  status disabled
  when {
    channel is app
    store is "dxb-mall"
    spend "Food" >= 50
  }
  earn "Fod" * 2
}
`;

let child: ChildProcess;
let client: ProtocolConnection;
/** What waits for the problems of a version. */
const arrivals = new Map<number, (params: PublishDiagnosticsParams) => void>();
const messages: string[] = [];
let initialized: { capabilities: object };

beforeAll(async () => {
	child = spawn(process.execPath, ['--import', 'tsx', 'server/cli.ts', 'lsp', '--stdio'], { cwd: root });
	const { stdin, stdout } = child;
	if (!stdin || !stdout) throw new Error('The process has no pipes.');
	client = createProtocolConnection(stdout, stdin);
	client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
		arrivals.get(params.version ?? 0)?.(params);
	});
	client.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message));
	client.listen();
	initialized = await client.sendRequest('initialize', {
		processId: process.pid,
		rootUri: pathToFileURL(root).href,
		capabilities: {
			workspace: { workspaceEdit: { documentChanges: true } },
			textDocument: { definition: { linkSupport: true } },
		},
		initializationOptions: { catalog: 'examples/bluebird-cafe/catalog.json' },
	});
	await client.sendNotification('initialized', {});
}, 60_000);
afterAll(() => void child.kill('SIGKILL'));

/** The problems that arrive for a version of the document, with the words that each of them is about. */
function problemsOf(version: number, text: string): Promise<{ diagnostic: Diagnostic; words: string }[]> {
	return new Promise((resolve) => {
		arrivals.set(version, ({ diagnostics }) => {
			resolve(diagnostics.map((diagnostic) => ({ diagnostic, words: wordsAt(text, diagnostic.range) })));
		});
	});
}

/** Sends a whole text in place of the one before, and waits until it was read. */
async function replaceText(version: number, text: string): Promise<void> {
	const arrived = problemsOf(version, text);
	await client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
	await arrived;
}

function wordsAt(text: string, range: Range): string {
	const { start, end } = new TextPlaces(text).span(range);
	return text.slice(start, end);
}

/** The parameters of a question about the place behind some words. */
function behind(words: string, text = TEXT) {
	const position = new TextPlaces(text).position(text.indexOf(words) + words.length);
	return { textDocument: { uri }, position };
}

/** The document after an edit of a workspace. */
function edited(text: string, edit: WorkspaceEdit | undefined | null): string {
	const [change] = edit?.documentChanges ?? [];
	return change && 'edits' in change ? withEdits(text, change.edits as TextEdit[]) : text;
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
	const places = new TextPlaces(text);
	const sorted = edits.toSorted((a, b) => places.offset(b.range.start) - places.offset(a.range.start));
	return sorted.reduce((result, { range, newText }) => {
		const { start, end } = places.span(range);
		return result.slice(0, start) + newText + result.slice(end);
	}, text);
}

test('it says what it can do', () => {
	expect(Object.keys(initialized.capabilities).sort()).toEqual([
		'codeActionProvider',
		'completionProvider',
		'definitionProvider',
		'documentFormattingProvider',
		'documentHighlightProvider',
		'documentRangeFormattingProvider',
		'documentSymbolProvider',
		'foldingRangeProvider',
		'hoverProvider',
		'inlayHintProvider',
		'referencesProvider',
		'renameProvider',
		'selectionRangeProvider',
		'semanticTokensProvider',
		'signatureHelpProvider',
		'textDocumentSync',
	]);
});

describe('an open document', () => {
	test('problems', async () => {
		const arrived = problemsOf(1, TEXT);
		await client.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId: 'earn', version: 1, text: TEXT },
		});
		const problems = await arrived;
		expect(problems.map(({ words }) => words)).toEqual(['"Fod"']);
		expect(problems[0]?.diagnostic).toMatchObject({
			code: 'unknown-name',
			severity: 1,
			source: 'earnest',
			message: 'There is no filter called `Fod`.\nDid you mean `Food`?',
		});
	});

	test('completion', async () => {
		const items: CompletionItem[] = await client.sendRequest('textDocument/completion', behind('channel is '));
		expect(items.map(({ label }) => label)).toEqual(['app', 'kiosk', 'not']);
		const stores: CompletionItem[] = await client.sendRequest('textDocument/completion', behind('store is "dxb-m'));
		const [mall, ...others] = stores.map(({ textEdit }) => textEdit as TextEdit);
		expect(others).toHaveLength(1);
		expect(mall && withEdits(TEXT, [mall])).toBe(TEXT);
	});

	test('hover', async () => {
		expect(await client.sendRequest('textDocument/hover', behind('spend "Fo'))).toMatchObject({
			contents: { kind: 'markdown', value: '**Food**\n\nCart filter: items in category Bakery.' },
		});
	});

	test('definition, references and marks', async () => {
		const [link] = await client.sendRequest<LocationLink[]>('textDocument/definition', behind('spend "Fo'));
		expect(link && wordsAt(TEXT, link.targetSelectionRange)).toBe('"Food"');
		expect(link && wordsAt(TEXT, link.targetRange)).toBe('filter "Food" = items in category "Bakery"');
		const question = { ...behind('is ap'), context: { includeDeclaration: true } };
		const found = await client.sendRequest<{ range: Range }[]>('textDocument/references', question);
		expect(found.map(({ range }) => range.start.line)).toEqual([3, 9]);
		const marks = await client.sendRequest<{ kind: number }[]>('textDocument/documentHighlight', behind('is ap'));
		expect(marks.map(({ kind }) => kind)).toEqual([3, 2]);
	});

	test('rename', async () => {
		const place = behind('spend "Fo');
		const target = await client.sendRequest<{ placeholder: string }>('textDocument/prepareRename', place);
		expect(target.placeholder).toBe('Food');
		const edit = await client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'غداء' });
		expect(edited(TEXT, edit)).toBe(TEXT.replaceAll('"Food"', '"غداء"'));
		const refused = client.sendRequest('textDocument/rename', { ...behind('is ap'), newName: 'kiosk' });
		await expect(refused).rejects.toThrow('Another channel is called `kiosk`.');
		const store = client.sendRequest('textDocument/prepareRename', behind('"dxb-m'));
		await expect(store).rejects.toThrow('`dxb-mall` is a name of the catalogue and can be changed only there.');
	});

	test('code actions', async () => {
		const { position } = behind('earn "F');
		const ask = (only?: string[]) =>
			client.sendRequest<CodeAction[]>('textDocument/codeAction', {
				textDocument: { uri },
				range: { start: position, end: position },
				context: { diagnostics: [], ...(only ? { only } : {}) },
			});
		const actions = await ask();
		expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
			['Change to `Food`', true],
			['Create the filter `Fod`', undefined],
		]);
		expect(edited(TEXT, actions[0]?.edit)).toBe(TEXT.replace('"Fod"', '"Food"'));
		expect(await ask(['refactor'])).toEqual([]);
	});

	test('layout, of the whole text and of some lines', async () => {
		const about = { textDocument: { uri }, options: { tabSize: 8, insertSpaces: false } };
		const messy = TEXT.replace('  channels app, kiosk\n}\r\n', '     channels app,kiosk }\r\n');
		await replaceText(2, messy);
		const edits = await client.sendRequest<TextEdit[]>('textDocument/formatting', about);
		expect(withEdits(messy, edits)).toBe(applyEdits(messy, format(messy)));
		expect(withEdits(messy, edits)).toContain('\n  channels app, kiosk\n}\n');
		const range = { start: behind('channels', messy).position, end: behind('channels', messy).position };
		const some = await client.sendRequest<TextEdit[]>('textDocument/rangeFormatting', { ...about, range });
		expect(some.length).toBeGreaterThan(0);
		expect(some.length).toBeLessThan(edits.length);
		await replaceText(3, TEXT);
	});

	test('outline, folding and growing selection', async () => {
		const about = { textDocument: { uri } };
		const symbols = await client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', about);
		expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
			['Café', 'AED'],
			['Food', 'items in category Bakery'],
			['عشاء 🎉', 'disabled, 2 × Fod points'],
		]);
		const folds = await client.sendRequest<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', about);
		expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
			[0, 3],
			[6, 13],
			[8, 11],
		]);
		const question = { ...about, positions: [behind('>= 5').position] };
		const [selection] = await client.sendRequest<SelectionRange[]>('textDocument/selectionRange', question);
		expect(selection && wordsAt(TEXT, selection.range)).toBe('50');
		expect(selection?.parent && wordsAt(TEXT, selection.parent.range)).toBe('>= 50');
	});

	test('semantic colours', async () => {
		const { data } = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
			textDocument: { uri },
		});
		// `program` is the first word, `"Café"` the second: a declared namespace.
		expect(data.slice(0, 10)).toEqual([0, 0, 7, 0, 0, 0, 8, 6, 6, 1]);
		expect(data.length % 5).toBe(0);
	});

	test('hints and the shape of a clause', async () => {
		const hints = await client.sendRequest<InlayHint[]>('textDocument/inlayHint', {
			textDocument: { uri },
			range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
		});
		expect(hints.map(({ label, position }) => [label, position.line])).toEqual([
			['City Mall, Dubai', 10],
			['AED', 11],
		]);
		const help = await client.sendRequest<SignatureHelp>('textDocument/signatureHelp', behind('spend "Food" >= '));
		expect(help.signatures[help.activeSignature ?? 0]?.label).toBe('spend FILTER >= AMOUNT');
		expect(help.activeParameter).toBe(1);
	});
});

test('changes arrive piece by piece, and problems follow them', async () => {
	const changed = TEXT.replace('"Fod"', '"Food"').replace('AED', 'AEDX');
	const arrived = problemsOf(4, changed);
	const { position } = behind('earn "Fo');
	const currency = behind('AED').position;
	await client.sendNotification('textDocument/didChange', {
		textDocument: { uri, version: 4 },
		contentChanges: [
			{ range: { start: position, end: position }, text: 'o' },
			{ range: { start: currency, end: currency }, text: 'X' },
		],
	});
	const problems = await arrived;
	expect(problems.map(({ diagnostic, words }) => [diagnostic.code, words])).toEqual([['unknown-currency', 'AEDX']]);
	const closed = problemsOf(0, '');
	await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
	expect(await closed).toEqual([]);
	expect(await client.sendRequest('textDocument/hover', behind('spend'))).toBeNull();
});

test('it ends when it is told to', async () => {
	expect(messages).toEqual([]);
	await client.sendRequest('shutdown');
	const ended = once(child, 'exit');
	await client.sendNotification('exit');
	expect(await ended).toEqual([0, null]);
});
