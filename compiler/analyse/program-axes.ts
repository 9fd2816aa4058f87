/** The axes of one program: which facts its conditions can ask about, and the values that these can have. */
import type { Condition, FilterDeclaration, MemberFact, Missing, NumberLiteral } from '#grammar';
import { kindOf } from '../check/attributes.ts';
import { measureOf } from '../check/measures.ts';
import { QUANTITY_DECIMALS } from '../domain/transaction.ts';
import { programCurrencyDecimals } from '../check/points.ts';
import type { Symbols } from '../check/symbols.ts';
import { MAX_FILTER_MINOR } from '../formula/analyse.ts';
import { ANY_NAME, type Axis, type Fact, listedNames, ordered, type ValueSet } from './axes.ts';
import { BIRTHDAYS } from './birthday-codes.ts';
import { ALL_COUNTS } from './counts.ts';
import { EVERYTHING, stretch } from './stretches.ts';
import { anyNumber, type Place, wholeUnits } from './comparisons.ts';
import { WHOLE_WEEK } from './week.ts';

/** An axis of numbers, and where a literal lies on it. */
export interface NumberAxis {
	readonly axis: Axis;
	readonly place: Place;
}

/** The minute of the week, of the transaction's moment in the program's timezone. */
export const WEEK: Axis = { key: 'week', fact: 'week', domain: ordered(WHOLE_WEEK), mayBeMissing: false };
/** The local minute since 1970-01-01, of the transaction's moment in the program's timezone. */
export const DATE: Axis = { key: 'date', fact: 'date', domain: ordered(EVERYTHING), mayBeMissing: false };
/** What happened: the word of the language, or the quoted name of one of the program's own. */
export const EVENT: Axis = { key: 'event', fact: 'event', domain: ANY_NAME, mayBeMissing: false };
/** The store's id. */
export const STORE: Axis = { key: 'store', fact: 'store', domain: ANY_NAME, mayBeMissing: true };
/** The chain of the store; a store without one has the empty text. */
export const CHAIN: Axis = { key: 'chain', fact: 'chain', domain: ANY_NAME, mayBeMissing: false };
/** The number of the member's purchase. */
export const PURCHASE_NUMBER: Axis = {
	key: 'purchase-number',
	fact: 'purchase-number',
	domain: { kind: 'counts', counts: ALL_COUNTS },
	mayBeMissing: true,
};
/** How a day lies to the nearest birthday, see {@link birthdayCode}. */
export const BIRTHDAY: Axis = { key: 'birthday', fact: 'birthday', domain: ordered(BIRTHDAYS), mayBeMissing: true };
/** The same for the day of joining. */
export const ANNIVERSARY: Axis = { key: 'anniversary', fact: 'anniversary', domain: ordered(BIRTHDAYS), mayBeMissing: true };

const YES_OR_NO = ordered(stretch(0, 2));
/** A flag that is set, a segment that the member is in, an unreadable condition that holds. */
export const YES = ordered(stretch(1, 2));
/** The contrary. */
export const NO = ordered(stretch(0, 1));

/** Answers null for an axis that the program does not have, or whose values cannot be read. */
export class ProgramAxes {
	readonly dayStarts: number;
	readonly currencyDecimals: number;
	readonly #symbols: Symbols;
	readonly #axes = new Map<string, Axis | null>();
	readonly #opaque = new WeakMap<Condition, Axis>();
	#opaqueCount = 0;

	constructor(symbols: Symbols) {
		this.#symbols = symbols;
		this.currencyDecimals = programCurrencyDecimals(symbols.program);
		const day = symbols.program?.settings.find((setting) => setting.kind === 'day');
		this.dayStarts = day?.kind === 'day' && day.starts.kind === 'time' ? day.starts.minute % 1_440 : 0;
	}

	channel(): Axis | null {
		return this.#keep('channel', () => nameAxis('channel', this.#symbols.channels));
	}

	orderType(): Axis | null {
		return this.#keep('order-type', () => nameAxis('order-type', this.#symbols.orderTypes));
	}

	tier(): Axis | null {
		return this.#keep('tier', () => nameAxis('tier', [...this.#symbols.tierByName.keys()]));
	}

	/** Whether the member is in a segment. */
	segment(name: string): Axis | null {
		const isDeclared = this.#symbols.segments.has(name);
		return this.#keep(`segment ${name}`, (key) => (isDeclared ? axisOf(key, 'segment', YES_OR_NO, true) : null));
	}

	/** The amount of a cart filter of money, or a number that it takes from the transaction. */
	spend(name: string): NumberAxis | null {
		const measure = measureOf(name, this.#symbols);
		if (measure === 'attribute') {
			const axis = this.#keep(`spend ${name}`, (key) => axisOf(key, 'spend', ordered(EVERYTHING), true));
			return axis && { axis, place: anyNumber };
		}
		if (measure !== 'money') return null;
		const place = wholeUnits(this.currencyDecimals);
		const axis = this.#keep(`spend ${name}`, (key) => {
			const most = mostOf(this.#symbols.filters.get(name), place);
			return most === null ? null : axisOf(key, 'spend', ordered(stretch(0n, most + 1n)), false);
		});
		return axis && { axis, place };
	}

