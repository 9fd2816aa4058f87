/** Random declarations of every kind, and whole programs of them. */
import { unreachable } from '../../domain/unreachable.ts';
import type { Chance } from './chance.ts';
import { when } from './conditions.ts';
import { basis, clause, clauses, filterSource, onEvent } from './pieces.ts';
import { ATTRIBUTES, name, number, quoted, type RandomPiece, SEGMENTS, SETS } from './words.ts';

/** What is broken, or nothing: asked wherever a clause may be broken. */
export type Breaking = (level: string) => RandomPiece | null;
const sound: Breaking = () => null;

/** The declarations, by what they are called. */
export const declarationNouns = [
	'program',
	'tiers',
	'segment',
	'attribute',
	'filter',
	'exclusive',
	'campaign',
	'rule',
	'redemption',
	'expiry',
	'test',
] as const;
type Noun = (typeof declarationNouns)[number] | 'tier';

/** A declaration of a kind under a name, which is written as given; those without a name leave it aside. */
export function declaration(chance: Chance, noun: Noun, called: string, broken: Breaking = sound): RandomPiece {
	switch (noun) {
		case 'program':
			return { words: ['program', called], parts: settings(chance, broken) };
		case 'tiers':
			return { words: ['tiers', ...basis(chance)], parts: tiers(chance, broken) };
		case 'tier':
			return {
				words: ['tier', called, ...(chance.happens(80) ? ['from', number(chance)] : [])],
				parts: [
					...some(chance, 'tier-declaration', 50, broken),
					...(chance.happens(10) ? [clause(chance, 'tier-declaration', 'earn')] : []),
				],
			};
		case 'segment':
			return { words: ['segment', called] };
		case 'attribute':
			return { words: ['attribute', chance.pick(['member', 'transaction', 'event']), called, ...type(chance)] };
		case 'filter':
			return { words: ['filter', called, '=', ...filterSource(chance)] };
		case 'exclusive':
			return { words: ['exclusive', called, 'picks', 'highest', chance.pick(['points', 'priority'])] };
		case 'campaign':
			return { words: ['campaign', called], parts: campaign(chance, broken) };
		case 'rule':
			return rule(chance, called, broken);
		case 'redemption':
		case 'expiry':
			return { words: [noun], parts: some(chance, noun, 70, broken) };
		case 'test':
			return { words: ['test', called], parts: example(chance, broken) };
		default:
			return unreachable(noun);
	}
}

function type(chance: Chance): readonly string[] {
	return chance.pick([['text'], ['number'], ['flag'], ['date'], ['one', 'of', 'cash', ',', '"gift card"']]);
}

/** Some of a holder's clauses in their usual order, now and then a broken one between them. */
function some(chance: Chance, holder: string, percent: number, broken: Breaking): RandomPiece[] {
	return mixed(
		Object.keys(clauses[holder] ?? {}).filter(() => chance.happens(percent)),
		holder,
		chance,
		broken,
	);
}

function mixed(kinds: readonly string[], holder: string, chance: Chance, broken: Breaking): RandomPiece[] {
	return kinds.flatMap((kind) => {
		const before = broken(holder);
		const piece = kind === 'when' ? when(chance, () => broken('when')) : clause(chance, holder, kind);
		return before ? [before, piece] : [piece];
	});
}

function settings(chance: Chance, broken: Breaking): RandomPiece[] {
	const kinds = Object.keys(clauses['program'] ?? {}).filter((_, index) => chance.happens(index < 2 ? 75 : 25));
	return mixed(chance.happens(20) ? [...kinds, 'limit'] : kinds, 'program', chance, broken);
}

function tiers(chance: Chance, broken: Breaking): RandomPiece[] {
	return chance.list(1, 3, () => broken('tiers') ?? declaration(chance, 'tier', name(chance), broken));
}

function rule(chance: Chance, called: string, broken: Breaking): RandomPiece {
	const order = ['about', 'status', 'active', 'priority', 'exclusive', 'when', 'earn', 'earn', 'multiply', 'limit', 'limit'];
	const kinds = order.filter((kind) => chance.happens(kind === 'when' ? 80 : kind === 'earn' ? 50 : 25));
	if (chance.happens(15)) kinds.reverse();
	if (chance.happens(4)) kinds.push('when');
	const on = chance.happens(30) ? onEvent(chance) : [];
	return { words: ['rule', called, ...on], parts: mixed(kinds, 'rule', chance, broken) };
}

function campaign(chance: Chance, broken: Breaking): RandomPiece[] {
	const inner = chance.list(0, 2, () => rule(chance, `"Inner ${chance.below(90)}"`, broken));
	const own = ['about', 'status', 'active', 'budget', 'multiply', 'multiply', 'limit', 'limit'];
	return [
		...mixed(
			own.filter(() => chance.happens(30)),
			'campaign',
			chance,
			broken,
		),
		...inner,
	];
}

function example(chance: Chance, broken: Breaking): RandomPiece[] {
	const several = ['expect', 'test-return', 'test-spend'].flatMap((kind) => chance.list(0, 2, () => kind));
	const kinds = ['test-member', 'test-event', ...several];
	return mixed(
		kinds.filter((kind) => several.includes(kind) || chance.happens(80)),
		'test',
		chance,
		broken,
	);
}

/** The declarations of a program, in their usual order as a rule. */
export function program(chance: Chance, broken: Breaking): RandomPiece[] {
	const few = <T>(percent: number, make: () => T): T[] => (chance.happens(percent) ? chance.list(1, 2, make) : []);
	const declare = (noun: Noun, called: string) => declaration(chance, noun, called, broken);
	const pieces = [
		declare('program', quoted(chance)),
		...(chance.happens(35) ? [declare('tiers', '')] : []),
		...few(20, () => declare('segment', chance.pick(SEGMENTS))),
		...few(20, () => declare('attribute', chance.pick(ATTRIBUTES))),
		...few(40, () => declare('filter', name(chance))),
		...few(20, () => declare('exclusive', chance.pick(SETS))),
		...chance.list(0, 2, () => chance.below(100)).map((kind, index) => (kind < 60 ? ruleAt(index) : odd(kind, index))),
		...(chance.happens(18) ? [declare('redemption', '')] : []),
		...(chance.happens(18) ? [declare('expiry', '')] : []),
		...few(25, () => declare('test', chance.pick(['"Saturday"', '"اختبار"', '"Other"']))),
	];
	return chance.happens(10) ? pieces.toReversed() : pieces;

	function ruleAt(index: number): RandomPiece {
		return declare('rule', chance.pick([`"Rule ${index}"`, `"Rule ${index}"`, `"قاعدة ${index}"`, `规则${index}`]));
	}
	function odd(kind: number, index: number): RandomPiece {
		return kind < 90 ? declare('campaign', `"Campaign ${index}"`) : (broken('document') ?? ruleAt(index));
	}
}
