import { applyEdits, type Missing, type Name, type Phrase, several, type Several } from '#grammar';
import { BUILT_IN_FILTERS } from '../check/symbols.ts';
import { unreachable } from '../domain/unreachable.ts';
import { planCarry } from './carry.ts';
import { usualIndex } from './clauses.ts';
import { type Draft, type Refusal, refuse, refuseFor, type Source } from './draft.ts';
import { reason, reasonInEnglish, type RefusalPhrase } from './refusals.ts';
import { commentsIn, indentOf } from './layout.ts';
import { type NewPart, planAdd, planMove, planRemove, planSet } from './lists.ts';
import { nameEdit, nameNode, whyNotName } from './names.ts';
import { hasName, type NamedPart, namedParts, nounOf, nouns, verbOf } from './nouns.ts';
import type { DeclarationOperation, DeclarationVerb, NamedNoun, Noun } from './operation.ts';
import {
	type Holder,
	type HolderKind,
	holderAt,
	indexesOf,
	lastIndex,
	outward,
	type Part,
	type PartPath,
	partAt,
	partOfKind,
	partsOf,
} from './parts.ts';
import { dedented } from './place.ts';
import { planRename } from './rename.ts';
import { commentsOf, insertOf, type ReadPart, readPart } from './snippet.ts';
import { usersOf, usesOf } from './uses.ts';
import { isRepeatable } from './usual-order.ts';
import type { StepLabel, StepVerb } from './step.ts';

type Add = Extract<DeclarationOperation, { kind: `add-${string}` }>;

/** Plans an operation on whole declarations. Those that could not be read can be removed and moved like rules. */
export function planDeclaration(source: Source, operation: DeclarationOperation): Draft | Refusal {
	const noun = nounOf(operation.kind);
	const verb = verbOf(operation.kind);
	if (verb === 'add') return add(source, noun, operation as Add);
	const { declaration, text = '', name = '', to = 0, into } = operation as Told;
	const path = indexesOf(declaration);
	const label: StepLabel = `${labels[verb]} ${nouns[noun].words}`;
	const part = standsAt(source, path, noun);
	if (!part) return gone(noun);
	switch (verb) {
		case 'set':
			return set(source, path, noun, text, label);
		case 'remove':
			return remove(source, path, part, label);
		case 'move':
			return reorder(source, path, { to, into }, label);
		case 'rename':
			return planRename(source, path, noun as NamedNoun, name, label);
		case 'duplicate':
			return duplicate(source, path, noun as NamedNoun, name, label);
		default:
			return unreachable(verb);
	}
}

const labels = {
	add: 'Add',
	set: 'Change',
	remove: 'Remove',
	move: 'Move',
	rename: 'Rename',
	duplicate: 'Duplicate',
} as const satisfies Readonly<Record<DeclarationVerb, StepVerb>>;

/** What the operations on a declaration that exists have in common. */
type Told = Extract<DeclarationOperation, { declaration: unknown }> & {
	readonly text?: string;
	readonly name?: string;
	readonly to?: number;
	readonly into?: number | null;
};

function gone(noun: Noun): Refusal {
	if (noun === 'tiers') return refuse('These tiers are no longer in the text.');
	return refuse('is gone', { what: nouns[noun].words });
}

/** The part of a noun at a path; for rules also what could not be read. */
function standsAt({ document }: Source, path: PartPath, noun: Noun): Part | null {
	const holder = path.length === 0 ? null : holderAt(document, outward(path));
	if (!holder || !holdersOf(noun).includes(holder.kind)) return null;
	const { kind } = nouns[noun];
	return noun === 'rule' ? partOfKind(document, path, kind, 'raw') : partOfKind(document, path, kind);
}

function holdersOf(noun: Noun): readonly HolderKind[] {
	if (noun === 'tier') return ['tiers'];
	return noun === 'rule' ? ['document', 'campaign'] : ['document'];
}

function add(source: Source, noun: Noun, operation: Add): Draft | Refusal {
	const { words, kind } = nouns[noun];
	const list = listOf(operation);
	const holder = holderAt(source.document, list);
	if (!holder || !holdersOf(noun).includes(holder.kind)) return gone(noun === 'tier' ? 'tiers' : 'campaign');
	const snippet = readPart(operation.text, holder.kind, kind);
	if (!snippet.ok) return snippet;
	if (holder.kind === 'document' && !isRepeatable('document', kind) && partsOf(holder).some((part) => part.kind === kind)) {
		return refuse('text has only one', { what: words });
	}
	const why = whyNotCalled(source, noun, snippet.clause);
	if (why !== null) return refuseFor(why);
	const index = indexAfter(holder, operation.after, kind);
	if (index === null) return gone(noun);
	const added: NewPart = {
		label: `${labels.add} ${words}`,
		part: snippet.clause,
		insert: insertOf(snippet),
		added: commentsOf(snippet),
	};
	return planAdd(source, list, index, added, 'previous');
}

/** The list that something is added to. */
function listOf(operation: Add): PartPath {
	if ('declaration' in operation) return indexesOf(operation.declaration);
	return 'into' in operation && operation.into !== undefined ? [operation.into] : [];
}

/** The index behind another one; the usual one where none is given, and null where the other is not there. */
function indexAfter(holder: Holder, after: number | undefined, kind: Part['kind']): number | null {
	const count = partsOf(holder).length;
	if (after !== undefined) return after >= 0 && after < count ? after + 1 : null;
	return holder.kind === 'tiers' ? count : usualIndex(holder, kind);
}

