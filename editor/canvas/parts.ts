/** The pieces that sentences on cards are made of. */
import type { Missing, Name } from '#grammar';
import type { Part } from './view.ts';

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
	return { kind: 'value', text: expected, missing: expected };
}

/** A name, or the slot for one. */
export function namePart(name: Name | Missing): Part {
	return name.kind === 'name' ? value(name.text) : hole(name);
}

/** Parts as alternatives: `a, b or c`. */
export function joined(parts: readonly Part[]): Part[] {
	return parts.flatMap((part, index) => {
		if (index === 0) return [part];
		return [text(index === parts.length - 1 ? 'or' : ','), part];
	});
}
