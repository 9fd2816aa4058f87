import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FilterDeclaration, Node, RuleDeclaration, TiersDeclaration } from './ast.ts';
import { children, walk } from './children.ts';
import {
	mostCharacters,
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
import { applyEdits } from './edit.ts';

const text = readFileSync(new URL('./fixtures/bluebird.earn', import.meta.url), 'utf8');
const { document, problems } = parse(text);

const bare = (text: string) => ({ kind: 'name', text, quoted: false });
const quoted = (text: string) => ({ kind: 'name', text, quoted: true });
const number = (digits: string) => ({ kind: 'number', digits, percent: false });
const word = (text: string) => ({ kind: 'word', text });
const time = (hours: number) => ({ kind: 'time', minute: hours * 60 });
const limit = (digits: string) => ({
	kind: 'limit',
	most: { kind: 'limit-points', points: number(digits) },
	per: word('transaction'),
});
const net = (digits: string) => ({
	kind: 'earn',
	formula: {
		kind: 'binary',
		operator: word('*'),
		left: { kind: 'filter-ref', name: quoted('Net total') },
		right: number(digits),
	},
});

function source(node: Node): string {
	return text.slice(node.span.start, node.span.end);
}

describe('a whole program', () => {
	it('is read without a problem', () => {
		expect(problems).toEqual([]);
		expect(document.declarations.map(({ kind }) => kind)).toEqual([
			'program',
			'tiers',
			'filter',
			'filter',
			'filter',
			'rule',
		]);
	});

	it('has the settings of its program', () => {
		expect(stripSpans(document.declarations[0])).toEqual({
			kind: 'program',
			name: quoted('Bluebird Café'),
			settings: [
				{ kind: 'currency', code: bare('AED') },
				{ kind: 'timezone', zone: { kind: 'text', text: 'Asia/Dubai' } },
				{ kind: 'week', first: word('Monday') },
				{ kind: 'points', rounding: word('down'), per: word('award') },
				{ kind: 'channels', names: ['app', 'web', 'kiosk', 'pos'].map(bare) },
				{ kind: 'order-types', names: ['dine_in', 'pickup', 'delivery'].map(bare) },
				limit('5000'),
			],
		});
	});

	it('has its tiers', () => {
		const tiers = document.declarations[1] as TiersDeclaration;
		expect(stripSpans(tiers.by)).toEqual({ kind: 'tier-basis', measure: 'lifetime points' });
		expect(stripSpans(tiers.tiers[2])).toEqual({
			kind: 'tier-declaration',
			name: bare('Gold'),
			from: number('5000'),
			clauses: [
				{ kind: 'color-clause', color: { kind: 'color', text: '#D4AF37' } },
				net('5'),
				{ kind: 'multiply', what: word('points'), factor: number('1.5') },
			],
		});
	});

	it('has its filters', () => {
		const filters = document.declarations.slice(2, 5) as FilterDeclaration[];
		const selector = (by: string, ...names: string[]) => ({ kind: 'selector', by: word(by), names: names.map(quoted) });
		const money = { kind: 'items-source', isQuantity: false, excludingPoints: false };
		expect(stripSpans(filters.map(({ source }) => source))).toEqual([
			{ kind: 'total-source', excluding: ['taxes', 'fees', 'tip'].map(word), beforeDiscounts: false },
			{
				...money,
				mode: 'in',
				selectors: [selector('subcategory', 'Espresso', 'Filter')],
				except: [selector('item', 'GIFT-CARD')],
			},
			{ ...money, mode: 'not in', selectors: [selector('category', 'Drinks', 'Retail')], except: [] },
		]);
	});

	it('has its rule', () => {
		const rule = document.declarations[5] as RuleDeclaration;
		const day = (first: string, last?: string) => ({
			kind: 'day-range',
			first: word(first),
			...(last && { last: word(last) }),
		});
		const range = (from: number, until: number) => ({ kind: 'time-range', from: time(from), until: time(until) });
		const days = (days: unknown[], between: unknown) => ({ kind: 'day-time-alternative', days, between });
		const moment = (month: number, day: number) => ({ kind: 'moment', date: { kind: 'date', year: 2026, month, day } });
		expect(stripSpans(rule)).toEqual({
			kind: 'rule',
			name: quoted('Lunch rush'),
			clauses: [
				{ kind: 'about', text: { kind: 'text', text: 'Double points on weekday lunches in the mall.' } },
				{ kind: 'status', status: word('enabled') },
				{ kind: 'active', from: moment(1, 1), until: moment(3, 31) },
				{ kind: 'priority', value: number('20'), negative: false },
				{
					kind: 'when',
					conditions: [
						{
							kind: 'day-time',
							alternatives: [days([day('Mon', 'Fri')], range(11, 14)), days([day('Sat'), day('Sun')], range(12, 15))],
						},
						{ kind: 'order-type', negated: false, names: ['dine_in', 'pickup'].map(bare) },
						{ kind: 'channel', negated: true, names: [bare('kiosk')] },
						{
							kind: 'store',
							negated: false,
							places: [
								{ kind: 'store-ref', by: 'store', name: quoted('dxb-mall') },
								{ kind: 'store-ref', by: 'chain', name: quoted('Bluebird Express') },
							],
						},
						{
							kind: 'spend',
							filter: quoted('Food'),
							test: { kind: 'comparison', operator: word('>='), value: number('50') },
						},
						{ kind: 'birthday', window: { kind: 'within', days: number('3') } },
					],
				},
				{
					kind: 'earn',
					formula: {
						kind: 'binary',
						operator: word('+'),
						left: {
							kind: 'binary',
							operator: word('*'),
							left: { kind: 'filter-ref', name: quoted('Food') },
							right: number('2'),
						},
						right: number('10'),
					},
				},
				limit('500'),
			],
		});
	});

	it('says of every node exactly where it stands', () => {
		const rule = document.declarations[5] as RuleDeclaration;
		expect(rule.clauses.map(source)).toEqual([
			'about    "Double points on weekday lunches in the mall."',
			'status   enabled',
			'active   from 2026-01-01 until 2026-03-31',
			'priority 20',
			expect.stringMatching(/^when \{[^]*\}$/),
			'earn "Food" * 2 + 10',
			'limit 500 points per transaction',
		]);
		expect(text.slice(rule.body?.start, rule.body?.end)).toMatch(/^\{[^]*\}$/);
		walk(document, (node) => {
			for (const child of children(node)) {
				expect(child.span.start).toBeGreaterThanOrEqual(node.span.start);
				expect(child.span.end).toBeLessThanOrEqual(node.span.end);
			}
		});
	});

	it('keeps its comments', () => {
		expect(document.comments.map(({ text }) => text)).toEqual([
			'// the enabled ones',
			'// the enabled ones',
			'// program-wide cap, per member',
		]);
		for (const comment of document.comments) expect(text.slice(comment.span.start, comment.span.end)).toBe(comment.text);
	});
});

describe('layout', () => {
	it('never matters', () => {
		const line = text.replace(/\/\/.*/g, '').replace(/\s+/g, ' ');
		const { document: onOneLine, problems } = parse(line);
		expect(problems).toEqual([]);
		expect(stripSpans({ ...onOneLine, comments: [] })).toEqual(stripSpans({ ...document, comments: [] }));
	});

	it.each(['\r\n', '\r'])('%j ends a line', (end) => {
		const { document: other, problems } = parse(text.replaceAll('\n', end));
		expect(problems).toEqual([]);
		expect(stripSpans(other)).toEqual(stripSpans(document));
	});

	it('may begin with a byte order mark', () => {
		expect(parse(`\uFEFF${text}`).problems).toEqual([]);
	});
});

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

describe('a sign that is missing', () => {
	it.each([
		['filter "Food" total', 'filter "Food" = total'],
		['rule "R" { earn ("Food" + 1 }', 'rule "R" { earn ("Food" + 1) }'],
	])('in %s is said and can be added', (text, mended) => {
		const { document, problems } = parse(text);
		expect(document.declarations[0]).not.toMatchObject({ kind: 'raw' });
		expect(problems).toHaveLength(1);
		expect(applyEdits(text, problems[0]?.fix?.edits ?? [])).toBe(mended);
		expect(parse(mended).problems).toEqual([]);
		expect(stripSpans(document)).toEqual(stripSpans(parse(mended).document));
	});
});

describe('the repair of a problem', () => {
	it.each([
		'rule "R" { earn 1,000 }',
		'rule "R" { earn 1_00 * .5 }',
		'rule "R" { earn ٥ }',
		'rule "R" { earn 2026-11-27 }',
		'rule "R" { when { chanel is app } }',
		'rule "R" { when { channel is store, tier } }',
		'rule "R" { when { channel is app web } }',
		'rule "R" { about Hello }',
		'rule "R" { earn 5 ; }',
		'rule "R" { earn 5',
		'rule "R" earn 5 }',
		'rule "R" { earn 5 } }',
		'rule "R" { earn 5 × 2 } // \u202e',
		'rule "R" { earn 1 every 10 of "Food" }',
		'rule "R" { earn 5 without multiplier }',
		'rule "R" { earn 5 at least 2 }',
		'rule "R" { multiply points 3 }',
		'rule "R" { limit 3 per transaction }',
		'rule "R" { limit once a day limit 3 times each week }',
		'rule "R" { limit once per rolling 7 }',
		'rule "R" { when { purchase number 3 } }',
		'rule "R" { when { any channel is app } } }',
		'exclusive "S" picks highest pints',
		'tiers by lifetime points kept through next year { }',
		'tiers by spend "Food" per year { }',
		'filter "F" = quantity items',
		'filter "F" = paid points',
		'program "P" { returns go negative week Monday }',
		'redemption { 100 points 1 AED at most 50% "Food" }',
		'expiry { available 14 days expires at month }',
		'campaign "C" { budget 5 }',
		'test "T" { purchase 2026-02-07 { item "A" 18.00 item "A" 2 * 18.00 item "A" 2 × 18.00 item "A" 2x18.00 } expect "R" 5 }',
		'test "T" { purchase at 2026-02-07 { item "F" 28 x litres 41.00 } }',
		'tiers by hand { tier Gоld { } tier "Sta\u200bff" { } }',
	])('of %s leaves none after a few rounds', (text) => {
		let mended = text;
		for (let round = 0; round < 6; round++) {
			const fix = parse(mended).problems.find((problem) => problem.fix)?.fix;
			mended = applyEdits(mended, fix?.edits ?? []);
		}
		expect({ mended, problems: parse(mended).problems }).toMatchObject({ problems: [] });
	});
});

describe('a text that is too long', () => {
	it('is not read and loses nothing', () => {
		const long = ' '.repeat(mostCharacters + 1);
		const { document, problems } = parse(long);
		expect(document.declarations).toMatchObject([{ kind: 'raw', text: long }]);
		expect(problems.map(({ code }) => code)).toEqual(['text-too-long']);
	});
});

describe('layout', () => {
	it.each(['items except item\n"X"', 'items in\ncategory\n"A",\n"B" except\nitem\n"X"', 'total\nexcluding\ntaxes,\ntip'])(
		'does not matter: %j',
		(source) => {
			const text = `filter "F" = ${source}`;
			const { document, problems } = parse(text);
			expect(problems).toEqual([]);
			expect(stripSpans(document.declarations[0])).toEqual(
				stripSpans(parse(text.replaceAll('\n', ' ')).document.declarations[0]),
			);
		},
	);
});
