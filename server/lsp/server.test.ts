/** The language server for editors that can do little, and for settings that are wrong. */
import { PassThrough } from 'node:stream';
import {
	createConnection,
	createProtocolConnection,
	type InitializeParams,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { afterEach, expect, test } from 'vitest';
import type { Catalog } from '#compiler';
import { serveLanguage, type World } from './server.ts';

const uri = 'untitled:program';
const TEXT = `program "A" { currency AED timezone "Asia/Dubai" channels app }
rule B { active until 2026-02-07 when { channel is app store is "dbx" } earn 1 }
`;
const catalog: Catalog = { stores: [{ id: 'dxb', name: 'Dubai', chain: null, city: null }], items: [] };
const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

/** An editor that has a document open, with the problems and the messages that reached it. */
async function session(world: Partial<World> = {}, more: Partial<InitializeParams> = {}) {
	const [there, back] = [new PassThrough(), new PassThrough()];
	const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
	const readCatalog: World['readCatalog'] = () => Promise.resolve({ ok: true, catalog });
	serveLanguage(server, { nowMs: () => Date.UTC(2026, 1, 7), readCatalog, ...world });
	const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
	closing.push(() => {
		client.dispose();
		server.dispose();
	});
	const messages: string[] = [];
	client.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message));
	const arrived = new Promise<PublishDiagnosticsParams>((resolve) => {
		client.onNotification('textDocument/publishDiagnostics', resolve);
	});
	client.listen();
	await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, ...more });
	await client.sendNotification('initialized', {});
	const textDocument = { uri, languageId: 'earn', version: 1, text: TEXT };
	await client.sendNotification('textDocument/didOpen', { textDocument });
	const codes = (await arrived).diagnostics.map(({ code }) => code);
	return { client, messages, codes };
}

const onChannel = { textDocument: { uri }, position: { line: 1, character: TEXT.split('\n')[1]?.indexOf('app') ?? 0 } };

test('an editor that knows neither links nor versions gets plain places and edits', async () => {
	const { client, codes } = await session();
	expect(codes).toEqual([]);
	const range = { start: { line: 0, character: 58 }, end: { line: 0, character: 61 } };
	expect(await client.sendRequest('textDocument/definition', onChannel)).toEqual({ uri, range });
	expect(await client.sendRequest('textDocument/rename', { ...onChannel, newName: 'web' })).toMatchObject({
		changes: { [uri]: [{ range, newText: 'web' }, { newText: 'web' }] },
	});
});

test('the catalogue of the settings is looked up in the open folder', async () => {
	const asked: string[][] = [];
	const { codes, messages } = await session(
		{
			readCatalog: (...question) => {
				asked.push(question);
				return Promise.resolve({ ok: true, catalog });
			},
		},
		{ rootUri: 'file:///srv/cafe%20blue', initializationOptions: { catalog: 'catalog.json' } },
	);
	expect(asked).toEqual([['catalog.json', '/srv/cafe blue']]);
	expect(codes).toEqual(['unknown-name']);
	expect(messages).toEqual([]);
});

test('a catalogue that cannot be read is a warning, and the rest goes on', async () => {
	const { client, codes, messages } = await session(
		{ readCatalog: () => Promise.resolve({ ok: false, reason: 'The catalogue is gone.' }) },
		{ initializationOptions: { catalog: 'catalog.json' } },
	);
	expect(codes).toEqual([]);
	expect(messages).toEqual(['The catalogue is gone.']);
	expect(await client.sendRequest('textDocument/hover', onChannel)).not.toBeNull();
});

test('settings of another form are no catalogue', async () => {
	for (const initializationOptions of [{ catalog: 5 }, 'catalog.json', null]) {
		const { codes } = await session({}, { initializationOptions });
		expect(codes).toEqual([]);
	}
});

test('today comes from the clock', async () => {
	expect((await session({ nowMs: () => Date.UTC(2026, 1, 8) })).codes).toEqual(['dates-over']);
});

test('a document that is not open has no answers', async () => {
	const { client } = await session();
	const textDocument = { uri: 'untitled:other' };
	expect(await client.sendRequest('textDocument/completion', { ...onChannel, textDocument })).toBeNull();
	expect(await client.sendRequest('textDocument/semanticTokens/full', { textDocument })).toEqual({ data: [] });
});
