import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { bluebird } from '#examples';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import type { Configuration } from './configuration.ts';
import { type Database, openDatabase } from './db/open.ts';
import { createSqliteStores } from './db/stores.ts';
import { readEditorFiles } from './editor-files.ts';
import type { Log } from './log.ts';
import { editorFolder, migrationsFolder } from './paths.ts';
import { seedDatabase } from './seed.ts';

/** A server that answers. */
export interface Running {
	/** Where to open it: `http://127.0.0.1:4600/`. */
	readonly url: string;
	/** Takes no more requests, finishes those under way (at most 10 seconds), makes everything durable and closes. */
	stop(): Promise<void>;
}

/** A running server, or why it could not start. */
export type Start = { readonly ok: true; readonly running: Running } | { readonly ok: false; readonly reason: string };

const DRAIN_MS = 10_000;
/** Far below Node's own minutes: a client that sends this slowly is none. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };

/** Opens the database (with the demo in it, where it is new), and listens. */
export async function serve(configuration: Configuration, log: Log): Promise<Start> {
	const file = join(configuration.data, 'earnest.db');
	if (configuration.demo && !existsSync(file) && !existsSync(`${file}-wal`)) {
		const reason = await seedDatabase(file, migrationsFolder, bluebird, Date.now());
		if (reason !== null) return { ok: false, reason };
		log.event('demo program written', { file });
	}
	const opening = openDatabase(file, migrationsFolder);
	if (!opening.ok) return opening;
	const { database } = opening;
	const draining = { now: false };
	const app = createApp({
		stores: createSqliteStores(database),
		now: Date.now,
		log,
		hosts: configuration.hosts,
		editor: readEditorFiles(editorFolder),
		health: { obstacle: () => (draining.now ? 'shutting down' : database.obstacle()), version: versionOf(database) },
	});
	const server = createAdaptorServer({ fetch: app.fetch, serverOptions: TIMEOUTS }) as Server;
	// Node keeps answering on open connections after close(); this lets each go with the answer it waits for.
	server.prependListener('request', (_, response) => {
		response.shouldKeepAlive &&= !draining.now;
	});
	const failure = await listen(server, configuration);
	if (failure !== null) {
		database.close();
		return { ok: false, reason: failure };
	}
	const stop = async () => {
		draining.now = true;
		await close(server);
		database.close();
	};
	return { ok: true, running: { url: urlOf(server, configuration.host), stop } };
}

function versionOf(database: Database): Record<string, string | number> {
	const sqlite = database.sqlite.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '';
	const { node, icu = '', tz = '' } = process.versions;
	return { earnest: packageJson.version, schema: database.schemaVersion, node, sqlite, icu, tzdata: tz };
}

function listen(server: Server, { port, host }: Configuration): Promise<string | null> {
	return new Promise((resolve) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const taken = `Port ${port} of ${host} is taken. Stop what uses it, or choose another with PORT.`;
			resolve(error.code === 'EADDRINUSE' ? taken : `${host}:${port} cannot be listened on: ${error.message}`);
		});
		server.listen(port, host, () => resolve(null));
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const impatience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
		server.close(() => {
			clearTimeout(impatience);
			resolve();
		});
		server.closeIdleConnections();
	});
}

function urlOf(server: Server, host: string): string {
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}
