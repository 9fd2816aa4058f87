import fc from 'fast-check';
import { compile, type Compilation } from '#compiler';
import type { RuleDeclaration } from '#grammar';

/** The seed of random tests: `SEED` of the environment where it is given. */
export const seed = Number(
	(globalThis as { readonly process?: { readonly env: Record<string, string | undefined> } }).process?.env['SEED'] ??
		Date.now() % 2 ** 31,
);

/** A program around a rule, with names for everything that a rule may use. */
export const head = `program "Bluebird" { currency AED timezone "Asia/Dubai" channels app, web order types dine_in, pickup }
tiers by lifetime points { tier Bronze from 0 {} tier Gold from 100 { multiply points by 1.5 } }
filter "Food" = items in category "Food"
filter "Coffee" = items in subcategory "Espresso" except item "GIFT"
`;

const conditions = [
	'always',
	'on Mon to Fri between 11:00 and 14:00 or on Sat',
	'on any day between 22:00 and 02:00',
	'order type is dine_in, pickup',
	'channel is not web',
	'tier is Gold',
	'store is "dxb", chain "Bluebird"',
	'spend "Food" >= 50',
	'spend "Coffee" between 5 and 1_000',
	'spend "Unknown" < 3',
	'spend "Total with fees, taxes and tip" > 10',
	'birthday within 3 days',
	'birthday this month',
	'spend "Food" >=',
	'chanel is app',
	'42 is app',
	'quantity "Coffee" >= 2',
	'tier is',
	'segment is Staff',
	'anniversary today',
	'purchase number is every 10',
	'lifetime points >= 1_000',
	'payment_method is card',
	'any { tier is Gold chanel is app }',
	'not { all { on Sat spend "Food" >= 5 } any { } }',
];

const clauses = [
	'about "What it is for."',
	'status enabled',
	'status disabled',
	'active from 2026-01-01 until 2026-03-31',
	'active until 2026-03-31 18:00',
	'priority 20',
	'priority -3',
	'earn 50',
	'earn "Food" * 2 + 10',
	'earn ("Food" + 5) * 2 / (3 - -1)',
	'earn "Coffee" *',
	'limit 500 points per transaction',
	'limit once per week',
	'exclusive "Weekday deals"',
	'prioritty 3',
	'multiply points by 3',
	'multiply base on "Coffee" by 2',
	'earn 1 for every 10 of "Food" at least 5 points without multipliers',
	'limit points to "Food" * 10 per transaction',
	'limit 100 points per rolling 7 days or nothing',
];

const when = fc.array(fc.constantFrom(...conditions), { maxLength: 8 }).map((list) => `when {\n${list.join('\n')}\n}`);

/** The text of a rule of random clauses, some of them broken, repeated or not evaluated yet. */
export const ruleText = fc
	.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...clauses) }, { weight: 2, arbitrary: when }), { maxLength: 9 })
	.map((list) => `rule "R" {\n${list.join('\n')}\n}`);

/** A program's only rule, read with the program around it. */
export function readRule(text: string): {
	readonly compilation: Compilation;
	readonly rule: RuleDeclaration;
	readonly declaration: number;
} {
	const compilation = compile(head + text);
	const declaration = compilation.document.declarations.findIndex(({ kind }) => kind === 'rule');
	const rule = compilation.document.declarations[declaration];
	if (rule?.kind !== 'rule') throw new Error(`No rule was read from: ${text}`);
	return { compilation, rule, declaration };
}
