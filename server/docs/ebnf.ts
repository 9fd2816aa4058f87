/** The whole language in EBNF. */
import { unreachable } from '#compiler';
import { type Level, openings } from '#grammar';
import { type GrammarSource, INSIDE, type Part } from './grammar-rules.ts';

/** What EBNF calls the classes of words. */
const CLASSES: Readonly<Record<string, string>> = {
	BareName: 'WORD',
	Quoted: 'TEXT',
	NumberText: 'DIGITS',
	DateText: 'DATE',
	TimeText: 'TIME',
	ColorText: 'COLOR',
	ShortDay: 'DAY',
	LongDay: 'LONG-DAY',
};
/** Letters, the end of a production not counted. */
const LINE_WIDTH = 92;

/** The whole language in EBNF: `{ x }` any number of times, `[ x ]` at most once. */
export function ebnf(source: GrammarSource): string {
	const { rules, routes } = source;
	const productions: Production[] = [['document', [contents(source, 'document')]]];
	const written = new Set<string>();
	const write = (name: string) => {
		const part = settled({ kind: 'rule', name }, rules);
		if (part.kind !== 'rule' || written.has(part.name)) return;
		written.add(part.name);
		const body = rules.get(part.name) as Part;
		productions.push([
			hyphened(part.name),
			(body.kind === 'one of' ? body.parts : [body]).map((each) => ebnfOf(each, rules)),
		]);
		for (const inside of rulesIn(body)) write(inside);
	};
	for (const level of LEVELS) {
		for (const word of wordsOf(level)) {
			const inside = INSIDE[`${level} ${word}`];
			const rule = routes.get(`${level} ${word}`);
			if (inside !== undefined) productions.push(braced(source, word, inside, rule));
			else if (rule !== undefined) write(rule);
		}
	}
	const width = Math.max(...productions.map(([name]) => name.length));
	return productions.map(([name, body]) => `${name.padEnd(width)} = ${wrapped(body, width)} ;`).join('\n');
}

/** A name and its alternatives. */
type Production = readonly [name: string, body: readonly string[]];

const LEVELS = ['document', 'program', 'tiers', 'tier', 'rule', 'when'] as const;

function wordsOf(level: Level): string[] {
	return openings[level].filter(({ unsupported }) => unsupported === undefined).map(({ word }) => word);
}

/** `"rule" name "{" { about | … } "}"`, and the form of the same word without braces where there is one. */
function braced({ rules, routes }: GrammarSource, word: string, inside: Level, rule: string | undefined): Production {
	const head = ebnfOf(rules.get(`${word}Head`) as Part, rules);
	const form = `${head} "{" ${contents({ rules, routes }, inside)} "}"`;
	const plain = rule === undefined ? [] : [ebnfOf(rules.get(rule) as Part, rules)];
	return [word, [form, ...plain]];
}

/** Everything that may stand at a level, any number of times. */
function contents({ rules, routes }: GrammarSource, level: Level): string {
	const names = wordsOf(level).map((word) => {
		const rule = routes.get(`${level} ${word}`);
		return rule === undefined || INSIDE[`${level} ${word}`] ? word : ebnfOf({ kind: 'rule', name: rule }, rules);
	});
	return `{ ${[...new Set(names)].join(' | ')} }`;
}

/** A rule that is but another rule or a class of words is that other. */
function settled(part: Part, rules: GrammarSource['rules']): Part {
	const rule = part.kind === 'rule' ? rules.get(part.name) : undefined;
	return rule?.kind === 'rule' || rule?.kind === 'value' ? settled(rule, rules) : part;
}

function ebnfOf(part: Part, rules: GrammarSource['rules']): string {
	const inside = (each: Part) => ebnfOf(each, rules);
	const found = settled(part, rules);
	switch (found.kind) {
		case 'word':
			return `"${found.text}"`;
		case 'value':
			return CLASSES[found.name] ?? found.name;
		case 'rule':
			return hyphened(found.name);
		case 'one of':
			return found.parts.map(inside).join(' | ');
		case 'all':
			return found.parts.map((each) => (each.kind === 'one of' ? `( ${inside(each)} )` : inside(each))).join(' ');
		case 'optional':
			return `[ ${inside(found.part)} ]`;
		case 'repeated':
			return `{ ${inside(found.part)} }`;
		default:
			return unreachable(found);
	}
}

function hyphened(rule: string): string {
	return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function rulesIn(part: Part): string[] {
	switch (part.kind) {
		case 'rule':
			return [part.name];
		case 'all':
		case 'one of':
			return part.parts.flatMap(rulesIn);
		case 'optional':
		case 'repeated':
			return rulesIn(part.part);
		case 'word':
		case 'value':
			return [];
		default:
			return unreachable(part);
	}
}

/** Alternatives in one line where they fit, else each in its own, broken between two parts where it is longer. */
function wrapped(body: readonly string[], width: number): string {
	const room = LINE_WIDTH - width - 3;
	const inOne = body.join(' | ');
	if (inOne.length <= room) return inOne;
	return body.map((each) => folded(each, room).join(`\n${' '.repeat(width + 3)}`)).join(`\n${' '.repeat(width + 1)}| `);
}

/** Lines of at most `room` letters. */
function folded(text: string, room: number): string[] {
	const lines: string[] = [];
	for (const part of text.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + 1 + part.length <= room) lines[lines.length - 1] = `${line} ${part}`;
		else lines.push(part);
	}
	return lines;
}
