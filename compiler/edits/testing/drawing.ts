/** What the drawing of random operations has in common. */
import type { Operation, Path } from '../operation.ts';
import type { Chance } from './chance.ts';

/** An operation, and what it is about: `earn of rule`, `spend`, `tier`. */
export interface RandomOperation {
	readonly operation: Operation;
	readonly about: string;
}

/** One of several, each kind with the same chance however often it stands. */
export function pickByKind<T>(chance: Chance, list: readonly T[], kindOf: (item: T) => string): T | null {
	const kinds = [...new Set(list.map(kindOf))];
	if (kinds.length === 0) return null;
	const kind = chance.pick(kinds);
	return chance.pick(list.filter((item) => kindOf(item) === kind));
}

/** A path as a number where that is enough, now and then. */
export function short(chance: Chance, path: readonly number[]): Path {
	return path.length === 1 && chance.happens(50) ? (path[0] as number) : path;
}

/** Now and then with comments around it; their texts occur nowhere else. */
export function commented(chance: Chance, text: string): string {
	const above = chance.happens(10) ? '// new above\n' : '';
	return `${above}${text}${chance.happens(10) ? ' // new behind' : ''}`;
}
