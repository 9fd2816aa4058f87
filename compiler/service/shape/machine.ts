import { longDays, shortDays } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import type { Part, Pattern } from './pattern.ts';
import type { Word } from './words.ts';

/** A step from one state to another over one word. */
export interface Edge {
	readonly part: Part;
	/** What is offered with it: this part and those of its phrase behind it. */
	readonly rest: readonly Part[];
	readonly silent: boolean;
	readonly target: number;
}

/** The states that a clause can be in after its words so far, in the order in which their patterns stand. */
export type States = readonly number[];

/** A pattern made ready for following words through it: edges over words, and jumps that take none. */
export class Machine {
	readonly start: States;
	readonly #edges: Edge[][] = [];
	readonly #jumps: number[][] = [];
	readonly #closures: States[] = [];
	readonly #end: number;

	constructor(pattern: Pattern) {
		const start = this.#state();
		this.#end = this.#add(pattern, start);
		this.start = this.#closure(start);
	}

	/** Where a word leads; nowhere where it cannot follow. */
	after(states: States, word: Word): States {
		return this.#targets(states, (edge) => fits(word, edge.part));
	}

	/** Where one leads that leaves out a name, a value or a word: for texts in which one is missing. */
	past(states: States): States {
		return this.#targets(states, (edge) => !isBlock(edge.part));
	}

	/** The edges that lead on, in the order of the pattern. */
	edges(states: States): Edge[] {
		return states.flatMap((state) => this.#edges[state] ?? []);
	}

	/** Says whether a clause can be over. */
	mayEnd(states: States): boolean {
		return states.includes(this.#end);
	}

	#targets(states: States, takes: (edge: Edge) => boolean): States {
		const found = new Set<number>();
		for (const state of states) {
			for (const edge of this.#edges[state] ?? []) {
				if (takes(edge)) for (const target of this.#closure(edge.target)) found.add(target);
			}
		}
		return [...found];
	}

	#closure(state: number): States {
		const known = this.#closures[state];
		if (known) return known;
		const found = new Set<number>();
		const visit = (each: number): void => {
			if (found.has(each)) return;
			found.add(each);
			for (const next of this.#jumps[each] ?? []) visit(next);
		};
		visit(state);
		return (this.#closures[state] = [...found]);
	}

	#state(): number {
		this.#jumps.push([]);
		return this.#edges.push([]) - 1;
	}

	/** Adds a pattern behind a state; answers the state behind it. */
	#add(pattern: Pattern, from: number): number {
		switch (pattern.kind) {
			case 'phrase':
				return this.#addPhrase(pattern.parts, pattern.silent, from);
			case 'sequence':
				return pattern.patterns.reduce((state, each) => this.#add(each, state), from);
			case 'choice': {
				const end = this.#state();
				for (const each of pattern.patterns) {
					const begin = this.#state();
					this.#jump(from, begin);
					this.#jump(this.#add(each, begin), end);
				}
				return end;
			}
			case 'optional': {
				const begin = this.#state();
				const end = this.#state();
				this.#jump(from, begin);
				this.#jump(this.#add(pattern.pattern, begin), end);
				this.#jump(from, end);
				return end;
			}
			case 'repeated': {
				const begin = this.#state();
				this.#jump(from, begin);
				const end = this.#state();
				this.#jump(this.#add(pattern.pattern, begin), end);
				this.#jump(pattern.between ? this.#add(pattern.between, end) : end, begin);
				return end;
			}
			default:
				return unreachable(pattern);
		}
	}

	#addPhrase(parts: readonly Part[], silent: boolean, from: number): number {
		return parts.reduce<number>((state, part, index) => {
			const target = this.#state();
			this.#edges[state]?.push({ part, rest: parts.slice(index), silent, target });
			return target;
		}, from);
	}

	#jump(from: number, to: number): void {
		this.#jumps[from]?.push(to);
	}
}

const days: ReadonlySet<string> = new Set([...shortDays, ...longDays]);

/** Says whether a word can stand for a name. */
export function isName({ class: look, text }: Word): boolean {
	return look === 'name' || look === 'string' || (look === 'keyword' && days.has(text));
}

function fits(word: Word, part: Part): boolean {
	if (typeof part === 'string') return word.text === part;
	switch (part.kind) {
		case 'name':
			return isName(word);
		case 'text':
		case 'timezone':
			return word.class === 'string';
		case 'number':
		case 'date':
		case 'time':
		case 'color':
			return word.class === part.kind;
		case 'block':
			return false;
		default:
			return unreachable(part);
	}
}

function isBlock(part: Part): boolean {
	return typeof part !== 'string' && part.kind === 'block';
}
