import { type Missing, type Name, type Phrase, printName, printText, type TextEdit } from '#grammar';
import { reason, type RefusalPhrase } from './refusals.ts';

/** Why a name cannot be given to what `noun` says; null where it can. `taken` are the names of the others. */
export function whyNotName(name: string, noun: string, taken: Iterable<string>): Phrase<RefusalPhrase> | null {
	if (name.trim() === '') return reason('needs a name', { what: noun });
	if (/[\r\n]/.test(name)) return reason('name on one line', { what: noun });
	for (const other of taken) {
		if (other === name) return reason('another is called', { what: noun, name });
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
