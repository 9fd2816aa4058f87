import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EarnClause, stripSpans } from '#grammar';
import { unreachable } from '#compiler';
import {
	addsUp,
	allChips,
	type Chip,
	chipsOf,
	type ClauseText,
	frame,
	insertAfter,
	isValueChip,
	removeValue,
	replaceChip,
	replaceFilter,
	unframe,
} from './formula-chips.ts';
import { readRule, seed } from './testing/random-rules.ts';

interface Read {
	readonly clause: ClauseText;
	readonly earn: EarnClause;
	readonly chips: Chip[];
}

function read(formula: string): Read {
	const { rule, compilation } = readRule(`rule "R" { earn ${formula} }`);
	const earn = rule.clauses.find((clause): clause is EarnClause => clause.kind === 'earn');
	if (!earn) throw new Error(`No earn was read from ${formula}`);
	const source = compilation.source.slice(earn.span.start, earn.span.end);
	return { clause: { source, start: earn.span.start }, earn, chips: chipsOf(earn.formula) };
}

/** A line of chips as text: what a reader of the canvas sees. */
function spelled(chips: readonly Chip[]): string {
	return chips
		.map((chip) => {
			switch (chip.kind) {
				case 'number':
					return `${chip.digits}${chip.percent ? '%' : ''}`;
				case 'filter':
					return `[${chip.name}]`;
				case 'operator':
					return chip.operator;
				case 'minus':
					return 'neg';
				case 'frame':
					return `(${spelled(chip.chips)})`;
				case 'hole':
					return '?';
				default:
					return unreachable(chip);
			}
		})
		.join(' ');
}

const reread = (source: string) => spelled(read(source.replace(/^earn\s*/, '')).chips);

const { formula } = fc.letrec<{ formula: string }>((tie) => ({
	formula: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom('2', '10', '0.5', '5%', '1_000', '"Food"'),
		fc
			.tuple(tie('formula'), fc.constantFrom(' + ', ' - ', ' * ', ' / ', '+', ' // why\n * '), tie('formula'))
			.map((parts) => parts.join('')),
		tie('formula').map((inner) => `(${inner})`),
		tie('formula').map((inner) => `-(${inner})`),
	),
}));

describe('chipsOf', () => {
	it.each([
		['10', '10'],
		['"Food" * 2 + 10', '[Food] * 2 + 10'],
		['("Food" + 5) * -2', '([Food] + 5) * neg 2'],
		['((1))', '((1))'],
		['5% * "Food"', '5% * [Food]'],
	])('lays %s out in the order of the text', (text, line) => {
		expect(spelled(read(text).chips)).toBe(line);
	});

	it('shows a hole where something is missing', () => {
		expect(spelled(read('"Food" *').chips)).toBe('[Food] * ?');
	});

	it('covers every number, filter and operator of the text once', () => {
		fc.assert(
			fc.property(formula, (text) => {
				const { chips, clause } = read(text);
				const leaves = allChips(chips).filter(({ kind }) => kind !== 'frame');
				const words = leaves.map(({ span }) => clause.source.slice(span.start - clause.start, span.end - clause.start));
				const plain = text.replace(/\/\/.*\n/g, '').replace(/[()\s]/g, '');
				expect(words.join('')).toBe(plain);
			}),
			{ seed, numRuns: 300 },
		);
	});
});

describe('edits of chips', () => {
	it('change one chip and leave every other character', () => {
		fc.assert(
			fc.property(formula, fc.nat(), (text, pick) => {
				const { clause, chips } = read(text);
				const numbers = allChips(chips).filter(({ kind }) => kind === 'number');
				const chip = numbers[pick % Math.max(1, numbers.length)];
				if (!chip) return;
				const next = replaceChip(clause, chip, '77');
				const start = chip.span.start - clause.start;
				expect(next.slice(0, start)).toBe(clause.source.slice(0, start));
				expect(next.slice(start + 2)).toBe(clause.source.slice(chip.span.end - clause.start));
				const changed = read(next.replace(/^earn\s*/, '')).chips;
				expect(allChips(changed)).toHaveLength(allChips(chips).length);
			}),
			{ seed, numRuns: 300 },
		);
	});

	it('frame a value and take the frame away again without a trace', () => {
		fc.assert(
			fc.property(formula, fc.nat(), (text, pick) => {
				const { clause, chips, earn } = read(text);
				const values = allChips(chips).filter(isValueChip);
				const chip = values[pick % values.length] as Chip;
				const framed = read(frame(clause, [chip]).replace(/^earn\s*/, ''));
				const frames = allChips(framed.chips).filter((other) => other.kind === 'frame');
				const made = frames.find(({ span }) => span.start - framed.clause.start === chip.span.start - clause.start);
				if (made?.kind !== 'frame') throw new Error('The new frame was not found');
				const back = read(unframe(framed.clause, made).replace(/^earn\s*/, ''));
				expect(stripSpans(back.earn)).toEqual(stripSpans(earn));
			}),
			{ seed, numRuns: 300 },
		);
	});

	it('replace the filter wherever it stands', () => {
		const { clause, chips } = read('"Food" * 2 + ("Food" - 1)');
		expect(replaceFilter(clause, chips, '"Coffee"')).toBe('earn "Coffee" * 2 + ("Coffee" - 1)');
	});

	it('insert an operation behind a chip, comments and all', () => {
		const { clause, chips } = read('"Food" // spend\n * 2');
		expect(insertAfter(clause, chips[0] as Chip, '+', '10')).toBe('earn "Food" + 10 // spend\n * 2');
	});

	it('frame a whole line before it is multiplied', () => {
		const { clause, chips } = read('"Food" * 2 + 10');
		expect(addsUp(chips)).toBe(true);
		expect(frame(clause, chips, '*', '2')).toBe('earn ("Food" * 2 + 10) * 2');
	});

	it.each([
		['"Food" * 2 + 10', 0, '2 + 10'],
		['"Food" * 2 + 10', 1, '[Food] + 10'],
		['"Food" * 2 + 10', 2, '[Food] * 2'],
		['-5 + 3', 0, '3'],
		['1 - -5', 1, '1'],
	])('remove from %s value %i and what ties it', (text, which, line) => {
		const { clause, chips } = read(text);
		const chip = chips.filter(isValueChip)[which];
		const next = chip && removeValue(clause, chips, chip);
		expect(next && reread(next)).toBe(line);
	});

	it('do not remove the only value', () => {
		const { clause, chips } = read('10');
		expect(removeValue(clause, chips, chips.find(isValueChip) as never)).toBeNull();
	});
});
