/** One fault of an input: where it stands, a stable code, and what was found, what was expected, what to do. */
export interface Fault {
	/** A JSON pointer (RFC 6901): `/items/2/amount`; empty for the whole. */
	readonly path: string;
	readonly code: FaultCode;
	readonly message: string;
}

/** The codes of every fault a transaction can have. They are part of the interface: a till may act on them. */
export type FaultCode =
	| 'not-an-object'
	| 'not-a-list'
	| 'missing'
	| 'unknown-field'
	| 'wrong-type'
	| 'empty-text'
	| 'too-long'
	| 'ill-formed-text'
	| 'control-character'
	| 'not-a-moment'
	| 'too-far-ahead'
	| 'no-version-in-force'
	| 'too-many-items'
	| 'not-an-amount'
	| 'negative-amount'
	| 'not-a-quantity'
	| 'negative-quantity'
	| 'too-many-decimals'
	| 'too-large'
	| 'unknown-currency'
	| 'unknown-channel'
	| 'unknown-order-type'
	| 'unknown-store'
	| 'unknown-member'
	| 'unknown-tier'
	| 'state-not-kept'
	| 'member-missing'
	| 'discount-above-items'
	| 'points-above-total'
	| 'wrong-total'
	| 'too-many-points';

/** The JSON pointer of a place, from the keys and indexes that lead to it. */
export function pointer(...steps: readonly (string | number)[]): string {
	return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const LONGEST_SHOWN = 60;

/** A value as it is shown in a message: in backticks, on one line, shortened where it is long; of what has parts only its kind. */
export function shown(value: unknown): string {
	if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
	const text = String(value);
	const line = text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD').replaceAll('`', "'");
	const letters = Array.from(line.slice(0, LONGEST_SHOWN * 2));
	return `\`${letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : line}\``;
}
