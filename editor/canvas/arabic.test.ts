import { describe, expect, it } from 'vitest';
import { arabic, saidIn } from '../messages/testing/speaking.ts';
import { withoutMarks } from '../messages/message.ts';
import { isForeign } from '../panels/compiler-words.tsx';
import { plainText } from '#compiler/service';
import { earnSentence, ruleSentence } from './rule-sentence.ts';
import { projectRule } from './project.ts';
import { plainSentence } from './sentences.ts';
import { readRule } from './testing/random-rules.ts';
import type { Part } from './view.ts';

function partsOf(condition: string): readonly Part[] {
	return saidIn(arabic, () => {
		const { rule, compilation } = readRule(`rule "R" { when { ${condition} } earn 1 limit 11 points per day }`);
		return projectRule(rule, compilation).conditions[0]?.parts ?? [];
	});
}

describe('sentences in Arabic', () => {
	it.each([
		['tier is Gold, Platinum', 'المستوى هو Gold أو Platinum'],
		['spend "Food" >= 1_050.5', 'الإنفاق على Food لا يقل عن AED\u00a0١٬٠٥٠٫٥'],
		['spend "Food" between 5 and 10', 'الإنفاق على Food بين AED\u00a0٥ و AED\u00a0١٠'],
		['on Fri between 11:00 and 14:00', 'في الجمعة، ١١:٠٠–١٤:٠٠'],
		['birthday within 3 days', 'عيد الميلاد خلال ٣ أيام'],
		['purchase number is every 10', 'رقم عملية الشراء هو كل ١٠'],
	])('say %s', (condition, words) => {
		expect(withoutMarks(plainSentence(partsOf(condition)))).toBe(words);
	});

	it('have the same slots as in English, wherever those stand', () => {
		expect(partsOf('spend "Food" >= 5').map(({ kind }) => kind)).toEqual(['text', 'value', 'value']);
	});

	it('count the points of a limit', () => {
		const [limit] = saidIn(arabic, () => {
			const { rule, compilation } = readRule('rule "R" { earn 1 limit 3 points per day }');
			return projectRule(rule, compilation).limits;
		});
		expect(withoutMarks(limit?.label ?? '')).toBe('بحد أقصى ٣ نقاط في اليوم');
	});
});

function sentenceOf(text: string): string {
	const { rule, compilation } = readRule(text);
	return withoutMarks(saidIn(arabic, () => plainText(ruleSentence(rule, compilation.document, null))));
}

describe('a rule as one text in Arabic', () => {
	it.each([
		[
			'rule "R" { when { tier is Gold spend "Food" >= 50 } earn "Food" * 2 + 10 limit 500 points per day }',
			'عند: عملية شراء. بشرط: المستوى هو Gold؛ الإنفاق على Food لا يقل عن AED\u00a0٥٠. يُمنح: Food × ٢ + ١٠ من النقاط. الحدود: بحد أقصى ٥٠٠ نقطة في اليوم.',
		],
		[
			'rule "R" on referral { status disabled active from 2026-01-01 priority 5 earn 1 for every 10 of "Food" at least 3 points for referred }',
			'القاعدة معطّلة. عند: إحالة. يُمنح: نقطة واحدة لكل ١٠ كاملة من Food، بحد أدنى ٣ نقاط، للمُحال. التواريخ: من ١ يناير ٢٠٢٦. الأولوية: ٥.',
		],
		[
			'rule "R" { when { any { channel is app not { on Fri } } } multiply points on "Food" by 1.5 }',
			'عند: عملية شراء. بشرط: أي مما يلي (القناة هي app؛ ليس هذا (في الجمعة)). يُضاعَف: كل النقاط على Food × ١٫٥.',
		],
		['rule "R" { when { nonsense 5 } }', 'عند: عملية شراء. بشرط: جزء لا يمكن قراءته. لا يُمنح شيء بعد.'],
	])('is %s', (text, sentence) => {
		expect(sentenceOf(text)).toBe(sentence);
	});

	it('leads from its phrases to the clauses', () => {
		const { rule, compilation } = readRule('rule "R" { when { tier is Gold } earn 5 }');
		const spans = saidIn(arabic, () => ruleSentence(rule, compilation.document, null)).flatMap(({ span }) => span ?? []);
		expect(spans.map(({ start, end }) => compilation.source.slice(start, end))).toEqual(['tier is Gold', 'earn 5']);
	});

	it('reads a formula from the left, whatever its digits', () => {
		const { rule } = readRule('rule "R" { earn 2 + 10 }');
		const earn = rule.clauses.find((clause) => clause.kind === 'earn');
		const said = earn && saidIn(arabic, () => earnSentence(earn));
		expect(said).toContain('\u2066\u2066٢\u2069 \u2066+\u2069 \u2066١٠\u2069\u2069');
	});
});

describe('what the compiler says', () => {
	it.each([
		['There is no filter called `الطعام`.', true],
		['`Food` ليس في البرنامج', false],
		['`Food`', false],
	])('is told from what is translated: %s', (text, foreign) => {
		expect(saidIn(arabic, () => isForeign(text))).toBe(foreign);
		expect(isForeign(text)).toBe(false);
	});

	it('names what is still to be said without marks of its own', () => {
		expect(sentenceOf('rule "R" { when { spend "Food" >= between 9 } earn 1 for every limit }')).not.toContain('`');
	});
});