/** Why a part cannot have the name that it has; null where it can. */
function whyNotCalled(source: Source, noun: Noun, part: ReadPart): Phrase<RefusalPhrase> | null {
	if (!hasName(part) || part.name.kind === 'missing') return null;
	return whyNotName(part.name.text, nouns[noun].words, takenNames(source, noun, null));
}

/** The names that others of a noun have, and those that every program has. */
function takenNames({ document }: Source, noun: Noun, except: NamedPart | null): string[] {
	const others = namedParts(document, noun).filter((part) => part !== except);
	return [...others.flatMap(({ name }) => textsOf(name)), ...(noun === 'filter' ? BUILT_IN_FILTERS : [])];
}

function textsOf(name: Name | Missing): string[] {
	return name.kind === 'name' ? [name.text] : [];
}

function set(source: Source, path: PartPath, noun: Noun, text: string, label: StepLabel): Draft | Refusal {
	const { words, kind } = nouns[noun];
	const old = partOfKind(source.document, path, kind);
	if (!old) return gone(noun);
	const holder = holderAt(source.document, outward(path)) as Holder;
	const snippet = readPart(text, holder.kind, kind);
	if (!snippet.ok) return snippet;
	const [was] = hasName(old) ? textsOf(old.name) : [];
	const [is] = hasName(snippet.clause) ? textsOf(snippet.clause.name) : [];
	if (was !== undefined && was !== is) {
		return refuse('is called', { what: words, name: was });
	}
	if (was === undefined) {
		const why = whyNotCalled(source, noun, snippet.clause);
		if (why !== null) return refuseFor(why);
	}
	return planSet(source, path, snippet, label);
}

function remove(source: Source, path: PartPath, part: Part, label: StepLabel): Draft | Refusal {
	const users = declaredIn(part).flatMap(([noun, each]) => usersOutside(source, path, noun, each));
	const words = [...new Map(users.map((user) => [reasonInEnglish(user), user])).values()];
	if (words.length > 0) {
		const what = nouns[nounOfKind(part.kind)].words;
		return refuse('is used', { what, users: inFew(words) });
	}
	return planRemove(source, path, label);
}

/** The first of many, and how many more there are. */
function inFew(users: readonly Phrase[]): Several {
	const most = 5;
	if (users.length <= most) return several('comma', users);
	return several('and', [several('comma', users.slice(0, most)), reason('some more', { count: users.length - most })]);
}

/** What a part declares that others may use: itself, and of the tiers each one. Only tests use rules. */
function declaredIn(part: Part): [NamedNoun, NamedPart][] {
	if (part.kind === 'tiers') return part.tiers.flatMap((tier) => (tier.kind === 'raw' ? [] : declaredIn(tier)));
	const noun = USED.find((each) => nouns[each].kind === part.kind);
	return noun && hasName(part) ? [[noun, part]] : [];
}

const USED = ['tier', 'filter', 'segment', 'attribute', 'exclusive'] as const satisfies readonly NamedNoun[];

/** What uses a declaration from outside of what goes with it; nothing while another of the same name is declared. */
function usersOutside(source: Source, path: PartPath, noun: NamedNoun, part: NamedPart): Phrase[] {
	const [name] = textsOf(part.name);
	if (name === undefined || takenNames(source, noun, part).includes(name)) return [];
	return [...usesOf(source, noun, name)].flatMap(([index, names]) => {
		const declaration = source.document.declarations[index];
		if (!declaration) return [];
		const going = partAt(source.document, path)?.span;
		const outside = names.filter(({ span }) => !going || span.start < going.start || span.end > going.end);
		return outside.length === 0 ? [] : usersOf(declaration, outside);
	});
}

function nounOfKind(kind: Part['kind']): Noun {
	return (Object.keys(nouns) as Noun[]).find((noun) => nouns[noun].kind === kind) ?? 'rule';
}

function reorder(
	source: Source,
	path: PartPath,
	{ to, into }: { readonly to: number; readonly into: number | null | undefined },
	label: StepLabel,
): Draft | Refusal {
	const list: PartPath = into === undefined ? outward(path) : into === null ? [] : [into];
	const isOwn = list.length === path.length - 1 && list.every((step, at) => step === path[at]);
	if (isOwn) return planMove(source, path, to, label);
	const holder = holderAt(source.document, list);
	if (!holder || !holdersOf('rule').includes(holder.kind)) return gone('campaign');
	if (partAt(source.document, path)?.kind !== 'rule') return refuse('This rule cannot be read; mend it first.');
	return planCarry(source, path, list, to, label);
}

function duplicate(source: Source, path: PartPath, noun: NamedNoun, name: string, label: StepLabel): Draft | Refusal {
	const part = partAt(source.document, path) as NamedPart & Part;
	if (!hasName(part)) return refuse('This rule cannot be read; mend it first.');
	const why = whyNotName(name, nouns[noun].words, takenNames(source, noun, null));
	if (why !== null) return refuseFor(why);
	const insert = { text: renamedSource(source.text, part, name), beginsLine: true, endsLine: true };
	const copy = {
		label,
		part: { ...part, name: nameNode(part.name, name) },
		insert,
		added: commentsIn(source.layout, part.span).map((comment) => comment.text),
		copied: part.span,
	};
	return planAdd(source, outward(path), lastIndex(path) + 1, copy, 'previous');
}

/** The source of a declaration under another name. */
function renamedSource(text: string, { span, name: old }: NamedPart, name: string): string {
	const edit = nameEdit(text, old, name);
	const growth = edit.text.length - (edit.span.end - edit.span.start);
	return dedented(applyEdits(text, [edit]).slice(span.start, span.end + growth), indentOf(text, span.start));
}
