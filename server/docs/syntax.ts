/** The forms of constructs as people read them, in a line each. */
import { unreachable } from '#compiler';
import type { Level } from '#grammar';
import { firstOf, type GrammarSource, INSIDE, type Part } from './grammar-rules.ts';

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
	if (part.kind === 'all' && part.parts[0])
		return { kind: 'all', parts: [narrowed(part.parts[0], word), ...part.parts.slice(1)] };
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
		default:
			return unreachable(part);
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
