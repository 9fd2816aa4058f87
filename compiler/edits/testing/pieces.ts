/** Random clauses of every kind. */
import type { Chance } from './chance.ts';
import { when } from './conditions.ts';
import { ATTRIBUTES, name, names, number, quoted, type RandomPiece, SEGMENTS, SETS, whole } from './words.ts';

const EVENTS = ['purchase', 'registration', 'profile_completed', 'birthday', 'anniversary', 'referral', 'check_in'] as const;

/** A formula of at most some depth. */
function formula(chance: Chance, depth: number): string[] {
	if (depth === 0 || chance.happens(40)) return [chance.happens(40) ? quoted(chance) : number(chance)];
	if (chance.happens(20)) return ['(', ...formula(chance, depth - 1), ')'];
	return [...formula(chance, depth - 1), chance.pick(['*', '+', '-', '/']), ...formula(chance, depth - 1)];
}

function earn(chance: Chance): string[] {
	const what = chance.happens(25)
		? [number(chance), 'for', 'every', whole(chance), 'of', quoted(chance)]
		: formula(chance, 2);
	return [
		'earn',
		...what,
		...(chance.happens(15) ? ['at', 'least', whole(chance), 'points'] : []),
		...(chance.happens(15) ? ['without', 'multipliers'] : []),
		...(chance.happens(15) ? ['for', chance.pick(['referrer', 'referred'])] : []),
	];
}

function multiply(chance: Chance): string[] {
	const on = chance.happens(25) ? ['on', quoted(chance)] : [];
	return ['multiply', chance.pick(['points', 'base', 'this']), ...on, 'by', number(chance)];
}

function limit(chance: Chance): string[] {
	const periods = ['transaction', 'day', 'week', 'month', 'quarter', 'year', 'lifetime'] as const;
	const per = ['per', ...(chance.happens(20) ? ['rolling', '7', 'days'] : [chance.pick(periods)])];
	switch (chance.below(5)) {
		case 0:
			return ['limit', 'once', ...per];
		case 1:
			return ['limit', '3', 'times', ...per];
		case 2:
			return ['limit', 'points', 'to', ...formula(chance, 1), 'per', 'transaction'];
		default:
			return ['limit', number(chance), 'points', ...per, ...(chance.happens(20) ? ['or', 'nothing'] : [])];
	}
}

function about(chance: Chance): string[] {
	return ['about', quoted(chance)];
}

function status(chance: Chance): string[] {
	return ['status', chance.pick(['enabled', 'disabled'])];
}

function active(chance: Chance): string[] {
	const by = chance.happens(25) ? ['by', chance.pick(ATTRIBUTES)] : [];
	const dates = [
		['from', '2026-01-01'],
		['until', '2026-03-31', '18:00'],
		['from', '2026-01-01', 'until', '2026-03-31'],
	] as const;
	return ['active', ...by, ...chance.pick(dates)];
}

function moment(chance: Chance): readonly string[] {
	return chance.pick([
		['after', '14', 'days'],
		['after', '1', 'month'],
		['at', 'month', 'end'],
		['at', 'year', 'end'],
	]);
}

/** The source of a filter. */
export function filterSource(chance: Chance): string[] {
	const source = chance.pick([
		['total'],
		['total', 'excluding', 'taxes', ',', 'fees', ',', 'points'],
		['items', 'in', 'category', '"Drinks"', ',', '"Retail"'],
		['items', 'not', 'in', 'subcategory', '"午餐"', 'except', 'item', '"GIFT"', 'excluding', 'points'],
		['quantity', 'of', 'items', 'in', 'combo', '"Meal"'],
		['total', 'before', 'discounts'],
		['attribute', 'basket_weight'],
		['paid', 'with', 'points'],
	]);
	const above = chance.happens(15) ? ['above', '100'] : [];
	return [...source, ...above, ...(chance.happens(15) ? ['up', 'to', '1_000'] : [])];
}

/** The fact of a member or of an event. */
export function fact(chance: Chance, of: 'member' | 'event'): string[] {
	if (of === 'member') {
		return [
			...chance.pick([
				['tier', name(chance)],
				['segment', chance.pick(SEGMENTS)],
				['birthday', '1990-02-07'],
				['joined', '2025-01-01'],
				['last', 'purchase', '2026-01-31'],
				['purchases', '12'],
				['lifetime', 'points', '1_000'],
				['lifetime', 'spend', '50'],
				['balance', '7'],
			]),
		];
	}
	return [
		...chance.pick([
			['store', quoted(chance)],
			['chain', quoted(chance)],
			['channel', 'app'],
			['order', 'type', 'dine_in'],
			['discount', '1.50'],
			['taxes', '5.00'],
			['fees', '1'],
			['tip', '10.00'],
			['paid', 'with', 'points', '2'],
		]),
	];
}

function attributeFact(chance: Chance): string[] {
	// Behind a flag a name in quotes is its value.
	return [chance.pick(ATTRIBUTES.slice(0, 4)), ...chance.pick([[], ['card'], ['2.5'], ['2026-01-01']])];
}

function line(chance: Chance): string[] {
	const labels = [
		['category', '"Drinks"'],
		['subcategory', '"Espresso"'],
		['combo', '"Meal"'],
	] as const;
	const amount = chance.happens(30) ? ['28', 'x', 'litres', 'for', '41.00'] : ['2', 'x', '18.00'];
	return ['item', quoted(chance), ...labels.filter(() => chance.happens(40)).flat(), ...amount];
}

