/** The language server, question by question. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
	CodeAction,
	CodeLens,
	CompletionItem,
	DocumentSymbol,
	InlayHint,
	LocationLink,
	Range,
	SelectionRange,
	SemanticTokens,
	SemanticTokensDelta,
	SignatureHelp,
	SymbolInformation,
	TextEdit,
	WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyEdits, format } from '#grammar';
import { behind, edited, Session, TEXT, uri, withEdits, wordsAt } from './fixtures/session.ts';

let session: Session;
beforeAll(async () => {
	session = new Session();
	await session.begin();
});
afterAll(() => session.kill());

test('it says what it can do', () => {
	expect(Object.keys(session.capabilities).sort()).toEqual([
		'codeActionProvider',
		'codeLensProvider',
		'completionProvider',
		'definitionProvider',
		'documentFormattingProvider',
		'documentHighlightProvider',
		'documentOnTypeFormattingProvider',
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
		'workspaceSymbolProvider',
	]);
});

describe('an open document', () => {
	test('problems', async () => {
		const problems = await session.open();
		expect(problems.map(({ words }) => words)).toEqual(['"Fod"']);
		expect(problems[0]?.diagnostic).toMatchObject({
			code: 'unknown-name',
			severity: 1,
			source: 'earnest',
			message: 'There is no filter called `Fod`.\nDid you mean `Food`?',
			codeDescription: { href: 'https://loyalty.example/docs/problems#unknown-name' },
		});
	});

	test('completion', async () => {
		const items: CompletionItem[] = await session.client.sendRequest('textDocument/completion', behind('channel is '));
		expect(items.map(({ label }) => label)).toEqual(['app', 'kiosk', 'not']);
		const stores: CompletionItem[] = await session.client.sendRequest('textDocument/completion', behind('store is "dxb-m'));
		const [mall, ...others] = stores.map(({ textEdit }) => textEdit as TextEdit);
		expect(others).toHaveLength(1);
		expect(mall && withEdits(TEXT, [mall])).toBe(TEXT);
	});

	test('completion with places to fill in, and more about an item when it is looked at', async () => {
		const items: CompletionItem[] = await session.client.sendRequest('textDocument/completion', behind('  when {\n    '));
		const spend = items.find(({ label }) => label === 'spend');
		expect(spend?.insertTextFormat).toBe(2);
		expect(spend?.textEdit?.newText).toBe('spend "${1:Food}" >= ${2:50}');
		expect(spend?.documentation).toMatchObject({ kind: 'markdown' });
		const [food] = await session.client.sendRequest<CompletionItem[]>('textDocument/completion', behind('spend '));
		expect(food).toMatchObject({ label: 'Food', detail: 'cart filter' });
		const resolved = await session.client.sendRequest<CompletionItem>('completionItem/resolve', food);
		expect(resolved.documentation).toMatchObject({ value: expect.stringMatching(/^Cart filter: items/) as unknown });
		const strange = { label: 'Food', data: 5 };
		expect(await session.client.sendRequest('completionItem/resolve', strange)).toEqual(strange);
	});

	test('hover', async () => {
		expect(await session.client.sendRequest('textDocument/hover', behind('spend "Fo'))).toMatchObject({
			contents: {
				kind: 'markdown',
				value: expect.stringMatching(/^\*\*Food\*\*\n\nCart filter: items in category Bakery\./) as unknown,
			},
		});
	});

	test('definition, references and marks', async () => {
		const [link] = await session.client.sendRequest<LocationLink[]>('textDocument/definition', behind('spend "Fo'));
		expect(link && wordsAt(TEXT, link.targetSelectionRange)).toBe('"Food"');
		expect(link && wordsAt(TEXT, link.targetRange)).toBe('filter "Food" = items in category "Bakery"');
		const question = { ...behind('is ap'), context: { includeDeclaration: true } };
		const found = await session.client.sendRequest<{ range: Range }[]>('textDocument/references', question);
		expect(found.map(({ range }) => range.start.line)).toEqual([3, 9]);
		const marks = await session.client.sendRequest<{ kind: number }[]>('textDocument/documentHighlight', behind('is ap'));
		expect(marks.map(({ kind }) => kind)).toEqual([3, 2]);
	});

	test('rename', async () => {
		const place = behind('spend "Fo');
		const target = await session.client.sendRequest<{ placeholder: string }>('textDocument/prepareRename', place);
		expect(target.placeholder).toBe('Food');
		const edit = await session.client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'غداء' });
		expect(edited(TEXT, edit)).toBe(TEXT.replaceAll('"Food"', '"غداء"'));
		const refused = session.client.sendRequest('textDocument/rename', { ...behind('is ap'), newName: 'kiosk' });
		await expect(refused).rejects.toThrow('Another channel is called `kiosk`.');
		const store = session.client.sendRequest('textDocument/prepareRename', behind('"dxb-m'));
		await expect(store).rejects.toThrow('`dxb-mall` is a name of the catalogue and can be changed only there.');
	});

	test('code actions', async () => {
		const { position } = behind('earn "F');
		const ask = (only?: string[]) =>
			session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
				textDocument: { uri },
				range: { start: position, end: position },
				context: { diagnostics: [], ...(only ? { only } : {}) },
			});
		const actions = await ask();
		expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
			['Change to `Food`', true],
			['Create the filter `Fod`', undefined],
		]);
		expect(actions.map(({ kind }) => kind)).toEqual(['quickfix', 'quickfix']);
		expect(edited(TEXT, actions[0]?.edit)).toBe(TEXT.replace('"Fod"', '"Food"'));
		expect(await ask(['refactor'])).toEqual([]);
	});

	test('everything that can be fixed at once', async () => {
		const broken = TEXT.replace('spend "Food"', 'spend "Foo"');
		await session.replaceText(8, broken);
		const start = { line: 0, character: 0 };
		const question = {
			textDocument: { uri },
			range: { start, end: start },
			context: { diagnostics: [], only: ['source.fixAll'] },
		};
		const [action, ...others] = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', question);
		expect([action?.kind, others]).toEqual(['source.fixAll', []]);
		expect(edited(broken, action?.edit)).toBe(TEXT.replace('"Fod"', '"Food"'));
		await session.replaceText(9, TEXT);
	});

	test('layout, of the whole text and of some lines', async () => {
		const about = { textDocument: { uri }, options: { tabSize: 8, insertSpaces: false } };
		const messy = TEXT.replace('  channels app, kiosk\n}\r\n', '     channels app,kiosk }\r\n');
		await session.replaceText(2, messy);
		const edits = await session.client.sendRequest<TextEdit[]>('textDocument/formatting', about);
		expect(withEdits(messy, edits)).toBe(applyEdits(messy, format(messy)));
		expect(withEdits(messy, edits)).toContain('\n  channels app, kiosk\n}\n');
		const range = { start: behind('channels', messy).position, end: behind('channels', messy).position };
		const some = await session.client.sendRequest<TextEdit[]>('textDocument/rangeFormatting', { ...about, range });
		expect(some.length).toBeGreaterThan(0);
		expect(some.length).toBeLessThan(edits.length);
		await session.replaceText(3, TEXT);
	});

	test('layout while one types', async () => {
		const typed = `${TEXT}rule   "B"   {\n      earn    10\n}`;
		await session.replaceText(6, typed);
		const about = { textDocument: { uri }, options: { tabSize: 8, insertSpaces: false } };
		const ask = (place: { position: { line: number; character: number } }, ch: string) =>
			session.client.sendRequest<TextEdit[] | null>('textDocument/onTypeFormatting', {
				...about,
				position: place.position,
				ch,
			});
		const { position } = behind('10\n}', typed);
		const edits = await ask({ position }, '}');
		expect(withEdits(typed, edits ?? [])).toBe(`${TEXT}rule "B" {\n  earn 10\n}`);
		expect(await ask({ position }, 'x')).toBeNull();
		await session.replaceText(7, TEXT);
	});

	test('outline, folding and growing selection', async () => {
		const about = { textDocument: { uri } };
		const symbols = await session.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', about);
		expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
			['Café', 'AED'],
			['Food', 'items in category Bakery'],
			['عشاء 🎉', 'disabled, 2 × Fod points'],
		]);
		const folds = await session.client.sendRequest<{ startLine: number; endLine: number }[]>(
			'textDocument/foldingRange',
			about,
		);
		expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
			[0, 3],
			[6, 13],
			[8, 11],
		]);
		const question = { ...about, positions: [behind('>= 5').position] };
		const [selection] = await session.client.sendRequest<SelectionRange[]>('textDocument/selectionRange', question);
		expect(selection && wordsAt(TEXT, selection.range)).toBe('50');
		expect(selection?.parent && wordsAt(TEXT, selection.parent.range)).toBe('>= 50');
	});

	test('semantic colours, whole and as a difference', async () => {
		const about = { textDocument: { uri } };
		const { data, resultId } = await session.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', about);
		// `program` is the first word, `"Café"` the second: a declared namespace.
		expect(data.slice(0, 10)).toEqual([0, 0, 7, 0, 0, 0, 8, 6, 6, 1]);
		expect(data.length % 5).toBe(0);
		const ask = (previousResultId: string | undefined) =>
			session.client.sendRequest<SemanticTokensDelta & SemanticTokens>('textDocument/semanticTokens/full/delta', {
				...about,
				previousResultId,
			});
		const same = await ask(resultId);
		expect(same.edits).toEqual([]);
		await session.replaceText(4, TEXT.replace('channels app', 'channels tablet, app'));
		const changed = await ask(same.resultId);
		const [edit] = changed.edits;
		const patched = data.toSpliced(edit?.start ?? 0, edit?.deleteCount ?? 0, ...(edit?.data ?? []));
		expect(patched).toEqual(
			(await session.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', about)).data,
		);
		expect((await ask('none')).data).toEqual(patched);
		await session.replaceText(5, TEXT);
	});

	test('names of all open documents', async () => {
		const ask = (query: string) => session.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
		const found = await ask('ki');
		expect(found).toMatchObject([{ name: 'kiosk', containerName: 'Café', location: { uri } }]);
		expect((await ask('عش')).map(({ name }) => name)).toEqual(['عشاء 🎉']);
		expect((await ask('')).length).toBe(5);
		expect(await ask('nobody is called so')).toEqual([]);
	});

	test('how often names are used', async () => {
		const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
		expect(lenses.map(({ range, command }) => [wordsAt(TEXT, range), command?.title])).toEqual([
			['"Food"', '1 use'],
			['"عشاء 🎉"', 'no test'],
		]);
	});

	test('hints and the shape of a clause', async () => {
		const hints = await session.client.sendRequest<InlayHint[]>('textDocument/inlayHint', {
			textDocument: { uri },
			range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
		});
		expect(hints.map(({ label, position }) => [label, position.line])).toEqual([
			['City Mall, Dubai', 10],
			['AED', 11],
		]);
		const help = await session.client.sendRequest<SignatureHelp>('textDocument/signatureHelp', behind('spend "Food" >= '));
		expect(help.signatures[help.activeSignature ?? 0]?.label).toBe('spend FILTER >= AMOUNT');
		expect(help.activeParameter).toBe(1);
	});
});

test('changes arrive piece by piece, and problems follow them', async () => {
	const changed = TEXT.replace('"Fod"', '"Food"').replace('AED', 'AEDX');
	const arrived = session.problemsOf(40, changed);
	const { position } = behind('earn "Fo');
	const currency = behind('AED').position;
	await session.client.sendNotification('textDocument/didChange', {
		textDocument: { uri, version: 40 },
		contentChanges: [
			{ range: { start: position, end: position }, text: 'o' },
			{ range: { start: currency, end: currency }, text: 'X' },
		],
	});
	const problems = await arrived;
	expect(problems.map(({ diagnostic, words }) => [diagnostic.code, words])).toEqual([['unknown-currency', 'AEDX']]);
	expect(await session.close()).toEqual([]);
	expect(await session.client.sendRequest('textDocument/hover', behind('spend'))).toBeNull();
});

test('it ends when it is told to', async () => {
	expect(session.messages).toEqual([]);
	expect(await session.end()).toEqual([0, null]);
});
