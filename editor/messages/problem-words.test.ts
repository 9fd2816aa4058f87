import { describe, expect, it } from 'vitest';
import { compile } from '#compiler';
import { catalogue, partNames, type ProblemCode } from '#grammar';
import { problems } from './ar/problems.ts';
import { withoutMarks } from './message.ts';
import { problemWords } from './problem-words.ts';
import { arabic, saidIn } from './testing/speaking.ts';

const HEAD = 'program "P" { currency AED timezone "Asia/Dubai" channels app order types pickup }\n';

function said(rest: string, head = HEAD) {
	return compile(head + rest, { today: { year: 2026, month: 2, day: 7 } }).problems.map((problem) => {
		const { message, hint } = saidIn(arabic, () => problemWords(problem));
		return [problem.code, withoutMarks(message), hint === undefined ? '' : withoutMarks(hint)];
	});
}

describe('a problem in Arabic', () => {
	it.each<[string, ProblemCode, string, string]>([
		[
			'rule "R" { active until 2026-01-31 earn 1 }',
			'dates-over',
			'انتهت التواريخ في `2026-01-31` (قاعدة): لا نقاط بعد ذلك.',
			'حدد تواريخ جديدة أو عطّلها.',
		],
		['rule "R" { when { spend "Foot" >= 5 } earn 1 }', 'unknown-name', 'الاسم `Foot` غير معروف (مرشّح).', ''],
		[
			'filter "Food" = items\nrule "R" { when { spend "Foot" >= 5 } earn "Food" }',
			'unknown-name',
			'الاسم `Foot` غير معروف (مرشّح).',
			'هل قصدت `Food`؟',
		],
		[
			'rule "R" { when { channel is web } earn 1 }',
			'not-enabled',
			'الاسم `web` غير مفعّل في هذا البرنامج (قناة).',
			'أضفه إلى إعدادات البرنامج، أو اختر اسمًا مفعّلًا.',
		],
		['rule "A" { earn 1 }\nrule "A" { earn 2 }', 'duplicate-name', 'الاسم `A` معطى مرتين (قاعدة).', 'غيّر أحدهما.'],
		[
			'rule "قهوة" { about "x" }',
			'no-effect',
			'لا تمنح القاعدة `قهوة` شيئًا: ليس فيها `earn` ولا `multiply`.',
			'أضف: `earn 10`',
		],
		[
			'rule "R" { active from 2026-03-01 until 2026-02-20 earn 1 }',
			'dates-reversed',
			'النهاية قبل البداية (قاعدة).',
			'بدّل التاريخين.',
		],
		[
			'rule "R" { when { on any day between 10:00 and 10:00 } earn 1 }',
			'equal-times',
			'المدة من 10:00 إلى 10:00 فارغة.',
			'',
		],
		['rule "R" { ern 5 }', 'unknown-clause', 'لا شيء من هذا النوع (جزء من قاعدة) يبدأ بـ`ern`.', 'هل قصدت `earn`؟'],
		['rule "R" { earn 5 ; }', 'stray-character', 'لا معنى لـ`;` هنا.', 'أزله.'],
		['rule "R" { earn 5 × 2 }', 'stray-character', 'لا معنى لـ`×` هنا.', 'اكتب `*`'],
		['rule "R" { earn 5', 'missing-close-brace', 'لا يُغلق القوس الذي يفتحه `rule`.', 'أضف قوس الإغلاق.'],
	])('of %j is %s', (text, code, message, hint) => {
		const found = said(text).find(([each]) => each === code);
		expect(found?.slice(0, 2)).toEqual([code, message]);
		expect(found?.[2]).toContain(hint);
	});

	it('stays English where it is not translated, or says what has no word', () => {
		const [problem] = compile(`${HEAD}rule "R" { earn }`).problems;
		expect(problem && saidIn(arabic, () => problemWords(problem))).toMatchObject({ message: problem?.message });
		const strange = { code: 'unknown-name', message: 'There is no gadget called `X`.' } as const;
		expect(saidIn(arabic, () => problemWords(strange))).toEqual({ message: strange.message });
		expect(saidIn(arabic, () => problemWords({ ...strange, message: 'Another sentence.' })).message).toBe(
			'Another sentence.',
		);
	});

	it('is the compiler’s own in English', () => {
		const [problem] = compile(`${HEAD}rule "R" { when { spend "Foot" >= 5 } earn 1 }`).problems;
		expect(problem && problemWords(problem).message).toBe('There is no filter called `Foot`.');
	});
});

it('wants to know in Arabic what the row of the catalogue knows, and nothing else', () => {
	const wrong = Object.entries(problems.of).flatMap(([code, { message, hint = '', otherwise = '', nouns = [] }]) => {
		const known = new Set<string>();
		const parts = new Proxy({}, { get: (_, name) => known.add(String(name)) && String(name) });
		const row = catalogue[code as ProblemCode] as { message: (of: object) => string; hint?: (of: object) => string };
		row.message(parts);
		const ofMessage = [...known];
		row.hint?.(parts);
		const asked = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
		const lacking = [
			...ofMessage.filter((name) => !asked(message).includes(name)),
			...[...asked(message), ...nouns].filter((name) => !ofMessage.includes(name)),
			...asked(hint + otherwise).filter((name) => !known.has(name)),
		];
		const isHinted = (hint + otherwise === '') === (row.hint === undefined);
		return lacking.map((name) => `${code}: ${name}`).concat(isHinted || row.hint ? [] : [`${code}: has no hint`]);
	});
	expect(wrong).toEqual([]);
	expect(Object.keys(problems.of).length).toBeGreaterThanOrEqual(30);
});

it('has a word for every part that the grammar names', () => {
	expect(Object.values(partNames).filter((name) => !Object.hasOwn(problems.nouns, name))).toEqual([]);
});
