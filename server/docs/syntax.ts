/** The rules of the language as people read them: one line for each construct, and the whole in EBNF. */
import { type Level, openings } from '#grammar';
import { firstOf, type GrammarSource, type Part } from './grammar-rules.ts';

/** What a line calls the rules that it does not open: `NAME` says enough. */
const LEAVES: Readonly<Record<string, string>> = {
	name: 'NAME',
	text: 'TEXT',
	number: 'NUMBER',
	date: 'DATE',
	time: 'TIME',
	color: 'COLOR',
	shortDay: 'DAY',
	longDay: 'DAY',
	formula: 'FORMULA',
	filterSource: 'SOURCE',
};

/** The constructs with braces, by level and first word: what stands in the braces. */
const INSIDE: Readonly<Record<string, Level>> = {
	'document program': 'program',
	'document tiers': 'tiers',
	'document rule': 'rule',
	'tiers tier': 'tier',
	'rule when': 'when',
};

/** The form of a construct in a line: `spend NAME ( = NUMBER | between NUMBER and NUMBER )`. */
export function syntaxOf(source: GrammarSource, level: Level, word: string): string {
	const rule = source.routes.get(`${level} ${word}`);
	const lines = rule === undefined ? [] : [syntaxOfRule(source, rule, word)];
	const inside = INSIDE[`${level} ${word}`];
	if (inside === undefined) return lines.join('');
	return [`${syntaxOfRule(source, `${word}Head`, word)} { … }`, ...lines].join('\n');
}

/** The form of a rule in a line; of the first choice in it only the alternative that begins with `word`, if one does. */
export function syntaxOfRule({ rules }: GrammarSource, rule: string, word = ''): string {
	const part = rules.get(rule);
	if (!part) throw new Error(`The grammar has no rule ${rule}`);
	return line(narrowed(part, word), rules).text;
}

function narrowed(part: Part, word: string): Part {
	if (part.kind === 'all' && part.parts[0]) return { kind: 'all', parts: [narrowed(part.parts[0], word), ...part.parts.slice(1)] };
	if (part.kind !== 'one of') return part;
	return part.parts.find((alternative) => firstOf(alternative) === word) ?? part;
}

/** A stretch of a line; a choice needs parentheses where something stands beside it. */
interface Stretch {
	readonly text: string;
	readonly isChoice: boolean;
}

function line(part: Part, rules: GrammarSource['rules']): Stretch {
	const one = (text: string): Stretch => ({ text, isChoice: false });
	switch (part.kind) {
		case 'word':
			return one(part.text);
		case 'value':
			return one(part.name);
		case 'rule': {
			const rule = rules.get(part.name);
			return rule && !LEAVES[part.name] ? line(rule, rules) : one(LEAVES[part.name] ?? part.name);
		}
		case 'one of':
			return { text: part.parts.map((alternative) => line(alternative, rules).text).join(' | '), isChoice: true };
		case 'all':
			return one(part.parts.map((inside, index) => inSequence(inside, part.parts[index - 1], rules)).join(' '));
		case 'optional':
			return one(`[ ${line(part.part, rules).text} ]`);
		case 'repeated':
			return one(`[ ${line(part.part, rules).text} … ]`);
	}
}

function inSequence(part: Part, before: Part | undefined, rules: GrammarSource['rules']): string {
	const sign = separatorOf(part, before);
	if (sign !== null) return `[ ${sign} … ]`;
	const { text, isChoice } = line(part, rules);
	return isChoice ? `( ${text} )` : text;
}

/** The sign of `X { sign X }`; null for anything else. */
function separatorOf(part: Part, before: Part | undefined): string | null {
	if (part.kind !== 'repeated' || part.part.kind !== 'all') return null;
	const [sign, again] = part.part.parts;
	return sign?.kind === 'word' && JSON.stringify(again) === JSON.stringify(before) ? sign.text : null;
}

// ---------------------------------------------------------------- EBNF

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
const LINE_WIDTH = 100;

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
		productions.push([hyphened(part.name), (body.kind === 'one of' ? body.parts : [body]).map((each) => ebnfOf(each, rules))]);
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
		default:
			return [];
	}
}

/** Alternatives in one line where they fit, else each in its own. */
function wrapped(body: readonly string[], width: number): string {
	const inOne = body.join(' | ');
	return width + 3 + inOne.length <= LINE_WIDTH ? inOne : body.join(`\n${' '.repeat(width + 1)}| `);
}
