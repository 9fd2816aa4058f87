import {
	type AttributeOwner,
	type AttributeType,
	type CampaignClause,
	type Condition,
	type Declaration,
	type EventRef,
	type EventTestFact,
	type ExpiryClause,
	type FilterSource,
	type LimitMost,
	type LimitPeriod,
	type MemberFact,
	type MemberTestFact,
	type MultiplyTarget,
	type Node,
	parse,
	type ProgramSetting,
	print,
	type RedemptionClause,
	type RoundingPlace,
	type RuleClause,
	type SelectorKind,
	type TestClause,
	type TierClause,
	type TierMeasure,
	type TotalPart,
	walk,
} from '#grammar';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { attributeOwners, attributeTypes } from './attributes.ts';
import { campaignClauses, picks } from './campaigns.ts';
import { ruleClauses } from './clauses.ts';
import { conditionPalette } from './conditions.ts';
import { type Construct, scopeOf } from './construct.ts';
import { declarations } from './declarations.ts';
import { earnParts, multiplierPalette } from './effects.ts';
import { events } from './events.ts';
import { filterParts, filterSources, selectors, totalParts } from './filters.ts';
import { limitPalette, limitPeriods } from './limits.ts';
import { expiryClauses, redemptionClauses } from './points.ts';
import { programSettings, roundingPlaces } from './settings.ts';
import { tables } from './testing/tables.ts';
import { testClauses, testEventFacts, testMemberFacts } from './tests.ts';
import { tierBases, tierClauses } from './tiers.ts';

const empty = scopeOf(parse('').document);
const catalog: Catalog = {
	stores: [{ id: 'a "b"', name: 'A', chain: 'C', city: null }],
	items: [{ sku: 'X', name: 'X', category: 'Drinks', subcategory: 'Tea', priceMinor: null }],
};
const PROGRAM = `program x { currency AED timezone "Asia/Dubai" channels "drive in", app order types rule_1 }
tiers by hand { tier "Gold member" {} }
segment "Staff and friends"
attribute member vip flag
attribute member plan one of family, single
attribute transaction miles number
attribute transaction payment_method one of card, cash
attribute transaction booked_at date
attribute event note text
filter "say \\"hi\\"" = items
exclusive "Weekday deals" picks highest points
campaign Spring {}
rule "New rule" {}
test "New test" {}
`;
const full = scopeOf(parse(PROGRAM).document, catalog, { year: 2026, month: 2, day: 7 });

/** A text in its place, and where it stands there. */
function placed(text: string, around: string) {
	const [before = '', after = ''] = around.split('‸');
	return { whole: before + text + after, start: before.length, end: before.length + text.length };
}

/** The text without its layout. */
function said(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/\{\s*\}/g, '{}');
}

/** The node that is exactly the text in its place; of several the outermost. */
function nodeAt(text: string, around: string): Node | undefined {
	const { whole, start, end } = placed(text, around);
	let found: Node | undefined;
	walk(parse(whole).document, (node) => {
		if (node.kind !== 'document' && node.span.start === start && node.span.end === end) found ??= node;
	});
	return found;
}

describe.each(tables.map((table) => [table.name, table] as const))('%s', (_name, { rows, around }) => {
	test.each(rows.map((row) => [`${row.keyword}: ${row.title}`, row] as const))('%s', (_title, row) => {
		const texts = [row.example, row.fragment(full), row.fragment(empty)].filter((text) => text !== null);
		for (const text of texts) {
			expect(text.startsWith(row.keyword)).toBe(true);
			const { whole } = placed(text, around(row));
			const { document, problems } = parse(whole);
			expect({ whole, problems }).toEqual({ whole, problems: [] });
			expect(said(print(document))).toBe(said(whole));
			const kind = nodeAt(text, around(row))?.kind;
			expect(kind).toBe(rowKind(row) ?? kind);
		}
		expect(row.fragment(full)).not.toBeNull();
		// Where a program lacks the names, the row says what is missing.
		expect(row.fragment(empty) !== null || row.needs !== undefined).toBe(true);
		for (const sentence of [row.doc, row.needs ?? 'None.']) expect(sentence).toMatch(/^[A-Z][^\n]*\.$/);
	});
});

