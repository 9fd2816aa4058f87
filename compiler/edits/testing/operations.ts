import type { Document } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import type { DeclarationVerb, NamedNoun, Noun, Operation } from '../operation.ts';
import type { ClauseKind, HolderKind } from '../parts.ts';
import type { Chance } from './chance.ts';
import { randomBroken, randomClause, randomCondition } from './documents.ts';
import { commented, pickByKind, type RandomOperation, short } from './drawing.ts';
import { setComments } from './on-comments.ts';
import { addCondition, conditionHolders, onCondition } from './on-conditions.ts';
import { basis, clauses, fact, happening, onEvent } from './pieces.ts';
import { declaration } from './programs.ts';
import { type Holding, holders, type Standing } from './standing.ts';
import { inOneLine } from './words.ts';

/** What is drawn, in equal shares: the kinds of operations, those on declarations by what they do. */
export const drawn = [
	'add-condition',
	'set-condition',
	'remove-condition',
	'move-condition',
	'carry-condition',
	'wrap-condition',
	'unwrap-condition',
	'negate-condition',
	'set-clause',
	'add-clause',
	'remove-clause',
	'move-clause',
	'set-head',
	'set-text',
	'set-comments',
	'add',
	'set',
	'remove',
	'move',
	'carry-rule',
	'rename',
	'duplicate',
] as const;

/** What is drawn. `carry` moves between lists; `add-clause` and `remove-clause` are halves of `set-clause`. */
export type Drawn = (typeof drawn)[number];

/** A random operation that makes sense in a document; null where the document has nothing for it. */
export function randomOperation(chance: Chance, document: Document, what: Drawn): RandomOperation | null {
	switch (what) {
		case 'add-condition':
			return addCondition(chance, document);
		case 'set-condition':
		case 'remove-condition':
		case 'move-condition':
		case 'carry-condition':
		case 'wrap-condition':
		case 'unwrap-condition':
		case 'negate-condition':
			return onCondition(chance, document, what);
		case 'set-clause':
		case 'add-clause':
		case 'remove-clause':
		case 'move-clause':
			return onClause(chance, document, what);
		case 'set-head':
			return setHead(chance, document);
		case 'set-text':
			return setText(chance, document);
		case 'set-comments':
			return setComments(chance, document);
		case 'carry-rule':
			return carryRule(chance, document);
		case 'add':
			return addDeclaration(chance, document);
		case 'set':
		case 'remove':
		case 'move':
		case 'rename':
		case 'duplicate':
			return onDeclaration(chance, document, what);
		default:
			return unreachable(what);
	}
}

/** Where clauses are set, and which kinds may stand several times. */
const REPEATED: Readonly<Record<string, readonly string[]>> = {
	program: ['limit'],
	'tier-declaration': ['earn'],
	campaign: ['multiply', 'limit'],
	rule: ['earn', 'multiply', 'limit'],
	test: ['test-return', 'test-spend', 'expect'],
	'test-member': ['test-fact', 'test-attribute'],
	'test-event': ['test-fact', 'test-line', 'test-attribute'],
};

function onClause(
	chance: Chance,
	document: Document,
	what: 'set-clause' | 'add-clause' | 'remove-clause' | 'move-clause',
): RandomOperation | null {
	const places = holders(document).flatMap((holder) =>
		Object.keys(clauses[holder.kind] ?? {}).flatMap((kind) => {
			const count = holder.parts.filter((part) => part.kind === kind).length;
			const isMany = REPEATED[holder.kind]?.includes(kind) ?? false;
			const fits = { 'set-clause': count > 0, 'add-clause': count === 0 || isMany, 'remove-clause': count > 0 };
			return (what === 'move-clause' ? count > 1 : fits[what]) ? [{ holder, kind, count }] : [];
		}),
	);
	const one = pickByKind(chance, places, ({ holder }) => holder.kind);
	const alike = places.filter(({ holder }) => holder.kind === one?.holder.kind);
	const place = pickByKind(chance, alike, ({ kind }) => kind);
	if (!place) return null;
	const { holder, kind, count } = place;
	const about = `${kind} of ${holder.kind}`;
	const here = { declaration: short(chance, holder.path), clause: kind as ClauseKind };
	const index = what === 'add-clause' ? count : chance.below(count);
	if (what === 'move-clause') {
		return { operation: { kind: what, ...here, index, to: chance.below(count) }, about };
	}
	const text = what === 'remove-clause' ? null : commented(chance, randomClause(chance, kind, holder.kind));
	const given = index === 0 && chance.happens(50) ? {} : { index };
	return { operation: { kind: 'set-clause', ...here, ...given, text }, about };
}

