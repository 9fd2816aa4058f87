import { type Level, longDays, printName, printText, shortDays } from '#grammar';
import { currencyCodes } from '../../domain/currencies.ts';
import { timezones } from '../../domain/timezone.ts';
import type { Scope } from '../../vocabulary/construct.ts';
import type { Word } from './caret.ts';

/** Something that can stand at a caret. */
export interface Suggestion {
	/** `construct`: a whole clause. `keyword`: fixed words. `name`: something declared. `value`: one of a known list. */
	readonly kind: 'construct' | 'keyword' | 'name' | 'value';
	/** What a list shows. */
	readonly label: string;
	/** What is written. */
	readonly insert: string;
	/** What it is, in a line. */
	readonly detail: string;
}

/** What can follow inside a clause, and whether the clause can also be over. */
export interface Expectation {
	readonly suggestions: readonly Suggestion[];
	readonly mayEnd: boolean;
}

/** What can follow the words of a clause. The clause has at least one word. */
export function expectationAfter(level: Level, clause: readonly Word[], scope: Scope): Expectation {
	const follow = follows[`${level} ${clause[0]?.text}`];
	return follow ? follow(clause, scope) : OVER;
}

type Follow = (clause: readonly Word[], scope: Scope) => Expectation;

const OVER: Expectation = { suggestions: [], mayEnd: true };
const earn: Follow = (clause, { filters }) => formula(clause, filters);
const limit: Follow = chain({ points: must('per transaction'), per: must('transaction') }, (last) =>
	last.class === 'number' ? must('points per transaction') : NOTHING,
);

/** By level and first word. What is not here has nothing to suggest. */
const follows: Readonly<Record<string, Follow>> = {
	'document tiers': chain({ tiers: must('by'), by: must('lifetime points', 'hand'), lifetime: must('points') }),
	'document filter': filter,
	'program currency': (clause) => (clause.length === 1 ? only(values(currencyCodes(), 'currency')) : OVER),
	'program timezone': (clause) => (clause.length === 1 ? only(quotedNames(timezones(), 'timezone')) : OVER),
	'program week': chain({ week: must('starts'), starts: must(...longDays) }),
	'program points': chain({
		points: must('whole', 'with 2 decimals'),
		with: must('2 decimals'),
		whole: may(', rounded'),
		decimals: may(', rounded'),
		',': must('rounded'),
		rounded: must('down', 'up', 'half up', 'half even'),
		half: must('up', 'even'),
		down: may('per award'),
		up: may('per award'),
		even: may('per award'),
		per: must('award'),
	}),
	'program order': chain({ order: must('types') }),
	'program limit': limit,
	'tiers tier': (clause) => (clause.length === 2 ? may('from') : NOTHING),
	'tier multiply': chain({ multiply: must('points by'), points: must('by') }),
	'tier earn': earn,
	'rule status': chain({ status: must('enabled', 'disabled') }),
	'rule active': chain({ active: must('from', 'until') }, (last, clause) =>
		(last.class === 'date' || last.class === 'time') && !has(clause, 'until') ? may('until') : OVER,
	),
	'rule when': chain({ when: must('{', 'always') }),
	'rule earn': earn,
	'rule limit': limit,
	'when on': days,
	'when order': (clause, { orderTypes }) => membership(clause, names(orderTypes, 'order type')),
	'when channel': (clause, { channels }) => membership(clause, names(channels, 'channel')),
	'when tier': (clause, { tiers }) => membership(clause, names(tiers, 'tier')),
	'when store': (clause, { stores, chains }) =>
		clause.at(-1)?.text === 'chain'
			? only(quotedNames(chains, 'chain'))
			: membership(clause, [...quotedNames(stores, 'store'), ...(chains.length > 0 ? keywords('chain') : [])]),
	'when spend': (clause, { filters }) => {
		if (clause.length === 1) return only(quotedNames(filters, 'cart filter'));
		if (clause.length === 2) return must('>=', '<=', '>', '<', '=', '!=', 'between');
		return has(clause, 'between') && clause.at(-1)?.class === 'number' && !has(clause, 'and') ? must('and') : OVER;
	},
	'when birthday': chain({ birthday: must('today', 'within 3 days', 'this month'), this: must('month') }, (last) =>
		last.class === 'number' ? must('days') : OVER,
	),
};

const NOTHING: Expectation = { suggestions: [], mayEnd: false };

/** What follows by the last word alone; `otherwise` where it is none of these. */
function chain(
	byLast: Readonly<Record<string, Expectation>>,
	otherwise: (last: Word, clause: readonly Word[]) => Expectation = () => OVER,
): Follow {
	return (clause) => {
		const last = clause.at(-1) as Word;
		return last.class === 'string' ? otherwise(last, clause) : (byLast[last.text] ?? otherwise(last, clause));
	};
}

