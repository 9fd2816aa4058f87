import { expect, test, vi } from 'vitest';
import { openSnapshot } from '#compiler';
import type { CatalogWire, ProgramDetail } from '#server/contract';
import { askAhead, takeCatalog, takeDetail, takeReading } from './ahead.ts';
import { catalogFor } from './opening.ts';

const text = `program "Café" { currency EUR timezone "Europe/Vienna" }
rule "Books" {
	when store is "Harbour"
	earn 2 points
}`;
const detail = {
	id: 'cafe',
	name: 'Café',
	draft: { text, revision: 1, savedAt: '2026-03-01T09:00:00Z' },
	published: null,
} as unknown as ProgramDetail;
const catalog = { stores: [{ id: 'h', name: 'Harbour' }], items: [] } as unknown as CatalogWire;

test('what came ahead is taken once, at once where it is there', async () => {
	await askAhead('cafe', answering({ '/v1/programs/cafe': detail, '/v1/programs/cafe/catalog': catalog }));
	expect(takeDetail.now('cafe')).toEqual(detail);
	expect(takeDetail.now('cafe')).toBeUndefined();
	expect(await takeDetail.later('cafe')).toBeNull();
	expect(await takeCatalog.later('cafe')).toEqual(catalog);
	expect(takeCatalog.now('cafe')).toBeUndefined();
	expect(takeDetail.now('another')).toBeUndefined();
});

test('who is there before the answer waits for it', async () => {
	let answer = () => {};
	const when = new Promise<void>((resolve) => {
		answer = resolve;
	});
	const fetch = answering({ '/v1/programs/slow': detail, '/v1/programs/slow/catalog': catalog }, when);
	const asked = askAhead('slow', fetch);
	expect(takeDetail.now('slow')).toBeUndefined();
	const coming = takeDetail.later('slow');
	answer();
	expect(await coming).toEqual(detail);
	await asked;
	expect(fetch).toHaveBeenCalledTimes(2);
});

test('what does not come is asked for again by whoever needs it', async () => {
	await askAhead('lost', answering({}));
	expect(takeDetail.now('lost')).toBeUndefined();
	expect(await takeDetail.later('lost')).toBeNull();
	await askAhead('cut-off', () => Promise.reject(new TypeError('no network')));
	expect(await takeDetail.later('cut-off')).toBeNull();
	expect(await takeCatalog.later('cut-off')).toBeNull();
});

test('a program is read against its catalogue before it is opened', async () => {
	await askAhead('cafe', answering({ '/v1/programs/cafe': detail, '/v1/programs/cafe/catalog': catalog }));
	const [found, wire] = [taken(takeDetail.now('cafe')), taken(takeCatalog.now('cafe'))];
	const reading = takeReading(found, wire);
	expect(reading.source).toBe(text);
	expect(reading.checked.options.catalog).toBe(catalogFor(reading, wire));
	expect(reading.problems).toEqual(
		openSnapshot(text, { catalog: catalogFor(reading, wire), today: reading.checked.options.today ?? null }).problems,
	);
});

test('a program that is opened first is not read ahead, and one without its catalogue is read again with it', async () => {
	const found = { ...detail, id: 'early' };
	const bare = takeReading(found, null);
	expect(bare.checked.options.catalog).toBeNull();
	const known = takeReading(found, catalog);
	expect(known).not.toBe(bare);
	expect(known.checked.options.catalog).toBe(catalogFor(known, catalog));
});

/** A server that knows some addresses and answers when it may. */
function answering(answers: Record<string, unknown>, when: Promise<void> = Promise.resolve()) {
	return vi.fn<typeof fetch>(async (input) => {
		await when;
		const answer = typeof input === 'string' ? answers[input] : undefined;
		return answer === undefined ? Response.json({}, { status: 404 }) : Response.json(answer);
	});
}

function taken<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('Nothing came ahead');
	return value;
}