function setHead(chance: Chance, document: Document): RandomOperation | null {
	const kinds = new Set(['rule', 'tiers', 'tier-declaration', 'test-event']);
	const holder = pickByKind(
		chance,
		holders(document).filter(({ kind }) => kinds.has(kind)),
		({ kind }) => kind,
	);
	if (!holder) return null;
	const texts: Readonly<Record<string, () => readonly string[]>> = {
		rule: () => (chance.happens(30) ? [] : onEvent(chance)),
		tiers: () => basis(chance),
		'tier-declaration': () => (chance.happens(30) ? [] : ['from', '7_500']),
		'test-event': () => happening(chance),
	};
	const text = texts[holder.kind]?.().join(' ') ?? '';
	return { operation: { kind: 'set-head', declaration: short(chance, holder.path), text }, about: holder.kind };
}

/** Half of the time a clean clause, else a broken one, several, or nothing. */
function setText(chance: Chance, document: Document): RandomOperation | null {
	const all = holders(document).flatMap((holder) =>
		holder.kind === 'document' || holder.kind === 'tiers' || (holder.kind === 'when' && !holder.hasBraces)
			? []
			: holder.parts.filter((part) => part.isLeaf).map((part) => ({ holder, part })),
	);
	const around = ({ kind }: Holding) => (conditionHolders.has(kind) ? 'condition' : kind);
	const one = pickByKind(chance, all, ({ holder }) => around(holder));
	const alike = all.filter(({ holder }) => one && around(holder) === around(one.holder));
	const found = pickByKind(chance, alike, ({ part }) => part.kind);
	if (!found) return null;
	const { holder, part } = found;
	const clean = () => cleanFor(chance, holder.kind);
	const typed = [
		() => commented(chance, clean()),
		() => commented(chance, clean()),
		() => '',
		() => `${clean()}\n${clean()} // two`,
		() => randomBroken(chance, holder.kind),
		() => randomBroken(chance, holder.kind),
	];
	const text = chance.pick(typed)();
	const declaration = short(chance, part.path.slice(0, 1));
	const about = `${part.kind} of ${around(holder)}`;
	return { operation: { kind: 'set-text', declaration, span: part.span, text }, about };
}

function cleanFor(chance: Chance, holder: HolderKind): string {
	if (conditionHolders.has(holder)) return randomCondition(chance);
	if (holder === 'test-member') return fact(chance, 'member').join(' ');
	return randomClause(chance, chance.pick(Object.keys(clauses[holder] ?? {})), holder);
}

const NOUN_KINDS: Readonly<Record<string, Noun>> = {
	program: 'program',
	tiers: 'tiers',
	'tier-declaration': 'tier',
	'segment-declaration': 'segment',
	'attribute-declaration': 'attribute',
	filter: 'filter',
	'exclusive-declaration': 'exclusive',
	campaign: 'campaign',
	rule: 'rule',
	redemption: 'redemption',
	expiry: 'expiry',
	test: 'test',
};
const NOUNS = Object.values(NOUN_KINDS);
const SINGLE: ReadonlySet<Noun> = new Set(['program', 'tiers', 'redemption', 'expiry']);

function declarationsOf(document: Document): (Standing & { readonly noun: Noun })[] {
	return holders(document).flatMap(({ kind, parts }) =>
		['document', 'tiers', 'campaign'].includes(kind)
			? parts.flatMap((part) => {
					const noun = NOUN_KINDS[part.kind];
					return noun ? [{ ...part, noun }] : [];
				})
			: [],
	);
}

