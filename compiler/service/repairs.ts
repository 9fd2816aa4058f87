import {
	covers,
	type Document,
	fixOf,
	nearest,
	pathAt,
	phrase,
	type Phrase,
	printName,
	printText,
	type Problem,
	type ProblemCode,
	type ProgramDeclaration,
	type Span,
	type TextEdit,
	type Titled,
	walk,
} from '#grammar';
import type { Compilation } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { timezones } from '../domain/timezone.ts';
import {
	blanksAfter,
	blanksBefore,
	endsLine,
	indentOf,
	type Layout,
	layoutOf,
	lineStart,
	startsLine,
} from '../edits/layout.ts';
import type { Operation } from '../edits/operation.ts';
import { insertIntoBody, LINE_BREAK } from '../edits/place.ts';
import { planOperation } from '../edits/plan.ts';
import { addAfter } from '../edits/siblings.ts';
import { programSettings } from '../vocabulary/settings.ts';
import { addValue, declareName } from './declare-names.ts';
import { nameAt, unquoted } from './occurrences.ts';

/** A change with the words in which it is offered. Whether it helps is tried by whoever asks for it. */
export interface Proposal extends Titled {
	readonly edits: readonly TextEdit[];
}

/** What can be done about a problem, besides the fix that it may bring itself. */
export function repairsOf(problem: Problem, compilation: Compilation, catalog: Catalog | null): Proposal[] {
	return repairs[problem.code]?.(problem, compilation, catalog) ?? [];
}

type Repair = (problem: Problem, compilation: Compilation, catalog: Catalog | null) => Proposal[];

const repairs: Partial<Record<ProblemCode, Repair>> = {
	'unknown-name': declareName,
	'unknown-condition': declareName,
	'unknown-fact': declareName,
	'unknown-value': addValue,
	'not-enabled': enableName,
	'unused-filter': removeFilter,
	'repeated-clause': (problem, compilation) => removeClause(phrase('Remove the repeated clause'), problem, compilation),
	'limit-never-bites': (problem, compilation) => removeClause(phrase('Remove the limit'), problem, compilation),
	'always-true': (problem, compilation) => removeClause(phrase('Remove the condition'), problem, compilation),
	'exclusive-unused': (problem, compilation) =>
		inDeclaration(compilation, problem, phrase('Remove the set'), (declaration) => ({
			kind: 'remove-exclusive',
			declaration,
		})),
	'repeated-name': removeName,
	'missing-setting': addSettings,
	'no-effect': (problem, compilation) =>
		inDeclaration(compilation, problem, phrase('add', { text: 'earn 10' }), (declaration) => {
			return { kind: 'set-clause', declaration, clause: 'earn', text: 'earn 10' };
		}),
	'unknown-timezone': ({ span }, { source }) => {
		const found = nearest(unquoted(source.slice(span.start, span.end)), timezones());
		return found === undefined ? [] : [fixOf(phrase('change to', { text: found }), [{ span, text: printText(found) }])];
	},
	'unexpected-percent': ({ span }, { source }) => {
		const percent = source.slice(span.start, span.end).lastIndexOf('%') + span.start;
		return cut(phrase('Remove the `%`'), source, percent, percent + 1);
	},
	'first-tier-above-zero': ({ span }) => [fixOf(phrase('Start the first tier at 0'), [{ span, text: '0' }])],
	'unexpected-threshold': ({ span }, { document, source }) => {
		const tiers = document.declarations.flatMap((declaration) => (declaration.kind === 'tiers' ? declaration.tiers : []));
		const tier = tiers.find((candidate) => covers(candidate.span, span));
		return tier?.kind === 'tier-declaration'
			? cut(phrase('Remove the threshold'), source, tier.name.span.end, span.end)
			: [];
	},
	'equal-times': ({ span }, { source }) =>
		cut(phrase('Leave the times out'), source, blanksBefore(source, span.start), span.end),
	'not-evaluated-yet': commentOut,
};

/** Removes a stretch, unless a comment in it would be lost. */
function cut(says: Phrase, source: string, start: number, end: number): Proposal[] {
	return source.slice(start, end).includes('//') ? [] : [fixOf(says, [{ span: { start, end }, text: '' }])];
}

/** The operation that `make` wishes for the declaration that a problem is in, where it is possible. */
function inDeclaration(
	{ source, document }: Compilation,
	{ span }: Pick<Problem, 'span'>,
	says: Phrase,
	make: (declaration: number) => Operation,
): Proposal[] {
	const declaration = document.declarations.findIndex((candidate) => covers(candidate.span, span));
	if (declaration < 0) return [];
	const planned = planOperation(source, document, make(declaration));
	return planned.ok ? [fixOf(says, planned.edits)] : [];
}

