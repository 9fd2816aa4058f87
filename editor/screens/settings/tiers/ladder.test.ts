import { applyEdits, parse, print, type TierMeasure, type TiersDeclaration } from '#grammar';
import { type Operation, planOperations } from '#compiler/edits';
import { describe, expect, test } from 'vitest';
import { firstLadder, headOf, movedPast, nextThreshold, nextTier, tiersOf, turned } from './ladder.ts';
import { readColor } from './read-color.ts';

const models = [
	{ name: 'Bronze', color: '#B87333' },
	{ name: 'Silver', color: '#A8A9AD' },
	{ name: 'New', color: '#D4AF37' },
];

function ladderOf(text: string): TiersDeclaration {
	const [first] = parse(text).document.declarations;
	if (first?.kind !== 'tiers') throw new Error('The text does not begin with tiers');
	return first;
}

function done(text: string, operations: readonly Operation[]): string {
	const planned = planOperations(text, parse(text).document, operations);
	return planned.ok ? applyEdits(text, planned.edits) : planned.reason;
}

function turn(text: string, measure: TierMeasure, filter?: string): string {
	const name = { kind: 'name', text: filter ?? '', quoted: true } as const;
	const by = { kind: 'tier-basis', measure, ...(filter !== undefined && { filter: name }) } as const;
	return done(text, turned(0, ladderOf(text), by));
}

function move(text: string, from: number, to: number): string {
	const placed = tiersOf(ladderOf(text));
	const [moved, neighbour] = [placed[from], placed[to]];
	if (!moved || !neighbour) throw new Error('There is no such tier');
	return done(text, movedPast(0, moved, neighbour));
}

describe('what moves members', () => {
	test('is written as the language has it', () => {
		const filter = { kind: 'name', text: 'a {b', quoted: true } as const;
		const by = { kind: 'tier-basis', measure: 'spend per year', filter } as const;
		expect(headOf({ by, keptThroughNextYear: true, movedByHand: true })).toBe(
			'by spend of "a {b" per year kept through the next year moved by hand',
		);
	});

	test('keeps thresholds, and loses what does not fit', () => {
		const text = 'tiers by points per year kept through the next year moved by hand {\n  tier A from 0 {}\n}\n';
		expect(turn(text, 'lifetime spend', 'Net')).toBe(
			'tiers by lifetime spend of "Net" moved by hand {\n  tier A from 0 {}\n}\n',
		);
		expect(turn(text, 'spend per year', 'Net')).toContain('by spend of "Net" per year kept through the next year moved');
	});

	test('by hand has no thresholds, and gets some on the way back', () => {
		const text = 'tiers by lifetime points moved by hand {\n  tier A from 0 { earn 1 }\n  tier B from 500 {} // top\n}\n';
		const byHand = 'tiers by hand {\n  tier A { earn 1 }\n  tier B {} // top\n}\n';
		expect(turn(text, 'hand')).toBe(byHand);
		expect(turn(byHand, 'points per year')).toBe(
			'tiers by points per year {\n  tier A from 0 { earn 1 }\n  tier B from 1_000 {} // top\n}\n',
		);
	});
});

describe('one tier more', () => {
	test.each([
		[[], '0'],
		[['0'], '1000'],
		[['0', '2500', '6000'], '9500'],
		[['0', '12.75'], '24'],
		[['500', '100'], '1100'],
		[['0', '99999999999999'], '199999999999998'],
	])('begins above %j', (below, expected) => {
		expect(nextThreshold(below)).toBe(expected);
	});

	test('has the first name that is free, and its colour', () => {
		const ladder = ladderOf('tiers by lifetime points { tier Bronze from 0 {} tier Own from 10 {} }');
		expect(print(nextTier(ladder, models, 'Tier 3'))).toBe('tier Silver from 20 { color #A8A9AD }');
		expect(print(nextTier(ladder, models.slice(0, 1), 'Tier 3'))).toBe('tier "Tier 3" from 20 {}');
		expect(print(nextTier(ladder, models.slice(0, 1), 'Own'))).toBe('tier "Own 2" from 20 {}');
	});

	test('has no threshold by hand', () => {
		expect(print(nextTier(ladderOf('tiers by hand {}'), models, 'Tier'))).toBe('tier Bronze { color #B87333 }');
	});

	test('the first ladder is read as it is meant', () => {
		const ladder = ladderOf(firstLadder(models));
		const read = tiersOf(ladder).map(({ tier: { name, from } }) => [
			name.kind === 'name' ? name.text : null,
			from?.kind === 'number' ? from.digits : null,
		]);
		expect(read).toEqual([
			['Bronze', '0'],
			['Silver', '1000'],
			['New', '5000'],
		]);
	});
});

describe('moving a tier', () => {
	const text = 'tiers by lifetime points {\n  tier A from 0 {} // first\n  tier B from 500 {}\n  tier C from 1_000 {}\n}\n';

	test('leaves the thresholds where they are', () => {
		expect(move(text, 0, 1)).toBe(
			'tiers by lifetime points {\n  tier B from 0 {}\n  tier A from 500 {} // first\n  tier C from 1_000 {}\n}\n',
		);
		expect(move(text, 2, 1)).toBe(
			'tiers by lifetime points {\n  tier A from 0 {} // first\n  tier C from 500 {}\n  tier B from 1_000 {}\n}\n',
		);
	});

	test('passes what cannot be read between the two', () => {
		const broken = 'tiers by lifetime points {\n  tier A from 0 {}\n  nonsense\n  tier B from 500 {}\n}\n';
		const moved = 'tiers by lifetime points {\n  nonsense\n  tier B from 0 {}\n  tier A from 500 {}\n}\n';
		expect(move(broken, 0, 1)).toBe(moved);
	});

	test('takes a threshold along that stood in the wrong place', () => {
		const wrong = 'tiers by lifetime points { tier A from 500 {} tier B from 99.5 {} }';
		expect(move(wrong, 1, 0)).toBe('tiers by lifetime points { tier B from 99.5 {} tier A from 500 {} }');
	});
});

describe('a colour', () => {
	test.each([
		['#d4af37', '#D4AF37'],
		[' D4AF37 ', '#D4AF37'],
		['', null],
		['#fff', undefined],
		['gold', undefined],
	])('%j is read as %j', (typed, expected) => {
		expect(readColor(typed)).toBe(expected);
	});
});
