import { type Condition, fixOf, type Node, pathAt, phrase, type Phrase, printName, printText, type Problem } from '#grammar';
import { catalogNames } from '../check/catalog-names.ts';
import type { Compilation } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Operation } from '../edits/operation.ts';
import { planOperation } from '../edits/plan.ts';
import { nameAt, type NameKind } from './occurrences.ts';
import type { Proposal } from './repairs.ts';

/** Declares the name that a problem says nobody declares, where it can be told what it is. */
export function declareName(problem: Problem, { source, document }: Compilation, catalog: Catalog | null): Proposal[] {
	const missing = nameAt(document, problem.span.start);
	if (!missing) return [];
	const { kind, name } = missing;
	const operation = declaring(kind, name.text, pathAt(document, problem.span.start), catalog);
	const planned = operation && planOperation(source, document, operation);
	return planned?.ok ? [fixOf(titleOf(kind, name.text), planned.edits)] : [];
}

function titleOf(kind: NameKind, name: string): Phrase {
	return kind === 'filter' ? phrase('create filter', { name }) : phrase('declare', { noun: phrase(kind), name });
}

function declaring(kind: NameKind, name: string, path: readonly Node[], catalog: Catalog | null): Operation | null {
	if (kind === 'filter') {
		return { kind: 'add-filter', text: `filter ${printText(name)} = ${sourceFor(name, path, catalog)}` };
	}
	if (kind === 'segment') return { kind: 'add-segment', text: `segment ${printName(name)}` };
	if (kind === 'exclusive set') {
		return { kind: 'add-exclusive', text: `exclusive ${printText(name)} picks highest points` };
	}
	const type = kind === 'attribute' ? typeFor(path) : null;
	return type && { kind: 'add-attribute', text: `attribute ${type.owner} ${printName(name)} ${type.type}` };
}

/** The category of that name where the catalogue has one, else the usual total; what counts units needs items. */
function sourceFor(name: string, path: readonly Node[], catalog: Catalog | null): string {
	if (catalog !== null && catalogNames(catalog).categories.has(name)) return `items in category ${printText(name)}`;
	return path.some(({ kind }) => kind === 'quantity') ? 'items' : 'total excluding taxes, fees, tip';
}

/** What an attribute must be to be used as it is. */
function typeFor(path: readonly Node[]): { readonly owner: string; readonly type: string } | null {
	for (const node of path.toReversed()) {
		if (node.kind === 'active') return { owner: 'transaction', type: 'date' };
		if (node.kind === 'attribute-source') return { owner: 'transaction', type: 'number' };
		if (node.kind === 'attribute') return { owner: 'transaction', type: typeOfTest(node) };
		if (node.kind === 'test-attribute') {
			const owner = path.some(({ kind }) => kind === 'test-member') ? 'member' : 'transaction';
			const type = { name: 'text', number: 'number', date: 'date', missing: 'text' }[node.value?.kind ?? 'missing'];
			return { owner, type: node.value ? type : 'flag' };
		}
	}
	return null;
}

function typeOfTest({ test }: Extract<Condition, { kind: 'attribute' }>): string {
	if (!test) return 'flag';
	if (test.kind !== 'attribute-is') return 'number';
	const values = test.values.flatMap((value) => (value.kind === 'name' ? [printName(value.text)] : []));
	return values.length > 0 ? `one of ${[...new Set(values)].join(', ')}` : 'text';
}

/** Adds a value to those that an attribute may have. */
export function addValue(problem: Problem, { source, document, symbols }: Compilation): Proposal[] {
	const value = nameAt(document, problem.span.start);
	const type = value?.of === undefined || value.of === null ? undefined : symbols.attributes.get(value.of)?.type;
	const last = type?.kind === 'one-of' ? type.values.at(-1) : undefined;
	if (!value || last?.kind !== 'name') return [];
	const { end } = last.span;
	const says = phrase('add value', { value: value.name.text, attribute: value.of ?? '' });
	return source.length < end ? [] : [fixOf(says, [{ span: { start: end, end }, text: `, ${printName(value.name.text)}` }])];
}
