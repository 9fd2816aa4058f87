import {
	type EventRef,
	type EventTestFact,
	type Missing,
	type Moment,
	type Name,
	phrase,
	type TestEvent,
	type TestFact,
	type TestLine,
} from '#grammar';
import { epochDay, formatIsoDate, formatTime } from '../domain/calendar.ts';
import type { Catalog, Item } from '../domain/catalog.ts';
import { localClock, localToInstant } from '../domain/timezone.ts';
import { type Line, MAX_AMOUNT_MINOR, MAX_LINES, type Transaction } from '../domain/transaction.ts';
import type { Plan } from '../plan/plan.ts';
import { productOf, unitsOf } from './amounts.ts';
import { attributesOf } from './attributes.ts';
import type { Stop } from './scene.ts';

const NOON = 12 * 60;
const MINUTES_OF_DAY = 24 * 60;

/** What happens in a test as a transaction without a member; null where nothing does at a moment that exists. */
export function happeningOf(event: TestEvent, plan: Plan, catalog: Catalog | null, stop: Stop): Transaction | null {
	const { event: what, at, facts } = event;
	if (what.kind === 'missing' || at.kind === 'missing') {
		stop(event.span, phrase('The test does not say what happens, and when.'));
		return null;
	}
	const kind = eventOf(what);
	if (kind === null) {
		stop(what.span, phrase('Nothing that happens is called so. Say one event.'));
		return null;
	}
	const atMs = instantOf(at, plan, stop);
	if (atMs === null) return null;
	const attributes = attributesOf(facts);
	return { event: kind, attributes, atMs, ...placeOf(facts, catalog), ...amountsOf(facts, plan, catalog, stop) };
}

function eventOf({ event, name }: EventRef): Transaction['event'] | null {
	if (event === 'any') return null;
	if (event !== 'custom') return event;
	return name?.kind === 'name' ? { custom: name.text } : null;
}

type Facts = TestEvent['facts'];

/** A local moment as an instant; noon where no time is told. Of an hour that comes twice the first one is meant. */
function instantOf({ date, time, span }: Moment, { program }: Plan, stop: Stop): number | null {
	const minute = time?.minute ?? NOON;
	const atMs = localToInstant(date, minute, program.timezone);
	const local = atMs === null ? undefined : localClock(program.timezone)?.(atMs);
	if (local && local.day * MINUTES_OF_DAY + local.minute === epochDay(date) * MINUTES_OF_DAY + minute) return atMs;
	const moment = `${formatIsoDate(date)} ${formatTime(minute)}`;
	stop(span, phrase('no such moment', { moment, timezone: program.timezone }));
	return null;
}

function placeOf(facts: Facts, catalog: Catalog | null) {
	const store = nameOf(facts, 'store');
	const chain = nameOf(facts, 'chain') ?? catalog?.stores.find(({ id }) => id === store)?.chain ?? null;
	return {
		id: 'test',
		member: null,
		// A chain alone is told of some store of it, none that a rule could name.
		store: store ?? (chain === null ? null : `some store of ${chain}`),
		chain,
		channel: nameOf(facts, 'channel'),
		orderType: nameOf(facts, 'order type'),
	};
}

function amountsOf(facts: Facts, plan: Plan, catalog: Catalog | null, stop: Stop) {
	const amount = (wanted: EventTestFact) => {
		const fact = factOf(facts, wanted);
		return fact ? payable(unitsOf(fact.value, plan.program.currencyDecimals), fact, plan, stop) : 0;
	};
	return {
		lines: linesOf(facts, plan, catalog, stop),
		discountMinor: amount('discount'),
		taxesMinor: amount('taxes'),
		feesMinor: amount('fees'),
		tipMinor: amount('tip'),
		paidWithPointsMinor: amount('paid with points'),
	};
}

function linesOf(facts: Facts, plan: Plan, catalog: Catalog | null, stop: Stop): Line[] {
	const items = new Map((catalog?.items ?? []).map((item) => [item.sku, item]));
	const lines = facts.filter((fact) => fact.kind === 'test-line');
	const beyond = lines[MAX_LINES];
	if (beyond) stop(beyond.span, phrase('most lines', { most: MAX_LINES }));
	return lines.map((line) => lineOf(line, plan, items, stop));
}

function lineOf(line: TestLine, plan: Plan, items: ReadonlyMap<string, Item>, stop: Stop): Line {
	const { item, category, subcategory, combo, quantity, unit, price } = line;
	const decimals = plan.program.currencyDecimals;
	const sku = textOf(item) ?? '';
	const known = items.get(sku);
	return {
		sku,
		category: textOf(category) ?? known?.category ?? null,
		subcategory: textOf(subcategory) ?? known?.subcategory ?? null,
		combo: textOf(combo),
		quantityThousandths: Number(unitsOf(quantity, 3) ?? 0n),
		amountMinor: payable(unit ? unitsOf(price, decimals) : productOf(quantity, price, decimals), line, plan, stop),
	};
}

/** An amount that a single field of a transaction may hold. */
function payable(minor: bigint | null, of: TestFact | TestLine, { program }: Plan, stop: Stop): number {
	if (minor !== null && minor <= BigInt(MAX_AMOUNT_MINOR)) return Number(minor);
	stop(of.span, phrase('not to be paid', { currency: program.currency }));
	return 0;
}

function factOf(facts: Facts, wanted: EventTestFact): TestFact | undefined {
	return facts.find((fact): fact is TestFact => fact.kind === 'test-fact' && fact.fact.text === wanted);
}

function nameOf(facts: Facts, wanted: EventTestFact): string | null {
	const value = factOf(facts, wanted)?.value;
	return value?.kind === 'name' ? value.text : null;
}

function textOf(name: Name | Missing | undefined): string | null {
	return name?.kind === 'name' ? name.text : null;
}
