import { describe, expect, it } from 'vitest';
import { brokenTests, type Compilation, compile, type Expectation, runTests, type TestResult } from '#compiler';
import { type Part, type Phrase, sayings } from '#grammar';
import { proving } from '../messages/ar/proving.ts';
import { withoutMarks } from '../messages/message.ts';
import { phraseWords, problemWords } from '../messages/problem-words.ts';
import { arabic, saidIn } from '../messages/testing/speaking.ts';
import { inLocalDigits } from './expectation-words.ts';
import { obstacleWords, reasonWords } from './reason-words.ts';

const PROGRAM = `program "Café" {
  currency AED
  timezone "Europe/Kyiv"
  channels app, pos
  order types pickup
}
tiers by lifetime points {
  tier Bronze from 0 { }
  tier Gold from 5_000 { earn "Net total" earn "Food" / 3 earn "Drinks" }
}
filter "Net total" = total excluding taxes, fees, tip
filter "Food" = items not in category "Drinks"
filter "Drinks" = items in category "Drinks"
rule "Lunch" { when { channel is app } earn "Food" * 2 + 10 limit 200 points per transaction }
rule "Faster" { when { order type is pickup } multiply base by 2 multiply points by 1.5 multiply base on "Food" by 1.1 multiply points on "Food" by 3 }
rule "Flat" { when { channel is pos } earn 5 }
rule "Friend" on referral { earn 20 for referrer }
`;

const SALE = 'purchase at 2026-02-02 16:00 { channel app item "A" 2 x 20.75 }';
const REDEEMING = `${PROGRAM}redemption { 100 points = 1 AED at most 50% of "Net total" at least 200 points in steps of 100 }`;

function run(parts: string, program = PROGRAM): { readonly compilation: Compilation; readonly result: TestResult } {
	const compilation = compile(`${program}test "T" { ${parts} }`);
	// Results come from a worker.
	const [result] = structuredClone(runTests(compilation));
	if (!result) throw new Error('No test was run');
	return { compilation, result };
}

/** What is said of a test in Arabic: why it could not be run, or why each of its points came. */
function said(parts: string, program?: string): string[] {
	const { compilation, result } = run(parts, program);
	return saidIn(arabic, () =>
		'reason' in result ? [obstacleWords(result)] : result.expectations.map((each) => reasonWords(each, compilation, null)),
	);
}

const PAYING = `${PROGRAM}redemption { 100 points = 1 AED }`;

const YEARLY = PROGRAM.replace('by lifetime points', 'by points per year');

const obstacles: readonly [about: string, parts: string, arabic: string, program?: string][] = [
	[
		'a program with errors',
		`${SALE} expect total 1`,
		'في البرنامج أخطاء. الاسم `Wrong` غير معروف (مرشّح).',
		`${PROGRAM}rule "R" { earn "Wrong" }`,
	],
	[
		'a moment that no clock shows',
		'purchase at 2026-03-29 03:30 { } expect total 0',
		'لا وجود للحظة `2026-03-29 03:30` في `Europe/Kyiv`: تُقدَّم الساعة فتتخطاها.',
	],
	[
		'too many lines',
		`purchase at 2026-02-07 { ${'item "A" 1 x 1.00 '.repeat(1_001)} } expect total 0`,
		'لا تزيد أسطر عملية الشراء على ١٠٠٠.',
	],
	[
		'too large an amount',
		'purchase at 2026-02-07 { item "A" 1_000_000 x 1_000_000.00 } expect total 0',
		'لا يساوي هذا مبلغًا بعملة AED يمكن دفعه.',
	],
	[
		'a tier that is not told',
		`member { lifetime points 50 } ${SALE} expect total 0`,
		'تُحسب المستويات بحسب `points per year`، وذلك ما لا يذكره `lifetime points`. اذكر مستوى العضو أيضًا بكتابة `tier`.',
		YEARLY,
	],
	[
		'a tier in two years',
		`member { tier Gold } purchase at 2025-12-31 {} ${SALE} expect total 0`,
		'لا يُذكر إن كان العضو في المستوى `Gold` في سنة أخرى أيضًا. اكتب اختبارًا لكل سنة.',
		YEARLY,
	],
	[
		'too many points for a tier',
		`member { tier Bronze lifetime points 9_000 } ${SALE} purchase at 2026-02-03 {} expect total 0`,
		'نقاط العضو عند الحدث الثاني أكثر مما للمستوى `Bronze`. احذف المستوى أو النقاط من الاختبار.',
	],
	['money that is not left', `${SALE} returns 12.00 returns 29.51 expect total 0`, 'لم يبقَ أكثر من ٢٩٫٥٠ AED يمكن أن يُعاد.'],
	['goods that are not left', `${SALE} returns all returns all expect total 0`, 'لم يبقَ شيء يمكن أن يُعاد.'],
];

