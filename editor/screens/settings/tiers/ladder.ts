import {
	type Missing,
	mostDecimals,
	type NumberLiteral,
	type Plain,
	print,
	type Tier,
	type TierBasis,
	type TiersDeclaration,
} from '#grammar';
import type { Operation } from '#compiler/edits';
import { bareNameNode, numberNode } from '../../../canvas/fragments.ts';
import { freeName } from '../../../document/free-name.ts';

/** What moves the members of a ladder, and how it keeps them. */
export type Moves = Pick<Plain<TiersDeclaration>, 'by' | 'keptThroughNextYear' | 'movedByHand'>;

/** A tier to begin with: what it is called, and its colour. */
export interface Model {
	readonly name: string;
	readonly color: string;
}

/** The parts of a ladder that can be read as tiers, each with its place among all of them. */
export interface PlacedTier {
	readonly tier: Tier;
	readonly index: number;
}

/** The tiers of a ladder, from the lowest. */
export function tiersOf({ tiers }: TiersDeclaration): PlacedTier[] {
	return tiers.flatMap((tier, index) => (tier.kind === 'raw' ? [] : [{ tier, index }]));
}

/** Says whether a ladder counts anew each year. */
export function isYearly(by: Plain<TierBasis> | Plain<Missing>): boolean {
	return by.kind === 'tier-basis' && by.measure.endsWith('per year');
}

/** What stands before the braces of a ladder: `by points per year kept through the next year`. */
export function headOf(moves: Moves): string {
	const written = print({ kind: 'tiers', ...moves, tiers: [] });
	return written.slice('tiers '.length, written.lastIndexOf(' {'));
}

/** What stands between the name of a tier and its braces. */
export function thresholdText(digits: string): string {
	return `from ${print(numberNode(digits))}`;
}

/**
 * What makes a ladder move its members by something else. Tiers get thresholds where they need and have none, and by hand lose
 * those that they have; what the new way does not know of keeping is left out.
 */
export function turned(path: number, ladder: TiersDeclaration, by: Plain<TierBasis>): Operation[] {
	const byHand = by.measure === 'hand';
	const moves = {
		by,
		keptThroughNextYear: ladder.keptThroughNextYear && isYearly(by),
		movedByHand: ladder.movedByHand && !byHand,
	};
	const below: string[] = [];
	const thresholds = tiersOf(ladder).flatMap(({ tier: { from }, index }): Operation[] => {
		const declaration = [path, index];
		if (byHand) return from ? [{ kind: 'set-head', declaration, text: '' }] : [];
		const digits = from?.kind === 'number' ? from.digits : nextThreshold(below);
		below.push(digits);
		return from ? [] : [{ kind: 'set-head', declaration, text: thresholdText(digits) }];
	});
	return [{ kind: 'set-head', declaration: path, text: headOf(moves) }, ...thresholds];
}

/** A whole threshold above those of the tiers below, as far from the last as that is from the one before it. */
export function nextThreshold(below: readonly string[]): string {
	const [last, previous] = [below.at(-1), below.at(-2)].map((digits) => digits && BigInt(digits.split('.')[0] || '0'));
	if (typeof last !== 'bigint') return '0';
	if (typeof previous !== 'bigint') return String(last + 1_000n);
	return String(last + (last > previous ? last - previous : 1_000n));
}

/** One tier more at the top of a ladder: the first of the models whose name is free, or one called like `further`. */
export function nextTier(ladder: TiersDeclaration, models: readonly Model[], further: string): Plain<Tier> {
	const tiers = tiersOf(ladder).map(({ tier }) => tier);
	const names = tiers.flatMap(({ name }) => (name.kind === 'name' ? [name.text] : []));
	const model = models.find(({ name }) => !names.includes(name));
	const name = model?.name ?? freeName(further, names);
	const byHand = ladder.by.kind === 'tier-basis' && ladder.by.measure === 'hand';
	const below = tiers.flatMap(({ from }) => (from?.kind === 'number' ? [from.digits] : []));
	return tierNode(name, byHand ? null : nextThreshold(below), model?.color ?? null);
}

/** A ladder to begin with. */
export function firstLadder(models: readonly Model[]): string {
	const thresholds = ['0', '1000', '5000'];
	const tiers = models
		.slice(0, thresholds.length)
		.map(({ name, color }, index) => tierNode(name, thresholds[index] ?? null, color));
	const by = { kind: 'tier-basis', measure: 'lifetime points' } as const;
	return print({ kind: 'tiers', by, keptThroughNextYear: false, movedByHand: false, tiers });
}

function tierNode(name: string, from: string | null, color: string | null): Plain<Tier> {
	return {
		kind: 'tier-declaration',
		name: bareNameNode(name),
		...(from !== null && { from: numberNode(from) }),
		clauses: color === null ? [] : [{ kind: 'color-clause', color: { kind: 'color', text: color } }],
	};
}

/**
 * What moves a tier past its neighbour. The thresholds of the two stay where they are in the ladder, so that it keeps rising;
 * where they did not rise they go with their tiers.
 */
export function movedPast(path: number, moved: PlacedTier, neighbour: PlacedTier): Operation[] {
	const move = { kind: 'move-tier', declaration: [path, moved.index], to: neighbour.index } as const;
	const isUp = neighbour.index < moved.index;
	const [lower, upper] = isUp ? [neighbour, moved] : [moved, neighbour];
	const [low, high] = [lower.tier.from, upper.tier.from];
	if (low?.kind !== 'number' || high?.kind !== 'number' || isAbove(low, high)) return [move];
	const [first, second] = isUp ? [lower.index, lower.index + 1] : [upper.index - 1, upper.index];
	return [
		move,
		{ kind: 'set-head', declaration: [path, first], text: `from ${print(low)}` },
		{ kind: 'set-head', declaration: [path, second], text: `from ${print(high)}` },
	];
}

/** Compares exactly: as whole numbers of the finest digits that the language has. */
function isAbove(one: NumberLiteral, other: NumberLiteral): boolean {
	return finest(one) > finest(other);
}

function finest({ digits }: NumberLiteral): bigint {
	const [whole = '', decimals = ''] = digits.split('.');
	return BigInt(whole + decimals.slice(0, mostDecimals).padEnd(mostDecimals, '0'));
}