/** `is`, `is not`, and names between commas; no name twice. */
function membership(clause: readonly Word[], candidates: readonly Suggestion[]): Expectation {
	const last = clause.at(-1)?.text;
	const left = candidates.filter(({ insert, kind }) => kind === 'keyword' || !has(clause, insert));
	if (last === 'order') return must('type is', 'type is not');
	if (last === 'is') return only([...left, ...keywords('not')]);
	if (last === 'not' || last === ',') return only(left);
	return clause.length === 1 || last === 'type' ? must('is', 'is not') : OVER;
}

function days(clause: readonly Word[]): Expectation {
	const last = clause.at(-1) as Word;
	if (last.text === 'on') return only([...values(shortDays, 'day'), ...keywords('any day')]);
	if (last.text === 'any') return must('day');
	if (last.text === 'or') return must('on');
	if (last.text === 'to' || last.text === ',') return only(values(shortDays, 'day'));
	if (last.text === 'day') return may('between', 'or on');
	const range = clause.slice(clause.findLastIndex(({ text }) => text === 'on'));
	if (last.class === 'time') return has(range, 'and') ? may('or on') : must('and');
	const isDay = shortDays.some((day) => day === last.text);
	return isDay ? may(...(clause.at(-2)?.text === 'to' ? [] : ['to']), 'between', 'or on') : NOTHING;
}

/** A formula has one cart filter: with one in place, it is the only one that can stand again. */
function formula(clause: readonly Word[], filters: readonly string[]): Expectation {
	const last = clause.at(-1) as Word;
	const opens = last.text === 'earn' || last.text === '(' || last.class === 'operator';
	if (!opens) return OVER;
	const used = clause.find((word) => word.class === 'string')?.text;
	return only(quotedNames(filters, 'cart filter').filter(({ insert }) => used === undefined || insert === used));
}

function filter(clause: readonly Word[], scope: Scope): Expectation {
	const last = clause.at(-1) as Word;
	const kinds = ['category', 'subcategory', 'combo', 'item'];
	const kind = clause.findLast(({ text }) => kinds.includes(text))?.text;
	if (clause.length === 1) return NOTHING;
	if (clause.length === 2) return must('=');
	if (last.text === '=') return must('total', 'total excluding taxes, fees, tip', 'items', 'items in', 'items not in');
	if (last.text === 'total') return may('excluding', 'before discounts');
	if (last.text === 'before') return must('discounts');
	if (last.text === 'excluding' || (last.text === ',' && has(clause, 'excluding')))
		return must('taxes', 'fees', 'tip', 'points');
	if (last.text === 'items') return may('in', 'not in', 'except');
	if (last.text === 'not') return must('in');
	if (last.text === 'in' || last.text === 'except') return must(...kinds);
	if (last.text === ',') return only([...catalogNames(kind, scope), ...keywords(...kinds)]);
	if (last.text === kind) return only(catalogNames(kind, scope));
	return kind && !has(clause, 'except') ? may('except') : OVER;
}

function catalogNames(kind: string | undefined, { categories, subcategories, items }: Scope): Suggestion[] {
	const found = { category: categories, subcategory: subcategories, item: items }[kind ?? ''] ?? [];
	return quotedNames(found, kind ?? '');
}

function has(clause: readonly Word[], text: string): boolean {
	return clause.some((word) => word.text === text);
}

function must(...texts: readonly string[]): Expectation {
	return only(keywords(...texts));
}

function may(...texts: readonly string[]): Expectation {
	return { suggestions: keywords(...texts), mayEnd: true };
}

function only(suggestions: readonly Suggestion[]): Expectation {
	return { suggestions, mayEnd: false };
}

function keywords(...texts: readonly string[]): Suggestion[] {
	return texts.map((text) => ({ kind: 'keyword', label: text, insert: text, detail: '' }));
}

function values(texts: readonly string[], detail: string): Suggestion[] {
	return texts.map((text) => ({ kind: 'value', label: text, insert: text, detail }));
}

function names(texts: readonly string[], detail: string): Suggestion[] {
	return texts.map((text) => ({ kind: 'name', label: text, insert: printName(text), detail }));
}

/** Filters, stores and chains are written in quotes, whether they need them or not. */
function quotedNames(texts: readonly string[], detail: string): Suggestion[] {
	return texts.map((text) => ({ kind: 'name', label: text, insert: printText(text), detail }));
}
