/** Railroad diagrams of the grammar as SVG: readable by themselves, and in a page in its colours. */
import { unreachable } from '#compiler';
import { escapeHtml } from './code-blocks.ts';
import type { Part } from './grammar-rules.ts';
import {
	box,
	BOX_HEIGHT,
	type BoxKind,
	choice,
	fits,
	optional,
	type Pen,
	repeated,
	sequence,
	type Shape,
} from './railroad-shapes.ts';
import { separatorOf } from './syntax.ts';

/** A diagram: its picture, and how wide it would like to be. */
export interface Diagram {
	readonly svg: string;
	/** Pixels. */
	readonly width: number;
}

export interface DiagramOptions {
	/** What it is called: `Spend`. */
	readonly title: string;
	/** The same in words, for whoever cannot see it. */
	readonly description: string;
	/** Pixels; a row that would be longer is broken. */
	readonly mostWidth: number;
	/** What a production that is not opened is called. */
	readonly nameOf: (rule: string) => string;
	/** What a class of words is called. */
	readonly classOf: (name: string) => string;
}

/** Where the track begins and ends. */
const MARGIN = 12;

/** Draws a part of the grammar, broken into rows where it is too wide. */
export function railroad(part: Part, options: DiagramOptions): Diagram {
	const shape = shapeOf(part, options, options.mostWidth - 2 * MARGIN);
	const tracks: string[] = [];
	const boxes: string[] = [];
	const pen: Pen = {
		track: (commands) => void tracks.push(commands),
		box: (kind, text, x, y, width) => void boxes.push(boxOf(kind, text, x, y, width)),
	};
	const [width, height] = [Math.ceil(shape.width) + 2 * MARGIN, Math.ceil(shape.up + shape.down) + 4];
	const y = Math.ceil(shape.up) + 2;
	shape.draw(pen, MARGIN, y);
	const end = width - MARGIN;
	tracks.unshift(
		`M2 ${y - 6}v12M2 ${y}H${MARGIN}M${end} ${y + shape.drop}H${width - 2}M${width - 2} ${y + shape.drop - 6}v12`,
	);
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" class="railroad" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<title>${escapeHtml(options.title)}</title>`,
		`<desc>${escapeHtml(options.description)}</desc>`,
		STYLE,
		`<path d="${tracks.join('')}" fill="none" stroke="currentColor"/>`,
		...boxes,
		'</svg>',
	];
	return { svg: `${svg.join('\n')}\n`, width };
}

/** A picture as a page takes it in: without colours of its own. */
export function withoutStyle(svg: string): string {
	return svg.replace(STYLE, '').replace(' xmlns="http://www.w3.org/2000/svg"', '').replaceAll('\n', '');
}

/** For whoever opens the file by itself; a page has the same in its style sheet. */
const STYLE =
	'<style>:root{color-scheme:light dark}svg{color:#343a40}text{font:13px ui-monospace,Menlo,Consolas,monospace;fill:currentColor}rect{fill:none;stroke:currentColor}.word rect{fill:#6741d91f}.value text{font-style:italic}@media(prefers-color-scheme:dark){svg{color:#dee2e6}}</style>';

function boxOf(kind: BoxKind, text: string, x: number, y: number, width: number): string {
	const radius = kind === 'word' ? BOX_HEIGHT / 2 : 3;
	const frame = `<rect x="${x}" y="${y - BOX_HEIGHT / 2}" width="${width}" height="${BOX_HEIGHT}" rx="${radius}"/>`;
	return `<g class="${kind}">${frame}<text x="${x + width / 2}" y="${y + 4.5}" text-anchor="middle">${escapeHtml(text)}</text></g>`;
}

/** An arm on either side of what is chosen, passed by or repeated. */
const ARMS = 32;

function shapeOf(part: Part, options: DiagramOptions, room: number): Shape {
	switch (part.kind) {
		case 'word':
			return box('word', part.text);
		case 'value':
			return box('value', options.classOf(part.name));
		case 'rule':
			return box('rule', options.nameOf(part.name));
		case 'one of':
			return choice(part.parts.map((each) => shapeOf(each, options, room - ARMS)));
		case 'all': {
			const shapes = sequenceOf(part.parts, options, room);
			// Broken into rows, each of them has arms too.
			return fits(shapes, room) ? sequence(shapes, room) : sequence(sequenceOf(part.parts, options, room - ARMS), room);
		}
		case 'optional':
			return optional(shapeOf(part.part, options, room - ARMS));
		case 'repeated':
			return optional(repeated(shapeOf(part.part, options, room - 2 * ARMS), null));
		default:
			return unreachable(part);
	}
}

/** The shapes of a sequence; `X { sep X }` is one that comes again. */
function sequenceOf(parts: readonly Part[], options: DiagramOptions, room: number): Shape[] {
	const shapes: Shape[] = [];
	for (const [index, part] of parts.entries()) {
		const before = parts[index - 1];
		const between = separatorOf(part, before);
		if (between === null || before === undefined) shapes.push(shapeOf(part, options, room));
		else {
			const again = shapeOf(before, options, room - ARMS);
			shapes[shapes.length - 1] = repeated(again, shapeOf(between, options, room - ARMS));
		}
	}
	return shapes;
}
