import type { Span } from '#grammar';
import type { NameKind } from '../occurrences.ts';
import { type Said, saidInEnglish, says } from '../says.ts';

/** Something that can stand at a caret. */
export interface Suggestion {
	/** `construct`: a whole clause. `keyword`: fixed words. `name`: something declared. `value`: one of a known list. */
	readonly kind: 'construct' | 'keyword' | 'name' | 'value';
	/** What a list shows. */
	readonly label: string;
	/** What is written, whether an editor knows placeholders or not. */
	readonly insert: string;
	/** Stretches of `insert` that are examples, to be replaced one after the other; an empty one is where to go on typing. */
	readonly placeholders: readonly Span[];
	/** What it is, in a few words, for a list. Says so where this version does not evaluate it. */
	readonly detail: string;
	/** More about it, in a sentence or two; empty where there is nothing more to say. */
	readonly documentation: string;
	/** Both as data. */
	readonly says: { readonly detail: Said | null; readonly documentation: readonly Said[] };
	/** How one would write it; null where that says nothing new. */
	readonly example: string | null;
	/** What a name stands for; null where it is none. */
	readonly names: NameKind | null;
	/** The language has it, but this version does not evaluate it: a program that has it cannot be published. */
	readonly isEvaluated: boolean;
}

/** `detail` and `documentation` come of what is said. */
type Optional = Partial<Omit<Suggestion, 'kind' | 'label' | 'says' | 'detail' | 'documentation'>> & {
	readonly detail?: Said | null;
	readonly documentation?: readonly Said[];
};

/** A suggestion that says no more than it must. */
export function suggestion(
	kind: Suggestion['kind'],
	label: string,
	{ detail = null, documentation = [], ...more }: Optional = {},
): Suggestion {
	return {
		kind,
		label,
		insert: label,
		placeholders: [],
		detail: detail === null ? '' : saidInEnglish([detail]),
		documentation: saidInEnglish(documentation),
		says: { detail, documentation },
		example: null,
		names: null,
		isEvaluated: true,
		...more,
	};
}

/** A title that says where something is not evaluated. */
export function honest(title: string, isEvaluated: boolean): Said {
	if (isEvaluated) return { phrase: title };
	return title === '' ? says('not evaluated yet') : says('title, not evaluated', { title: { phrase: title } });
}
