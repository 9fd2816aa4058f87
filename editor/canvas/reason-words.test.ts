import { describe, expect, it } from 'vitest';
import {
	compile,
	describeWhyNot,
	evaluateReference,
	newcomer,
	type Plan,
	smallestChange,
	stateOf,
	type Transaction,
} from '#compiler';
import { translation } from '../messages/ar/index.ts';
import { withoutMarks } from '../messages/message.ts';
import { arabic, saidIn } from '../messages/testing/speaking.ts';
import { barePurchase } from '../preview/bare-purchase.ts';
import { nameOf, placesOfRules } from '../document/rule-tracking.ts';
import { planCondition } from './trace.ts';
import { seenWords, whyNotWords } from './reason-words.ts';
import { conditionSentence, sentenceScope } from './rule-sentence.ts';

const HEAD = `program "P" { currency AED timezone "Asia/Dubai" channels app, web order types pickup }
tiers by lifetime points { tier Bronze from 0 { } tier Gold from 100 { } }
attribute transaction vip flag
filter "Food" = items
exclusive "Deals" picks highest priority
`;

const lunch = {
	...barePurchase([
		{ sku: 'A', category: null, subcategory: null, combo: null, quantityThousandths: 2_000, amountMinor: 1_850 },
	]),
	member: 'M',
	atMs: Date.parse('2026-02-07T12:30:00+04:00'),
	channel: 'app',
};

/** What is said in Arabic of the rule `R` of a text: why it gave nothing, what would have to be otherwise, and what its conditions saw. */
function said(text: string, sale: Transaction = lunch) {
	const compilation = compile(HEAD + text);
	const plan = compilation.plan as Plan;
	const who = { id: 'M', tier: 'Bronze', birthDate: { year: 1990, month: 2, day: 10 }, joinedDate: null };
	const state = stateOf(plan, newcomer(plan, who));
	const explanation = evaluateReference(plan, sale, state);
	const trace = explanation.rules.find(({ name }) => name === 'R');
	const rule = placesOfRules(compilation.document).find((each) => nameOf(each.rule) === 'R')?.rule;
	const conditions = rule?.clauses.flatMap((clause) => (clause.kind === 'when' ? clause.conditions : [])) ?? [];
	if (!trace) throw new Error('no trace');
	return saidIn(arabic, () => {
		const scope = sentenceScope(compilation.document, null);
		const sentences = conditions.map((each) => conditionSentence(each, scope));
		const seen = trace.conditions.map((each) => {
			const condition = planCondition({ plan, explanation, rule: trace, award: null }, [each.index]);
			return condition ? withoutMarks(seenWords(plan, condition, each)) : '';
		});
		const whyNot = withoutMarks(whyNotWords(plan, trace, sentences));
		const change = smallestChange(plan, sale, state, trace);
		const told = withoutMarks(whyNotWords(plan, trace, sentences, change))
			.slice(whyNot.length)
			.trim();
		return { whyNot, seen, told, english: describeWhyNot(plan, trace, change) };
	});
}

describe('what a condition saw, in Arabic', () => {
	it.each([
		['tier is Gold', 'Bronze'],
		['spend "Food" >= 50', 'Food هو AED\u00a0١٨٫٥٠'],
		['quantity "Food" >= 5', 'الكمية من Food هي ٢'],
		['on Mon', 'السبت ١٢:٣٠'],
		['birthday today', 'عيد الميلاد بعد ٣ أيام'],
		['purchase number is 5', 'رقم عملية الشراء ١'],
		['balance >= 5', 'الرصيد: ٠'],
		['days since joining > 5', 'تاريخ انضمام العضو غير معروف'],
		['order type is pickup', 'لا تذكر المعاملة نوع طلبها'],
		['vip', 'لا شيء يذكر vip'],
		['any { tier is Gold channel is app }', 'المتحقق ١ من ٢، وغير المعروف ٠'],
	])('of %s is %s', (condition, seen) => {
		expect(said(`rule "R" { when { ${condition} } earn 1 }`).seen).toEqual([seen]);
	});
});

