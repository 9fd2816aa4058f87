/** From what a till sends to what an evaluator takes, with nothing in between: this runs inside the clock. */
import {
	epochDay,
	type EvaluationState,
	isRealDate,
	type Line,
	type LocalDate,
	type MemberState,
	newcomer,
	type Plan,
	stateOf,
	type Transaction,
} from '#compiler';
import type { RawLine, RawMember, RawTransaction } from './workload.ts';

/** A transaction in Earnest's own form. The harness's cart has no discount, and its total is what its parts add up to. */
export function transactionOf(raw: RawTransaction): Transaction {
	const { lines } = raw;
	const own: Line[] = [];
	for (let index = 0; index < lines.length; index++) own.push(lineOf(lines[index] as RawLine));
	return {
		id: raw.id,
		member: raw.member.id,
		event: 'purchase',
		attributes: NO_ATTRIBUTES,
		atMs: instantMs(raw.occurredAt),
		store: raw.store,
		chain: null,
		channel: raw.channel,
		orderType: raw.orderType,
		lines: own,
		discountMinor: 0,
		taxesMinor: raw.taxes,
		feesMinor: raw.fees,
		tipMinor: raw.tip,
		paidWithPointsMinor: 0,
	};
}

const NO_ATTRIBUTES: Transaction['attributes'] = {};

function lineOf({ item, category, subcategory, quantity, amount }: RawLine): Line {
	return { sku: item, category, subcategory, combo: null, quantityThousandths: quantity * 1_000, amountMinor: amount };
}

/** Milliseconds of an ISO instant: the one form that tills send is read digit by digit, everything else by the host. */
export function instantMs(iso: string): number {
	if (iso.length !== 24 || !hasSigns(iso)) return Date.parse(iso);
	const year = pair(iso, 0) * 100 + pair(iso, 2);
	const month = pair(iso, 5);
	const day = pair(iso, 8);
	const hour = pair(iso, 11);
	const minute = pair(iso, 14);
	const second = pair(iso, 17);
	const millisecond = digit(iso, 20) * 100 + pair(iso, 21);
	// What is not made of digits is NaN, and fails every one of these.
	if (!isRealDate(year, month, day) || !(hour < 24 && minute < 60 && second < 60 && millisecond < 1_000))
		return Date.parse(iso);
	return (((epochDay({ year, month, day }) * 24 + hour) * 60 + minute) * 60 + second) * 1_000 + millisecond;
}

const DASH = 45;
const COLON = 58;
const DOT = 46;
const LETTER_T = 84;
const LETTER_Z = 90;

/** Whether `-`, `T`, `:`, `.` and `Z` stand where `YYYY-MM-DDThh:mm:ss.sssZ` has them. */
function hasSigns(iso: string): boolean {
	return (
		iso.charCodeAt(4) === DASH &&
		iso.charCodeAt(7) === DASH &&
		iso.charCodeAt(10) === LETTER_T &&
		iso.charCodeAt(13) === COLON &&
		iso.charCodeAt(16) === COLON &&
		iso.charCodeAt(19) === DOT &&
		iso.charCodeAt(23) === LETTER_Z
	);
}

function digit(text: string, at: number): number {
	const value = text.charCodeAt(at) - 48;
	return value >= 0 && value <= 9 ? value : Number.NaN;
}

function pair(text: string, at: number): number {
	return digit(text, at) * 10 + digit(text, at + 1);
}

/** The state that a transaction is evaluated against: what it says of its member, and nothing else. */
export class MemberStates {
	readonly #nobody: MemberState;
	readonly #state: EvaluationState;

	constructor(plan: Plan) {
		this.#nobody = newcomer(plan, { id: '' });
		this.#state = stateOf(plan, null);
	}

	stateOf({ id, tier, birthday }: RawMember): EvaluationState {
		const birthDate = birthday === null ? null : dateOf(birthday);
		return { ...this.#state, member: { ...this.#nobody, id, tier, birthDate } };
	}
}

/** A date as tills send it, `YYYY-MM-DD`. */
function dateOf(iso: string): LocalDate {
	return { year: pair(iso, 0) * 100 + pair(iso, 2), month: pair(iso, 5), day: pair(iso, 8) };
}
