/** The pieces that sentences on cards are made of. */
import type { Missing, Name } from '#grammar';
import { isolated } from '../messages/message.ts';
import { expectedWords } from '../messages/problem-words.ts';
import type { Part } from './view.ts';
import { words } from './words.ts';

/** Plain words. */
export function text(words: string): Part {
	return { kind: 'text', text: words };
}

/** A value that opens a picker. */
export function value(words: string): Part {
	return { kind: 'value', text: words };
}

/** An empty slot. */
export function hole({ expected }: Missing): Part {
	const shown = expectedWords(expected);
	return { kind: 'value', text: shown, missing: shown };
}

/** A name, or the slot for one. */
export function namePart(name: Name | Missing): Part {
	return name.kind === 'name' ? value(name.text) : hole(name);
}

/** Parts as alternatives: `a, b or c`. */
export function joined(parts: readonly Part[]): Part[] {
	return parts.flatMap((part, index) => {
		if (index === 0) return [part];
		return [text(index === parts.length - 1 ? words.or : words.comma.trim()), part];
	});
}

/** Encloses the name of a place inside a finished message; no keyboard writes these. */
const PLACE = /\uE000(\w+)\uE001/;

/** A message as a sentence: what stands in its places are parts of their own, in the order of the language. */
export function filled<Name extends string>(
	say: (values: Readonly<Record<Name, string>>) => string,
	places: Readonly<Record<Name, readonly Part[]>>,
): Part[] {
	const names = Object.keys(places) as Name[];
	const marks = Object.fromEntries(names.map((name) => [name, `\uE000${name}\uE001`])) as Record<Name, string>;
	return say(marks)
		.split(PLACE)
		.flatMap((piece, at): readonly Part[] => {
			if (at % 2 === 1) return places[piece as Name];
			const plain = piece.replaceAll(/[\u2067-\u2069]/g, '').trim();
			return plain === '' ? [] : [text(plain)];
		});
}

/** What is still to be said has its keywords between marks, which only a card can show as such. */
function valueText({ text, missing }: Extract<Part, { kind: 'value' }>): string {
	return missing === undefined ? text : missing.replaceAll('`', '');
}

/** A sentence of a card as one text: its values keep their own direction. */
export function textOf(parts: readonly Part[]): string {
	return parts.map((part) => (part.kind === 'value' ? isolated(valueText(part)) : part.text)).join(' ');
}

/** Several values in one slot: `Mon, Wed`. */
export function inOneSlot(values: readonly string[]): string {
	return values.map(isolated).join(words.comma);
}
