/** What the checker says of short texts: the codes of their problems, in the order of the text. */
import type { ProblemCode } from '#grammar';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import type { CheckOptions } from './check.ts';

const PROGRAM = 'program "P" { currency AED timezone "Asia/Dubai" channels app, web order types pickup }\n';
const NAMES = `${PROGRAM}
tiers by hand { tier Gold {} }
filter "Food" = items in category "Food"
filter "Net" = total excluding taxes
filter "Litres" = quantity of items in category "Fuel"
filter "Miles" = attribute miles
segment "Staff"
exclusive "Set" picks highest points
attribute member vip flag
attribute member size one of small, large
attribute member shoe_size number
attribute transaction miles number
attribute transaction booked_at date
attribute event score number
rule "Uses" { earn "Food" }
rule "Uses too" { earn "Net" }
rule "Uses as well" { earn "Litres" }
rule "Uses at last" { earn "Miles" }
`;

/** The codes of a text, without what is not evaluated yet and what the surroundings bring. */
function codesOf(text: string, options: CheckOptions = {}): readonly ProblemCode[] {
	const around = new Set<ProblemCode>(['not-evaluated-yet', 'exclusive-unused', 'exclusive-of-one', 'unused-filter']);
	return compile(text, options).problems.flatMap(({ code }) => (around.has(code) ? [] : [code]));
}

type Case = readonly [text: string, ...codes: ProblemCode[]];

function each(title: string, cases: readonly Case[], around: (text: string) => string): void {
	const rows = cases.map(([text, ...codes]) => ({ text, codes }));
	it.each(rows)(`${title}: $text gives $codes`, ({ text, codes }) => {
		expect(codesOf(around(text))).toEqual(codes);
	});
}

const declared = (text: string) => `${NAMES}${text}`;
const rule = (text: string) => `${NAMES}rule "R" { ${text} }`;
const condition = (text: string) => `${NAMES}rule "R" { when { ${text} } earn 1 }`;
const alone = (text: string) => `${PROGRAM}${text}`;

each(
	'a condition',
	[
		['segment is "Staff"'],
		['segment is "Stuff"', 'unknown-name'],
		['tier is Gold, Gold', 'repeated-name'],
		['vip'],
		['size is small'],
		['size is small, small', 'repeated-name'],
		['size is tiny', 'unknown-value'],
		['size', 'attribute-type'],
		['size >= 2', 'attribute-type'],
		['shoe_size between 40 and 44.5'],
		['shoe_size between 44 and 40', 'between-reversed'],
		['shoe_size >= 5%', 'unexpected-percent'],
		['shoe_size is big', 'attribute-type'],
		['miles > 5'],
		['score > 5', 'attribute-owner'],
		['wip', 'unknown-condition'],
		['quantity "Food" >= 2.125'],
		['quantity "Food" >= 2.1255', 'too-many-decimals'],
		['quantity "Food" between 3 and 2', 'between-reversed'],
		['quantity "Litres" >= 2'],
		['quantity "Net" >= 2', 'chooses-no-items'],
		['quantity "Foot" >= 2', 'unknown-name'],
		['spend "Litres" >= 2', 'counts-units'],
		['spend "Miles" >= 2.125'],
		['spend "Net" >= 2.125', 'too-many-decimals'],
		['purchase number is 1'],
		['purchase number is 0', 'number-out-of-range'],
		['purchase number is 1.5', 'not-a-whole-number'],
		['purchase number is every 0', 'number-out-of-range'],
		['purchase number is every 1', 'always-true'],
		['lifetime points >= 1_000'],
		['lifetime points >= 0.5', 'not-a-whole-number'],
		['lifetime spend >= 0.55'],
		['lifetime spend >= 0.555', 'too-many-decimals'],
		['balance between 20 and 10', 'between-reversed'],
		['days since joining > 30'],
		['days since joining > 30.5', 'not-a-whole-number'],
		['days since last purchase > 40_000', 'number-out-of-range'],
		['anniversary within 183 days', 'number-out-of-range'],
		['any { all { segment is "Stuff" } }', 'unknown-name'],
		['not {}', 'empty-group'],
	],
	condition,
);

