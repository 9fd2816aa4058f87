/** Runs one rule of the grammar over the words of one clause. */
import type { CstNode, IRecognitionException, IToken } from 'chevrotain';
import { EarnParser } from './parser/parser.ts';

/** Made when something is first read: a worker that is sent plans never does. */
let made: EarnParser | null = null;

/** The grammar's rules that read a whole clause or a head. */
export type RuleName = {
	[K in keyof EarnParser]: EarnParser[K] extends () => CstNode ? K : never;
}[keyof EarnParser];

/** What a rule made of some words. */
export interface Reading {
	readonly node: CstNode;
	/** How many of the words the rule took, from the first on. */
	readonly taken: number;
	/** Those of them that have no place in the record: with one, a clause cannot be trusted. */
	readonly skipped: readonly IToken[];
	/** What is missing, in the order of the text. */
	readonly errors: readonly IRecognitionException[];
}

/** Makes what reads texts, where there is time for it before the first text is there. */
export function prepareParser(): void {
	made ??= new EarnParser();
}

/** Runs a rule over some words; there is at least one. */
export function run(rule: RuleName, tokens: readonly IToken[]): Reading {
	const parser = (made ??= new EarnParser());
	parser.input = [...tokens];
	const node = parser[rule]();
	const leftover = parser.errors.find((error) => error.name === 'NotAllInputParsedException');
	const errors = parser.errors.filter((error) => error !== leftover);
	const taken = leftover ? Math.max(tokens.indexOf(leftover.token), 0) : tokens.length;
	// Only after a fault are words passed over, and to look for them takes longer than to read.
	const skipped = errors.length === 0 ? [] : withoutRecord(tokens.slice(0, taken), node);
	return { node, taken, skipped, errors };
}

function withoutRecord(tokens: readonly IToken[], node: CstNode): IToken[] {
	const recorded = new Set(tokensIn(node));
	return tokens.filter((token) => !recorded.has(token));
}

/** The words that a record holds, in no order. */
function tokensIn(node: CstNode): IToken[] {
	return Object.values(node.children).flatMap((children) =>
		children.flatMap((child) => ('children' in child ? tokensIn(child) : [child])),
	);
}
