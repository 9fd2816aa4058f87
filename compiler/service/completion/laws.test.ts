import { parse, type Problem } from '#grammar';
import { describe, expect, test } from 'vitest';
import { Chance } from '../../edits/testing/chance.ts';
import { randomDocument } from '../../edits/testing/documents.ts';
import { scopeOf } from '../../vocabulary/construct.ts';
import { WHOLE } from '../fixtures/whole.ts';
import { follow } from '../shape/follow.ts';
import { declarationStart, wordsOf } from '../shape/words.ts';
import { type Completion, complete } from './index.ts';

const seed = Number(process.env['SEED'] ?? 20_260_207);
const today = { year: 2026, month: 2, day: 7 };
const whole = parse(WHOLE).document;
const scope = scopeOf(whole, null, today);

/** What is offered in a text, with the names of the whole program. */
function offeredIn(source: string, offset: number): Completion[] {
	return complete({ source, document: whole }, offset, scope);
}

/** Where words begin. */
const starts = wordsOf(WHOLE, { start: 0, end: WHOLE.length }).words.map(({ span }) => span.start);

/**
 * The law of a closed item, one behind which its clause can be over: the text before the caret with the item in its place, and
 * all braces closed, has no more problems of reading than the text before the caret that is closed in the same way.
 */
function breaks(before: string, most: number, { insert, replace }: Completion): readonly Problem[] {
	const kept = before.slice(0, replace.start);
	const grown = `${kept}${/["\p{L}\p{N}]$/u.test(kept) ? ' ' : ''}${insert}`;
	const { words } = wordsOf(grown, { start: 0, end: grown.length });
	if (!follow(words).mayEnd) return [];
	const { problems } = parse(closed(grown));
	return problems.length > most ? problems : [];
}

function closed(text: string): string {
	const { words } = wordsOf(text, { start: 0, end: text.length });
	return `${text}\n${'}\n'.repeat(follow(words).around.length)}`;
}

describe('in a text that has the whole language', () => {
	test('what is offered and closed can be read', () => {
		const faults: unknown[] = [];
		let tried = 0;
		for (const start of starts) {
			// What stands in other declarations is read by itself.
			const before = WHOLE.slice(declarationStart(WHOLE, start), start);
			const some = offeredIn(before, before.length);
			const { length: most } = parse(closed(before)).problems;
			// Of long lists of names and values of one kind one says as much as all.
			for (const item of some.filter(({ kind }, index) => kind !== 'value' || index < 3)) {
				tried++;
				const [problem] = breaks(before, most, item);
				if (problem) faults.push([before.slice(-60), item.label, problem.message]);
			}
		}
		expect(faults).toEqual([]);
		expect(tried).toBeGreaterThan(2_000);
	});

	test('whatever word of the language stands somewhere is offered there', () => {
		const { words } = wordsOf(WHOLE, { start: 0, end: WHOLE.length });
		const missing = words.filter(({ text, span: { start }, class: look }) => {
			if (look !== 'keyword') return false;
			// What stands once is not offered a second time.
			const declarations = whole.declarations.filter(({ span }) => span.end <= start || start < span.start);
			const source = WHOLE.slice(0, start) + WHOLE.slice(WHOLE.indexOf('\n', start));
			const fits = ({ insert }: Completion) => insert === text || insert.startsWith(`${text} `);
			return !complete({ source, document: { ...whole, declarations } }, start, scope).some(fits);
		});
		expect(missing.map(({ text, span }) => `${WHOLE.slice(span.start - 30, span.start)}«${text}»`)).toEqual([]);
	});

	test('at every offset, complete or cut, completion answers', () => {
		const faults: string[] = [];
		for (let offset = 0; offset <= WHOLE.length; offset++) {
			for (const source of [WHOLE, WHOLE.slice(0, offset)]) {
				faults.push(...offeredIn(source, offset).flatMap((item) => faultOf(source, offset, item)));
			}
		}
		expect(faults).toEqual([]);
	});
});

test('in any text, broken anywhere, completion answers', () => {
	for (let index = 0; index < 150; index++) {
		const chance = Chance.seeded(seed + index);
		const text = chance.happens(50) ? randomDocument(chance) : WHOLE;
		const from = chance.below(text.length);
		const source = text.slice(0, from) + text.slice(from + chance.below(80));
		const { document } = parse(source);
		const names = scopeOf(document, null, today);
		for (let caret = 0; caret < 12; caret++) {
			const offset = chance.below(source.length + 1);
			const faults = complete({ source, document }, offset, names).flatMap((item) => faultOf(source, offset, item));
			expect({ seed: seed + index, offset, faults }).toEqual({ seed: seed + index, offset, faults: [] });
		}
	}
});

/** An item replaces what stands at the caret, writes something, and fills in what it writes; what is wrong where it does not. */
function faultOf(source: string, offset: number, { replace, insert, placeholders, label }: Completion): string[] {
	const isAround = replace.start >= 0 && replace.start <= offset && offset <= replace.end && replace.end <= source.length;
	const fills = placeholders.every(({ start, end }, index) => {
		return (placeholders[index - 1]?.end ?? 0) <= start && start <= end && end <= insert.length;
	});
	return isAround && fills && insert !== '' ? [] : [JSON.stringify({ label, insert, replace, placeholders })];
}