each(
	'a rule',
	[
		['exclusive "Set" earn 1'],
		['exclusive "Sat" earn 1', 'unknown-name'],
		['exclusive "Set" earn 1 exclusive "Set"', 'repeated-clause'],
		['multiply points by 2'],
		['multiply points by 2 multiply base by 3'],
		['multiply points by 1_001', 'number-out-of-range'],
		['multiply points on "Food" by 2'],
		['multiply points on "Net" by 2', 'chooses-no-items'],
		['active by booked_at from 2026-01-01 earn 1'],
		['active by miles from 2026-01-01 earn 1', 'attribute-type'],
		['active by booked from 2026-01-01 earn 1', 'unknown-name'],
		['active by booked_at from 2026-02-01 until 2026-01-01 earn 1', 'dates-reversed'],
		['earn 1 for every 0.01 of "Food"'],
		['earn 1 for every 0.001 of "Food"', 'too-many-decimals'],
		['earn 1 for every 0.001 of "Litres"'],
		['earn 1 for every 10 of "Foot"', 'unknown-name'],
		['earn 1 - 2 for every 10 of "Food"', 'formula-negative'],
		['earn "Net" for every 10 of "Food"', 'step-not-a-number'],
		['earn 1 / 0 for every 10 of "Food"', 'division-by-literal-zero'],
		['earn "Food" at least 5 points'],
		['earn "Food" at least 5.5 points', 'not-a-whole-number'],
		['earn 1 limit 3 times per rolling 3_661 days', 'number-out-of-range'],
		['earn 1 limit 3 times per rolling 3_660 days'],
		['earn 1 limit 0 times per day', 'limit-zero'],
		['earn 1 limit 0 points per day', 'limit-zero'],
		['status disabled earn 1 limit 0 points per day'],
		['earn 1 limit 2.5 times per day', 'not-a-whole-number'],
		['earn 1 limit points to 100 / ("Food" - 5) per transaction', 'formula-divides-by-zero', 'formula-negative'],
		['when { spend "Food" > 5 } earn 1 limit points to 100 / ("Food" - 5) per transaction'],
		['earn 1 limit points to "Food" + "Net" per transaction', 'two-filters'],
		['earn 1 limit points to 1 / 0 per transaction', 'division-by-literal-zero'],
		['earn "Litres" - 5', 'formula-negative'],
		['when { quantity "Litres" >= 5 } earn "Litres" - 5'],
		['when { spend "Litres" >= 5 } earn "Litres" - 5', 'counts-units', 'formula-negative'],
		['when { quantity "Food" >= 5 } earn "Food" - 5', 'formula-negative'],
	],
	rule,
);

each(
	'an event',
	[
		['rule "R" on registration { when { channel is app } earn 1 }'],
		['rule "R" on registration { when { score >= 5 } earn 1 }'],
		['rule "R" on birthday { when { vip } earn 1 }'],
		['rule "R" on any event { multiply points by 2 }'],
		['rule "R" on any event {}', 'no-effect'],
		['rule "R" on any event { when { store is "s" } multiply points by 2 }'],
		['rule "R" on referral { earn 1 for referrer earn 2 for referred }'],
		['rule "R" on purchase { when { spend "Food" > 5 } earn "Food" }'],
		['rule "R" on check_in { when { spend "Food" > 5 } earn 1 }', 'event-lacks'],
		['rule "R" on check_in { when { not { order type is pickup } } earn 1 }', 'event-lacks'],
		['rule "R" on check_in { earn "Food" }', 'event-lacks'],
		['rule "R" on check_in { multiply points on "Food" by 2 }', 'event-lacks'],
		['rule "R" on check_in { active by booked_at from 2026-01-01 earn 1 }', 'attribute-owner'],
		['rule "R" on check_in { when { miles > 5 } earn 1 }', 'attribute-owner'],
		['rule "R" on anniversary { when { score >= 5 channel is app } earn 1 }', 'attribute-owner', 'event-lacks'],
	],
	declared,
);

each(
	'names that are taken',
	[
		['segment "Staff"', 'duplicate-name'],
		['exclusive "Set" picks highest priority', 'duplicate-name'],
		['attribute event vip flag', 'duplicate-name'],
		['campaign "C" { multiply points by 2 rule "Uses" { earn 1 } }', 'duplicate-name'],
		['campaign "C" { multiply points by 2 } campaign "C" { multiply points by 2 }', 'duplicate-name'],
		[
			'test "T" { purchase at 2026-02-07 {} expect total 0 } test "T" { purchase at 2026-02-07 {} expect total 0 }',
			'duplicate-name',
		],
		['attribute member colour one of red, red', 'repeated-name'],
	],
	declared,
);

