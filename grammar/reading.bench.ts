/** What reading again costs beside reading: a key in one of a thousand declarations, and the tree of the whole after it. */
import { bench, describe } from 'vitest';
import { readProgram, reread, toDocument } from './index.ts';
import { Chance } from './testing/chance.ts';
import { randomDeclaration } from './testing/random-program.ts';

const chance = new Chance(1);
const text = Array.from({ length: 1_000 }, () => randomDeclaration(chance)).join('\n\n');
const first = readProgram(text);
let keys = 0;

/** The reading after a key, each time in another place. */
function typed() {
	const at = first.offsets[(keys++ * 389) % first.offsets.length] ?? 0;
	return reread(first, [{ span: { start: at + 4, end: at + 4 }, text: ' ' }]);
}

describe('a thousand declarations of every kind', () => {
	bench('read', () => void readProgram(text), { iterations: 10, time: 0 });
	bench('read again after a key', () => void typed(), { iterations: 500, time: 0 });
	bench('read again after a key, with the tree of the whole', () => void toDocument(typed()), { iterations: 200, time: 0 });
});
