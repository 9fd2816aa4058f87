import type { Expression, Missing, Span } from '#grammar';
import { unreachable } from '#compiler';

/** A formula as a line of chips, in the order of its text. Spans are those of the document. */
export type Chip =
	| { readonly kind: 'number'; readonly span: Span; readonly digits: string; readonly percent: boolean }
	| { readonly kind: 'filter'; readonly span: Span; readonly name: string }
	| { readonly kind: 'operator'; readonly span: Span; readonly operator: ChipOperator }
	/** A minus before a value. */
	| { readonly kind: 'minus'; readonly span: Span }
	/** Parentheses and what is in them: one frame for each pair that is written. */
	| { readonly kind: 'frame'; readonly span: Span; readonly chips: readonly Chip[] }
	| { readonly kind: 'hole'; readonly span: Span; readonly expected: string };

export type ChipOperator = '+' | '-' | '*' | '/';

/** A chip that stands for an amount, and so can be removed or framed. */
export type ValueChip = Extract<Chip, { kind: 'number' | 'filter' | 'frame' | 'hole' }>;

/** A clause's exact text and where it begins in the document; chips of the clause index into it. */
export interface ClauseText {
	readonly source: string;
	readonly start: number;
}

/** The chips of a formula. */
export function chipsOf(expression: Expression | Missing): Chip[] {
	const { span } = expression;
	switch (expression.kind) {
		case 'number':
			return [{ kind: 'number', span, digits: expression.digits, percent: expression.percent }];
		case 'filter-ref':
			return [{ kind: 'filter', span, name: expression.name.text }];
		case 'negation':
			return [{ kind: 'minus', span: { start: span.start, end: span.start + 1 } }, ...chipsOf(expression.operand)];
		case 'binary': {
			const operator: Chip = { kind: 'operator', span: expression.operator.span, operator: expression.operator.text };
			return [...chipsOf(expression.left), operator, ...chipsOf(expression.right)];
		}
		case 'group':
			return [{ kind: 'frame', span, chips: chipsOf(expression.inner) }];
		case 'missing':
			return [{ kind: 'hole', span, expected: expression.expected }];
		default:
			return unreachable(expression);
	}
}

/** Says whether a chip stands for an amount. */
export function isValueChip(chip: Chip): chip is ValueChip {
	return chip.kind !== 'operator' && chip.kind !== 'minus';
}

/** Every chip, those inside frames included. */
export function allChips(chips: readonly Chip[]): Chip[] {
	return chips.flatMap((chip) => (chip.kind === 'frame' ? [chip, ...allChips(chip.chips)] : [chip]));
}

/** The clause with one chip's text replaced; everything else stays as it was written. */
export function replaceChip(clause: ClauseText, chip: Chip, text: string): string {
	return splice(clause, chip.span, text);
}

/** The clause with every mention of its cart filter replaced: a formula may use only one. `text` is the name as written, quoted. */
export function replaceFilter(clause: ClauseText, chips: readonly Chip[], text: string): string {
	return allChips(chips)
		.filter((chip) => chip.kind === 'filter')
		.toReversed()
		.reduce((source, chip) => splice({ ...clause, source }, chip.span, text), clause.source);
}

/** The clause without a value and the operator that ties it; null for the only value of a line. */
export function removeValue(clause: ClauseText, line: readonly Chip[], chip: ValueChip): string | null {
	const index = line.indexOf(chip);
	const first = line[index - 1]?.kind === 'minus' ? index - 1 : index;
	const before = line[first - 2];
	const after = line[index + 2];
	if (before && line[first - 1]?.kind === 'operator') {
		return splice(clause, { start: before.span.end, end: chip.span.end }, '');
	}
	if (after && line[index + 1]?.kind === 'operator') {
		return splice(clause, { start: (line[first] as Chip).span.start, end: after.span.start }, '');
	}
	return null;
}

/** The clause with an operator and a value put after a chip. */
export function insertAfter(clause: ClauseText, chip: Chip, operator: ChipOperator, text: string): string {
	return splice(clause, { start: chip.span.end, end: chip.span.end }, ` ${operator} ${text}`);
}

/** The clause with a run of chips put into parentheses, and, where given, an operator and a value after them. */
export function frame(clause: ClauseText, run: readonly Chip[], operator?: ChipOperator, text?: string): string {
	const span = runSpan(run);
	const inner = clause.source.slice(span.start - clause.start, span.end - clause.start);
	const tail = operator === undefined ? '' : ` ${operator} ${text ?? '2'}`;
	return splice(clause, span, `(${inner})${tail}`);
}

/** The clause without one pair of parentheses; what is in them stays. */
export function unframe(clause: ClauseText, chip: Extract<Chip, { kind: 'frame' }>): string {
	if (chip.chips.length === 0) return clause.source;
	const inner = runSpan(chip.chips);
	return splice(clause, chip.span, clause.source.slice(inner.start - clause.start, inner.end - clause.start));
}

/** Says whether a line adds or subtracts outside of its frames, so that multiplying its end would not multiply all of it. */
export function addsUp(line: readonly Chip[]): boolean {
	return line.some((chip) => chip.kind === 'operator' && (chip.operator === '+' || chip.operator === '-'));
}

function runSpan(run: readonly Chip[]): Span {
	return { start: (run[0] as Chip).span.start, end: (run.at(-1) as Chip).span.end };
}

function splice({ source, start }: ClauseText, span: Span, text: string): string {
	return source.slice(0, span.start - start) + text + source.slice(span.end - start);
}
