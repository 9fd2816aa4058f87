import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits, type TextEdit } from '../edit.ts';
import { parse, readDocument } from '../parse.ts';
import { stripSpans } from '../plain.ts';
import { Chance } from '../testing/chance.ts';
import { damaged, randomDamage } from '../testing/mutations.ts';
import { randomDeclaration, randomProgram } from '../testing/random-program.ts';
import { lex } from '../tokens.ts';
import { mostCharacters, mostProblems } from './bounds.ts';
import { declarationAt, piecesOf, problemsOf, readingOf, toDocument } from './document.ts';
import { pieceAt, type Reading, readProgram, reread } from './reading.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const runs = 1_200;
const mostEdits = 40;

/** What people and their editors put into a text, the harmless and the disastrous. */
const snippets = 'a 1 { } " // / ( ) , = \\ # rule when{ rule"X"{ \u202e \u2067\u2069 \u0000 \ud83d 😀 \u2028 \ufeff'
	.split(' ')
	.concat(' ', '\n', '\r', '\r\n', '\t', '\nrule "X" { earn 1 }\n', '\nfilter', '\ntest', '\nrule')
	.concat('campaign "C" {\n', 'tiers by hand {');

/** One step of an editor. Numbers are taken modulo what there is, so that every step fits every text. */
interface Step {
	readonly kind: 'type' | 'delete' | 'replace' | 'paste' | 'move' | 'several' | 'break a head' | 'take back';
	readonly at: number;
	readonly length: number;
	readonly to: number;
	readonly snippet: string;
}

const steps = fc.array(
	fc.record<Step>({
		kind: fc.constantFrom(
			'type',
			'type',
			'type',
			'delete',
			'replace',
			'paste',
			'move',
			'several',
			'break a head',
			'take back',
		),
		at: fc.nat(),
		length: fc.oneof(fc.nat(3), fc.nat(3), fc.nat(400)),
		to: fc.nat(),
		snippet: fc.constantFrom(...snippets),
	}),
	{ minLength: 1, maxLength: mostEdits, size: 'max' },
);

function change(start: number, end: number, text: string): TextEdit {
	return { span: { start, end }, text };
}

/** What each step does to a reading; `last` takes back the step before. */
const doings: Record<Step['kind'], (step: Step, reading: Reading, last: readonly TextEdit[]) => readonly TextEdit[]> = {
	type: ({ at, snippet }) => [change(at, at, snippet)],
	delete: ({ at, length }, { text }) => [change(at, Math.min(at + length, text.length), '')],
	replace: ({ at, length, snippet }, { text }) => [change(at, Math.min(at + length, text.length), snippet)],
	paste: ({ at, length, to }, { text }) => [
		change(at, at, to % 2 ? randomDeclaration(new Chance(to)) : text.slice(at, at + length)),
	],
	move: ({ at, to }, { text, offsets }) => {
		const index = at % offsets.length;
		const [from, until] = [offsets[index] ?? 0, offsets[index + 1] ?? text.length];
		const target = offsets[to % offsets.length] ?? 0;
		const isInside = target > from && target < until;
		return isInside ? [] : [change(from, until, ''), change(target, target, text.slice(from, until))];
	},
	several: ({ at, length, snippet }, { text }) => {
		const third = Math.floor(text.length / 3);
		if (third === 0) return [];
		return [0, 1, 2].map((index) => {
			const start = index * third + (at % third);
			return change(start, start + (length % 2), snippet);
		});
	},
	'break a head': ({ at, length, to, snippet }, { text, offsets }) => {
		const start = (offsets[at % offsets.length] ?? 0) + (length % 7) - 1;
		return start < 0 || start >= text.length ? [] : [change(start, start + (to % 2), to % 3 ? '' : snippet)];
	},
	'take back': (_, __, last) => last,
};

function editsOf(step: Step, reading: Reading, last: readonly TextEdit[]): readonly TextEdit[] {
	return doings[step.kind]({ ...step, at: step.at % (reading.text.length + 1) }, reading, last);
}