function addDeclaration(chance: Chance, document: Document): RandomOperation | null {
	const standing = declarationsOf(document);
	const noun = chance.pick(NOUNS.filter((each) => !SINGLE.has(each) || standing.every((part) => part.noun !== each)));
	const count = document.declarations.length;
	const text = commented(chance, declarationText(chance, noun, 'New one'));
	if (noun === 'tier') {
		const tiers = standing.find((part) => part.noun === 'tiers');
		if (!tiers) return null;
		const size = holders(document).find(({ path }) => path.join() === tiers.path.join())?.parts.length ?? 0;
		const after = size > 0 && chance.happens(50) ? { after: chance.below(size) } : {};
		return { operation: { kind: 'add-tier', declaration: short(chance, tiers.path), text, ...after }, about: noun };
	}
	if (noun === 'rule' && chance.happens(50)) {
		const campaigns = holders(document).filter(({ kind, hasBraces }) => kind === 'campaign' && hasBraces);
		if (campaigns.length > 0) {
			const { path, parts } = chance.pick(campaigns);
			const after = parts.length > 0 && chance.happens(50) ? { after: chance.below(parts.length) } : {};
			return { operation: { kind: 'add-rule', text, into: path[0] as number, ...after }, about: 'rule of campaign' };
		}
	}
	const after = count > 0 && chance.happens(50) ? { after: chance.below(count) } : {};
	return { operation: { kind: `add-${noun}`, text, ...after }, about: noun };
}

function onDeclaration(chance: Chance, document: Document, verb: Exclude<DeclarationVerb, 'add'>): RandomOperation | null {
	const fits = declarationsOf(document).filter(({ noun, name, holder, kind }) => {
		if (verb === 'rename') return !['tiers', 'redemption', 'expiry'].includes(noun);
		if (verb === 'duplicate') return ['rule', 'filter', 'test'].includes(noun);
		if (verb === 'move') return holder.parts.length > 1;
		return verb !== 'set' || name !== null || ['tiers', 'redemption', 'expiry'].includes(kind);
	});
	const found = pickByKind(chance, fits, ({ noun, holder }) => `${noun} of ${holder.kind}`);
	if (!found) return null;
	const { noun, holder, name } = found;
	const about = holder.kind === 'campaign' ? 'rule of campaign' : noun;
	const here = { declaration: short(chance, found.path) };
	switch (verb) {
		case 'set': {
			const text = commented(chance, declarationText(chance, noun, name ?? ''));
			return { operation: { kind: `set-${noun}`, ...here, text }, about };
		}
		case 'remove':
			return { operation: { kind: `remove-${noun}`, ...here }, about };
		case 'move':
			return { operation: { kind: `move-${noun}`, ...here, to: chance.below(holder.parts.length) } as Operation, about };
		case 'rename':
			return { operation: { kind: `rename-${noun as NamedNoun}`, ...here, name: newName(chance) }, about };
		case 'duplicate':
			return { operation: { kind: `duplicate-${noun as 'rule'}`, ...here, name: newName(chance) }, about };
		default:
			return unreachable(verb);
	}
}

/** Moves a rule into a campaign, out of one, or from one into another. */
function carryRule(chance: Chance, document: Document): RandomOperation | null {
	const rules = declarationsOf(document).filter(({ noun }) => noun === 'rule');
	const targets = holders(document).filter(
		({ kind, hasBraces }) => kind === 'document' || (kind === 'campaign' && hasBraces),
	);
	const pairs = rules.flatMap((rule) =>
		targets.filter(({ path }) => path.join() !== rule.holder.path.join()).map((target) => ({ rule, target })),
	);
	const pair = pickByKind(chance, pairs, ({ rule, target }) => `${rule.holder.kind} to ${target.kind}`);
	if (!pair) return null;
	const { rule, target } = pair;
	const into = target.path[0] ?? null;
	const to = chance.below(target.parts.length + 1);
	const operation: Operation = { kind: 'move-rule', declaration: short(chance, rule.path), into, to };
	return { operation, about: `${rule.holder.kind} to ${target.kind}` };
}

function declarationText(chance: Chance, noun: Noun, name: string): string {
	return inOneLine(declaration(chance, noun, `"${name.replace(/[\\"]/g, '\\$&')}"`));
}

function newName(chance: Chance): string {
	return chance.pick(['Brand new', 'قاعدة جديدة', '新规则', 'a "quoted" \\ name', 'Bare_1', 'rule', '// not a comment']);
}