	/** The thousandths of units that an items filter counts. */
	quantity(name: string): NumberAxis | null {
		const filter = this.#symbols.filters.get(name);
		if (filter?.source.kind !== 'items-source') return null;
		const least = stretch(0n, Number.POSITIVE_INFINITY);
		const axis = this.#keep(`quantity ${name}`, (key) => axisOf(key, 'quantity', ordered(least), false));
		return axis && { axis, place: wholeUnits(QUANTITY_DECIMALS) };
	}

	memberFact(fact: MemberFact): NumberAxis | null {
		const axis = this.#keep(fact, (key) => axisOf(key, 'member-fact', ordered(EVERYTHING), true));
		// Points may have had more decimals under an earlier version of the program; days are whole for ever.
		return axis && { axis, place: fact.startsWith('days') ? wholeUnits(0) : anyNumber };
	}

	numberAttribute(name: string): NumberAxis | null {
		const axis = this.#attribute(name, 'number', () => ordered(EVERYTHING));
		return axis && { axis, place: anyNumber };
	}

	flag(name: string): Axis | null {
		return this.#attribute(name, 'flag', () => YES_OR_NO);
	}

	/** Minutes since 1970-01-01. */
	dateAttribute(name: string): Axis | null {
		return this.#attribute(name, 'date', () => ordered(EVERYTHING));
	}

	namedAttribute(name: string): Axis | null {
		const type = this.#symbols.attributes.get(name)?.type;
		if (type?.kind !== 'one-of') return this.#attribute(name, 'text', () => ANY_NAME);
		const values = type.values.flatMap((value) => (value.kind === 'name' ? [value.text] : []));
		if (values.length < type.values.length) return null;
		return this.#attribute(name, 'one of', () => listedNames(values));
	}

	/** The axis of a condition of which nothing is known but whether it holds. */
	opaque(condition: Condition): Axis {
		const known = this.#opaque.get(condition);
		if (known) return known;
		const axis = axisOf(`opaque ${this.#opaqueCount++}`, 'opaque', YES_OR_NO, true);
		this.#opaque.set(condition, axis);
		return axis;
	}

	#attribute(name: string, kind: ReturnType<typeof kindOf>, domain: () => ValueSet): Axis | null {
		const declaration = this.#symbols.attributes.get(name);
		if (!declaration || kindOf(declaration) !== kind) return null;
		return this.#keep(`attribute ${name}`, (key) => axisOf(key, 'attribute', domain(), true));
	}

	#keep(key: string, make: (key: string) => Axis | null): Axis | null {
		const known = this.#axes.get(key);
		if (known !== undefined) return known;
		const axis = make(key);
		this.#axes.set(key, axis);
		return axis;
	}
}

function axisOf(key: string, fact: Fact, domain: ValueSet, mayBeMissing: boolean): Axis {
	return { key, fact, domain, mayBeMissing };
}

/** The axis of a fact with some names; null where none is declared, since nothing is then known of what may arrive. */
function nameAxis(fact: 'channel' | 'order-type' | 'tier', names: readonly string[]): Axis | null {
	return names.length === 0 ? null : axisOf(fact, fact, listedNames(names), true);
}

/** The most that a filter of money can amount to, in minor units; null where its bounds cannot be. */
function mostOf(filter: FilterDeclaration | undefined, place: Place): bigint | null {
	const most = BigInt(MAX_FILTER_MINOR);
	if (!filter) return most;
	const above = boundOf(filter.above, place, 0n);
	const upTo = boundOf(filter.upTo, place, most);
	if (above === null || upTo === null) return null;
	const cut = (upTo < most ? upTo : most) - above;
	return cut <= 0n ? null : cut;
}

function boundOf(literal: NumberLiteral | Missing | undefined, place: Place, otherwise: bigint): bigint | null {
	if (!literal) return otherwise;
	return literal.kind === 'number' ? (place(literal)?.before ?? null) : null;
}

const known = new WeakMap<Symbols, ProgramAxes>();

/** The axes of a program; made once for each of its states. */
export function axesOf(symbols: Symbols): ProgramAxes {
	const before = known.get(symbols);
	if (before) return before;
	const axes = new ProgramAxes(symbols);
	known.set(symbols, axes);
	return axes;
}

/**
 * Keeps what was found out of parts of a program as long as the names around them mean the same: at a keystroke most parts are
 * the ones of before.
 */
export class KeptPerProgram<K extends object, V> {
	readonly #kept = new WeakMap<ProgramAxes, WeakMap<K, { readonly value: V }>>();

	/** What was found out of a part; made where it is asked for first. */
	get(part: K, axes: ProgramAxes, make: () => V): V {
		let ofProgram = this.#kept.get(axes);
		if (!ofProgram) this.#kept.set(axes, (ofProgram = new WeakMap()));
		let found = ofProgram.get(part);
		if (!found) ofProgram.set(part, (found = { value: make() }));
		return found.value;
	}
}
