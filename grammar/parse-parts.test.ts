import { describe, expect, it } from 'vitest';
import {
	parse,
	parseCampaignClause,
	parseCondition,
	parseDeclaration,
	parseEventFact,
	parseExpiryClause,
	parseFormula,
	parseMemberFact,
	parseProgramSetting,
	parseRedemptionClause,
	parseRuleClause,
	parseTestClause,
	parseTier,
	parseTierClause,
} from './parse.ts';
import { stripSpans } from './plain.ts';

const bare = (text: string) => ({ kind: 'name', text, quoted: false });
const quoted = (text: string) => ({ kind: 'name', text, quoted: true });

describe('what stands beside what', () => {
	const periods = ['transaction', 'day', 'week', 'month', 'quarter', 'year', 'lifetime', 'rolling 7 days'];
	const limits = periods.flatMap((period) => [`limit once per ${period}`, `limit 5 points per ${period}`]);
	const settings = [
		'currency AED',
		'timezone "Asia/Dubai"',
		'week starts Sunday',
		'day starts 04:00',
		'points whole',
		'points with 2 decimals, rounded down per item',
		'channels app, web',
		'order types pickup',
		'returns never below zero',
		...limits,
	];
	const clauses = [
		'about "A"',
		'status disabled',
		'active from 2026-01-01',
		'active until 2026-01-01 10:00',
		'priority highest',
		'priority -3',
		'exclusive "Deals"',
		'when always',
		'when { tier is Gold }',
		'earn 5',
		'earn 2 for every 3 of "Food"',
		'earn "Food" * 2, at least 5',
		'earn 5 exempt',
		'multiply points by 2',
		'multiply base on "Food" by 1.5',
		...limits,
	];
	const conditions = [
		'always',
		'on Mon',
		'on Sat, Sun between 10:00 and 12:00',
		'between 10:00 and 12:00',
		'order type is pickup',
		'channel is app',
		'channel is not app',
		'store in "A", "B"',
		'tier is Gold or above',
		'segment is Staff',
		'spend "Food" >= 50',
		'quantity of "Food" >= 2',
		'birthday today',
		'birthday this month',
		'purchase number is 3',
		'lifetime points >= 5',
		'lifetime spend >= 5',
		'balance >= 5',
		'days since joining <= 30',
		'purchases >= 3',
		'not tier is Gold',
		'any { tier is Gold  on Mon }',
		'all { on Mon  birthday today }',
	];
	const sound = (parts: readonly string[], wrap: (text: string) => string) =>
		parts.filter((part) => parse(wrap(part)).problems.length === 0);

	it.each<[string, readonly string[], (text: string) => string]>([
		['settings', settings, (text) => `program "P" { ${text} }`],
		['clauses', clauses, (text) => `rule "R" { ${text} }`],
		['conditions', conditions, (text) => `rule "R" { when { ${text} } }`],
	])('never matters among %s that are sound by themselves', (_, parts, wrap) => {
		const alone = sound(parts, wrap);
		expect(alone.length).toBeGreaterThan(15);
		const broken = alone.flatMap((first) =>
			alone.flatMap((second) => {
				const { problems } = parse(wrap(`${first}  ${second}`));
				return problems.length === 0 ? [] : [`${first}  ${second}: ${problems[0]?.message}`];
			}),
		);
		expect(broken).toEqual([]);
	});
});

describe('names', () => {
	it.each(['مقهى', 'Café', '日本', 'नमस्ते', '_x1', 'Monday', 'Mon'])('%s needs no quotes', (name) => {
		const { node, problems } = parseCondition(`tier is ${name}`);
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toEqual({ kind: 'tier', negated: false, names: [bare(name)] });
	});

	it('have their escapes undone', () => {
		const { node } = parseCondition(String.raw`tier is "a \"b\" \\ c"`);
		expect(stripSpans(node)).toEqual({ kind: 'tier', negated: false, names: [quoted(String.raw`a "b" \ c`)] });
	});

	it('may be words of the language in quotes', () => {
		expect(parseCondition('channel is "store", "limit"').problems).toEqual([]);
	});
});

describe('a part alone', () => {
	it('is a declaration, a setting, a tier, a clause, a condition or a formula', () => {
		const parts = [
			parseDeclaration('filter "Food" = total'),
			parseProgramSetting('currency AED'),
			parseTier('tier Gold from 5 { earn 1 }'),
			parseTierClause('multiply points by 2'),
			parseRuleClause('when { channel is app }'),
			parseRuleClause('when always'),
			parseCondition('on any day between 22:00 and 02:00'),
			parseFormula('-("Food" + 1) * 5%'),
			parseCampaignClause('rule "R" on check_in { earn 1 }'),
			parseCampaignClause('budget 5 points'),
			parseRedemptionClause('100 points = 1 AED'),
			parseExpiryClause('expires at year end'),
			parseTestClause('member { tier Gold }'),
			parseTestClause('birthday at 2026-02-07'),
			parseMemberFact('birthday 1990-02-07'),
			parseEventFact('item "LATTE" 2 x 18.00'),
		];
		expect(parts.flatMap(({ problems }) => problems)).toEqual([]);
		expect(parts.map(({ node }) => node.kind)).toEqual([
			'filter',
			'currency',
			'tier-declaration',
			'multiply',
			'when',
			'when',
			'day-time',
			'binary',
			'rule',
			'budget',
			'worth',
			'expires',
			'test-member',
			'test-event',
			'test-fact',
			'test-line',
		]);
	});

	it('has spans in its own text, a formula too', () => {
		const { node, problems } = parseFormula('"Food" * ');
		expect(node.span).toEqual({ start: 0, end: 8 });
		expect(problems[0]?.span).toEqual({ start: 7, end: 8 });
	});

	it.each([
		['channel is app tier is Gold', 'left-over'],
		['vip tier is Gold', 'left-over'],
		['earn 5', 'misplaced-clause'],
		['', 'missing-part'],
		['// nothing', 'missing-part'],
		['}', 'stray-brace'],
		['channel is app }', 'left-over'],
	])('%j is no condition', (text, code) => {
		const { node, problems } = parseCondition(text);
		expect(node).toMatchObject({ kind: 'raw', text });
		expect(problems.map((problem) => problem.code)).toEqual([code]);
	});

	it.each(['', '5 for every 3 of "Food"', '5 at least 3 points', 'for referrer', '5 earn 6', '?'])(
		'%j is no formula',
		(text) => {
			const { node, problems } = parseFormula(text);
			expect(node.kind).toBe('missing');
			expect(problems).toHaveLength(1);
		},
	);
});
