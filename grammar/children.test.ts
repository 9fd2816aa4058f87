import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node } from './ast.ts';
import { children, pathAt, walk } from './children.ts';
import { parse } from './parse.ts';

const text = readFileSync(new URL('./fixtures/bluebird.earn', import.meta.url), 'utf8');
const { document } = parse(text);

/** Every object with a kind that hangs below a node, found without the table of children. */
function below(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(below);
	if (typeof value !== 'object' || value === null) return [];
	const inner = Object.values(value).flatMap(below);
	return 'kind' in value ? [value, ...inner] : inner;
}

describe('a walk', () => {
	it('sees every node once, in the order of the text', () => {
		const seen: Node[] = [];
		walk(document, (node) => {
			seen.push(node);
		});
		expect(new Set(seen).size).toBe(seen.length);
		expect(new Set(seen)).toEqual(new Set(below(document)));
		const starts = seen.filter((node) => children(node).length === 0).map(({ span }) => span.start);
		expect(starts).toEqual(starts.toSorted((a, b) => a - b));
	});

	it('knows the parents and leaves out what it is told to', () => {
		const kinds: string[] = [];
		walk(document, (node, parents) => {
			kinds.push([...parents, node].map(({ kind }) => kind).join(' > '));
			return node.kind === 'tiers' || node.kind === 'program' || node.kind === 'rule' ? false : undefined;
		});
		expect(kinds.slice(0, 6)).toEqual([
			'document',
			'document > program',
			'document > tiers',
			'document > filter',
			'document > filter > name',
			'document > filter > total-source',
		]);
	});
});

describe('the path at an offset', () => {
	/** The kinds around the mark `|`. */
	function kindsAt(marked: string): string[] {
		const offset = marked.indexOf('|');
		return pathAt(parse(marked.replace('|', '')).document, offset).map(({ kind }) => kind);
	}

	it.each([
		['rule "A" { earn "Fo|od" * 2 }', ['document', 'rule', 'earn', 'binary', 'filter-ref', 'name']],
		['rule "A" { earn "Food" * 2| }', ['document', 'rule', 'earn', 'binary', 'number']],
		['rule "A" { earn |"Food" * 2 }', ['document', 'rule', 'earn', 'binary', 'filter-ref', 'name']],
		['rule "A" { earn 2|+3 }', ['document', 'rule', 'earn', 'binary', 'word']],
		['rule "A" { when { channel is| } }', ['document', 'rule', 'when', 'channel', 'missing']],
		['rule "A" { when { | } }', ['document', 'rule', 'when']],
		['rule "A" { x| }', ['document', 'rule', 'raw']],
		['  |', ['document']],
	])('%s', (marked, kinds) => {
		expect(kindsAt(marked)).toEqual(kinds);
	});
});
