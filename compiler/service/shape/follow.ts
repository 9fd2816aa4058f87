import type { Level, Span } from '#grammar';
import { levels } from './declarations.ts';
import { type Edge, isName, Machine, type States } from './machine.ts';
import type { SlotName } from './pattern.ts';
import type { Word } from './words.ts';

const machines = Object.fromEntries(
	Object.entries(levels).map(([level, pattern]) => [level, new Machine(pattern)]),
) as unknown as Readonly<Record<Level, Machine>>;

/** Where the end of some words is: in a level, in a clause of it or between two. */
export interface Situation {
	readonly level: Level;
	/** The words of the clause so far; empty where one is about to begin. */
	readonly clause: readonly Word[];
	/** The clauses before it in the same braces, as their words. */
	readonly before: readonly (readonly Word[])[];
	/** What may follow in the clause, in the order of its shape; everything that begins one where `clause` is empty. */
	readonly next: readonly Edge[];
	/** The clause can be over here, or there is none. */
	readonly mayEnd: boolean;
	/** The heads of the clauses whose braces are around, from the outermost, without the braces. */
	readonly around: readonly (readonly Word[])[];
}

/** A name that stands where only a name of one kind can, in a clause that was understood up to it. */
export interface SureName {
	readonly of: SlotName;
	readonly declares: boolean;
	readonly span: Span;
	/** The words of its clause before it. */
	readonly clause: readonly Word[];
}

/** Follows words from the start of a level, or of the whole text, however broken they are. */
export function follow(words: readonly Word[], level: Level = 'document'): Situation {
	return new Follower(level).through(words).situation();
}

/** The names among some words that are unmistakable. */
export function sureNames(words: readonly Word[], level: Level): readonly SureName[] {
	return new Follower(level).through(words).names;
}

/** Says which clauses can begin in a level. */
export function beginnings(level: Level): readonly Edge[] {
	const machine = machines[level];
	return machine.edges(machine.start);
}

/** Says whether a word can begin a clause of a level. */
export function begins(level: Level, word: Word): boolean {
	return machines[level].after(machines[level].start, word).length > 0;
}

interface Clause {
	readonly words: Word[];
	states: States;
	/** Every word of it could follow the one before. */
	isUnderstood: boolean;
}

interface Frame {
	readonly level: Level;
	readonly clauses: Clause[];
	/** Whether the last of `clauses` is still going on. */
	isOpen: boolean;
}

class Follower {
	readonly names: SureName[] = [];
	#frames: Frame[];

	constructor(level: Level) {
		this.#frames = [{ level, clauses: [], isOpen: false }];
	}

	through(words: readonly Word[]): this {
		let previous: Word | undefined;
		for (const word of words) {
			if (word.text === '{') this.#open();
			else if (word.text === '}') this.#close();
			else this.#take(word, previous);
			previous = word;
		}
		return this;
	}

	situation(): Situation {
		const { level, clauses } = this.#frame();
		const clause = this.#clause();
		const machine = machines[level];
		const states = clause?.states ?? machine.start;
		return {
			level,
			clause: clause?.words ?? [],
			before: (clause ? clauses.slice(0, -1) : clauses).map(({ words }) => words),
			next: machine.edges(states),
			mayEnd: !clause || machine.mayEnd(states),
			around: this.#frames.slice(0, -1).map((frame) => frame.clauses.at(-1)?.words ?? []),
		};
	}

	#frame(): Frame {
		return this.#frames.at(-1) as Frame;
	}

	#clause(): Clause | undefined {
		const { clauses, isOpen } = this.#frame();
		return isOpen ? clauses.at(-1) : undefined;
	}

	/** Goes into braces: those that the clause has at this point, or else those that it would have a little later. */
	#open(): void {
		const frame = this.#frame();
		const clause = this.#clause();
		this.#frames.push({
			level: clause ? insideOf(frame.level, clause) : guessInside(frame.level),
			clauses: [],
			isOpen: false,
		});
	}

	#close(): void {
		if (this.#frames.length > 1) this.#frames.pop();
		// What follows a closed clause is another one.
		this.#frame().isOpen = false;
	}

	#take(word: Word, previous: Word | undefined): void {
		if (word.startsLine) this.#leaveBraces(word);
		const { level } = this.#frame();
		const clause = this.#clause();
		if (clause && this.#goesOn(level, clause, word, previous)) return;
		const { start } = machines[level];
		const states = machines[level].after(start, word);
		const isUnderstood = states.length > 0;
		if (isUnderstood) this.#note(level, start, word, []);
		this.#frame().clauses.push({ words: [word], states: isUnderstood ? states : start, isUnderstood });
		this.#frame().isOpen = true;
	}

	/** Says whether a word belongs to a clause that has begun; then the clause has taken it. */
	#goesOn(level: Level, clause: Clause, word: Word, previous: Word | undefined): boolean {
		const machine = machines[level];
		const isOver = machine.mayEnd(clause.states);
		// On a new line a name or value begins something, unless a sign or word before it asks for it.
		const isAstray = word.startsLine && isOver && isName(word) && begins(level, word);
		const next = isAstray ? [] : machine.after(clause.states, word);
		if (next.length > 0) {
			if (clause.isUnderstood) this.#note(level, clause.states, word, clause.words);
			clause.states = next;
		} else {
			const isMeantAsName = !word.startsLine && ['is', 'not', ','].includes(previous?.text ?? '');
			if (begins(level, word) && !isMeantAsName && !(isName(word) && !isOver)) return false;
			clause.isUnderstood = false;
			// Something is missing before it, or it is too much itself.
			const skipped = machine.after(machine.past(clause.states), word);
			if (skipped.length > 0) clause.states = skipped;
		}
		clause.words.push(word);
		return true;
	}

	/** Leaves braces that were never closed: a word at the start of a line that only begins something further out. */
	#leaveBraces(word: Word): void {
		if (word.class !== 'keyword' || this.#frames.length === 1) return;
		const { level } = this.#frame();
		const clause = this.#clause();
		if (begins(level, word) || (clause && machines[level].after(clause.states, word).length > 0)) return;
		const depth = this.#frames.findLastIndex((frame) => begins(frame.level, word));
		if (depth < 0) return;
		this.#frames = this.#frames.slice(0, depth + 1);
		this.#frame().isOpen = false;
	}

	#note(level: Level, states: States, { span, ...word }: Word, before: readonly Word[]): void {
		if (!isName({ span, ...word })) return;
		const slots = machines[level].edges(states).map(({ part }) => part);
		const names = slots.flatMap((part) => (typeof part !== 'string' && part.kind === 'name' ? [part] : []));
		const [first] = names;
		if (!first || names.some(({ of, declares }) => of !== first.of || declares !== first.declares)) return;
		if (slots.includes(word.text)) return;
		this.names.push({ of: first.of, declares: first.declares, span, clause: [...before] });
	}
}

/** The level between the braces that follow the words of a clause. */
function insideOf(level: Level, clause: Clause): Level {
	const machine = machines[level];
	let { states } = clause;
	for (let skipped = 0; skipped < 3 && states.length > 0; skipped++) {
		for (const { part } of machine.edges(states)) {
			if (typeof part !== 'string' && part.kind === 'block') return part.level;
		}
		states = machine.past(states);
	}
	return guessInside(level);
}

/** What braces most likely hold whose head nobody understands. */
function guessInside(level: Level): Level {
	const likely: Partial<Record<Level, Level>> = { document: 'rule', tiers: 'tier', campaign: 'rule', rule: 'when' };
	return likely[level] ?? level;
}