/** Whether two plain values are the same, deeply; the order of the keys counts, so that nothing is sorted. */
function same(a: unknown, b: unknown): boolean {
	if (a === b || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
	const [left, right] = [Object.entries(a), Object.entries(b)];
	return (
		left.length === right.length && left.every(([key, value], at) => key === right[at]?.[0] && same(value, right[at]?.[1]))
	);
}

/** What is wrong with a reading, in words; nothing where it is as good as a new one. */
function fault(reading: Reading, before: Reading, edits: readonly TextEdit[]): string | null {
	const { text, pieces, offsets } = reading;
	if (pieces.map((piece) => piece.text).join('') !== text) return 'the pieces are not the text';
	if (pieces.some((piece, index) => text.indexOf(piece.text, offsets[index]) !== offsets[index]))
		return 'a piece is elsewhere';
	const cold = parse(text);
	if (!same(toDocument(reading), cold.document)) return 'another tree';
	if (!same(problemsOf(reading), cold.problems)) return 'other problems';
	return keepsTheRest(reading, before, edits) ? null : 'a piece was read in vain';
}

/** Whether the strips before and behind some edits are the same objects, and with them the pieces; one before may have grown. */
function keepsTheRest(reading: Reading, before: Reading, edits: readonly TextEdit[]): boolean {
	const start = Math.min(...edits.map(({ span }) => span.start));
	const end = Math.max(...edits.map(({ span }) => span.end));
	// A brace may open or close a campaign far away.
	const isApart = !reading.text.includes('campaign') && !before.text.includes('campaign');
	const grown = reading.strips.length - before.strips.length;
	return before.strips.every((strip, index) => {
		const isAhead = (before.starts[index + 2] ?? Number.POSITIVE_INFINITY) < start;
		const isBehind = (before.starts[index] ?? 0) > end;
		const now = isBehind ? index + grown : index;
		if (!isAhead && !isBehind) return true;
		return reading.strips[now] === strip && (!isApart || reading.pieces[now] === before.pieces[index]);
	});
}

describe('a program that is read again after edits', () => {
	it('is what it is when it is read for the first time', () => {
		let edits = 0;
		const kinds = new Map<string, number>();
		let cuts = 0;
		fc.assert(
			fc.property(fc.nat(), steps, (program, plan) => {
				let reading = readProgram(randomProgram(new Chance(program), 3));
				let last: readonly TextEdit[] = [];
				for (const step of plan) {
					const wished = editsOf(step, reading, last);
					const before = reading;
					reading = reread(before, wished);
					expect(reading.text).toBe(applyEdits(before.text, wished));
					expect({ fault: fault(reading, before, wished), from: before.text, wished }).toMatchObject({ fault: null });
					last = invertEdits(before.text, wished);
					edits++;
					kinds.set(step.kind, (kinds.get(step.kind) ?? 0) + 1);
					if (reading.pieces.length !== before.pieces.length) cuts++;
				}
			}),
			{ numRuns: runs, seed },
		);
		console.info(
			`${edits} edits from SEED=${seed}, ${cuts} of them changed the number of pieces`,
			Object.fromEntries(kinds),
		);
		expect(edits).toBeGreaterThan(runs * 6);
		expect(Math.min(...kinds.values())).toBeGreaterThan(edits / 50);
		expect(cuts).toBeGreaterThan(edits / 30);
	});

	it('knows a rule again that was moved, and one that was copied', () => {
		const text = ['// first\n', 'rule "A" { earn 1 }\n', 'rule "B" { earn 2 }\n', 'rule "C" { earn 3 }\n'].join('');
		const before = readProgram(text);
		const [a, b, c] = ['rule "A"', 'rule "B"', 'rule "C"'].map((head) => text.indexOf(head)) as [number, number, number];
		const cut = { span: { start: a, end: b }, text: '' };
		const moved = reread(before, [cut, { span: { start: c, end: c }, text: text.slice(a, b) }]);
		expect(moved.pieces).toEqual([0, 2, 1, 3].map((index) => before.pieces[index]));
		expect(moved.pieces.every((piece) => before.pieces.includes(piece))).toBe(true);
		const copied = reread(before, [{ span: { start: c, end: c }, text: text.slice(b, c) }]);
		const names = toDocument(copied).declarations.map(
			(each) => each.kind === 'rule' && copied.text.slice(each.span.start, each.span.end),
		);
		expect(names).toEqual([1, 2, 2, 3].map((count) => text.split('\n')[count]));
		expect(new Set(toDocument(copied).declarations).size).toBe(4);
	});

	it('leaves the trees of before as they were', () => {
		const before = readProgram('rule "A" { earn 1 }\nrule "B" { earn 2 }\n');
		const tree = toDocument(before);
		const copy = structuredClone(tree);
		const after = reread(before, [{ span: { start: 0, end: 0 }, text: '\n\n' }]);
		expect(toDocument(after).declarations[1]?.span.start).toBe(22);
		expect(tree).toEqual(copy);
		expect(toDocument(before)).toBe(tree);
	});

	it('is read once by whoever tries an edit before it is done', () => {
		const text = 'rule "One" { earn 1 }\nrule "Two" { earn 2 }\nrule "Three" { earn 3 }\n';
		const reading = readProgram(text);
		const edit = change(text.indexOf('2 }'), text.indexOf('2 }') + 1, '20');
		const tried = reread(reading, [edit]);
		expect(tried.pieces[1]).not.toBe(reading.pieces[1]);
		expect(reread(reading, [edit]).pieces[1]).toBe(tried.pieces[1]);
	});

	it('costs nothing where nothing changes', () => {
		const before = readProgram('rule "A" { earn 1 }');
		expect(reread(before, [])).toBe(before);
	});
});

describe('a reading', () => {
	it('is divided where declarations begin lines', () => {
		const { pieces } = readProgram('// P\nrule "A" {\n earn 1 }\r\n rule "B" { }\rfilter "F" = total\nrules\nruleé');
		expect(pieces.map(({ text }) => text)).toEqual([
			'// P\n',
			'rule "A" {\n earn 1 }\r\n rule "B" { }\r',
			'filter "F" = total\nrules\nruleé',
		]);
		expect(readProgram('').pieces).toHaveLength(1);
	});

	it('knows its declarations one by one, and where an offset lies', () => {
		const reading = readProgram('// P\nrule "A" { } rule "B" { }\nrule "C" { }');
		const all = toDocument(reading).declarations;
		expect(all.map((_, index) => declarationAt(reading, index))).toEqual(all);
		expect([declarationAt(reading, 3), declarationAt(reading, -1)]).toEqual([undefined, undefined]);
		expect([-1, 0, 4, 5, 30, 31, 99].map((offset) => pieceAt(reading, offset))).toEqual([0, 0, 0, 1, 1, 2, 2]);
		expect(readingOf(toDocument(reading))).toBe(reading);
		expect(readingOf({ ...toDocument(reading) })).toBeUndefined();
	});

	it('takes the rules of a campaign for its own, at the margin too, up to its last brace', () => {
		const rule = 'rule "A" { earn 1 }\n';
		const texts = (text: string) => readProgram(text).pieces.map((piece) => piece.text);
		const campaign = `campaign "X" {\n${rule}${rule}}\n`;
		expect(texts(`filter "F" = total\n${campaign}${rule}`)).toEqual(['filter "F" = total\n', campaign, rule]);
		expect(texts(`campaign "X" {\n${rule}${rule}`)).toEqual(['campaign "X" {\n', rule, rule]);
		const open = `campaign "X" {\n${rule}`;
		expect(texts(`${open}filter "F" = total\n}`)).toEqual(['campaign "X" {\n', rule, 'filter "F" = total\n}']);
		// A brace far behind closes it, and the rules between are its own from then on.
		const reading = readProgram(open + rule);
		const closed = reread(reading, [{ span: { start: reading.text.length, end: reading.text.length }, text: '}' }]);
		expect(closed.pieces).toHaveLength(1);
		expect(problemsOf(closed)).toEqual([]);
	});

	it('says the same as the words of the whole text read at once', () => {
		fc.assert(
			fc.property(fc.nat(), (program) => {
				const chance = new Chance(program);
				let text = randomProgram(chance, 8);
				for (let count = chance.upTo(3); count > 0; count--) text = damaged(text, randomDamage(chance), chance);
				const { document, problems } = readDocument(lex(text));
				// A campaign without its braces holds the rules behind it in one, and lets them go in the other.
				if (problems.length > 0 && text.includes('campaign')) return;
				const reading = readProgram(text);
				const isSame = same(toDocument(reading), document) && same(problemsOf(reading), problems);
				expect({ text, isSame }).toEqual({ text, isSame: true });
			}),
			{ numRuns: 2_000, seed },
		);
	});
});

describe('the bounds', () => {
	const fault = 'rule "A" { earn }\n';
	const sound = 'rule "B" { earn 1 } // here\n';

	it('end the reading at so many problems, and say so once', () => {
		const text = fault.repeat(mostProblems) + sound.repeat(3);
		const reading = readProgram(text);
		const { declarations, comments } = toDocument(reading);
		const problems = problemsOf(reading);
		expect(problems).toHaveLength(mostProblems + 1);
		expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', span: { start: fault.length * mostProblems } });
		expect(declarations.slice(-4).map(({ kind }) => kind)).toEqual(['rule', 'raw', 'raw', 'raw']);
		expect(declarations.at(-1)).toMatchObject({ kind: 'raw', text: 'rule "B" { earn 1 }' });
		expect(comments).toHaveLength(3);
		expect(stripSpans(parse(text).document.declarations)).toEqual(stripSpans(declarations));
	});

	it('let go when a fault is mended, and take hold when one is made', () => {
		const text = fault.repeat(mostProblems) + sound;
		const full = readProgram(text);
		const at = fault.indexOf(' }');
		const mended = reread(full, [{ span: { start: at, end: at }, text: ' 1' }]);
		expect(problemsOf(mended)).toHaveLength(mostProblems - 1);
		expect(toDocument(mended).declarations.at(-1)?.kind).toBe('rule');
		const again = reread(mended, [{ span: { start: at, end: at + 2 }, text: '' }]);
		expect(piecesOf(again).at(-1)?.declarations[0]?.kind).toBe('raw');
		expect(problemsOf(again)).toEqual(problemsOf(full));
	});

	it('leave a text that is too long alone, whichever way it became so', () => {
		const text = `${' '.repeat(mostCharacters - 20)}\nrule "A" { }`;
		const edit = { span: { start: 0, end: 0 }, text: ' '.repeat(20) };
		const long = reread(readProgram(text), [edit]);
		expect(problemsOf(long)).toMatchObject([{ code: 'text-too-long' }]);
		expect(toDocument(long)).toEqual(parse(long.text).document);
		const short = reread(long, [{ span: { start: 0, end: 20 }, text: '' }]);
		expect(toDocument(short)).toEqual(parse(text).document);
		expect(problemsOf(short)).toEqual([]);
	});
});
