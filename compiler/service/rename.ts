import {
	type Document,
	lineStarts,
	type Name,
	positionAt,
	printName,
	printText,
	type Problem,
	type Span,
	type TextEdit,
	type Phrase,
} from '#grammar';
import type { CheckOptions } from '../check/check.ts';
import { isBuiltInFilter } from '../check/symbols.ts';
import type { Compilation } from '../compile.ts';
import { type Refusal, refuse, refuseFor } from '../edits/draft.ts';
import { reason, type RefusalPhrase } from '../edits/refusals.ts';
import { whyNotName } from '../edits/names.ts';
import type { Planned } from '../edits/operation.ts';
import { afterEdits } from './after-edits.ts';
import {
	declarationOf,
	type DeclaredKind,
	keyOf,
	nameAt,
	type NameKind,
	namesOf,
	type Occurrence,
	sameName,
	unquoted,
	unreadPlaces,
} from './occurrences.ts';

/** What would be renamed: the stretch of the name at the caret, and the name without quotes. */
export interface RenameTarget {
	readonly ok: true;
	readonly span: Span;
	readonly name: string;
}

/** Says what a rename at a caret would rename, or why there is nothing. */
export function prepareRename({ document }: Compilation, offset: number): RenameTarget | Refusal {
	const target = targetAt(document, offset);
	return target.ok ? { ok: true, span: target.asked.name.span, name: target.asked.name.text } : target;
}

/**
 * Renames what is declared under the name at a caret, there and wherever it is used, in clauses that cannot be read too where
 * the word is unmistakable. The edits are tried before they are given: every name must mean what it meant, and nothing may
 * become wrong. `options` are those of the compilation.
 */
export function rename(compilation: Compilation, offset: number, newName: string, options: CheckOptions = {}): Planned {
	const { source, document } = compilation;
	const target = targetAt(document, offset);
	if (!target.ok) return target;
	const { kind, declaration } = target;
	const label = `Rename ${kind}` as const;
	const name = unquoted(newName.trim());
	const old = declaration.name.text;
	if (name === old) return { ok: true, edits: [], label };
	const why = whyNotCalled(document, target, name);
	if (why !== null) return refuseFor(why);
	const [unread] = unreadPlaces(document, old);
	if (unread) {
		const { line } = positionAt(lineStarts(source), unread.start);
		return refuse('stands unread', { name: old, line });
	}
	const edits = sameName(document, declaration).map((each) => ({
		span: each.name.span,
		text: writtenLike(source, each.name, kind, name),
	}));
	if (!keepsMeaning(compilation, edits, options)) {
		return refuse('would mean else', { name });
	}
	return { ok: true, edits, label };
}

/** Events of one's own have no declaration: all that say the name are renamed together. */
type RenamedKind = DeclaredKind | 'event';

interface Target {
	readonly ok: true;
	readonly kind: RenamedKind;
	readonly asked: Occurrence;
	/** Where it is declared; for an event, which is declared nowhere, where it was asked for. */
	readonly declaration: Occurrence;
}

function targetAt(document: Document, offset: number): Target | Refusal {
	const asked = nameAt(document, offset);
	if (!asked) return refuse('There is no name here that could be changed.');
	const { kind, name } = asked;
	if (!isRenamed(kind)) return refuseFor(FOREIGN[kind](name.text));
	if (kind === 'filter' && isBuiltInFilter(name.text)) {
		return refuse('keeps its name', { name: name.text });
	}
	const declaration = kind === 'event' ? asked : declarationOf(document, asked);
	if (!declaration && kind === 'attribute value') return refuse('declared nowhere', { name: name.text });
	if (!declaration) return refuse('not declared', { what: kind, name: name.text });
	return { ok: true, kind, asked, declaration };
}

const FOREIGN: Readonly<Record<Exclude<NameKind, RenamedKind>, (name: string) => Phrase<RefusalPhrase>>> = {
	program: () => reason('The name of the program is used nowhere else; change it in place.'),
	store: fromCatalog,
	chain: fromCatalog,
	category: fromCatalog,
	subcategory: fromCatalog,
	combo: fromCatalog,
	item: fromCatalog,
};

function fromCatalog(name: string): Phrase<RefusalPhrase> {
	return reason('of the catalogue', { name });
}

function isRenamed(kind: NameKind): kind is RenamedKind {
	return !(kind in FOREIGN);
}

/** Characters that would break a line, be refused by the reader, or make a name look like another. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

function whyNotCalled(document: Document, { kind, declaration }: Target, name: string): Phrase<RefusalPhrase> | null {
	if (name === '') return reason('A name cannot be empty.');
	if (FORBIDDEN.test(name)) return reason('A name stands on one line and has no invisible characters.');
	if (kind === 'filter' && isBuiltInFilter(name)) return reason('is built in', { name });
	const others = namesOf(document).occurrences.filter(
		(each) =>
			each.kind === kind && each.of === declaration.of && each !== declaration && (each.declares || kind === 'event'),
	);
	return whyNotName(
		name,
		kind,
		others.map((each) => each.name.text),
	);
}

/** What is usually written in quotes, whether it needs them or not. */
const QUOTED: ReadonlySet<NameKind> = new Set<NameKind>(['filter', 'rule', 'exclusive set', 'campaign', 'test', 'event']);

/**
 * A name written in place of another: bare or in quotes as it needs. What is usually quoted keeps its quotes, and so do names
 * that somebody quoted without need.
 */
function writtenLike(source: string, old: Name, kind: RenamedKind, name: string): string {
	const byHabit = old.quoted && (QUOTED.has(kind) || !printName(old.text).startsWith('"'));
	const { start, end } = old.span;
	// Without quotes it would grow together with its neighbour.
	const glued = /[\p{L}\p{M}\p{N}_]$/u.test(source.slice(0, start)) || /^[\p{L}\p{M}\p{N}_]/u.test(source.slice(end));
	return byHabit || glued ? printText(name) : printName(name);
}

/** Says whether after the edits the same names are declared in the same places, and no kind of error became more frequent. */
function keepsMeaning(before: Compilation, edits: readonly TextEdit[], options: CheckOptions): boolean {
	const after = afterEdits(before, edits, options);
	const was = meanings(before.document);
	const is = meanings(after.document);
	const errors = errorCodes(before.problems);
	return (
		is.length === was.length &&
		is.every((meaning, index) => meaning === was[index]) &&
		errorCodes(after.problems).every((code) => {
			const at = errors.indexOf(code);
			if (at >= 0) errors.splice(at, 1);
			return at >= 0;
		})
	);
}

/** For each name: its kind, and which of the names declares it; where none does, which says it first. */
function meanings(document: Document): string[] {
	const { occurrences, declarations } = namesOf(document);
	const numbers = new Map(occurrences.map((occurrence, number) => [occurrence, number]));
	const first = new Map<string, number>();
	return occurrences.map((occurrence, number) => {
		const declaration = declarations[number];
		if (declaration) return `${occurrence.kind} ${numbers.get(declaration) ?? 'none'}`;
		const key = keyOf(occurrence);
		if (!first.has(key)) first.set(key, number);
		return `${occurrence.kind} as ${first.get(key) ?? number}`;
	});
}

function errorCodes(problems: readonly Problem[]): string[] {
	return problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
}
