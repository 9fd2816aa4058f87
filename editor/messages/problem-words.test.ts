import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenTests, type CheckOptions, compile, notRecordedYet, runTests } from '#compiler';
import { quickFixes } from '#compiler/service';
import { catalogue, type Problem, type ProblemCode, type Saying, sayings } from '#grammar';
import { translation } from './ar/index.ts';
import { withoutMarks } from './message.ts';
import { problemWords, relatedWords, titleWords } from './problem-words.ts';
import { argumentsRead, type Sentence, wantedBy } from './testing/arguments.ts';
import { arabic, saidIn } from './testing/speaking.ts';

const HEAD = 'program "P" { currency AED timezone "Asia/Dubai" channels app order types pickup }\n';

const SURROUNDINGS: CheckOptions = {
	catalog: {
		stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Bluebird', city: 'Dubai' }],
		items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: null }],
	},
	today: { year: 2026, month: 2, day: 7 },
};

function said(rest: string, head = HEAD) {
	return compile(head + rest, SURROUNDINGS).problems.map((problem) => {
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
		[
			'rule "قهوة" { about "x" }',
			'no-effect',
			'لا تمنح القاعدة `قهوة` شيئًا: ليس فيها `earn` ولا `multiply`.',
			'أضف: `earn 10`',
		],
		['rule "R" { earn 5 ; }', 'stray-character', 'لا معنى لـ`;` هنا.', 'أزله.'],
		['rule "R" { earn 5 × 2 }', 'stray-character', 'لا معنى لـ`×` هنا.', 'اكتب `*`'],
		['rule "R" { earn }', 'missing-part', 'بعد `earn` ينقص شيء: المتوقع عدد أو مرشّح سلة أو `(`.', ''],
		['filter "F" = total excluding tax', 'unexpected', 'هنا `tax`، والمتوقع `taxes`، `fees`، `tip` أو `points`.', ''],
		[
			'rule "R" { when { channel is app web } earn 1 }',
			'unknown-condition',
			'لا شرط يبدأ بـ`web` ولا سمة بهذا الاسم.',
			'لمتابعة القائمة التي قبله ضع فاصلة بينهما.',
		],
		[
			'filter "F" = items\nrule "R" { when { spend "F" >= 50 spend "F" < 20 } earn 1 }',
			'never-awards',
			'لا يمكن أن تمنح القاعدة `R` شيئًا: لا يتحقق `spend "F" >= 50` و`spend "F" < 20` معًا.',
			'غيّر شرطًا أو عطّل القاعدة.',
		],
		[
			'rule "R" on any event { when { spend "Total with fees, taxes and tip" >= 5 } multiply points by 2 }',
			'event-lacks',
			'يحتاج `spend` إلى سلة مشتريات، وليس ذلك في كل حدث.',
			'أزل `spend`، أو اكتبه لعملية شراء.',
		],
		[
			'attribute member size one of small, large\nrule "R" { when { size is huge } earn 1 }',
			'unknown-value',
			'لا تكون السمة `size` أبدًا `huge`.',
			'قيمها: `small`، `large`.',
		],
	])('of %j is %s', (text, code, message, hint) => {
		const found = said(text).find(([each]) => each === code);
		expect(found?.slice(0, 2)).toEqual([code, message]);
		expect(found?.[2]).toContain(hint);
	});

	it('keeps the entries of a list in their own direction', () => {
		const text = `${HEAD}attribute member size one of small, large\nrule "R" { when { size is huge } earn 1 }`;
		const [problem] = compile(text).problems;
		const hint = problem && saidIn(arabic, () => problemWords(problem)).hint;
		expect(hint).toBe('قيمها: \u2067\u2068`small`\u2069، \u2068`large`\u2069\u2069.');
		const [other] = compile(`${HEAD}filter "F" = total excluding tax`).problems;
		expect(other && saidIn(arabic, () => problemWords(other)).message).toContain(
			'\u2067\u2068`taxes`\u2069، \u2068`fees`\u2069',
		);
	});

	it.each([
		['expect "R" earns 2', 'يفشل الاختبار `T`: كان المتوقع أن تمنح القاعدة `R` عدد نقاط قدره 2، فمنحت 1.'],
		['expect tier earns 3', 'يفشل الاختبار `T`: كان المتوقع أن يمنح المستوى عدد نقاط قدره 3، فمنح 0.'],
		['expect total 3', 'يفشل الاختبار `T`: كان المتوقع أن يكون المجموع 3، وهو 1.'],
		['expect balance 3', 'يفشل الاختبار `T`: كان المتوقع أن يكون الرصيد 3، وهو 1.'],
		['expect paid with points 3', 'يفشل الاختبار `T`: كان المتوقع أن تدفع النقاط 3.00، وهي تدفع 0.00.'],
	])('of a test that fails says what was expected: %s', (expected, message) => {
		const program = `${HEAD}redemption { 100 points = 1 AED }\nrule "R" { earn 1 }\n`;
		const text = `${program}test "T" { purchase at 2026-02-07 { item "A" 1 x 5.00 } ${expected} }`;
		const [broken] = brokenTests(runTests(compile(text)));
		expect(broken && withoutMarks(saidIn(arabic, () => problemWords(broken)).message)).toBe(message);
	});

	it('of a test that fails says whose points they are', () => {
		const program = `${HEAD}rule "R" on referral { earn 200 for referrer earn 100 for referred }\n`;
		const text = `${program}test "T" { referral at 2026-02-07 {} expect "R" earns 99 for referred }`;
		const [broken] = brokenTests(runTests(compile(text)));
		expect(broken && withoutMarks(saidIn(arabic, () => problemWords(broken)).message)).toBe(
			'يفشل الاختبار `T`: للمُحال: كان المتوقع أن تمنح القاعدة `R` عدد نقاط قدره 99، فمنحت 100.',
		);
	});

	it('is the compiler’s own in English', () => {
		const [problem] = compile(`${HEAD}rule "R" { when { spend "Foot" >= 5 } earn 1 }`).problems;
		expect(problem && problemWords(problem).message).toBe('There is no filter called `Foot`.');
	});
});