const FAST = SALE.replace('channel app', 'channel app order type pickup');

const reasons: readonly [about: string, parts: string, arabic: readonly string[], program?: string][] = [
	['an award and its limit', `${SALE} expect "Lunch" earns 1`, ['`Food` ٤١٫٥٠ يعطي ٩٣.']],
	[
		'a tier of several filters, and a total',
		`member { tier Gold } ${SALE} expect tier earns 1 expect total 1`,
		[
			'`Net total` ٤١٫٥٠ و`Food` ٤١٫٥٠ و`Drinks` ٠٫٠٠ يعطي ١٦٦/٣؛ بالتقريب إلى الأدنى يصير ٥٥.',
			'`Lunch` ٩٣، المستوى `Gold` ٥٥.',
		],
	],
	[
		'multipliers',
		`${FAST} expect "Lunch" earns 1`,
		[
			'`Food` ٤١٫٥٠ يعطي ٩٣؛ الأساس × ٢، × ١٫٥، الأساس × ١٫١ على `Food`، × ٣ على `Food` يساوي ٨٠١٫٩؛ بالتقريب إلى الأدنى يصير ٨٠١؛ بعد حد القاعدة يبقى ٢٠٠.',
		],
	],
	['a formula without filters', 'purchase at 2026-02-02 { channel pos } expect "Flat" earns 1', ['الصيغة تعطي ٥.']],
	[
		'rounding',
		`member { tier Gold } ${SALE} expect tier earns 1`,
		['`Net total` ٤١٫٥٠ و`Food` ٤١٫٥٠ و`Drinks` ٠٫٠٠ يعطي ١٦٦/٣؛ بالتقريب (والنصف إلى الأعلى) لكل معاملة يصير ٥٥.'],
		PROGRAM.replace('currency', 'points whole, rounded half up per transaction currency'),
	],
	[
		'rounding per item',
		`member { tier Gold } ${SALE} expect tier earns 1`,
		['`Net total` ٤١٫٥٠ و`Food` ٤١٫٥٠ و`Drinks` ٠٫٠٠ يعطي ١٦٦/٣؛ بالتقريب (والنصف إلى الزوجي) لكل صنف يصير ٥٦.'],
		PROGRAM.replace('currency', 'points whole, rounded half even per item currency'),
	],
	[
		'rounding up',
		`member { tier Gold } ${SALE} expect tier earns 1`,
		['`Net total` ٤١٫٥٠ و`Food` ٤١٫٥٠ و`Drinks` ٠٫٠٠ يعطي ١٦٦/٣؛ بالتقريب إلى الأعلى يصير ٥٦.'],
		PROGRAM.replace('currency', 'points whole, rounded up per award currency'),
	],
	[
		'what was carried',
		`member { tier Gold } ${SALE} ${SALE.replace('02-02', '02-03')} ${SALE.replace('02-02', '02-04')} expect tier earns 1`,
		['`Net total` ٤١٫٥٠ و`Food` ٤١٫٥٠ و`Drinks` ٠٫٠٠ يعطي ١٦٦/٣؛ بالتقريب إلى الأدنى يصير ٥٥؛ مع ما رُحّل من قبل يصير ٥٦.'],
		PROGRAM.replace('currency', 'points whole, rounded down carried currency'),
	],
	['a tier without points', `${SALE} expect tier earns 1`, ['لا يمنح المستوى `Bronze` بنفسه شيئًا.']],
	[
		'a tier below one point',
		'member { tier Gold } purchase at 2026-02-02 { item "A" 1 x 0.20 } expect tier earns 1 expect total 1',
		['لا يبلغ المستوى `Gold` نقطة عند هذا المقدار.', 'لم يُمنح شيء.'],
	],
	[
		'nobody in a tier',
		`${SALE} expect tier earns 1`,
		['ليس للعضو مستوى.'],
		PROGRAM.replace('by lifetime points', 'by hand').replace('from 0 ', '').replace('from 5_000 ', ''),
	],
	[
		'a return',
		`${SALE} returns item "A" 1 expect "Lunch" earns 1 expect "Flat" earns 1 expect total 1`,
		[
			'`Food` ٤١٫٥٠ يعطي ٩٣. يبقى من ذلك ٥١ بعد ما أُعيد.',
			'لم يتحقق الشرط «القناة هي pos»: app. يبقى من ذلك ٠ بعد ما أُعيد.',
			'`Lunch` ٩٣. يبقى من ذلك ٥١ بعد ما أُعيد.',
		],
	],
	[
		'a balance',
		`member { balance 300 } ${SALE} returns 20.00 spend points expect balance 1`,
		['٣٠٠ في البداية، ٩٣ مكتسبة، ٤٠ مستردّة، ٣٠٠ مصروفة.'],
		REDEEMING,
	],
	[
		'the other side',
		'referral at 2026-02-02 expect "Friend" earns 1 for referred expect balance 1 for referred',
		['تمنح القاعدة نقاطها للطرف الآخر من الإحالة.', ''],
	],
	[
		'a rule that gave nothing',
		'purchase at 2026-02-02 {} expect "Flat" earns 1',
		['لم يتحقق الشرط «القناة هي pos»: لا تذكر المعاملة قناتها.'],
	],
	[
		'points that pay',
		`member { balance 9_999 } ${SALE} spend points expect paid with points 1`,
		['تدفع ٢٠٠٠ من النقاط ٢٠٫٠٠ AED، ويتبقى منها ٧٩٩٩. لا تدفع النقاط أكثر من ٥٠% من `Net total` ٤١٫٥٠، أي ٢٠٫٧٥.'],
		REDEEMING,
	],
	[
		'too few points',
		'member { balance 199 } spend points expect paid with points 1 expect total 1',
		['لا يمكن صرف أي نقاط. أقل ما يُصرف دفعة واحدة ٢٠٠.', 'لا يحدث شيء في الاختبار.'],
		REDEEMING,
	],
	[
		'steps',
		'member { balance 399 } spend points expect paid with points 1',
		['تدفع ٣٠٠ من النقاط ٣٫٠٠ AED، ويتبقى منها ٩٩. تُصرف النقاط بخطوات قدرها ١٠٠: ما يزيد يلزمه ٤٠٠.'],
		REDEEMING,
	],
	[
		'all points',
		'member { balance 400 } spend points expect paid with points 1',
		['تدفع ٤٠٠ من النقاط ٤٫٠٠ AED، ويتبقى منها ٠. هذا هو الرصيد كله.'],
		REDEEMING.replace(' in steps of 100', ''),
	],
	[
		'no redemption',
		`member { balance 400 } spend points ${SALE} expect paid with points 1`,
		['لا يمكن صرف أي نقاط. ليس في البرنامج `redemption`.'],
	],
	['no points', 'spend points expect paid with points 1', ['لا يمكن صرف أي نقاط. لا نقاط في الرصيد.'], REDEEMING],
	[
		'all that is to pay',
		`member { balance 9_999 } ${SALE} spend points expect paid with points 1`,
		['تدفع ٤١٥٠ من النقاط ٤١٫٥٠ AED، ويتبقى منها ٥٨٤٩. لا يُستحق أكثر من ٤١٫٥٠.'],
		PAYING,
	],
	[
		'the most that is paid at once',
		'member { balance 999_999_999_999 } spend points expect paid with points 1',
		['تدفع ١٠٠٠٠٠٠٠ من النقاط ١٠٠٠٠٠٠٠٠٠٠٫٠٠ AED، ويتبقى منها ٩٩٩٩٨٩٩٩٩٩٩٩. لا يُدفع دفعة واحدة أكثر من ١٠٠٠٠٠٠٠٠٠٠٫٠٠.'],
		PAYING.replace('100 points = 1 AED', '1 point = 1_000 AED'),
	],
	[
		'less than the smallest coin',
		'member { balance 1 } spend points expect paid with points 1',
		['لا يمكن صرف أي نقاط. ما يتبقى لا يدفع ٠٫٠١ AED: ما يزيد يلزمه ٣.'],
		PAYING.replace('100 points = 1 AED', '300 points = 1 AED'),
	],
	['nothing spent', `${SALE} expect paid with points 1`, ['لا تُصرف نقاط. أضف `spend points`.'], REDEEMING],
];

