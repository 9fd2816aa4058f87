import { type Missing, type Name, printName, printText, type TextEdit } from '#grammar';
import { articleOf } from './usual-order.ts';

/** Why a name cannot be given to what `noun` says; null where it can. `taken` are the names of the others. */
export function whyNotName(name: string, noun: string, taken: Iterable<string>): string | null {
	const one = `A${articleOf(noun).slice(1)} ${noun}`;
	if (name.trim() === '') return `${one} needs a name.`;
	if (/[\r\n]/.test(name)) return `${one}’s name stands on one line.`;
	for (const other of taken) {
		if (other === name) return `Another ${noun} is called \`${name}\`.`;
	}
	return null;
}

/** The edit that writes a name in place of another or of none; quotes stay where they were. */
export function nameEdit(text: string, old: Name | Missing, name: string): TextEdit {
	const written = writtenLike(old, name);
	const { start, end } = old.span;
	if (start < end) return { span: old.span, text: written };
	const before = /[\s"]$/.test(text.slice(0, start)) ? '' : ' ';
	const after = /^\s/.test(text.slice(end)) ? '' : ' ';
	return { span: old.span, text: before + written + after };
}

/** The name that stands in the tree after {@link nameEdit}. */
export function nameNode(old: Name | Missing, name: string): Name {
	return { kind: 'name', span: old.span, text: name, quoted: writtenLike(old, name).startsWith('"') };
}

function writtenLike(old: Name | Missing, name: string): string {
	return old.kind === 'name' && !old.quoted ? printName(name) : printText(name);
}
