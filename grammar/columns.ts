const ASCII = /^[\x20-\x7e]*$/;
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
const MARK = /\p{M}/u;

/** The columns that a text takes in a terminal: marks take none, characters of East Asian scripts and emoji two, a tab one. */
export function columns(text: string): number {
	if (ASCII.test(text)) return text.length;
	let sum = 0;
	for (const character of text) sum += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
	return sum;
}