/** The event of a test with its moment. */
export function happening(chance: Chance): string[] {
	const event = chance.happens(20) ? ['event', '"survey_done"'] : [chance.happens(60) ? 'purchase' : chance.pick(EVENTS)];
	return [...event, 'at', '2026-02-07', ...(chance.happens(50) ? ['12:30'] : [])];
}

/** The event of a rule, with `on`. */
export function onEvent(chance: Chance): string[] {
	return ['on', ...chance.pick([[chance.pick(EVENTS)], ['any', 'event'], ['event', '"survey_done"']])];
}

/** What the tiers go by, with `by`. */
export function basis(chance: Chance): string[] {
	const measure = chance.pick([
		['lifetime', 'points'],
		['lifetime', 'spend', 'of', quoted(chance)],
		['points', 'per', 'year'],
		['spend', 'of', quoted(chance), 'per', 'year'],
		['hand'],
	]);
	const kept = chance.happens(20) ? ['kept', 'through', 'the', 'next', 'year'] : [];
	return ['by', ...measure, ...kept, ...(chance.happens(20) ? ['moved', 'by', 'hand'] : [])];
}

type Write = (chance: Chance) => RandomPiece;
const bare =
	(write: (chance: Chance) => readonly string[]): Write =>
	(chance) => ({ words: write(chance) });

/** For each holder its clauses, by the kind that they have in the tree. */
export const clauses: Readonly<Record<string, Readonly<Record<string, Write>>>> = {
	program: {
		currency: bare(() => ['currency', 'AED']),
		timezone: bare(() => ['timezone', '"Asia/Dubai"']),
		week: bare(() => ['week', 'starts', 'Monday']),
		day: bare(() => ['day', 'starts', '04:00']),
		points: bare((chance) => [
			'points',
			...chance.pick([
				['whole'],
				['whole', ',', 'rounded', 'down', 'per', 'award'],
				['with', '2', 'decimals', ',', 'rounded', 'half', 'up', 'carried'],
			]),
		]),
		channels: bare((chance) => ['channels', ...names(chance)]),
		'order-types': bare((chance) => ['order', 'types', ...names(chance)]),
		returns: bare((chance) => [
			'returns',
			...chance.pick([
				['may', 'go', 'negative'],
				['stop', 'at', 'zero'],
				['pending', 'only'],
			]),
		]),
		limit: bare(limit),
	},
	'tier-declaration': {
		'color-clause': bare((chance) => ['color', chance.pick(['#D4AF37', '#b87333'])]),
		earn: bare(earn),
		multiply: bare(multiply),
	},
	campaign: {
		about: bare(about),
		status: bare(status),
		active: bare(active),
		budget: bare((chance) => ['budget', whole(chance), 'points']),
		multiply: bare(multiply),
		limit: bare(limit),
	},
	rule: {
		about: bare(about),
		status: bare(status),
		active: bare(active),
		priority: bare((chance) => ['priority', ...(chance.happens(20) ? ['-'] : []), '20']),
		exclusive: bare((chance) => ['exclusive', chance.pick(SETS)]),
		when: (chance) => when(chance),
		earn: bare(earn),
		multiply: bare(multiply),
		limit: bare(limit),
	},
	redemption: {
		worth: bare(() => ['100', 'points', '=', '1', 'AED']),
		'at-most': bare((chance) => ['at', 'most', '50%', 'of', quoted(chance)]),
		'at-least': bare((chance) =>
			['at', 'least', '200', 'points'].concat(chance.happens(50) ? ['in', 'steps', 'of', '100'] : []),
		),
	},
	expiry: {
		available: bare((chance) => ['available', ...moment(chance)]),
		expires: bare((chance) => [
			'expires',
			...(chance.happens(30) ? ['after', '12', 'months', 'without', 'activity'] : moment(chance)),
		]),
	},
	test: {
		'test-member': (chance) => ({
			words: ['member'],
			parts: chance.list(0, 3, () => memberFact(chance)),
		}),
		'test-event': (chance) => ({
			words: happening(chance),
			...(chance.happens(80) ? { parts: chance.list(0, 3, () => eventFact(chance)) } : {}),
		}),
		'test-return': bare((chance) => [
			'returns',
			...chance.pick([['all'], [whole(chance)], ['item', '"LATTE"', whole(chance)]]),
		]),
		'test-spend': bare(() => ['spend', 'points']),
		expect: bare((chance) => [
			'expect',
			...chance.pick([
				['total', whole(chance)],
				['balance', whole(chance)],
				['paid', 'with', 'points', whole(chance)],
				['tier', 'earns', whole(chance)],
				['"Rule 0"', 'earns', '207'],
				['"Rule 0"', 'earns', '1_000'],
				['"قاعدة 1"', 'earns', '1', 'for', 'referrer'],
			]),
		]),
	},
	'test-member': {
		'test-fact': bare((chance) => fact(chance, 'member')),
		'test-attribute': bare(attributeFact),
	},
	'test-event': {
		'test-fact': bare((chance) => fact(chance, 'event')),
		'test-line': bare(line),
		'test-attribute': bare(attributeFact),
	},
};

/** A clause of a holder. */
export function clause(chance: Chance, holder: string, kind: string): RandomPiece {
	const write = clauses[holder]?.[kind];
	if (!write) throw new Error(`No ${kind} in ${holder}`);
	return write(chance);
}

function memberFact(chance: Chance): RandomPiece {
	return clause(chance, 'test-member', chance.pick(['test-fact', 'test-fact', 'test-attribute']));
}

function eventFact(chance: Chance): RandomPiece {
	return clause(chance, 'test-event', chance.pick(['test-fact', 'test-line', 'test-attribute']));
}
