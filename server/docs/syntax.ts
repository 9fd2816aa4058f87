/** The forms of constructs as people read them: in a line each, and as a diagram. */
import { unreachable } from '#compiler';
import type { Level } from '#grammar';
import { clauseOf, headOf, LEVELS, narrowed, type Part, productions } from './grammar-rules.ts';

/** What a form calls the rules that it does not open: `NAME` says enough. */
const LEAVES: Readonly<Record<string, string>> = {
	name: 'NAME',
	text: 'TEXT',
	number: 'NUMBER',
	date: 'DATE',
	time: 'TIME',
	color: 'COLOR',
	shortDay: 'DAY',
	longDay: 'DAY',
	event: 'EVENT',
	formula: 'FORMULA',
	product: 'PRODUCT',
	signed: 'SIGNED',
	primary: 'VALUE',
	filterSource: 'SOURCE',
};

/** What a form calls the classes of words, where one is not read by a rule. */
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

/** The form of a clause without its braces, or of one that has none, by the words that it begins with; null where it always has some. */
export function formOf(level: Level, words: readonly string[]): Part | null {
	const { rule } = clauseOf(level, words[0] ?? null);
	return rule === null ? null : formOfRule(rule, words);
}

/** The form of a rule; of its choices only what begins with some words. */
export function formOfRule(rule: string, words: readonly string[] = []): Part {
	const part = productions.get(rule);
	if (!part) throw new Error(`The grammar has no rule ${rule}`);
	return opened(narrowed(part, words));
}

/** The form of a clause with braces, what stands in them only named; null where it has none. */
export function bracedForm(level: Level, words: readonly string[]): Part | null {
	const clause = clauseOf(level, words[0] ?? null);
	if (clause.inside === null) return null;
	const head = headOf(clause);
	const form = opened(head.kind === 'rule' ? (productions.get(head.name) as Part) : head);
	const braces: Part[] = [
		{ kind: 'word', text: '{' },
		{ kind: 'repeated', part: { kind: 'rule', name: LEVELS[clause.inside] } },
		{ kind: 'word', text: '}' },
	];
	const inBraces: Part[] = clause.inside === 'event' ? [{ kind: 'optional', part: { kind: 'all', parts: braces } }] : braces;
	return { kind: 'all', parts: [...(form.kind === 'all' ? form.parts : [form]), ...inBraces] };
}

/** A part with every rule in it opened that a form does not name. */
function opened(part: Part): Part {
	switch (part.kind) {
		case 'word':
		case 'value':
			return part;
		case 'rule': {
			const rule = productions.get(part.name);
			return rule && LEAVES[part.name] === undefined ? opened(rule) : part;
		}
		case 'all':
			return { kind: 'all', parts: flattened(part.parts.map(opened)) };
		case 'one of': {
			const parts = part.parts.map(opened);
			return { kind: 'one of', parts: parts.flatMap((each) => (each.kind === 'one of' ? each.parts : [each])) };
		}
		case 'optional':
			return { kind: 'optional', part: opened(part.part) };
		case 'repeated':
			// What comes again must stay as it is before: that is how one sees that it is the same.
			return {
				kind: 'repeated',
				part: part.part.kind === 'all' ? { kind: 'all', parts: part.part.parts.map(opened) } : opened(part.part),
			};
		default:
			return unreachable(part);
	}
}

/** Sequences in a sequence become part of it, but for those that come again. */
function flattened(parts: readonly Part[]): Part[] {
	return parts.flatMap((part, index) => {
		const next = parts[index + 1];
		const comesAgain = next !== undefined && separatorOf(next, part) !== null;
		return part.kind === 'all' && !comesAgain ? part.parts : [part];
	});
}

/** What a form calls a rule that it does not open. */
export function nameOfRule(rule: string): string {
	return LEAVES[rule] ?? rule;
}

/** What a form calls a class of words. */
export function classOf(name: string): string {
	return CLASSES[name] ?? name;
}

/** A form in a line: `spend NAME ( = NUMBER | between NUMBER and NUMBER )`; braces with `…` in them. */
export function lineOf(form: Part): string {
	return line(form).text.replace(/\{ \[ [a-z-]+ … \] \}/, '{ … }');
}

/** A stretch of a line; a choice needs parentheses where something stands beside it. */
interface Stretch {
	readonly text: string;
	readonly isChoice: boolean;
}

function line(part: Part): Stretch {
	const one = (text: string): Stretch => ({ text, isChoice: false });
	switch (part.kind) {
		case 'word':
			return one(part.text);
		case 'value':
			return one(classOf(part.name));
		case 'rule':
			return one(nameOfRule(part.name));
		case 'one of':
			return { text: part.parts.map((alternative) => line(alternative).text).join(' | '), isChoice: true };
		case 'all':
			return one(part.parts.map((inside, index) => inSequence(inside, part.parts[index - 1])).join(' '));
		case 'optional':
			return one(`[ ${line(part.part).text} ]`);
		case 'repeated': {
			const { text, isChoice } = line(part.part);
			return one(isChoice ? `[ ( ${text} ) … ]` : `[ ${text} … ]`);
		}
		default:
			return unreachable(part);
	}
}

function inSequence(part: Part, before: Part | undefined): string {
	const between = separatorOf(part, before);
	if (between?.kind === 'word') return `[ ${between.text} … ]`;
	const { text, isChoice } = line(part);
	return isChoice ? `( ${text} )` : text;
}

/** What stands between two of `X { between X }`; null for anything else. */
export function separatorOf(part: Part, before: Part | undefined): Part | null {
	if (part.kind !== 'repeated' || part.part.kind !== 'all' || part.part.parts.length !== 2) return null;
	const [between, again] = part.part.parts;
	return between && JSON.stringify(again) === JSON.stringify(before) ? between : null;
}
