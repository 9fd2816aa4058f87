/** From what a till sends to what an evaluator takes, with nothing in between: this runs inside the clock. */
import {
	type EvaluationState,
	type Line,
	type MemberState,
	newcomer,
	parseInstant,
	parseIsoDate,
	type Plan,
	stateOf,
	type Transaction,
} from '#compiler';
import type { RawLine, RawMember, RawTransaction } from './workload.ts';

/** A transaction in Earnest's own form. The harness's cart has no discount, and its total is what its parts add up to. */
export function transactionOf(raw: RawTransaction): Transaction {
	return {
		id: raw.id,
		member: raw.member.id,
		event: 'purchase',
		attributes: NO_ATTRIBUTES,
		atMs: momentOf(raw),
		store: raw.store,
		chain: null,
		channel: raw.channel,
		orderType: raw.orderType,
		lines: linesOf(raw.lines),
		discountMinor: 0,
		taxesMinor: raw.taxes,
		feesMinor: raw.fees,
		tipMinor: raw.tip,
		paidWithPointsMinor: 0,
	};
}

const NO_ATTRIBUTES: Transaction['attributes'] = {};

function momentOf({ occurredAt }: RawTransaction): number {
	const atMs = parseInstant(occurredAt);
	if (atMs === null) throw new Error(`${occurredAt} is no moment`);
	return atMs;
}

function linesOf(lines: readonly RawLine[]): Line[] {
	const own: Line[] = [];
	for (let index = 0; index < lines.length; index++) own.push(lineOf(lines[index] as RawLine));
	return own;
}

function lineOf({ item, category, subcategory, quantity, amount }: RawLine): Line {
	return { sku: item, category, subcategory, combo: null, quantityThousandths: quantity * 1_000, amountMinor: amount };
}

/** The state that a transaction is evaluated against: what it says of its member, and nothing else. */
export class MemberStates {
	readonly #state: EvaluationState;
	readonly #member: MemberState;

	constructor(plan: Plan) {
		this.#state = stateOf(plan, null);
		this.#member = newcomer(plan, { id: '' });
	}

	stateOf({ id, tier, birthday }: RawMember): EvaluationState {
		const birthDate = birthday === null ? null : parseIsoDate(birthday);
		const { referred, budgetsUsedUnits } = this.#state;
		return { member: { ...this.#member, id, tier, birthDate }, referred, budgetsUsedUnits };
	}
}
