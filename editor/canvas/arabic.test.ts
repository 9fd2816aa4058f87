import { describe, expect, it } from 'vitest';
import { arabic, saidIn } from '../messages/testing/speaking.ts';
import { withoutMarks } from '../messages/message.ts';
import { isForeign } from '../panels/compiler-words.tsx';
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

describe('what the compiler says', () => {
	it.each([
		['There is no filter called `الطعام`.', true],
		['`Food` ليس في البرنامج', false],
		['`Food`', false],
	])('is told from what is translated: %s', (text, foreign) => {
		expect(saidIn(arabic, () => isForeign(text))).toBe(foreign);
		expect(isForeign(text)).toBe(false);
	});
});