describe('what would have to be otherwise, in Arabic', () => {
	const rule = (condition: string) => `rule "R" { when { ${condition} } earn 1 }`;

	it.each([
		[rule('spend "Food" >= 50'), 'أصغر تغيير: زيادة AED\u00a0٣١٫٥٠ في Food.'],
		[rule('spend "Food" != 18.5'), 'أصغر تغيير: زيادة AED\u00a0٠٫٠١ أو إنقاصه في Food.'],
		[rule('quantity "Food" <= 1'), 'أصغر تغيير: إنقاص ١ في Food.'],
		[rule('on any day between 15:00 and 17:00'), 'أصغر تغيير: بعد الساعة ١٥:٠٠، أو يوم الجمعة الماضي قبل الساعة ١٧:٠٠.'],
		[rule('on Mon'), 'أصغر تغيير: يوم الإثنين، أو يوم الإثنين الماضي.'],
		[rule('on Sat between 01:00 and 02:00'), 'أصغر تغيير: قبل الساعة ٠٢:٠٠، أو يوم السبت، ١٤ فبراير ٢٠٢٦ بعد الساعة ٠١:٠٠.'],
		[rule('birthday today'), 'أصغر تغيير: بعد ٣ أيام، أو قبل ٣٦٢ يومًا.'],
		[rule('tier is Gold'), 'أصغر تغيير: المستوى Gold (ينقص ١٠٠ نقطة لبلوغ Gold).'],
		[rule('purchase number is 3'), 'أصغر تغيير: بعد عمليتي شراء أخريين.'],
		[rule('lifetime points >= 20'), 'أصغر تغيير: زيادة ٢٠ نقطة في مجموع النقاط المكتسبة.'],
		[rule('lifetime spend >= 20'), 'أصغر تغيير: زيادة AED\u00a0٢٠٫٠٠ في مجموع الإنفاق.'],
		[rule('any { channel is web order type is pickup }'), 'أصغر تغيير: القناة web.'],
		[rule('any { all { channel is web vip } }'), 'أصغر تغيير: القناة web، مع vip محدد.'],
		[rule('any { segment is Staff }'), 'أصغر تغيير: الانتماء إلى الشريحة Staff.'],
		[rule('any { store is "dxb" }'), 'أصغر تغيير: المتجر dxb.'],
		[rule('any { store is chain "Bird" }'), 'أصغر تغيير: متجر من السلسلة Bird.'],
		[rule('any { pay is card, cash }'), 'أصغر تغيير: pay هو card أو cash.'],
		[rule('not { all { always } }'), 'لا تغيير يفيد: هو كذلك دائمًا.'],
		[rule('any { days since joining > 5 }'), 'أصغر تغيير: معرفة تاريخ انضمام العضو.'],
		[rule('any { weight >= 2.5 }'), 'أصغر تغيير: weight بمقدار ٢٫٥.'],
		['rule "R" { earn 10 / ("Food" - 18.5) }', 'أصغر تغيير: مقدار آخر من Food غير AED\u00a0١٨٫٥٠.'],
		['rule "R" { earn "Food" / 100 }', 'أصغر تغيير: زيادة AED\u00a0٨١٫٥٠ في Food.'],
		['rule "R" { earn 1 limit 0 points per rolling 7 days }', 'أصغر تغيير: بعد ٧ أيام على الأكثر.'],
		[
			'rule "R" { exclusive "Deals" earn 1 }\nrule "Q" { exclusive "Deals" priority 5 earn 1 }',
			'أصغر تغيير: أولوية أعلى من أولوية Q.',
		],
		['rule "R" { exclusive "Most" earn 1 }\nrule "Q" { exclusive "Most" earn 5 }', 'أصغر تغيير: زيادة تتجاوز ٤ من النقاط.'],
		// The reason names these already.
		[rule('channel is web'), ''],
		['rule "R" { status disabled earn 1 }', ''],
		['rule "R" { active from 2026-03-01 earn 1 }', ''],
	])('for %s is %s', (text, told) => {
		const found = said(
			`segment "Staff"\nattribute transaction pay one of card, cash\nattribute transaction weight number\nexclusive "Most" picks highest points\n${text}`,
		);
		expect(found.told).toBe(told);
		expect(/change/.test(found.english ?? '')).toBe(told !== '');
	});
});

