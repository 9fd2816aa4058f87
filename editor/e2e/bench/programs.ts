/** Programs and stores to measure with, made anew in each run. */
import type { CatalogWire, ProgramDetail } from '#server/contract';
import { largeProgram } from '#compiler/testing';

/** The rule that is written in: somewhere in the middle, so that there is text before and after it. */
export const RULE_OF = (rules: number): string => `Offer ${Math.floor(rules / 2)}`;

/** Puts a program of so many rules onto the server and answers its id. */
export async function bringLarge(server: string, rules: number): Promise<{ readonly id: string; readonly text: string }> {
	return bring(server, `rules-${rules}`, largeProgram(rules));
}

/** A program of one rule with so many conditions, so that its canvas has about as many cards. */
export async function bringWide(
	server: string,
	conditions: number,
): Promise<{ readonly id: string; readonly text: string }> {
	const kinds = ['channel is app, web', 'tier is Gold', 'spend "Food" >= ', 'store is "dxb-mall"', 'on Sat, Sun'];
	const lines = Array.from({ length: conditions }, (_, index) => {
		const kind = kinds[index % kinds.length] ?? '';
		return `    ${kind.endsWith(' ') ? `${kind}${20 + index}` : kind}`;
	});
	const rule = [
		'rule "Wide" {',
		'  when {',
		...lines,
		'  }',
		'  earn "Food" * 2',
		'  limit 500 points per transaction',
		'}',
		'',
	];
	return bring(server, `cards-${conditions}`, largeProgram(0) + rule.join('\n'));
}

/** A program with one rule for one store, and so many stores in its catalogue. */
export async function bringStores(server: string, count: number): Promise<{ readonly id: string; readonly text: string }> {
	const rule = 'rule "Stores" {\n  when {\n    store is "store-7"\n  }\n  earn 5\n}\n';
	const program = await bring(server, `stores-${count}`, largeProgram(0) + rule);
	const cities = ['Dubai', 'Abu Dhabi', 'Sharjah', 'Al Ain', 'Ajman'];
	const stores = Array.from({ length: count }, (_, index) => ({
		id: `store-${index}`,
		name: `${cities[index % cities.length]} branch ${index}`,
		chain: `Chain ${index % 40}`,
		city: cities[index % cities.length] ?? '',
	}));
	await send(`${server}v1/programs/${program.id}/catalog`, 'PUT', { stores, items: [] } satisfies CatalogWire);
	return program;
}

async function bring(server: string, id: string, text: string): Promise<{ readonly id: string; readonly text: string }> {
	const made = (await send(`${server}v1/programs`, 'POST', { id, text })) as ProgramDetail;
	return { id: made.id, text };
}

async function send(url: string, method: string, body: unknown): Promise<unknown> {
	const response = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const said = await response.text();
	if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${said}`);
	return JSON.parse(said);
}
