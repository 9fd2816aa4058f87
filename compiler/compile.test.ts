import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Plan, PlanRule } from './plan/plan.ts';

const HEAD = `program "Test" {
	currency KWD
	timezone "Asia/Kuwait"
	week starts Sunday
	points with 2 decimals, rounded half even
	channels app, pos
	limit 1_000 points per transaction
}
tiers by lifetime points {
	tier Bronze from 0 {}
	tier Gold from 1_000.5 { color #D4AF37 earn "Net" * 2 multiply points by 1.5 }
}
filter "Net" = total excluding taxes, points before discounts
filter "Coffee" = items not in category "Retail", subcategory "Filter" except item "GIFT"
`;

function planOf(text: string): Plan {
	const { plan, problems } = compile(text);
	expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
	if (!plan) throw new Error('There is no plan');
	return plan;
}

function ruleOf(clauses: string): PlanRule {
	const rule = planOf(`${HEAD}\nrule "R" { ${clauses} earn "Coffee" }`).rules[0];
	if (!rule) throw new Error('There is no rule');
	return rule;
}

function conditionOf(condition: string) {
	const found = ruleOf(`when { ${condition} }`).conditions[0];
	if (!found) throw new Error('There is no condition');
	const { span: _, ...meaning } = found;
	return meaning;
}

describe('what a program means', () => {
	it('reads the settings in units of the program', () => {
		const { program, tiers } = planOf(`${HEAD}\nrule "R" { earn "Coffee" }`);
		expect(program).toEqual({
			name: 'Test',
			currency: 'KWD',
			currencyDecimals: 3,
			timezone: 'Asia/Kuwait',
			weekStarts: 7,
			pointDecimals: 2,
			rounding: 'half even',
			roundingPlace: 'award',
			dayStartsMinute: 0,
			returns: 'may go negative',
			channels: ['app', 'pos'],
			orderTypes: [],
			limits: [{ kind: 'points', span: expect.anything(), units: 100_000, usage: null, orNothing: false }],
		});
		expect(tiers.steps.map(({ name, from, color }) => ({ name, from, color }))).toEqual([
			{ name: 'Bronze', from: 0, color: null },
			{ name: 'Gold', from: 100_050, color: '#D4AF37' },
		]);
		expect(tiers.steps[1]?.multipliers).toMatchObject([{ what: 'points', factor: { numerator: '3', denominator: '2' } }]);
		const amount = { filter: 2, numerator: ['0', '1'], denominator: ['500'] };
		expect(tiers.steps[1]?.earns[0]).toMatchObject({ amount, atLeast: null, exempt: false, recipient: null });
	});

	it('puts the two built-in filters first', () => {
		const { filters } = planOf(`${HEAD}\nrule "R" { earn "Coffee" }`);
		const leaving = (taxes: boolean, fees: boolean, tip: boolean, points: boolean) => ({ taxes, fees, tip, points });
		const unbounded = { decimals: 3, above: null, upTo: null };
		expect(filters).toEqual([
			{
				...unbounded,
				kind: 'total',
				name: 'Total with fees, taxes and tip',
				without: leaving(false, false, false, false),
				beforeDiscounts: false,
			},
			{
				...unbounded,
				kind: 'total',
				name: 'Total without fees, taxes and tip',
				without: leaving(true, true, true, false),
				beforeDiscounts: false,
			},
			{ ...unbounded, kind: 'total', name: 'Net', without: leaving(true, false, false, true), beforeDiscounts: true },
			{
				...unbounded,
				kind: 'items',
				name: 'Coffee',
				isQuantity: false,
				excludingPoints: false,
				mode: 'not in',
				selectors: [
					{ by: 'category', names: ['Retail'] },
					{ by: 'subcategory', names: ['Filter'] },
				],
				except: [{ by: 'item', names: ['GIFT'] }],
			},
		]);
	});

	it('takes a rule without status, dates, priority, when and limit as always on', () => {
		expect(ruleOf('')).toMatchObject({
			enabled: true,
			dates: { by: null, from: null, until: null },
			priority: 0,
			conditions: [],
			limits: [],
		});
	});

	it('ends a whole last day with the next one, and an end with a time at that time', () => {
		const day = Date.UTC(2026, 2, 31) / 86_400_000;
		expect(ruleOf('active from 2026-03-31 08:30 until 2026-03-31')).toMatchObject({
			dates: { from: { day, minute: 510 }, until: { day: day + 1, minute: 0 } },
		});
		expect(ruleOf('active until 2026-03-31 18:00').dates.until).toEqual({ day, minute: 1080 });
		expect(ruleOf('active until 2026-03-31 24:00').dates.until).toEqual({ day: day + 1, minute: 0 });
	});

	it('keeps every limit, in point units', () => {
		const { limits } = ruleOf('limit 50 points per transaction limit 20.5 points per transaction');
		expect(limits).toMatchObject([5_000, 2_050].map((units) => ({ kind: 'points', units, usage: null, orNothing: false })));
	});

	it('reads a priority with its sign, and never as -0', () => {
		expect(ruleOf('priority 7').priority).toBe(7);
		expect(ruleOf('priority -7').priority).toBe(-7);
		expect(Object.is(ruleOf('priority -0').priority, 0)).toBe(true);
	});

	it.each([
		['on Mon to Wed', { alternatives: [{ days: ['Mon', 'Tue', 'Wed'], fromMinute: 0, untilMinute: 1440 }] }],
		[
			'on Sat to Mon, Thu between 22:00 and 02:00 or on any day between 06:00 and 24:00',
			{
				alternatives: [
					{ days: ['Mon', 'Thu', 'Sat', 'Sun'], fromMinute: 1320, untilMinute: 120 },
					{ days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], fromMinute: 360, untilMinute: 1440 },
				],
			},
		],
		['channel is not app', { kind: 'channel', negated: true, names: ['app'] }],
		['tier is Gold, Bronze', { kind: 'tier', negated: false, names: ['Gold', 'Bronze'] }],
		['store is "a", chain "B", "c"', { kind: 'store', negated: false, stores: ['a', 'c'], chains: ['B'] }],
		['spend "Coffee" >= 2.5', { filter: 3, test: { operator: '>=', value: { numerator: '2500', denominator: '1' } } }],
		['birthday within 3 days', { kind: 'birthday', window: { withinDays: 3 } }],
		['birthday this month', { kind: 'birthday', window: 'this month' }],
	])('reads %s', (text, meaning) => {
		expect(conditionOf(text)).toMatchObject(meaning);
	});

	it('survives JSON', () => {
		const plan = planOf(`${HEAD}\nrule "R" { when { spend "Net" between 1 and 2.125 } earn 100 / ("Net" + 1) }`);
		expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
	});
});

