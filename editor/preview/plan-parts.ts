import type { Plan, PlanRule } from '#compiler';

type Span = PlanRule['span'];

/** A rule of a plan on its way to a worker: the rule, or which one of the plan before it is, and where it stands now. */
export type RulePart = PlanRule | readonly [index: number, span: Span];

/** A plan as it is sent to who has the plan before: a rule that is the same, or stands elsewhere only, is not sent again. */
export interface PlanParts {
	readonly rest: Omit<Plan, 'rules'>;
	readonly rules: readonly RulePart[];
}

/** Takes plans apart for one receiver, who gets every one of them in this order. */
export class PlanSender {
	#rules = new Map<string, { readonly index: number; readonly rule: PlanRule }>();

	parts({ rules, ...rest }: Plan): PlanParts {
		const before = this.#rules;
		this.#rules = new Map(rules.map((rule, index) => [rule.name, { index, rule }]));
		return {
			rest,
			rules: rules.map((rule) => {
				const known = before.get(rule.name);
				return known && isSameElsewhere(known.rule, rule) ? [known.index, rule.span] : rule;
			}),
		};
	}
}

/** Puts together what one {@link PlanSender} took apart. */
export class PlanReceiver {
	#rules: readonly PlanRule[] = [];

	plan({ rest, rules }: PlanParts): Plan {
		const whole = rules.map((part) => (isRule(part) ? part : placed(this.#rules[part[0]], part[1])));
		this.#rules = whole;
		return { ...rest, rules: whole };
	}
}

function isRule(part: RulePart): part is PlanRule {
	return !Array.isArray(part);
}

function placed(rule: PlanRule | undefined, span: Span): PlanRule {
	if (!rule) throw new Error('A rule was named that was never sent');
	const isThere = rule.span.start === span.start && rule.span.end === span.end;
	return isThere ? rule : { ...rule, span };
}

/** Says whether two rules share all but where they stand: what is in them counts from their beginning, and is kept as it is. */
function isSameElsewhere(before: PlanRule, now: PlanRule): boolean {
	if (before === now) return true;
	const keys = Object.keys(now) as (keyof PlanRule)[];
	return keys.length === Object.keys(before).length && keys.every((key) => key === 'span' || before[key] === now[key]);
}
