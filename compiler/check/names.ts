import {
	type Missing,
	type Name,
	type Noun,
	phrase,
	printName,
	printText,
	type ProblemExtra,
	relatedAt,
	type Span,
} from '#grammar';
import { type CheckContext, suggestion } from './report.ts';

/** Reports a name that nothing declares, with the nearest that something does. */
export function reportUnknown(
	noun: Noun,
	name: Name,
	candidates: Iterable<string>,
	context: CheckContext,
	write: (name: string) => string = printName,
): void {
	const { nearest, extra } = suggestion(name, [...candidates], write);
	context.report('unknown-name', name.span, { noun: phrase(noun), name: name.text, nearest }, extra);
}

/** Reports a name that is not among those of its kind. */
export function checkDeclared(
	noun: 'tier' | 'segment',
	name: Name | Missing,
	known: ReadonlyMap<string, unknown>,
	context: CheckContext,
): void {
	if (name.kind === 'name' && !known.has(name.text)) reportUnknown(noun, name, known.keys(), context);
}

/** Reports a filter that no declaration gives. */
export function checkFilterName(name: Name | Missing | undefined, context: CheckContext): void {
	const { filterNames } = context.symbols;
	if (name?.kind === 'name' && !filterNames.includes(name.text)) {
		reportUnknown('filter', name, filterNames, context, printText);
	}
}

/** Reports an exclusive set that no declaration gives. */
export function checkExclusiveName(name: Name | Missing, context: CheckContext): void {
	const { exclusives } = context.symbols;
	if (name.kind === 'name' && !exclusives.has(name.text)) {
		reportUnknown('exclusive set', name, exclusives.keys(), context, printText);
	}
}

/** Reports a channel or an order type that the program does not enable. */
export function checkEnabled(noun: 'channel' | 'order type', name: Name | Missing, context: CheckContext): void {
	if (name.kind === 'missing') return;
	const enabled = noun === 'channel' ? context.symbols.channels : context.symbols.orderTypes;
	if (enabled.includes(name.text)) return;
	const { nearest, extra } = suggestion(name, enabled, printName);
	context.report('not-enabled', name.span, { noun: phrase(noun), name: name.text, nearest }, extra);
}

/** Warns of a name that stands in one list twice. */
export function checkRepeats(names: readonly (Name | Missing)[], context: CheckContext): void {
	const seen = new Set<string>();
	for (const name of names) {
		if (name.kind === 'missing') continue;
		if (seen.has(name.text)) context.report('repeated-name', name.span, { name: name.text });
		seen.add(name.text);
	}
}

/** Reports what stands a second time where it may stand once. */
export class Once {
	readonly #first = new Map<string, Span>();
	readonly #context: CheckContext;

	constructor(context: CheckContext) {
		this.#context = context;
	}

	/** `words` are how the user writes it; what has the same words is the same. */
	see(words: string, span: Span): void {
		const first = this.#first.get(words);
		if (!first) {
			this.#first.set(words, span);
			return;
		}
		const extra: ProblemExtra = { related: relatedAt(first, phrase('The first one is here.')) };
		this.#context.report('repeated-clause', span, { clause: words }, extra);
	}
}