describe('a program with errors', () => {
	it('has no plan, but one of its healthy rules for previews', () => {
		const text = `${HEAD}
rule "Good" { earn "Net" }
rule "Bad" { when { tier is Silver } earn "Coffee" }
filter "Broken" = items in
rule "Leaning" { earn "Broken" }
rule "Fine" { earn 5 }`;
		const { plan, healthyPlan, healthyRules, document } = compile(text);
		expect(plan).toBeNull();
		expect(healthyPlan?.rules.map((rule) => rule.name)).toEqual(['Good', 'Fine']);
		expect(healthyPlan?.filters.map((filter) => filter.name)).not.toContain('Broken');
		expect(healthyRules.map((index) => document.declarations[index])).toMatchObject([
			{ name: { text: 'Good' } },
			{ name: { text: 'Fine' } },
		]);
	});

	it('has not even that while the program or its tiers are broken: every award would be a guess', () => {
		const broken = (text: string) => compile(text).healthyPlan;
		expect(broken('program "P" { currency AED } rule "R" { earn 1 }')).toBeNull();
		expect(broken(`${HEAD.replace('from 1_000.5', 'from')}\nrule "R" { earn "Coffee" }`)).toBeNull();
		expect(broken('rule "R" { earn 1 }')).toBeNull();
	});

	it('still has a plan when there are only warnings', () => {
		const { plan, problems } = compile(`${HEAD}\nrule "R" { earn "Net" - 10 }`);
		expect(problems.map((problem) => problem.code)).toContain('formula-negative');
		expect(plan).not.toBeNull();
	});

	it.each(['limit 100 points per day', 'limit once per week', 'when { purchase number is 1 }'])(
		'has a plan for what is evaluated, whether the server records it or not: %s',
		(clause) => {
			const { plan, problems } = compile(`${HEAD}\nrule "R" { earn "Coffee" ${clause} }`);
			expect(plan).not.toBeNull();
			expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
		},
	);

	it('warns of what nothing evaluates yet', () => {
		const { plan, problems } = compile(`${HEAD}\nexpiry { expires at year end }`);
		expect(plan).not.toBeNull();
		expect(problems.map((problem) => problem.code)).toContain('not-evaluated-yet');
	});
});

describe('a healthy program', () => {
	it('is never broken by a problem of its neighbour', () => {
		// The problem of the second rule lies right at the end of the first one.
		const { healthyPlan } = compile(`${HEAD}\nrule "A" { earn "Net" }rule "B" { earn "Nett" + "Coffee" }`);
		expect(healthyPlan?.rules.map((rule) => rule.name)).toEqual(['A']);
	});
});
