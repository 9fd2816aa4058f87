/** The grammar as data, for documentation: taken from the parser itself, so that nothing else can be said than what is read. */
import type { ISerializedGast } from 'chevrotain';
import { forms, innerLevels, type Level, openings } from './constructs.ts';
import { EarnParser } from './parser/parser.ts';
import { routes } from './routes.ts';

/** One part of a production. */
export type GrammarPart =
	/** Written as it stands: `between`, `>=`. */
	| { readonly kind: 'word'; readonly text: string }
	/** A class of words, by its name in the table of words and signs: `NumberText`. */
	| { readonly kind: 'value'; readonly name: string }
	/** Another production. */
	| { readonly kind: 'rule'; readonly name: string }
	| { readonly kind: 'all' | 'one of'; readonly parts: readonly GrammarPart[] }
	/** `optional`: at most once. `repeated`: any number of times, none included. */
	| { readonly kind: 'optional' | 'repeated'; readonly part: GrammarPart };

/** What is read only to say better what is wrong with it, by production: the words or classes that it begins with. */
const readToBeRefused: Readonly<Record<string, readonly string[]>> = {
	primary: ['DateText'],
};

/** Every production of the grammar by its name, in the order in which the parser declares them. */
export function grammarProductions(): ReadonlyMap<string, GrammarPart> {
	const productions = new EarnParser().getSerializedGastProductions() as readonly Serialized[];
	return new Map(
		productions.map((production) => {
			const name = production.name ?? '';
			return [name, allOf(production.definition ?? [], readToBeRefused[name] ?? [])];
		}),
	);
}

/** One way in which a clause of a level begins, and the productions that read it. */
export interface GrammarClause {
	/** Its first word; null where it begins with a name or a number of the user's own. */
	readonly word: string | null;
	/** What reads it where it has no braces; null where it always has some. */
	readonly rule: string | null;
	/** What stands in its braces; null where it has none. */
	readonly inside: Level | null;
}

/** Everything that may stand at a level. */
export function grammarClauses(level: Level): readonly GrammarClause[] {
	const named = openings[level].map(({ word }): GrammarClause => {
		return { word, rule: routes[level][word]?.rule ?? null, inside: innerLevels[level][word] ?? null };
	});
	const form = forms[level];
	const free = form === undefined ? undefined : routes[level][form]?.rule;
	return free === undefined ? named : [...named, { word: null, rule: free, inside: null }];
}

/** The first word or class of a part; null where it is a production or a choice. */
export function firstOf(part: GrammarPart): string | null {
	if (part.kind === 'all') return part.parts[0] ? firstOf(part.parts[0]) : null;
	if (part.kind === 'word') return part.text;
	return part.kind === 'value' ? part.name : null;
}

/** What the library's own type leaves out of what it gives. */
interface Serialized extends ISerializedGast {
	readonly name?: string;
	readonly label?: string;
	readonly separator?: Serialized;
}

type Refused = readonly string[];

function allOf(definition: readonly ISerializedGast[], refused: Refused): GrammarPart {
	return several(
		'all',
		definition.map((each) => partOf(each as Serialized, refused)),
	);
}

function several(kind: 'all' | 'one of', parts: readonly GrammarPart[]): GrammarPart {
	return parts.length === 1 && parts[0] ? parts[0] : { kind, parts };
}

function partOf(production: Serialized, refused: Refused): GrammarPart {
	const { type, name = '', label = '', definition = [] } = production;
	const inside = () => allOf(definition, refused);
	switch (type) {
		case 'Terminal':
			return terminal(name, label);
		case 'NonTerminal':
			return { kind: 'rule', name };
		case 'Alternation': {
			const parts = definition.map((each) => partOf(each as Serialized, refused));
			return several(
				'one of',
				parts.filter((part) => !refused.includes(firstOf(part) ?? '')),
			);
		}
		case 'Option':
			return { kind: 'optional', part: inside() };
		case 'Repetition':
			return { kind: 'repeated', part: inside() };
		case 'RepetitionMandatory':
			return { kind: 'all', parts: [inside(), { kind: 'repeated', part: inside() }] };
		case 'RepetitionWithSeparator':
			return { kind: 'optional', part: separated(inside(), production.separator) };
		case 'RepetitionMandatoryWithSeparator':
			return separated(inside(), production.separator);
		case 'Alternative':
		case 'Rule':
			return inside();
		default:
			throw new Error(`The grammar holds a ${String(type satisfies never)}`);
	}
}

function separated(part: GrammarPart, separator: Serialized | undefined): GrammarPart {
	const again = separator ? [partOf(separator, []), part] : [part];
	return { kind: 'all', parts: [part, { kind: 'repeated', part: several('all', again) }] };
}

/** What is written in one way only is labelled by that, in backticks; anything else is a class of words. */
function terminal(name: string, label: string): GrammarPart {
	const text = /^`(\S+)`$/.exec(label)?.[1];
	return text === undefined ? { kind: 'value', name } : { kind: 'word', text };
}