each(
	'tiers',
	[
		['tiers by lifetime spend of "Total with fees, taxes and tip" { tier A from 0 {} tier B from 10.55 {} }'],
		['tiers by lifetime points { tier A from 0 {} tier B from 10.55 {} }', 'not-a-whole-number'],
		['tiers by points per year kept through the next year moved by hand { tier A from 0 {} }'],
		['tiers by spend of "Foot" per year { tier A from 0 {} }', 'unknown-name'],
		['tiers by points per year { tier A {} }', 'missing-threshold'],
		['tiers by points per year { tier A from 5 {} tier B from 5 {} }', 'first-tier-above-zero', 'tiers-out-of-order'],
		['tiers by hand kept through the next year { tier A {} }', 'kept-without-years'],
		['tiers by hand { tier A { multiply points by 2 multiply base by 2 } }', 'repeated-clause'],
		['tiers by hand { tier A { earn 10 - 20 } }', 'formula-negative'],
	],
	alone,
);

each(
	'filters',
	[
		['filter "F" = total above 100 up to 100.01'],
		['filter "F" = total above 100.001', 'too-many-decimals'],
		['filter "F" = quantity of items above 0.125'],
		['filter "F" = attribute miles above 0.5'],
		['filter "F" = attribute vip', 'attribute-type', 'attribute-owner'],
		['filter "F" = attribute mils', 'unknown-name'],
		['filter "F" = items excluding points'],
	],
	(text) => `${NAMES}${text}\nrule "R" { earn "F" }`,
);

each(
	'campaigns',
	[
		['campaign "C" { active from 2026-02-01 until 2026-01-01 multiply points by 2 }', 'dates-reversed'],
		['campaign "C" { budget 5 points budget 6 points multiply points by 2 }', 'repeated-clause'],
		['campaign "C" { budget 5.5 points multiply points by 2 }', 'not-a-whole-number'],
		['campaign "C" { limit 5 points per day multiply points by 2 }'],
		['campaign "C" { rule "R" { earn "Foot" } }', 'unknown-name'],
		['campaign "C" { status disabled rule "R" { earn 1 limit 0 points per day } }'],
		['campaign "C" { active from 2026-01-01 until 2026-01-31 rule "R" { active from 2026-01-31 earn 1 } }'],
		['campaign "C" { active until 2026-01-31 08:00 rule "R" { active from 2026-01-31 08:00 earn 1 } }', 'outside-campaign'],
		['campaign "C" { active from 2026-02-01 rule "R" { active until 2026-01-31 earn 1 } }', 'outside-campaign'],
		['campaign "C" { active from 2026-02-01 rule "R" { active until 2026-02-01 earn 1 } }'],
		['campaign "C" { active by booked_at until 2026-01-31 rule "R" { active from 2026-02-01 earn 1 } }'],
	],
	declared,
);

each(
	'spending and lapsing',
	[
		['redemption { 100 points = 1 AED at most 50% of "Net" at least 200 points in steps of 100 }'],
		['redemption { 100 points = 1.005 AED }', 'too-many-decimals'],
		['redemption { 100 points = 1 AED at most 101% of "Net" }', 'number-out-of-range'],
		['redemption { 100 points = 1 AED at most 50% of "Nett" }', 'unknown-name'],
		['redemption { 100 points = 1 AED 50 points = 1 AED }', 'repeated-clause'],
		['redemption { 100 points = 1 AED } redemption { 100 points = 1 AED }', 'second-declaration'],
		['expiry { available after 14 days expires after 12 months without activity }'],
		['expiry { available after 0 days }', 'number-out-of-range'],
		['expiry { available after 365 days expires after 12 months }', 'lapses-before-available'],
		['expiry { available after 364 days expires after 12 months }'],
		['expiry { available after 12 months expires after 1 year }', 'lapses-before-available'],
		['expiry { available at month end expires after 31 days }', 'lapses-before-available'],
		['expiry { available at month end expires after 32 days }'],
		['expiry { expires at year end }'],
		['expiry { available after 1 week expires at year end }', 'lapses-before-available'],
		['expiry { expires after 1 month expires after 2 months }', 'repeated-clause'],
	],
	declared,
);