describe('why a test could not be run, in Arabic', () => {
	it.each(obstacles)('%s', (_, parts, words, program) => {
		expect(said(parts, program).map(withoutMarks)).toEqual([words]);
	});
});

describe('why points came as they did, in Arabic', () => {
	it.each(reasons)('%s', (_, parts, words, program) => {
		expect(said(parts, program).map(withoutMarks)).toEqual(words);
	});

	it('is in English what the compiler says', () => {
		const { compilation, result } = run(`${SALE} expect total 1`);
		const [missed] = 'expectations' in result ? result.expectations : [];
		expect(missed && reasonWords(missed, compilation, null)).toBe('`Lunch` 93.');
	});

	it('stays what it was while the text is another one already, and is English where nothing was said yet', () => {
		const { compilation, result } = run('purchase at 2026-02-02 {} expect "Flat" earns 1 expect total 1');
		const [flat, total] = 'expectations' in result ? result.expectations : [];
		if (!flat || !total) throw new Error('Nothing is expected');
		const words = (expectation: Expectation, proven: Compilation | null) =>
			saidIn(arabic, () => withoutMarks(reasonWords(expectation, proven, null)));
		expect(words(flat, null)).toBe(flat.reason);
		expect(words(total, null)).toBe('لم يُمنح شيء.');
		const fresh = words(flat, compilation);
		expect(fresh).toBe('لم يتحقق الشرط «القناة هي pos»: لا تذكر المعاملة قناتها.');
		expect(words(flat, null)).toBe(fresh);
	});
});

