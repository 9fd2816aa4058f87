/** Which of several changes asks for least. */
import { unreachable } from '../../domain/unreachable.ts';
import type { ConditionChange } from './change.ts';

/**
 * Kinds of changes from what is easily done to what is hardly in anybody's hand: what is bought, how and where, when, and who
 * buys. Within a kind the smaller number is easier.
 */
const KINDS: readonly ConditionChange['kind'][] = [
	'amount',
	'number',
	'name',
	'store',
	'text',
	'flag',
	'moment',
	'day',
	'purchases',
	'fact',
	'tier',
	'segment',
	'missing',
	'together',
	'unreachable',
];

/** The change that asks for least: the fewest at once, then by kind, then by how much; of equals the earlier. */
export function easiest(changes: readonly ConditionChange[]): ConditionChange | null {
	const possible = changes.filter(({ kind }) => kind !== 'unreachable');
	const [first, ...others] = possible;
	if (!first) return changes[0] ?? null;
	return others.reduce((best, each) => (isLess(effort(each), effort(best)) ? each : best), first);
}

/** The changes that are to be made together, one by one. */
export function flatten(change: ConditionChange): readonly ConditionChange[] {
	return change.kind === 'together' ? change.changes.flatMap(flatten) : [change];
}

function effort(change: ConditionChange): readonly number[] {
	const parts = flatten(change);
	return [parts.length, ...parts.flatMap((part) => [KINDS.indexOf(part.kind), size(part)])];
}

function size(change: ConditionChange): number {
	switch (change.kind) {
		case 'amount':
		case 'number':
		case 'fact':
			return Math.min(change.more ?? Infinity, change.less ?? Infinity);
		case 'moment':
			return Math.min(change.later?.minutes ?? Infinity, change.earlier?.minutes ?? Infinity);
		case 'day':
			return Math.min(change.later ?? Infinity, change.earlier ?? Infinity);
		case 'purchases':
			return change.more;
		case 'tier':
			return change.climb?.missingUnits ?? Infinity;
		case 'name':
		case 'store':
		case 'segment':
		case 'flag':
		case 'text':
		case 'missing':
		case 'together':
		case 'unreachable':
			return 0;
		default:
			return unreachable(change);
	}
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
	const position = a.findIndex((value, index) => value !== b[index]);
	return position >= 0 && (a[position] ?? 0) < (b[position] ?? 0);
}
