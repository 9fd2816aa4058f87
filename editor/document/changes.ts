import { unreachable } from '#compiler';
import { type Declaration, type Document, highlight, type Missing, type Name } from '#grammar';

/** What a program is made of, and differs in. */
export type ChangedPart =
	| 'rule'
	| 'filter'
	| 'campaign'
	| 'test'
	| 'segment'
	| 'attribute'
	| 'exclusive set'
	| 'redemption'
	| 'expiry'
	| 'program settings'
	| 'tiers'
	| 'text';

/** One difference between two texts of a program. `layout`: only comments, spaces or line breaks differ. */
export interface ProgramChange {
	readonly kind: 'added' | 'removed' | 'changed' | 'layout';
	readonly noun: ChangedPart;
	/** Empty where there is only one of its kind. */
	readonly name: string;
}

interface Part {
	readonly noun: ChangedPart;
	readonly name: string;
	readonly source: string;
	readonly meaning: string;
}

/** What differs between two texts, declaration by declaration, in the order of the newer one; what was removed comes last. */
export function changesBetween(
	before: { readonly text: string; readonly document: Document },
	after: { readonly text: string; readonly document: Document },
): ProgramChange[] {
	if (before.text === after.text) return [];
	const old = partsOf(before);
	const current = partsOf(after);
	const changes: ProgramChange[] = [];
	for (const [key, part] of current) {
		const earlier = old.get(key);
		const { noun, name } = part;
		if (!earlier) changes.push({ kind: 'added', noun, name });
		else if (earlier.meaning !== part.meaning) changes.push({ kind: 'changed', noun, name });
		else if (earlier.source !== part.source) changes.push({ kind: 'layout', noun, name });
	}
	for (const [key, { noun, name }] of old) {
		if (!current.has(key)) changes.push({ kind: 'removed', noun, name });
	}
	// Order, comments and blank lines between declarations are what is left.
	return changes.length > 0 ? changes : [{ kind: 'layout', noun: 'text', name: '' }];
}

/** The declarations of a text by kind and name; a second one of the same name has a key of its own. */
function partsOf({ text, document }: { readonly text: string; readonly document: Document }): Map<string, Part> {
	const parts = new Map<string, Part>();
	for (const declaration of document.declarations) {
		const { noun, name } = titleOf(declaration);
		const source = text.slice(declaration.span.start, declaration.span.end);
		let key = `${noun} ${name}`;
		while (parts.has(key)) key += '+';
		parts.set(key, { noun, name, source, meaning: meaningOf(source) });
	}
	return parts;
}

/** A source without what has no meaning: comments, spaces and line breaks. */
function meaningOf(source: string): string {
	return highlight(source)
		.filter((piece) => piece.class !== 'comment')
		.map(({ span }) => source.slice(span.start, span.end))
		.join('\n');
}

function titleOf(declaration: Declaration): { noun: ChangedPart; name: string } {
	switch (declaration.kind) {
		case 'rule':
		case 'filter':
		case 'campaign':
		case 'test':
			return { noun: declaration.kind, name: nameText(declaration.name) };
		case 'segment-declaration':
			return { noun: 'segment', name: nameText(declaration.name) };
		case 'attribute-declaration':
			return { noun: 'attribute', name: nameText(declaration.name) };
		case 'exclusive-declaration':
			return { noun: 'exclusive set', name: nameText(declaration.name) };
		case 'redemption':
		case 'expiry':
			return { noun: declaration.kind, name: '' };
		case 'program':
			return { noun: 'program settings', name: '' };
		case 'tiers':
			return { noun: 'tiers', name: '' };
		case 'raw':
			return { noun: 'text', name: '' };
		default:
			return unreachable(declaration);
	}
}

function nameText(name: Name | Missing): string {
	return name.kind === 'name' ? name.text : '';
}