/** The phrases of what is said, with those inside of them. */
function phrasesIn(part: Part): Phrase[] {
	if (typeof part !== 'object') return [];
	if ('several' in part) return part.several.flatMap(phrasesIn);
	return [part, ...Object.values(part.parts ?? {}).flatMap(phrasesIn)];
}

describe('everything that is said of tests', () => {
	const results = [...obstacles, ...reasons].map(([, parts, , program]) => run(parts, program));
	const sentences = results.flatMap(({ result }) =>
		'says' in result ? [result.says] : result.expectations.flatMap(({ why }) => why.says),
	);

	it('is reached above where it needs to know something', () => {
		const said = new Set(sentences.flatMap(phrasesIn).map(({ phrase }) => phrase));
		const known = Object.keys(proving).filter((key) => key in sayings);
		expect(known.filter((key) => !said.has(key))).toEqual([]);
		expect(known.length).toBeGreaterThan(30);
	});

	it('has no English words in Arabic outside of what is of a program', () => {
		const plain = Object.keys(proving).filter((key) => !(key in sayings));
		const all = saidIn(arabic, () => [...sentences, ...plain.map((phrase) => ({ phrase }))].map(phraseWords));
		expect(all.filter((words) => /[a-z]{2}/i.test(words.replaceAll(/`[^`]*`|AED/g, '')))).toEqual([]);
	});
});

it('writes the amounts of a problem in the digits of the reader, and leaves names alone', () => {
	const words = (parts: string) => {
		const [broken] = brokenTests([run(parts).result]);
		if (!broken) throw new Error('The test holds');
		const { message, hint = '' } = saidIn(arabic, () => problemWords(inLocalDigits(broken)));
		return [message, hint].map(withoutMarks);
	};
	expect(words(`${SALE} returns 12.00 returns 29.51 expect total 0`)).toEqual([
		'تعذّر إجراء الاختبار `T`.',
		'لم يبقَ أكثر من ٢٩٫٥٠ AED يمكن أن يُعاد.',
	]);
	expect(words('purchase at 2026-03-29 03:30 { } expect total 0')[1]).toContain('`2026-03-29 03:30`');
	expect(words(`${SALE} expect "Lunch" earns 1`)[0]).toContain('قدره ١، فمنحت ٩٣');
});