describe('why a rule gave nothing, in Arabic', () => {
	it.each([
		['rule "R" { when { tier is Gold } earn 1 }', 'لم يتحقق الشرط «المستوى هو Gold»: Bronze.'],
		['rule "R" { status disabled earn 1 }', 'القاعدة معطّلة.'],
		['rule "R" on check_in { earn 1 }', 'القاعدة لحدث آخر: تسجيل وصول.'],
		['rule "R" { active from 2026-03-01 earn 1 }', 'تبدأ القاعدة في ١ مارس ٢٠٢٦.'],
		['rule "R" { active until 2026-01-31 earn 1 }', 'انتهت القاعدة: ٣١ يناير ٢٠٢٦.'],
		['campaign "C" { active until 2026-01-31 18:00 rule "R" { earn 1 } }', 'انتهت الحملة C: ٣١ يناير ٢٠٢٦، ١٨:٠٠.'],
		['campaign "C" { status disabled rule "R" { earn 1 } }', 'الحملة C معطّلة.'],
		['rule "R" { earn 1 limit 0 times per rolling 7 days }', 'استُنفد حد القاعدة «لا مرة خلال أي ٧ أيام»؛ المستخدم: لا مرة.'],
		[
			'rule "R" { exclusive "Deals" earn 1 }\nrule "Q" { exclusive "Deals" priority 5 earn 1 }',
			'تبقى Q في المجموعة Deals، ولا تُحتسب منها إلا قاعدة واحدة.',
		],
		['rule "R" { earn 10 / ("Food" - 18.5) }', 'تقسم الصيغة على صفر عند هذا المقدار، فلا تعطي نقاطًا.'],
		['rule "R" { multiply points by 2 }', 'القاعدة تضاعف فقط، ولم يكن هناك ما يُضاعَف.'],
		['rule "R" { earn 10 limit 0 points per day }', 'حدود القاعدة لا تترك لها شيئًا.'],
		['rule "R" { earn 0 }', 'لا تبلغ الصيغة نقطة عند هذا المقدار.'],
	])('for %s is %s', (text, whyNot) => {
		const found = said(text);
		expect(found.whyNot).toBe(whyNot);
		expect(found.english).toMatch(/^[A-Z`]/);
	});

	it('is the compiler’s own in English, and nothing where it awarded', () => {
		const plan = compile(`${HEAD}rule "R" { status disabled earn 1 }`).plan as Plan;
		const [trace] = evaluateReference(
			plan,
			lunch,
			stateOf(plan, newcomer(plan, { id: 'M', tier: null, birthDate: null, joinedDate: null })),
		).rules;
		expect(trace && whyNotWords(plan, trace, [])).toBe('The rule is disabled.');
		expect(said('rule "R" { earn 1 }').whyNot).toBe('');
	});

	it('has a sentence for every reason, none of it in English', () => {
		const sentences = JSON.stringify(translation.reasons).match(/: ?"[^"]*"/g) ?? [];
		expect(sentences.length).toBeGreaterThan(45);
		expect(
			sentences.filter((each) =>
				/[a-z]{2}/i.test(each.replaceAll(/`[^`]*`|\{\w+\}|\{count, plural, |\b(?:zero|one|two|few|many|other)\{/g, '')),
			),
		).toEqual([]);
	});
});
