import { type Declaration, type FilterDeclaration, type Name, type TextEdit, walk } from '#grammar';
import { BUILT_IN_FILTERS } from '../check/symbols.ts';
import { unreachable } from '../domain/unreachable.ts';
import { type Draft, draft, inserted, type Refusal, refuse, type Source, withDeclaration } from './draft.ts';
import { commentsOf, type Snippet, insertOf, readDeclaration } from './snippet.ts';
import { nameEdit, nameNode, whyNotName } from './names.ts';
import type { FilterOperation } from './operation.ts';
import { insertAfter, insertBefore } from './place.ts';
import { keepComments, removal, replacement } from './remove.ts';
import { appended } from './rules.ts';
import { ownComments } from './siblings.ts';

/** Plans an operation on cart filters. */
export function planFilter(source: Source, operation: FilterOperation): Draft | Refusal {
	switch (operation.kind) {
		case 'add-filter':
			return add(source, operation.text);
		case 'set-filter':
			return set(source, operation.declaration, operation.text);
		case 'remove-filter':
			return remove(source, operation.declaration);
		case 'rename-filter':
			return rename(source, operation.from, operation.to);
		default:
			return unreachable(operation);
	}
}

const GONE = 'This filter is no longer in the text.';

function add(source: Source, text: string): Draft | Refusal {
	const snippet = readDeclaration(text, 'filter');
	if (!snippet.ok) return snippet;
	const { name } = snippet.clause;
	const reason = name.kind === 'name' ? whyNotName(name.text, 'filter', filterNames(source)) : null;
	if (reason !== null) return refuse(reason);
	const { index, edit } = usualPlace(source, snippet);
	const expected = inserted(source.document.declarations, index, snippet.clause);
	return draft('Add filter', [edit], expected, { added: commentsOf(snippet) });
}

/** Behind the last filter; else before the first rule; else at the end. */
function usualPlace(source: Source, snippet: Snippet<unknown>): { index: number; edit: TextEdit } {
	const { document, layout } = source;
	const { declarations } = document;
	const insert = insertOf(snippet);
	const last = declarations.findLastIndex((declaration) => declaration.kind === 'filter');
	const previous = declarations[last];
	if (previous) {
		const spacing = insert.beginsLine ? 'paragraph' : 'line';
		return { index: last + 1, edit: insertAfter(layout, previous.span, insert, { spacing }) };
	}
	const first = declarations.findIndex((declaration) => declaration.kind === 'rule');
	const next = declarations[first];
	if (next) return { index: first, edit: insertBefore(layout, next.span, insert, { spacing: 'paragraph' }) };
	return { index: declarations.length, edit: appended(source, insert) };
}

function set(source: Source, index: number, text: string): Draft | Refusal {
	const { document, layout } = source;
	const filter = document.declarations[index];
	if (filter?.kind !== 'filter') return refuse(GONE);
	const snippet = readDeclaration(text, 'filter');
	if (!snippet.ok) return snippet;
	const { name } = snippet.clause;
	if (filter.name.kind === 'name' && name.kind === 'name' && filter.name.text !== name.text) {
		return refuse(`This filter is called \`${filter.name.text}\`; rename it to change its name where it is used, too.`);
	}
	const kept = keepComments(layout, filter.span, snippet);
	const edits = replacement(layout, filter.span, snippet.source, kept.above);
	return draft('Change filter', edits, withDeclaration(document, index, snippet.clause), kept);
}

function remove({ document, layout }: Source, index: number): Draft | Refusal {
	const filter = document.declarations[index];
	if (filter?.kind !== 'filter') return refuse(GONE);
	const users = isLastOfItsName(document.declarations, filter) ? usersOf(document.declarations, filter) : [];
	if (users.length > 0) return refuse(`This filter is used by ${users.join(', ')}; change that first.`);
	const expected = document.declarations.toSpliced(index, 1);
	const removed = ownComments(layout, filter.span);
	return draft('Remove filter', [removal(layout, filter.span)], expected, { removed });
}

function isLastOfItsName(declarations: readonly Declaration[], filter: FilterDeclaration): boolean {
	return !declarations.some((other) => other !== filter && other.kind === 'filter' && sameName(other, filter));
}

function sameName(a: FilterDeclaration, b: FilterDeclaration): boolean {
	return a.name.kind === 'name' && b.name.kind === 'name' && a.name.text === b.name.text;
}

/** What uses a filter, in words: `the rule \`Lunch\``, `the tiers`. */
function usersOf(declarations: readonly Declaration[], { name }: FilterDeclaration): string[] {
	if (name.kind === 'missing') return [];
	return declarations
		.filter((declaration) => namesIn(declaration, name.text).some((use) => use !== name))
		.map((declaration) => {
			if (declaration.kind !== 'rule') return 'the tiers';
			return declaration.name.kind === 'name' ? `the rule \`${declaration.name.text}\`` : 'a rule without a name';
		});
}

function rename(source: Source, from: string, to: string): Draft | Refusal {
	const { text, document } = source;
	const { declarations } = document;
	if (!filterNames(source).includes(from)) return refuse(`There is no filter called \`${from}\`.`);
	if (from === to) return draft('Rename filter', [], declarations);
	const reason = whyNotName(to, 'filter', [...filterNames(source), ...BUILT_IN_FILTERS]);
	if (reason !== null) return refuse(reason);
	const names = declarations.flatMap((declaration) => namesIn(declaration, from));
	const edits = names.map((name) => nameEdit(text, name, to));
	return draft('Rename filter', edits, renamed(declarations, new Set(names), to));
}

/** Where a filter is named in a declaration: where it is declared, in formulas and in conditions. */
function namesIn(declaration: Declaration, filter: string): Name[] {
	const names: Name[] = [];
	walk(declaration, (node) => {
		if (node.kind !== 'filter' && node.kind !== 'filter-ref' && node.kind !== 'spend') return;
		const name = node.kind === 'spend' ? node.filter : node.name;
		if (name.kind === 'name' && name.text === filter) names.push(name);
	});
	return names;
}

/** The same tree with other words in some names. */
function renamed<T>(value: T, names: ReadonlySet<unknown>, to: string): T {
	if (typeof value !== 'object' || value === null) return value;
	if (names.has(value)) return nameNode(value as unknown as Name, to) as T;
	if (Array.isArray(value)) return value.map((item) => renamed(item, names, to)) as T;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, names, to)])) as T;
}

/** The names of the declared filters. */
function filterNames({ document }: Source): string[] {
	return document.declarations.flatMap((declaration) =>
		declaration.kind === 'filter' && declaration.name.kind === 'name' ? [declaration.name.text] : [],
	);
}