each(
	'a test',
	[
		['member { tier Gold segment "Staff" size small shoe_size 42.5 vip } purchase at 2026-02-07 { booked_at 2026-03-01 }'],
		['member { tier Silver } purchase at 2026-02-07 {}', 'unknown-name'],
		['member { segment "Stuff" } purchase at 2026-02-07 {}', 'unknown-name'],
		['member { segment "Staff" segment "Staff" } purchase at 2026-02-07 {}', 'repeated-clause'],
		['member {} member {} purchase at 2026-02-07 {}', 'repeated-clause'],
		['purchase at 2026-02-07 { channel ap }', 'not-enabled'],
		['purchase at 2026-02-07 { order type dine_in }', 'not-enabled'],
		['purchase at 2026-02-07 { store "x" taxes 1.005 }', 'too-many-decimals'],
		['purchase at 2026-02-07 { taxes 1 taxes 2 }', 'repeated-clause'],
		['purchase at 2026-02-07 { item "A" 1.125 x 8.00 }'],
		['purchase at 2026-02-07 { item "A" 1.1255 x 8.00 }', 'too-many-decimals'],
		['purchase at 2026-02-07 { vip }', 'attribute-owner'],
		['check_in at 2026-02-07 { score 5 channel app }'],
		['birthday at 2026-02-07 { channel app }', 'event-lacks'],
		['birthday at 2026-02-07 { score 5 }', 'event-lacks'],
		['member { purchases 1.5 } purchase at 2026-02-07 {}', 'not-a-whole-number'],
		['member { birthday 2026-02-07 joined 2026-02-07 } purchase at 2026-02-07 {}'],
		['member { birthday 2026-02-08 } purchase at 2026-02-07 {}', 'fact-after-event'],
		['referral at 2026-02-07 {} expect "Uses" earns 0 for referred'],
		['purchase at 2026-02-07 {} expect "Usus" earns 0', 'unknown-name'],
		['purchase at 2026-02-07 {} expect tier earns 0 expect tier earns 0', 'repeated-clause'],
		['purchase at 2026-02-07 {} expect "Uses" earns 0.5', 'not-a-whole-number'],
	],
	(text) => `${NAMES}test "T" { ${text} expect total 0 }`,
);

describe('what today makes of dates', () => {
	const options: CheckOptions = { today: { year: 2026, month: 6, day: 1 } };
	const codes = (text: string) => codesOf(`${NAMES}${text}`, options);

	it('is over, and said of the outermost that is', () => {
		expect(codes('rule "R" { active until 2026-05-31 earn 1 }')).toEqual(['dates-over']);
		expect(codes('rule "R" { active until 2026-06-01 earn 1 }')).toEqual([]);
		expect(codes('campaign "C" { active until 2026-05-31 rule "R" { active until 2026-05-30 earn 1 } }')).toEqual([
			'dates-over',
		]);
	});

	it('is nothing to what is disabled, or has another clock', () => {
		expect(codes('rule "R" { status disabled active until 2026-05-31 earn 1 }')).toEqual([]);
		expect(codes('campaign "C" { status disabled rule "R" { active until 2026-05-31 earn 1 } }')).toEqual([]);
		expect(codes('rule "R" { active by booked_at until 2026-05-31 earn 1 }')).toEqual([]);
	});
});

describe('a test and the rules of other declarations', () => {
	it('expects nothing of a disabled rule', () => {
		const disabled = 'rule "Off" { status disabled earn 1 }';
		const test = (points: number) => `test "T" { purchase at 2026-02-07 {} expect "Off" earns ${points} }`;
		expect(codesOf(alone(`${disabled}\n${test(1)}`))).toEqual(['expects-disabled-rule']);
		expect(codesOf(alone(`${disabled}\n${test(0)}`))).toEqual([]);
	});

	it('says nothing of a rule that may be the one that cannot be read', () => {
		const test = 'test "T" { purchase at 2026-02-07 {} expect "Gone" earns 1 }';
		expect(codesOf(alone(`rool "Gone" { earn 1 }\n${test}`))).toEqual(['unknown-clause']);
	});
});
