/**
 * Letters that only look alike, and characters that nobody sees: two names that seem to be one. The rule is the «highly
 * restrictive» profile of Unicode Technical Standard 39, word by word: letters of one script, or Latin with the scripts of Chinese,
 * Japanese or Korean. Marks, digits and signs that all scripts share are free.
 */
import type { IToken } from 'chevrotain';
import { problem } from './diagnostics/catalogue.ts';
import { phrase } from './diagnostics/phrases.ts';
import { type Script, scripts } from './diagnostics/phrases/nouns.ts';
import { fixOf, type Problem } from './diagnostics/problem.ts';
import { codePoint } from './tokens.ts';

const latin: Script = 'Latin';
const patterns = scripts.map((script) => [script, new RegExp(`^\\p{Script=${script}}$`, 'u')] as const);
const other: Script = 'of another script';
const shared = /^[\p{Script=Common}\p{Script=Inherited}]$/u;
/** The scripts that one word may have side by side. */
const together: readonly (readonly Script[])[] = [
	[latin, 'Han', 'Hiragana', 'Katakana'],
	[latin, 'Han', 'Bopomofo'],
	[latin, 'Han', 'Hangul'],
];

/** Letters that look like Latin ones, for the repair; below each its look-alike. */
const odd = Array.from('авекмнорстухіјѕАВЕКМНОРСТУХІЈЅοανρικΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոհ');
const plain = Array.from('aBekMHopcTyxijsABEKMHOPCTYXIJSoavpikABEZHIKMNOPTYXounh');
const lookAlikes: ReadonlyMap<string, string> = new Map(odd.map((letter, index) => [letter, plain[index] ?? letter]));

const ascii = /^[\x20-\x7e]*$/;
const words = /[\p{L}\p{M}\p{N}]+/gu;

/** What is wrong with the letters of a bare or quoted name. An odd character is shown with its code point. */
export function nameFaults(token: IToken): Problem[] {
	if (ascii.test(token.image)) return [];
	const mixed = Array.from(token.image.matchAll(words), (match) => mixedScripts(match[0], token.startOffset + match.index));
	return [...invisibleCharacters(token), ...mixed.flatMap((found) => found ?? [])];
}

// ---------------------------------------------------------------- scripts

/** The script of a letter; `undefined` where all share it. */
function scriptOf(character: string): Script | undefined {
	if (shared.test(character)) return undefined;
	return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? other;
}

function mixedScripts(word: string, start: number): Problem | undefined {
	const letters = Array.from(word.matchAll(/./gu), (match) => ({
		at: match.index,
		text: match[0],
		script: scriptOf(match[0]),
	}));
	const counts = new Map<Script, number>();
	for (const { script } of letters) if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
	const used = [...counts.keys()];
	if (used.length < 2 || together.some((family) => used.every((script) => family.includes(script)))) return undefined;
	const weight = (script: Script) => (script === other ? 0 : (counts.get(script) ?? 0));
	const main = used.reduce((most, script) => (weight(script) > weight(most) ? script : most));
	const allowed = together.find((family) => family.includes(main) && main !== latin) ?? [main];
	const stranger = letters.find(({ script }) => script !== undefined && !allowed.includes(script));
	if (!stranger?.script) return undefined;
	const span = { start: start + stranger.at, end: start + stranger.at + stranger.text.length };
	const instead = main === latin ? lookAlikes.get(stranger.text) : undefined;
	const parts = {
		word,
		main: phrase(main),
		character: stranger.text,
		code: codePoint(stranger.text),
		script: phrase(stranger.script),
	};
	if (instead === undefined) return problem('mixed-scripts', span, parts);
	const says = phrase('write the letter', { script: phrase(main), text: instead });
	return problem('mixed-scripts', span, parts, { fix: fixOf(says, [{ span, text: instead }]) });
}

// ---------------------------------------------------------------- what nobody sees

/** Those that turn the reading direction are reported wherever they stand, and those that choose a form of a sign are seen. */
const invisible =
	/(?!\p{Variation_Selector}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const joiners = /^[\u200C\u200D]$/;
/** Letters whose form depends on whether they are joined. */
const joined =
	/^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Inherited}]$/u;
const picture = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;

function invisibleCharacters({ image, startOffset }: IToken): Problem[] {
	return Array.from(image.matchAll(invisible)).flatMap((match) => {
		if (joiners.test(match[0]) && joins(image, match.index)) return [];
		const span = { start: startOffset + match.index, end: startOffset + match.index + match[0].length };
		const fix = fixOf(phrase('Remove the invisible character'), [{ span, text: '' }]);
		return [problem('invisible-character', span, { code: codePoint(match[0]) }, { fix })];
	});
}

/** Whether a joiner, or the sign that keeps letters apart, stands between two characters that it can act on. */
function joins(image: string, at: number): boolean {
	const before = Array.from(image.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
	const after = String.fromCodePoint(image.codePointAt(at + 1) ?? 0);
	return (joined.test(before) && joined.test(after)) || (picture.test(before) && picture.test(after));
}
