import { unreachable } from '#compiler';
import { describe, expect, it } from 'vitest';
import { diagramFile, diagrams, formsOf } from './diagrams.ts';
import type { Part } from './grammar-rules.ts';
import { railroad, withoutStyle } from './railroad.ts';
import { SECTIONS } from './reference-sections.ts';
import { classOf, lineOf, nameOfRule } from './syntax.ts';

const word = (text: string): Part => ({ kind: 'word', text });
const all = (...parts: Part[]): Part => ({ kind: 'all', parts });
const oneOf = (...parts: Part[]): Part => ({ kind: 'one of', parts });
const optional = (part: Part): Part => ({ kind: 'optional', part });
const repeated = (part: Part): Part => ({ kind: 'repeated', part });

function draw(part: Part, mostWidth = 640) {
	const options = { title: 'T', description: lineOf(part), mostWidth, nameOf: nameOfRule, classOf };
	return railroad(part, options);
}

/** The boxes of a picture with their texts, in the order of drawing. */
function boxesOf(svg: string) {
	const pattern =
		/<g class="(\w+)"><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^>]*\/><text[^>]*>([^<]*)<\/text><\/g>/g;
	return [...svg.matchAll(pattern)].map(([, kind, x, y, width, height, text]) => {
		return { kind, text, x: Number(x), y: Number(y), right: Number(x) + Number(width), bottom: Number(y) + Number(height) };
	});
}

function sizeOf(svg: string) {
	const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
	return { width: Number(width), height: Number(height) };
}

/** Where the pen is after each command of a path; every command that this draws with is known here. */
function placesOf(path: string): [x: number, y: number][] {
	const places: [number, number][] = [];
	let [x, y] = [0, 0];
	for (const [, command, rest = ''] of path.matchAll(/([MHVhva])([^MHVhva]*)/g)) {
		const values = rest
			.trim()
			.split(/[ ,]+|(?<=\d)(?=-)/)
			.map(Number);
		const [a = 0, b = 0] = values;
		if (command === 'M') [x, y] = [a, b];
		else if (command === 'H') x = a;
		else if (command === 'V') y = a;
		else if (command === 'h') x += a;
		else if (command === 'v') y += a;
		else [x, y] = [x + (values[5] ?? 0), y + (values[6] ?? 0)];
		places.push([x, y]);
	}
	return places;
}

function words(part: Part): string[] {
	switch (part.kind) {
		case 'word':
			return [part.text];
		case 'value':
			return [classOf(part.name)];
		case 'rule':
			return [nameOfRule(part.name)];
		case 'all':
		case 'one of':
			return part.parts.flatMap(words);
		case 'optional':
		case 'repeated':
			return words(part.part);
		default:
			return unreachable(part);
	}
}

describe('a diagram', () => {
	it('shows a sequence from left to right', () => {
		const boxes = boxesOf(draw(all(word('a'), { kind: 'rule', name: 'number' }, { kind: 'value', name: 'Quoted' })).svg);
		expect(boxes.map(({ kind, text }) => [kind, text])).toEqual([
			['word', 'a'],
			['rule', 'NUMBER'],
			['value', 'TEXT'],
		]);
		expect(boxes.map(({ x }) => x)).toEqual(boxes.map(({ x }) => x).sort((a, b) => a - b));
		expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
	});

	it('shows alternatives below one another', () => {
		const boxes = boxesOf(draw(oneOf(word('a'), word('b'), word('c'))).svg);
		expect(new Set(boxes.map(({ x }) => x)).size).toBe(1);
		const gaps = boxes.slice(1).map(({ y }, index) => y - (boxes[index]?.bottom ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThan(0);
	});

	it('shows once what comes again, with what stands between on the way back', () => {
		const { svg } = draw(all(word('a'), word('x'), repeated(all(word(','), word('x')))));
		expect(boxesOf(svg).map(({ text }) => text)).toEqual(['a', 'x', ',']);
		const [, x, comma] = boxesOf(svg);
		expect(comma?.y).toBeGreaterThan(x?.y ?? 0);
	});

	it('shows in words that are safe in SVG what stands in it', () => {
		const { svg } = draw(all(word('<'), optional(word('>=')), word('"')));
		expect(svg).toContain('<title>T</title>');
		expect(svg).toContain('<desc>&#60; [ &#62;= ] &#34;</desc>');
		expect(boxesOf(svg)).toHaveLength(3);
	});

	it('is as narrow as it is asked to be', () => {
		const long = all(...Array.from({ length: 20 }, (_, index) => word(`word${index}`)));
		for (const mostWidth of [200, 320, 640]) {
			const { svg, width } = draw(long, mostWidth);
			expect(width).toBeLessThanOrEqual(mostWidth);
			expect(boxesOf(svg)).toHaveLength(20);
		}
	});

	it('brings no colours into a page', () => {
		expect(withoutStyle(draw(word('a')).svg)).not.toMatch(/<style|xmlns|\n/);
	});
});

describe('every diagram of the reference', () => {
	const files = diagrams();

	it('is there for every entry', () => {
		const entries = SECTIONS.flatMap(({ rows, place }) => (place === null ? [] : rows.map((row) => [row, place] as const)));
		expect(entries.length).toBeGreaterThan(60);
		const names = entries.map(([row, place]) => diagramFile(row, place));
		expect(new Set(names).size).toBe(names.length);
		for (const [row, place] of entries) {
			const shown = new Set(boxesOf(files.get(diagramFile(row, place)) ?? '').map(({ text }) => text));
			const said = new Set(
				formsOf(row, place)
					.flatMap(words)
					.map((text) => text.replace(/[<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)),
			);
			expect([row.title, shown]).toEqual([row.title, said]);
		}
	});

	it.each([...files])('%s stays within its frame, and its boxes apart', (file, svg) => {
		const { width, height } = sizeOf(svg);
		const boxes = boxesOf(svg);
		expect(boxes.length).toBeGreaterThan(0);
		for (const { x, y, right, bottom } of boxes) {
			expect(Math.min(x, y, width - right, height - bottom)).toBeGreaterThanOrEqual(0);
		}
		for (const [index, a] of boxes.entries()) {
			for (const b of boxes.slice(index + 1)) {
				const apart = a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y;
				expect([file, a.text, b.text, apart]).toEqual([file, a.text, b.text, true]);
			}
		}
		const path = /<path d="([^"]*)"/.exec(svg)?.[1] ?? '';
		for (const [x, y] of placesOf(path)) {
			expect(x >= 0 && x <= width && y >= 0 && y <= height, `${file} at ${x} ${y}`).toBe(true);
		}
		// What is nested deepest stays a little wider, and is drawn a little smaller.
		expect(width).toBeLessThanOrEqual(file.endsWith('.narrow.svg') ? 390 : 760);
	});
});