/** What is wrong with all pages of examples. */
function everyProblem(): Problem[] {
	const pages = ['../../compiler/fixtures/problems/', '../../grammar/fixtures/'].flatMap((place) => {
		const folder = new URL(place, import.meta.url);
		const files = readdirSync(folder).filter((file) => file.endsWith('.page'));
		return files.map((file) => readFileSync(new URL(file, folder), 'utf8').split(/^─+$/m)[0] ?? '');
	});
	return pages.flatMap((source) => {
		const compilation = compile(source, SURROUNDINGS);
		const { catalog = null } = SURROUNDINGS;
		const broken = compilation.plan ? brokenTests(runTests(compilation, { catalog })) : [];
		return [...compilation.problems, ...notRecordedYet(compilation), ...broken];
	});
}

/** English words in a sentence, outside of what is the user's or the language's. */
function englishIn(sentence: string): boolean {
	return /[a-z]{2}/i.test(sentence.replaceAll(/`[^`]*`|ISO 4217|IANA|Earnest|AED/g, ''));
}

it('says everything of the pages of examples in Arabic, their fixes and second places too', () => {
	const found = everyProblem();
	const sentences = saidIn(arabic, () =>
		found.flatMap((problem) => {
			const { message, hint = '' } = problemWords(problem);
			const { related, fix } = problem;
			return [message, hint, related ? relatedWords(related) : '', fix ? titleWords(fix) : ''];
		}),
	);
	expect(new Set(sentences.filter(englishIn))).toEqual(new Set());
	expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(105);
});

it('calls what is offered without a problem by Arabic names too', () => {
	const source = `${HEAD}rule "R" { when { channel is app } earn 1 }`;
	const start = source.indexOf('channel is');
	const titles = saidIn(arabic, () => quickFixes(compile(source), { start, end: start }).map(titleWords));
	expect(titles.map(withoutMarks)).toEqual([
		'اقلب الشرط إلى عكسه',
		'ضع الشرط داخل `any`',
		'ضع الشرط داخل `all`',
		'ضع الشرط داخل `not`',
	]);
});

describe('the Arabic sentences', () => {
	it('of a problem want to know nothing that its row does not', () => {
		const wrong = Object.entries(translation.problems).flatMap(([code, { message, hint = [] }]) => {
			const row = catalogue[code as ProblemCode] as unknown as { message: Sentence; hint?: Sentence };
			const known = new Set([...argumentsRead(row.message), ...argumentsRead(row.hint)]);
			const surplus = [message, hint]
				.flat()
				.flatMap(wantedBy)
				.filter((name) => !known.has(name));
			const lacking = argumentsRead(row.message).filter(
				(name) => ![message].flat().some((each) => wantedBy(each).includes(name)),
			);
			return [...surplus.map((name) => `${code} wants ${name}`), ...lacking.map((name) => `${code} leaves out ${name}`)];
		});
		expect(wrong).toEqual([]);
	});

	it('of a phrase want to know what its row does', () => {
		const wrong = Object.entries(translation.phrases).filter(([key, message]) => {
			const row = (sayings as Readonly<Record<string, Saying<never>>>)[key];
			const read = argumentsRead(row?.english);
			const wanted = [message].flat().flatMap(wantedBy);
			return JSON.stringify(read.toSorted()) !== JSON.stringify([...new Set(wanted)].toSorted());
		});
		expect(wrong.map(([key]) => key)).toEqual([]);
	});
});