/** Adds a channel or an order type to those of the program. */
function enableName(problem: Problem, compilation: Compilation): Proposal[] {
	const {
		document,
		symbols: { program },
	} = compilation;
	const used = nameAt(document, problem.span.start);
	if (!program || (used?.kind !== 'channel' && used?.kind !== 'order type')) return [];
	const says = phrase('enable', { noun: phrase(used.kind), name: used.name.text });
	const kind = used.kind === 'channel' ? 'channels' : 'order-types';
	const list = program.settings.find((setting) => setting.kind === kind);
	const written = printName(used.name.text);
	const last = list && 'names' in list ? list.names.at(-1) : undefined;
	if (last?.kind === 'name') {
		return [fixOf(says, [{ span: { start: last.span.end, end: last.span.end }, text: `, ${written}` }])];
	}
	if (list) return [];
	return addSetting(says, compilation, program, `${used.kind}s ${written}`);
}

function removeFilter(problem: Problem, compilation: Compilation): Proposal[] {
	return inDeclaration(compilation, problem, phrase('Remove the filter'), (declaration) => ({
		kind: 'remove-filter',
		declaration,
	}));
}

/** Removes the clause or condition that a problem is about, with its comments. */
function removeClause(says: Phrase, problem: Problem, compilation: Compilation): Proposal[] {
	const clause = clauseAround(compilation.document, problem.span);
	if (!clause) return [];
	return inDeclaration(compilation, problem, says, (declaration) => {
		return { kind: 'set-text', declaration, span: clause, text: '' };
	});
}

/** The innermost clause, condition or declaration around a stretch. */
function clauseAround(document: Document, span: Span): Span | undefined {
	const around = pathAt(document, span.start).filter((node) => 'health' in node || node.kind === 'raw');
	return around.findLast((node) => covers(node.span, span))?.span;
}

/** Removes an entry from a list, with the comma before it. */
function removeName({ span }: Problem, { document, source }: Compilation): Proposal[] {
	const lists: (readonly { readonly span: Span }[])[] = [];
	walk(document, (node) => {
		if ('names' in node) lists.push(node.names);
		else if (node.kind === 'store') lists.push(node.places);
		else if (node.kind === 'total-source') lists.push(node.excluding);
	});
	return lists.flatMap((list) => {
		const at = list.findIndex((entry) => covers(entry.span, span));
		const [before, repeated] = [list[at - 1]?.span, list[at]?.span];
		return before && repeated ? cut(phrase('Remove the repeated name'), source, before.end, repeated.end) : [];
	});
}

/** Adds the settings that every program needs. */
function addSettings(_problem: Problem, compilation: Compilation): Proposal[] {
	const { program } = compilation.symbols;
	if (!program) return [];
	return (['currency', 'timezone'] as const)
		.filter((kind) => !program.settings.some((setting) => setting.kind === kind))
		.flatMap((kind) => {
			const example = programSettings.find((row) => row.kind === kind)?.example ?? kind;
			return addSetting(phrase('add', { text: example }), compilation, program, example);
		});
}

/** Puts a setting behind the last one of a program, where it has braces. */
function addSetting(
	says: Phrase,
	{ document, source }: Compilation,
	{ settings, body }: ProgramDeclaration,
	text: string,
): Proposal[] {
	const layout = layoutOf(source, document);
	const insert = { text, beginsLine: false, endsLine: false };
	const last = settings.at(-1);
	if (last) return [fixOf(says, [addAfter(layout, last, insert, body)])];
	return body ? [fixOf(says, [insertIntoBody(layout, body, insert)])] : [];
}

/** Puts a clause that is not evaluated yet into a comment, where it has its lines for itself. */
function commentOut({ span }: Problem, { document, source }: Compilation): Proposal[] {
	const layout = layoutOf(source, document);
	const clause = clauseAround(document, span);
	if (!clause || !startsLine(source, clause.start) || !endsBeforeComment(layout, clause.end)) return [];
	const indent = indentOf(source, clause.start);
	const start = lineStart(source, clause.start);
	const text = source
		.slice(start, clause.end)
		.split(LINE_BREAK)
		.map((line) => (line.startsWith(indent) ? `${indent}// ${line.slice(indent.length)}` : `// ${line}`))
		.join(layout.lineBreak);
	return [fixOf(phrase('Put it in a comment'), [{ span: { start, end: clause.end }, text }])];
}

/** Says whether nothing but a comment stands behind an offset on its line. */
function endsBeforeComment({ text, comments }: Layout, offset: number): boolean {
	const next = blanksAfter(text, offset);
	return endsLine(text, offset) || comments.some(({ span }) => span.start === next);
}
