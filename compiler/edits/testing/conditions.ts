/** Random conditions of every kind. */
import type { Chance } from './chance.ts';
import { ATTRIBUTES, listed, names, number, quoted, type RandomPiece, SEGMENTS, whole } from './words.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function dayWords(chance: Chance): string[] {
	const ranges = chance.list(1, 2, () =>
		chance.happens(40) ? [chance.pick(DAYS), 'to', chance.pick(DAYS)] : [chance.pick(DAYS)],
	);
	const days = chance.happens(20) ? ['any', 'day'] : listed(ranges);
	return ['on', ...days, ...(chance.happens(40) ? ['between', '11:00', 'and', chance.pick(['14:00', '24:00'])] : [])];
}

function test(chance: Chance): string[] {
	return chance.happens(30)
		? ['between', '1', 'and', '50']
		: [chance.pick(['>=', '<', '=', '!=', '>', '<=']), number(chance)];
}

const FACTS = [
	['lifetime', 'points'],
	['lifetime', 'spend'],
	['balance'],
	['days', 'since', 'joining'],
	['days', 'since', 'last', 'purchase'],
] as const;

/** How each kind of condition is written, groups aside. */
const conditions: Readonly<Record<string, (chance: Chance) => readonly string[]>> = {
	spend: (chance) => ['spend', quoted(chance), ...test(chance)],
	tier: (chance) => ['tier', ...isOrNot(chance), ...names(chance)],
	always: () => ['always'],
	'day-time': (chance) =>
		chance.list(1, 2, () => dayWords(chance)).flatMap((words, index) => (index === 0 ? words : ['or', ...words])),
	channel: (chance) => ['channel', ...isOrNot(chance), ...names(chance)],
	'order-type': (chance) => ['order', 'type', ...isOrNot(chance), ...names(chance)],
	segment: (chance) => ['segment', ...isOrNot(chance), chance.pick(SEGMENTS)],
	store: (chance) => [
		'store',
		...isOrNot(chance),
		quoted(chance),
		...(chance.happens(40) ? [',', 'chain', quoted(chance)] : []),
	],
	quantity: (chance) => ['quantity', quoted(chance), ...test(chance)],
	birthday: (chance) => ['birthday', ...window(chance)],
	anniversary: (chance) => ['anniversary', ...window(chance)],
	'purchase-number': (chance) => ['purchase', 'number', 'is', ...(chance.happens(50) ? ['every'] : []), whole(chance)],
	'member-fact': (chance) => [...chance.pick(FACTS), ...test(chance)],
	attribute: (chance) => [
		chance.pick(ATTRIBUTES),
		...chance.pick([[], ['>=', '2.5'], ['between', '1', 'and', '2'], [...isOrNot(chance), 'cash', ',', '"gift card"']]),
	],
};

/** The kinds of conditions, groups included. */
export const conditionKinds = [...Object.keys(conditions), 'any', 'all', 'not'];

/** A condition; `depth` groups may stand in one another. */
export function condition(chance: Chance, depth: number): RandomPiece {
	if (depth > 0 && chance.happens(30)) return group(chance, depth);
	const write = conditions[chance.pick(Object.keys(conditions))] as (chance: Chance) => readonly string[];
	return { words: write(chance) };
}

function group(chance: Chance, depth: number): RandomPiece {
	return { words: [chance.pick(['any', 'all', 'not'])], parts: chance.list(1, 3, () => condition(chance, depth - 1)) };
}

function isOrNot(chance: Chance): string[] {
	return chance.happens(30) ? ['is', 'not'] : ['is'];
}

function window(chance: Chance): readonly string[] {
	return chance.pick([['today'], ['this', 'month'], ['within', '3', 'days']]);
}

/** A `when` with its conditions. */
export function when(chance: Chance, broken: () => RandomPiece | null = () => null): RandomPiece {
	if (chance.happens(8)) return { words: ['when', 'always'] };
	return { words: ['when'], parts: chance.list(0, 4, () => broken() ?? condition(chance, 2)) };
}
