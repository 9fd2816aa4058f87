/** What Monaco shows over a program in Arabic: none of it is English but for words of the language and of the program. */
import { describe, expect, it } from 'vitest';
import { WHOLE } from '#compiler/testing';
import { highlight } from '#grammar';
import { withoutMarks } from '../../messages/message.ts';
import { arabic, saidIn } from '../../messages/testing/speaking.ts';
import { CAFE, programOf } from '../testing/marked.ts';
import { clauseShape, completionRows, rowDetails } from './completion.ts';
import { textHints } from './hints.ts';
import { lenses } from './lenses.ts';
import { hoverText } from './names.ts';

const program = programOf(WHOLE, { today: { year: 2026, month: 2, day: 7 } });
const { places, text } = program;
const starts = highlight(text).map(({ span }) => span.start);
const words = highlight(text).map(({ span, class: look }) => ({ look, word: text.slice(span.start, span.end) }));
/** The names of the program, its currency, the types of attributes, and what has one name everywhere. */
const OWN = new Set(
	[
		...words.flatMap(({ look, word }) => (look === 'name' || look === 'string' ? [word] : [])),
		'Total with fees, taxes and tip Total without fees, taxes and tip',
		'member transaction event text number flag date one of',
		'ISO IANA',
	].flatMap((each) => each.match(/\w+/g) ?? []),
);

/** The English words of what is shown, without examples and what stands in backticks. */
function englishIn(shown: string): string[] {
	const said = shown.replaceAll(/```[^]*?```|`[^`]*`|^\*\*[a-z_]+\*\*|\\/g, '');
	return (said.match(/[A-Za-z_]{2,}/g) ?? []).filter((word) => !OWN.has(word));
}

function titleOf(shown: string): string {
	return /^\*\*(.*)\*\*/.exec(shown)?.[1] ?? '';
}

describe('in Arabic', () => {
	it('hovers are said, over every word of a program', () => {
		const hovers = saidIn(arabic, () => starts.flatMap((start) => hoverText(program, places.position(start)) ?? []));
		const shown = hovers.flatMap(({ contents }) => contents.map(({ value }) => value));
		expect(shown.length).toBeGreaterThan(250);
		expect(new Set(shown.flatMap(englishIn))).toEqual(new Set());
		// Each says something besides its title.
		expect(shown.filter((each) => !/\p{Script=Arabic}/u.test(each.slice(titleOf(each).length)))).toEqual([]);
	});

	it('so is everything that is offered, and the shapes of clauses', () => {
		const found = saidIn(arabic, () =>
			starts.flatMap((start) => {
				const position = places.position(start);
				const rows = completionRows(program, position);
				const shape = clauseShape(program, position);
				const parts = shape?.signatures.flatMap(({ documentation, parameters }) => [
					documentation,
					...parameters.map((each) => each.documentation),
				]);
				return [
					...rows.flatMap((row) => [row.detail, row.documentation]),
					...rows.slice(0, 3).map((row) => rowDetails(program, row)),
					...(parts ?? []),
				].map(String);
			}),
		);
		expect(found.length).toBeGreaterThan(3_000);
		expect(new Set(found.flatMap(englishIn))).toEqual(new Set());
	});

	it.each([
		['"Fo‸od" >= 5', 'Food', 'مرشّح السلة: أصناف من فئة Food. مستخدم مرة واحدة.'],
		['sp‸end "Food" >= 5', 'الإنفاق', 'الإنفاق على Food لا يقل عن AED ٥'],
	])('a hover over %s says %s', (clause, title, words) => {
		const asked = programOf(`${CAFE}rule "A" { when { ${clause.startsWith('"') ? 'spend ' : ''}${clause} } earn 1 }`);
		const shown = saidIn(arabic, () => hoverText(asked, asked.caret))?.contents[0]?.value ?? '';
		expect(titleOf(withoutMarks(shown))).toBe(title);
		expect(withoutMarks(shown).replaceAll('\u00a0', ' ')).toContain(words);
	});

	it('lines above declarations count, and days of the week are hinted at', () => {
		const end = places.position(text.length);
		const whole = { startLineNumber: 1, startColumn: 1, endLineNumber: end.lineNumber, endColumn: end.column };
		const [titles, labels] = saidIn(arabic, () => [
			lenses(program).map(({ title }) => withoutMarks(title)),
			textHints(program, whole, null).map(({ label }) => label),
		]);
		expect(titles).toContain('اختبار واحد');
		expect(titles).toContain('غير مستخدم');
		expect(labels).toContain('الجمعة');
		// Monaco would show marks as signs.
		expect(labels.filter((label) => withoutMarks(label) !== label)).toEqual([]);
	});
});
