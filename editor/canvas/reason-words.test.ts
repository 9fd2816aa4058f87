import { describe, expect, it } from 'vitest';
import { compile, describeWhyNot, evaluateReference, newcomer, type Plan, stateOf } from '#compiler';
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

/** What is said in Arabic of the rule `R` of a text: why it gave nothing, and what its conditions saw. */
function said(text: string) {
	const compilation = compile(HEAD + text);
	const plan = compilation.plan as Plan;
	const who = { id: 'M', tier: 'Bronze', birthDate: { year: 1990, month: 2, day: 10 }, joinedDate: null };
	const explanation = evaluateReference(plan, lunch, stateOf(plan, newcomer(plan, who)));
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
		return { whyNot: withoutMarks(whyNotWords(plan, trace, sentences)), seen, english: describeWhyNot(plan, trace) };
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
		expect(sentences.filter((each) => /[a-z]{2}/i.test(each.replaceAll(/`[^`]*`|\{\w+\}/g, '')))).toEqual([]);
	});
});
