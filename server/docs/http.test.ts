/** The page of the interface names every route, every field and every bound, and its conversation goes as it says. */
import { readFileSync } from 'node:fs';
import { MAX_AMOUNT_MINOR, MAX_LINES } from '#compiler';
import { MAX_AHEAD_MS, MAX_NAME_LENGTH, type TransactionInput, type ItemInput } from '#runtime';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MAX_BODY_BYTES, MAX_DEPTH } from '../body.ts';
import { openTestServer } from '../fixtures/test-server.ts';
import * as shapes from '../shapes.ts';
import { conversation, isAsShown } from './fixtures/conversation.ts';
import { grouped } from './markdown-parts.ts';

const text = readFileSync(new URL('http.md', import.meta.url), 'utf8');
/** The text under a heading of a route. */
const sections = new Map(
	text.split(/^### `/m).flatMap((part): [string, string][] => {
		const heading = /^([A-Z]+ \/\S*)`\n/.exec(part)?.[1];
		return heading === undefined ? [] : [[heading, part]];
	}),
);
const section = (route: string) => sections.get(route) ?? '';

describe('the page of the interface', () => {
	it('has every route of the server, and no other', () => {
		const server = openTestServer();
		const routes = server.app.routes.filter(({ method }) => method !== 'ALL');
		server.close();
		const registered = routes.map(({ method, path }) => `${method} ${path.replace(/\{.*\}$/, '').replace(/(?<=.)\/$/, '')}`);
		expect([...sections.keys()].sort()).toEqual([...new Set(registered)].sort());
	});

	it.each<[string, z.ZodObject]>([
		['POST /v1/programs', shapes.newProgram],
		['PUT /v1/programs/:program/draft', shapes.draftSave],
		['POST /v1/programs/:program/versions', shapes.publish],
		['PUT /v1/programs/:program/catalog', shapes.catalog],
		['PUT /v1/programs/:program/catalog', shapes.catalog.shape.stores.element],
		['PUT /v1/programs/:program/catalog', shapes.catalog.shape.items.element],
		['PUT /v1/programs/:program/members/:member', shapes.memberSave],
		['GET /v1/programs/:program/members', shapes.memberQuery],
		['GET /v1/programs/:program/members/:member/entries', shapes.entryQuery],
		['POST /v1/programs/:program/evaluate', shapes.evaluateRequest],
		['GET /v1/programs/:program/activity', shapes.activityQuery],
	])('has every field of %s', (route, shape) => {
		for (const field of Object.keys(shape.shape)) expect(section(route)).toContain(`\`${field}\``);
	});

	it('has every field of a sale', () => {
		const sale: Record<keyof TransactionInput | keyof ItemInput, true> = {
			id: true,
			member: true,
			at: true,
			store: true,
			channel: true,
			orderType: true,
			currency: true,
			items: true,
			sku: true,
			category: true,
			subcategory: true,
			combo: true,
			quantity: true,
			amount: true,
			discount: true,
			taxes: true,
			fees: true,
			tip: true,
			paidWithPoints: true,
			total: true,
		};
		for (const field of Object.keys(sale))
			expect(section('POST /v1/programs/:program/transactions')).toContain(`\`${field}\``);
	});

	it.each([
		['A body', `${grouped(MAX_BODY_BYTES)} bytes, nested ${MAX_DEPTH} deep`],
		['The text of a program', `${grouped(shapes.MAX_TEXT_LENGTH)} characters`],
		['An id or a name', `${MAX_NAME_LENGTH} characters`],
		['The lines of a sale', grouped(MAX_LINES)],
		['An amount', `${grouped(MAX_AMOUNT_MINOR)} of the currency's smallest unit`],
	])('has the bound of: %s', (what, bound) => {
		expect(text).toContain(`| ${what} | ${bound} |`);
	});

	it('says how far a clock may be ahead', () => {
		expect(text).toContain(`at most ${MAX_AHEAD_MS / 3_600_000} hours ahead`);
	});
});

describe('the conversation', () => {
	it('goes as it is shown', async () => {
		const server = openTestServer();
		const exchanges = conversation(text);
		expect(exchanges.length).toBeGreaterThan(10);
		for (const { method, path, body, shown } of exchanges) {
			const answer = await server.send(method, path, body);
			const isRight = shown === undefined ? answer.status < 300 : isAsShown(answer.body, shown);
			expect(isRight ? shown : answer.body, `${method} ${path}`).toEqual(shown);
		}
		server.close();
	});
});

it('an answer is compared as a whole', () => {
	const shown = { a: 'x…z', b: [1, { c: null }] };
	expect(isAsShown({ a: 'x and z', b: [1, { c: null }] }, shown)).toBe(true);
	for (const other of [
		{ a: 'x and z', b: [1, { c: 0 }] },
		{ a: 'y z', b: [1, { c: null }] },
		{ ...shown, d: 1 },
		{ a: 'xz' },
		null,
	]) {
		expect(isAsShown(other, shown)).toBe(false);
	}
});
