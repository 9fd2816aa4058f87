/** Random clauses that are broken, for each holder: what a person has typed half, misspelt, or put in a wrong place. */
import type { Chance } from './chance.ts';
import type { RandomPiece } from './words.ts';

type Level =
	| 'document'
	| 'rule'
	| 'when'
	| 'campaign'
	| 'program'
	| 'tiers'
	| 'tier'
	| 'redemption'
	| 'expiry'
	| 'test'
	| 'fact';

const broken: Readonly<Record<Level, readonly string[]>> = {
	document: [
		'rlue "Odd" { earn 5 }',
		'rule { earn 5 }',
		'segment',
		'filter "x" =',
		'attribute member',
		'exclusive "Deals" picks',
	],
	when: [
		'tier is',
		'spned "Food" >= 50',
		'spend "Food" >=',
		'any { }',
		'on Mon between 11:00 and',
		'store is "dxb, mall',
		'birthday within days',
		'channel is app ,',
		'purchase number is',
		'quantity >= 2',
		'order is dine_in',
		'spend "Food" ≥ 50',
		'all { tier is }',
	],
	rule: [
		'earn',
		'multiply points',
		'limit once per',
		'erne 5',
		'limit bananas',
		'active from 2026-13-01',
		'earn "Food" * ( 2',
		'about "no end',
		'status maybe',
		'priority',
		'exclusive',
		'earn 1 for every 10 of',
	],
	campaign: ['budget', 'budget 5 pionts', 'multiply points', 'staus enabled', 'active until', 'about "no end'],
	program: [
		'currency',
		'timezone Dubai',
		'week starts',
		'day starts',
		'points with decimals',
		'channels app ,',
		'retruns only',
	],
	tiers: ['tier', 'teir Gold from 5 { }', 'tier Gold from { }'],
	tier: ['color', 'color red', 'earn', 'multiply points by', 'colour #D4AF37'],
	redemption: ['100 points =', 'at most 50%', 'at least points', 'at last 200 points'],
	expiry: ['available', 'expires after', 'expires after 12 moons', 'avaliable after 14 days'],
	test: ['expect', 'expect "Rule 0"', 'expcet total 5', 'member'],
	fact: ['tier', 'item "X" 2 x', 'birthday 1990', 'taxes', '"x" "y" "z"'],
};

/** A broken piece for a holder. */
export function brokenPiece(chance: Chance, holder: string): RandomPiece {
	return { words: chance.pick(broken[levelOf(holder)]).split(' ') };
}

function levelOf(holder: string): Level {
	if (holder in broken) return holder as Level;
	if (holder === 'tier-declaration') return 'tier';
	if (holder === 'any' || holder === 'all' || holder === 'not') return 'when';
	return 'fact';
}
