import {
	type Condition,
	covers,
	type Declaration,
	type Fragment,
	highlight,
	parseCondition,
	parseDeclaration,
	parseRuleClause,
	type Problem,
	type RawClause,
	type RuleClause,
} from '#grammar';
import { type Refusal, refuse } from './draft.ts';
import { lineStart } from './layout.ts';
import { dedented, type Insert } from './place.ts';

/** One clean clause, read from what was typed. */
export interface Snippet<T> {
	readonly ok: true;
	readonly clause: T;
	/** Its source, without the comments around it. */
	readonly source: string;
	/** The comments before and behind it. */
	readonly around: readonly string[];
	/** The comments inside it. */
	readonly inside: readonly string[];
}

/** A condition that could be read. */
export type ReadCondition = Exclude<Condition, RawClause>;

/** Reads a text that must be exactly one condition. */
export function readCondition(text: string): Snippet<ReadCondition> | Refusal {
	return read(text, 'a condition', parseCondition);
}

/** Reads a text that must be exactly one clause of a rule, of the kind given. */
export function readRuleClause<K extends RuleClause['kind']>(
	text: string,
	kind: K,
): Snippet<Extract<RuleClause, { kind: K }>> | Refusal {
	const found = read(text, `\`${kind}\``, parseRuleClause);
	if (!found.ok) return found;
	if (found.clause.kind !== kind) return refuse(`\`${kind}\` belongs here, but this is \`${found.clause.kind}\`.`);
	return { ...found, clause: found.clause as Extract<RuleClause, { kind: K }> };
}

/** Reads a text that must be exactly one declaration of the kind given. */
export function readDeclaration<K extends 'rule' | 'filter'>(
	text: string,
	kind: K,
): Snippet<Extract<Declaration, { kind: K }>> | Refusal {
	const found = read(text, `a \`${kind}\``, parseDeclaration);
	if (!found.ok) return found;
	if (found.clause.kind !== kind) return refuse(`A \`${kind}\` belongs here, but this is \`${found.clause.kind}\`.`);
	return { ...found, clause: found.clause as Extract<Declaration, { kind: K }> };
}

/** What to put into a text for a snippet: the comments around it go to lines above it. */
export function insertOf({ around, source }: Snippet<unknown>): Insert {
	return { text: [...around, source].join('\n'), beginsLine: around.length > 0, endsLine: false };
}

/** The texts of all comments of a snippet. */
export function commentsOf({ around, inside }: Snippet<unknown>): string[] {
	return [...around, ...inside];
}

function read<T extends Condition | RuleClause | Declaration>(
	text: string,
	what: string,
	parse: (text: string) => Fragment<T>,
): Snippet<Exclude<T, RawClause>> | Refusal {
	const typed = flush(text);
	if (typed === '') return refuse(`Nothing is written here, but ${what} is needed.`);
	const { node, problems } = parse(typed);
	const [first] = problems;
	if (first) return refuse(sentences(first));
	if (node.kind === 'raw') return refuse(`Exactly ${what} belongs here.`);
	const around: string[] = [];
	const inside: string[] = [];
	for (const { span, class: kind } of highlight(typed)) {
		if (kind === 'comment') (covers(node.span, span) ? inside : around).push(typed.slice(span.start, span.end));
	}
	const source = typed.slice(node.span.start, node.span.end);
	return { ok: true, clause: node as Exclude<T, RawClause>, source, around, inside };
}

/** Without the blanks around it, and without the first line's indentation in front of the others. */
function flush(text: string): string {
	const blanks = /^\s*/.exec(text)?.[0] ?? '';
	const indent = blanks.slice(lineStart(text, blanks.length));
	return dedented(text.slice(blanks.length), indent).trimEnd();
}

function sentences({ message, hint }: Problem): string {
	return hint === undefined ? message : `${message} ${hint}`;
}
