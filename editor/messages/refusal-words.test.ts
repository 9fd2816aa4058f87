import { describe, expect, it } from 'vitest';
import { compile } from '#compiler';
import { type Operation, planOperation, refusals } from '#compiler/edits';
import { prepareRename } from '#compiler/service';
import type { Saying } from '#grammar';
import { translation } from './ar/index.ts';
import { withoutMarks } from './message.ts';
import { refusalWords } from './refusal-words.ts';
import { argumentsRead, wantedBy } from './testing/arguments.ts';
import { arabic, saidIn } from './testing/speaking.ts';

const TEXT = `program "P" { currency AED timezone "Asia/Dubai" }
filter "Food" = items
rule "Lunch" { when { spend "Food" >= 5 } earn 1 }
rule "Tea" { earn "Food" }
`;

/** Why an operation on the text is refused, in Arabic and in English. */
function refused(operation: Operation): readonly [string, string] {
	const planned = planOperation(TEXT, compile(TEXT).document, operation);
	if (planned.ok) throw new Error('It is not refused');
	return [withoutMarks(saidIn(arabic, () => refusalWords(planned))), refusalWords(planned)];
}

describe('why a change is refused', () => {
	it.each<[Operation, string, string]>([
		[
			{ kind: 'remove-filter', declaration: 1 },
			'يُستخدم هذا (`filter`) في: `rule Lunch`، `rule Tea`؛ غيّر ذلك أولًا.',
			'This filter is used by the rule `Lunch`, the rule `Tea`; change that first.',
		],
		[
			{ kind: 'rename-rule', declaration: 2, name: 'Tea' },
			'يوجد آخر بالاسم `Tea` (`rule`).',
			'Another rule is called `Tea`.',
		],
		[
			{ kind: 'move-condition', declaration: 2, condition: 0, to: 4 },
			'لا يوجد هذا الموضع في النص.',
			'There is no such place in the text.',
		],
		[
			{ kind: 'add-condition', declaration: 2, text: 'spend "Food" >=' },
			'بعد `>=` ينقص شيء: المتوقع عدد.',
			'After `>=` something is missing: expected a number.',
		],
	])('of %j', (operation, inArabic, inEnglish) => {
		expect(refused(operation)).toEqual([inArabic, inEnglish]);
	});

	it('is said of a rename too', () => {
		const target = prepareRename(compile(TEXT), TEXT.indexOf('earn'));
		if (target.ok) throw new Error('It can be renamed');
		expect(saidIn(arabic, () => refusalWords(target))).toBe('لا يوجد هنا اسم يمكن تغييره.');
	});

	it('has Arabic that wants to know what its row does, and is English nowhere', () => {
		const wrong = Object.entries<Saying<never>>(refusals).filter(([key, row]) => {
			const wanted = [...new Set(wantedBy(translation.refusals[key as keyof typeof refusals]))].toSorted();
			return JSON.stringify(wanted) !== JSON.stringify(argumentsRead(row.english).toSorted());
		});
		expect(wrong.map(([key]) => key)).toEqual([]);
		const english = Object.values(translation.refusals).filter((each) =>
			/[a-z]{2}/i.test(each.replaceAll(/`[^`]*`|\{\w+\}/g, '')),
		);
		expect(english).toEqual([]);
	});
});
