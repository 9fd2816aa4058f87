/** A formula as one text: the compiler's in English, else as it is noted in mathematics. */
import { type Expression, type Missing, printNumber } from '#grammar';
import { unreachable } from '#compiler';
import { summaryOfFormula } from '#compiler/service';
import { countPoints } from '../messages/counted.ts';
import { localDigits } from '../messages/digits.ts';
import { spoken } from '../messages/language.ts';
import { formatMessage } from '../messages/message.ts';
import type { ProseWords } from '../messages/prose-words.ts';
import { type Chip, chipsOf } from './formula-chips.ts';
import { groupDigits } from './words.ts';

/** What sentences are made of where they are not the compiler's own. */
export function proseWords(): ProseWords | undefined {
	return spoken().translation?.prose;
}

/** Points by a formula, in few words. */
export function formulaSentence(formula: Expression | Missing): string {
	const said = proseWords();
	return said ? formulaText(formula, said) : summaryOfFormula(formula);
}

/** The same in a language that is not English. */
export function formulaText(formula: Expression | Missing, said: ProseWords): string {
	if (formula.kind === 'number' && !formula.percent) return countPoints(groupDigits(formula.digits));
	return formatMessage(said.byFormula, { formula: fromTheLeft(chipsOf(formula).map(chipText)) });
}

/** A formula is read from the left in every language; digits of Arabic would turn what stands between them. */
function fromTheLeft(pieces: readonly string[]): string {
	return `\u2066${pieces.map((piece) => `\u2066${piece}\u2069`).join(' ')}\u2069`;
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

function chipText(chip: Chip): string {
	switch (chip.kind) {
		case 'number':
			return localDigits(printNumber({ kind: 'number', digits: chip.digits, percent: chip.percent }).replaceAll('_', ','));
		case 'filter':
			return chip.name;
		case 'operator':
			return SIGNS[chip.operator];
		case 'minus':
			return '−';
		case 'frame':
			return `(${fromTheLeft(chip.chips.map(chipText))})`;
		case 'hole':
			return '…';
		default:
			return unreachable(chip);
	}
}
