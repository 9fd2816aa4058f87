/** Where the names that a program declares are used. */
import {
	type Declaration,
	type Missing,
	type Name,
	type Node,
	type NodeOfKind,
	printText,
	walk,
	type Phrase,
} from '#grammar';
import { reason, type RefusalPhrase } from './refusals.ts';
import type { Source } from './draft.ts';
import type { NamedNoun } from './operation.ts';
import { wordsFor } from './usual-order.ts';

type Named = Exclude<NamedNoun, 'program' | 'campaign' | 'test'>;

type Finder<N> = (node: N) => readonly (Name | Missing | undefined | false)[];

/** For each kind of thing the nodes that name it. */
const finders: { readonly [N in Named]: { readonly [K in Node['kind']]?: Finder<NodeOfKind<K>> } } = {
	filter: {
		'filter-ref': ({ name }) => [name],
		spend: ({ filter }) => [filter],
		quantity: ({ filter }) => [filter],
		'every-step': ({ filter }) => [filter],
		multiply: ({ on }) => [on],
		'tier-basis': ({ filter }) => [filter],
		'at-most': ({ filter }) => [filter],
	},
	tier: {
		tier: ({ names }) => names,
		'test-fact': ({ fact, value }) => [fact.text === 'tier' && value.kind === 'name' && value],
	},
	segment: {
		segment: ({ names }) => names,
		'test-fact': ({ fact, value }) => [fact.text === 'segment' && value.kind === 'name' && value],
	},
	attribute: {
		attribute: ({ name }) => [name],
		'attribute-source': ({ name }) => [name],
		active: ({ by }) => [by],
		'test-attribute': ({ name }) => [name],
	},
	exclusive: { exclusive: ({ set }) => [set] },
	rule: { expect: ({ what }) => [what.kind === 'name' && what] },
};

/** Where something is named, except where it is declared: by declaration, in the order of the text. */
export function usesOf({ text, document }: Source, noun: NamedNoun, name: string): Map<number, readonly Name[]> {
	const uses = new Map<number, readonly Name[]>();
	const own = finders[noun as Named] as (typeof finders)[Named] | undefined;
	if (!own) return uses;
	// Names are spelt in one way only, so a declaration without these characters need not be searched.
	const spelt = printText(name).slice(1, -1);
	for (const [index, declaration] of document.declarations.entries()) {
		if (!text.slice(declaration.span.start, declaration.span.end).includes(spelt)) continue;
		const found = namesIn(declaration, own, name);
		if (found.length > 0) uses.set(index, found);
	}
	return uses;
}

/** What uses a name, in words: `the rule \`Lunch\``, `the tiers`. A campaign answers with its rules that use it. */
export function usersOf(declaration: Declaration, names: readonly Name[]): Phrase<RefusalPhrase>[] {
	if (declaration.kind !== 'campaign') return [inWords(declaration)];
	const isIn = ({ span }: Declaration) => names.some(({ span: { start } }) => span.start <= start && start < span.end);
	const rules = declaration.clauses.filter((clause) => clause.kind === 'rule');
	const users = rules.filter(isIn).map(inWords);
	const isOwn = names.some(({ span: { start } }) => !rules.some(({ span }) => span.start <= start && start < span.end));
	return isOwn ? [inWords(declaration), ...users] : users;
}

function inWords(declaration: Declaration): Phrase<RefusalPhrase> {
	const what = wordsFor(declaration.kind);
	if (!('name' in declaration)) return reason('the only one', { what });
	const { name } = declaration;
	return name.kind === 'name' ? reason('the one called', { what, name: name.text }) : reason('one without a name', { what });
}

function namesIn(declaration: Declaration, own: (typeof finders)[Named], text: string): Name[] {
	const names: Name[] = [];
	walk(declaration, (node) => {
		const find = own[node.kind] as Finder<Node> | undefined;
		for (const name of find?.(node) ?? []) {
			if (name && name.kind === 'name' && name.text === text) names.push(name);
		}
	});
	return names;
}
