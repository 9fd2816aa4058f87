import type { Level, Span } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { ruleClauses } from '../../vocabulary/clauses.ts';
import { conditionPalette } from '../../vocabulary/conditions.ts';
import type { Construct, Scope } from '../../vocabulary/construct.ts';
import { declarations, programSettings, tierClauses, tierDeclaration } from '../../vocabulary/declarations.ts';
import { type Caret, caretAt } from './caret.ts';
import { expectationAfter, type Suggestion } from './expectations.ts';

export type { Suggestion } from './expectations.ts';

/** A suggestion with the stretch that it replaces: the word at the caret, or nothing. */
export interface Completion extends Suggestion {
	readonly replace: Span;
}

/**
 * What can stand at a caret, the likeliest first. It reads the words before the caret only, so it works in broken text;
 * `scope` gives the names. Nothing inside a comment.
 */
export function complete(text: string, offset: number, scope: Scope): Completion[] {
	const caret = caretAt(text, offset);
	if (!caret) return [];
	const within = caret.clause.length === 0 ? undefined : expectationAfter(caret.level, caret.clause, scope);
	const openings = within && !within.mayEnd ? [] : openingsAt(caret, scope);
	const continued = within?.suggestions ?? [];
	return (caret.startsLine ? [...openings, ...continued] : [...continued, ...openings])
		.filter((suggestion) => fits(suggestion, caret.prefix))
		.map((suggestion) => ({ ...suggestion, replace: caret.replace }));
}

/** The clauses that can begin at a caret. */
function openingsAt({ level, clause, before }: Caret, scope: Scope): Suggestion[] {
	const taken = new Set([...before, ...clause.slice(0, 1).map((word) => word.text)]);
	return constructsOf(level)
		.filter((construct) => isRepeatable(construct) || !taken.has(firstWord(construct)))
		.map((construct) => {
			const { keyword, doc, fragment } = construct;
			return { kind: 'construct', label: keyword, insert: fragment(scope) ?? `${keyword} `, detail: doc };
		});
}

function constructsOf(level: Level): readonly Construct[] {
	switch (level) {
		case 'document':
			return declarations;
		case 'program':
			return programSettings;
		case 'tiers':
			return [tierDeclaration];
		case 'tier':
			return tierClauses;
		case 'rule':
			return ruleClauses;
		case 'when':
			return conditionPalette;
		default:
			return unreachable(level);
	}
}

/** Settings, the program and the tiers stand once; so do most clauses of a rule. */
function isRepeatable(construct: Construct & { readonly repeatable?: boolean }): boolean {
	if (construct.repeatable !== undefined) return construct.repeatable;
	const once: readonly Construct[] = [...programSettings, ...declarations.slice(0, 2)];
	return !once.includes(construct);
}

function firstWord({ keyword }: Construct): string {
	return keyword.split(' ', 1)[0] ?? keyword;
}

function fits({ label, insert }: Suggestion, prefix: string): boolean {
	const typed = prefix.toLowerCase();
	return label.toLowerCase().includes(typed) || insert.toLowerCase().startsWith(typed);
}
