/**
 * The rules of the language, read from where they are written: the parser's own source. Nothing of it is repeated here, so the
 * reference cannot say anything else than what is read.
 */
import { readFileSync } from 'node:fs';
import type { Level } from '#grammar';
import { type ESTree, parseSync } from 'vite';

/** One part of a rule. */
export type Part =
	/** Written as it stands: `between`, `>=`. */
	| { readonly kind: 'word'; readonly text: string }
	/** A class of words, by its name in the table of words and signs: `NumberText`. */
	| { readonly kind: 'value'; readonly name: string }
	| { readonly kind: 'rule'; readonly name: string }
	| { readonly kind: 'all' | 'one of'; readonly parts: readonly Part[] }
	| { readonly kind: 'optional' | 'repeated'; readonly part: Part };

/** What the reference needs of the grammar floor, beyond what its door gives. */
export interface GrammarSource {
	/** By name, in the order of the source. */
	readonly rules: ReadonlyMap<string, Part>;
	/** By level and first word, `when spend`: the rule that reads the clause. */
	readonly routes: ReadonlyMap<string, string>;
}

const RULE_FILES = ['values', 'formulas', 'conditions', 'filters', 'parser'].map((name) => `parser/${name}.ts`);

/** What the parser reads only to say better what is wrong with it, by rule: the word or the class that it begins with. */
export const READ_TO_BE_REFUSED: Readonly<Record<string, readonly string[]>> = {
	primary: ['DateText'],
	roundingPlace: ['carried', 'item', 'transaction'],
};

/** The constructs with braces, by level and first word: what stands in the braces. */
export const INSIDE: Readonly<Record<string, Level>> = {
	'document program': 'program',
	'document tiers': 'tiers',
	'document rule': 'rule',
	'tiers tier': 'tier',
	'rule when': 'when',
};

/** Reads the parser's rules and the table of routes. Throws where they are of an unknown form. */
export function readGrammarSource(): GrammarSource {
	const signs = readSigns();
	return { rules: new Map(RULE_FILES.flatMap((file) => rulesIn(file, signs))), routes: readRoutes() };
}

/** The first word or class of a part; null where it is a rule or a choice. */
export function firstOf(part: Part): string | null {
	if (part.kind === 'all') return part.parts[0] ? firstOf(part.parts[0]) : null;
	if (part.kind === 'word') return part.text;
	return part.kind === 'value' ? part.name : null;
}

function sourceOf(file: string): string {
	return readFileSync(new URL(`../../grammar/${file}`, import.meta.url), 'utf8');
}

/** The signs by their names in the table of words and signs: `Comma` is `,`. */
function readSigns(): Map<string, string> {
	const rows = sourceOf('tokens.ts').matchAll(/^export const (\w+): TokenType = sign\('\w+', '([^']+)'\)/gm);
	return new Map([...rows].map(([, name = '', sign = '']) => [name, sign]));
}

function readRoutes(): Map<string, string> {
	const routes = new Map<string, string>();
	let level = '';
	for (const line of sourceOf('routes.ts').split('\n')) {
		level = /^\t(\w+): \{/.exec(line)?.[1] ?? level;
		for (const [, word, rule = ''] of line.matchAll(/(\w+): \{ rule: '(\w+)'/g)) routes.set(`${level} ${word}`, rule);
	}
	return routes;
}

function rulesIn(file: string, signs: Reading['signs']): [string, Part][] {
	const { program } = parseSync(file, sourceOf(file));
	const declaration = program.body.find((node) => node.type === 'ExportNamedDeclaration' && isClass(node.declaration));
	const { body } = (declaration as { declaration: ESTree.Class }).declaration.body;
	return body.flatMap((member): [string, Part][] => {
		if (member.type !== 'PropertyDefinition' || member.value?.type !== 'CallExpression') return [];
		const [name, rule] = member.value.arguments;
		if (verbOf(member.value) !== 'RULE' || name?.type !== 'Literal') return [];
		const ruleName = String(name.value);
		return [[ruleName, bodyPart(rule, { signs, refused: READ_TO_BE_REFUSED[ruleName] ?? [] })]];
	});
}

function isClass(node: ESTree.Node | null): boolean {
	return node?.type === 'ClassDeclaration';
}

interface Reading {
	readonly signs: ReadonlyMap<string, string>;
	readonly refused: readonly string[];
}

/** `CONSUME` of `this.CONSUME2(…)`. */
function verbOf(call: ESTree.CallExpression): string {
	const { callee } = call;
	return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
		? callee.property.name.replace(/\d+$/, '')
		: '';
}

/** What `() => …` consists of. */
function bodyPart(node: ESTree.Node | undefined, reading: Reading): Part {
	if (node?.type !== 'ArrowFunctionExpression') throw new Error('A rule of the grammar has another form than expected');
	const { body } = node;
	const calls = body.type === 'BlockStatement' ? body.body.map(expressionOf) : [body];
	const parts = calls.map((call) => callPart(call, reading));
	return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts };
}

function expressionOf(statement: ESTree.Node): ESTree.Node {
	if (statement.type !== 'ExpressionStatement') throw new Error(`A rule of the grammar holds a ${statement.type}`);
	return statement.expression;
}

function callPart(node: ESTree.Node, reading: Reading): Part {
	if (node.type !== 'CallExpression') throw new Error(`A rule of the grammar holds a ${node.type}`);
	const [argument] = node.arguments;
	const verb = verbOf(node);
	switch (verb) {
		case 'CONSUME':
			return wordPart(memberName(argument), reading);
		case 'SUBRULE':
			return { kind: 'rule', name: memberName(argument).name };
		case 'OPTION':
			return { kind: 'optional', part: bodyPart(argument, reading) };
		case 'MANY':
			return { kind: 'repeated', part: bodyPart(argument, reading) };
		case 'OR':
			return choicePart(argument, reading);
		default:
			throw new Error(`A rule of the grammar does ${verb}, which is not known here`);
	}
}

function choicePart(node: ESTree.Node | undefined, reading: Reading): Part {
	if (node?.type !== 'ArrayExpression') throw new Error('A choice of the grammar is no list');
	const parts = node.elements
		.map((element) => {
			const property = element?.type === 'ObjectExpression' ? element.properties[0] : undefined;
			return bodyPart(property?.type === 'Property' ? property.value : undefined, reading);
		})
		.filter((part) => !reading.refused.includes(firstOf(part) ?? ''));
	return parts.length === 1 && parts[0] ? parts[0] : { kind: 'one of', parts };
}

/** `word.between` is a word of the language, `token.Comma` a sign, and `token.NumberText` a class of words. */
function wordPart({ object, name }: { object: string; name: string }, { signs }: Reading): Part {
	const text = object === 'word' ? name : signs.get(name);
	return text === undefined ? { kind: 'value', name } : { kind: 'word', text };
}

function memberName(node: ESTree.Node | undefined): { object: string; name: string } {
	if (node?.type !== 'MemberExpression' || node.property.type !== 'Identifier') throw new Error('A name was expected');
	return { object: node.object.type === 'Identifier' ? node.object.name : 'this', name: node.property.name };
}