/** The kind of node that a row is about; undefined where it does not say. */
function rowKind(row: Construct): unknown {
	if (events.some((event) => event === row)) return 'event';
	return 'kind' in row ? row.kind : undefined;
}

describe('a row says what the checker says: whether the construct is evaluated', () => {
	test.each(tables.flatMap(({ rows, around }) => rows.map((row) => [row.example, row, around] as const)))(
		'%s',
		(example, row, around) => {
			const refused = compile(PROGRAM + placed(example, around(row)).whole)
				.problems.filter(({ code, span }) => code === 'not-evaluated-yet' && span.start >= PROGRAM.length)
				.map(({ message }) => message);
			expect({ example, isEvaluated: refused.length === 0, refused }).toEqual({
				example,
				isEvaluated: row.isEvaluated,
				refused,
			});
		},
	);
});

/** Every key of a record that the tree's own types make complete. */
function all<K extends string>(kinds: Readonly<Record<K, true>>): string[] {
	return Object.keys(kinds).sort();
}

function distinct(values: readonly string[]): string[] {
	return [...new Set(values)].sort();
}

describe('nothing of the tree is missing, and nothing more is there', () => {
	test('declarations', () => {
		expect(distinct(declarations.map(({ kind }) => kind))).toEqual(
			all<Exclude<Declaration['kind'], 'raw'>>({
				program: true,
				tiers: true,
				'segment-declaration': true,
				'attribute-declaration': true,
				filter: true,
				'exclusive-declaration': true,
				campaign: true,
				rule: true,
				redemption: true,
				expiry: true,
				test: true,
			}),
		);
	});

	test('settings of a program', () => {
		expect(programSettings.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<ProgramSetting['kind'], 'raw'>>({
				currency: true,
				timezone: true,
				week: true,
				day: true,
				points: true,
				channels: true,
				'order-types': true,
				limit: true,
				returns: true,
			}),
		);
	});

	test('places of rounding', () => {
		expect(roundingPlaces.map(({ place }) => place).sort()).toEqual(
			all<RoundingPlace>({ award: true, item: true, transaction: true, carried: true }),
		);
	});

	test('tiers', () => {
		expect(tierClauses.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<TierClause['kind'], 'raw'>>({ 'color-clause': true, earn: true, multiply: true }),
		);
		expect(tierBases.map(({ measure }) => measure).sort()).toEqual(
			all<TierMeasure>({
				'lifetime points': true,
				'lifetime spend': true,
				'points per year': true,
				'spend per year': true,
				hand: true,
			}),
		);
	});

	test('attributes', () => {
		expect(attributeOwners.map(({ owner }) => owner).sort()).toEqual(
			all<AttributeOwner>({ member: true, transaction: true, event: true }),
		);
		expect(attributeTypes.map(({ type }) => type).sort()).toEqual(
			all<AttributeType | 'one of'>({ text: true, number: true, flag: true, date: true, 'one of': true }),
		);
	});

	test('filters', () => {
		expect(distinct(filterSources.map(({ kind }) => kind))).toEqual(
			all<FilterSource['kind']>({
				'total-source': true,
				'items-source': true,
				'attribute-source': true,
				'paid-source': true,
			}),
		);
		expect(selectors.map(({ by }) => by).sort()).toEqual(
			all<SelectorKind>({ category: true, subcategory: true, combo: true, item: true }),
		);
		expect(distinct(Object.keys(totalParts))).toEqual(all<TotalPart>({ taxes: true, fees: true, tip: true, points: true }));
		expect(filterParts.map(({ part }) => part).sort()).toEqual(
			all<(typeof filterParts)[number]['part']>({
				excluding: true,
				beforeDiscounts: true,
				except: true,
				excludingPoints: true,
				above: true,
				upTo: true,
			}),
		);
	});

	test('clauses of rules and campaigns', () => {
		expect(ruleClauses.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<RuleClause['kind'], 'raw'>>({
				about: true,
				status: true,
				active: true,
				priority: true,
				exclusive: true,
				when: true,
				earn: true,
				multiply: true,
				limit: true,
			}),
		);
		expect(campaignClauses.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<CampaignClause['kind'], 'raw'>>({
				about: true,
				status: true,
				active: true,
				budget: true,
				multiply: true,
				limit: true,
				rule: true,
			}),
		);
		expect(distinct(picks.map((row) => row.picks))).toEqual(['highest points', 'highest priority']);
	});

	test('events', () => {
		expect(events.map(({ kind }) => kind).sort()).toEqual(
			all<EventRef['event']>({
				purchase: true,
				registration: true,
				profile_completed: true,
				birthday: true,
				anniversary: true,
				referral: true,
				check_in: true,
				any: true,
				custom: true,
			}),
		);
	});

	test('conditions', () => {
		expect(distinct(conditionPalette.map(({ kind }) => kind))).toEqual(
			all<Exclude<Condition['kind'], 'raw'>>({
				always: true,
				any: true,
				all: true,
				not: true,
				'day-time': true,
				'order-type': true,
				channel: true,
				tier: true,
				segment: true,
				store: true,
				spend: true,
				quantity: true,
				birthday: true,
				anniversary: true,
				'purchase-number': true,
				'member-fact': true,
				attribute: true,
			}),
		);
		expect(conditionPalette.flatMap(({ fact }) => fact ?? []).sort()).toEqual(
			all<MemberFact>({
				'lifetime points': true,
				'lifetime spend': true,
				balance: true,
				'days since joining': true,
				'days since last purchase': true,
			}),
		);
		expect(distinct(conditionPalette.map(({ key }) => key)).length).toBe(conditionPalette.length);
	});

	test('effects and limits', () => {
		expect(distinct(earnParts.map(({ part }) => part))).toEqual(['atLeast', 'every', 'exempt', 'recipient']);
		expect(multiplierPalette.map(({ shape }) => shape).sort()).toEqual(
			all<MultiplyTarget | 'narrowed'>({ points: true, base: true, this: true, narrowed: true }),
		);
		expect(distinct(limitPalette.map(({ most }) => most))).toEqual(
			all<LimitMost['kind']>({ 'limit-points': true, 'limit-times': true, 'limit-formula': true }),
		);
		expect(limitPeriods.map(({ period }) => period).sort()).toEqual(
			all<LimitPeriod | 'rolling'>({
				transaction: true,
				day: true,
				week: true,
				month: true,
				quarter: true,
				year: true,
				lifetime: true,
				rolling: true,
			}),
		);
	});

	test('spending, lapsing and tests', () => {
		expect(redemptionClauses.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<RedemptionClause['kind'], 'raw'>>({ worth: true, 'at-most': true, 'at-least': true }),
		);
		expect(expiryClauses.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<ExpiryClause['kind'], 'raw'>>({ available: true, expires: true }),
		);
		expect(testClauses.map(({ kind }) => kind).sort()).toEqual(
			all<Exclude<TestClause['kind'], 'raw'>>({
				'test-member': true,
				'test-event': true,
				'test-return': true,
				'test-spend': true,
				expect: true,
			}),
		);
		expect(testMemberFacts.map(({ fact }) => fact).sort()).toEqual(
			all<MemberTestFact | 'attribute'>({
				tier: true,
				segment: true,
				birthday: true,
				joined: true,
				'last purchase': true,
				purchases: true,
				'lifetime points': true,
				'lifetime spend': true,
				balance: true,
				attribute: true,
			}),
		);
		expect(testEventFacts.map(({ fact }) => fact).sort()).toEqual(
			all<EventTestFact | 'item' | 'attribute'>({
				store: true,
				chain: true,
				channel: true,
				'order type': true,
				discount: true,
				taxes: true,
				fees: true,
				tip: true,
				'paid with points': true,
				item: true,
				attribute: true,
			}),
		);
	});
});

test('fragments have names that are new', () => {
	const fragments = declarations.map((row) => row.fragment(full) ?? '');
	expect(fragments.filter((text) => /"New (?:rule|test) 2"|"vip 2"/.test(text)).length).toBe(3);
});

test('the scope puts the program’s own filters before the built-in ones', () => {
	expect(full.filters).toEqual(['say "hi"', 'Total with fees, taxes and tip', 'Total without fees, taxes and tip']);
	expect(full).toMatchObject({ currency: 'AED', tests: ['New test'], campaigns: ['Spring'] });
});
