/** What a program declares, and what it is called. */
import type { Document, Missing, Name, Span } from '#grammar';
import type { DeclarationOperation, DeclarationVerb, Noun } from './operation.ts';
import type { Part } from './parts.ts';

interface NounRow {
	readonly kind: Part['kind'];
	/** In labels and messages. */
	readonly words: string;
}

/** Every noun. */
export const nouns = {
	program: { kind: 'program', words: 'program' },
	tiers: { kind: 'tiers', words: 'tiers' },
	tier: { kind: 'tier-declaration', words: 'tier' },
	segment: { kind: 'segment-declaration', words: 'segment' },
	attribute: { kind: 'attribute-declaration', words: 'attribute' },
	filter: { kind: 'filter', words: 'filter' },
	exclusive: { kind: 'exclusive-declaration', words: 'exclusive set' },
	campaign: { kind: 'campaign', words: 'campaign' },
	rule: { kind: 'rule', words: 'rule' },
	redemption: { kind: 'redemption', words: 'redemption' },
	expiry: { kind: 'expiry', words: 'expiry' },
	test: { kind: 'test', words: 'test' },
} as const satisfies Record<Noun, NounRow>;

/** A part that has a name of its own, or should. */
export interface NamedPart {
	readonly span: Span;
	readonly name: Name | Missing;
}

/** What an operation on declarations does. */
export function verbOf(kind: DeclarationOperation['kind']): DeclarationVerb {
	return kind.slice(0, kind.indexOf('-')) as DeclarationVerb;
}

/** What an operation on declarations does it to. */
export function nounOf(kind: DeclarationOperation['kind']): Noun {
	return kind.slice(kind.indexOf('-') + 1) as Noun;
}

/** Says whether a part has a name of its own, be it missing. */
export function hasName(part: Part): part is Extract<Part, NamedPart> {
	return 'name' in part;
}

/** Everything of a noun that a program declares, those inside campaigns and tiers too, in the order of the text. */
export function namedParts({ declarations }: Document, noun: Noun): NamedPart[] {
	const { kind } = nouns[noun];
	return declarations.flatMap((declaration): NamedPart[] => {
		if (declaration.kind === kind) return 'name' in declaration ? [declaration] : [];
		if (noun === 'tier' && declaration.kind === 'tiers') return declaration.tiers.filter((tier) => tier.kind !== 'raw');
		if (noun === 'rule' && declaration.kind === 'campaign') {
			return declaration.clauses.filter((clause) => clause.kind === 'rule');
		}
		return [];
	});
}
