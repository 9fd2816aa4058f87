import { describe, expect, it } from 'vitest';
import { conditionPalette, type Said, type ServicePhrase, serviceSayings } from '#compiler/service';
import type { Saying } from '#grammar';
import { translation } from './ar/index.ts';
import { withoutMarks } from './message.ts';
import { saidWords, termOf, wordOf } from './service-words.ts';
import { argumentsRead, wantedBy } from './testing/arguments.ts';
import { arabic, saidIn } from './testing/speaking.ts';

const tier = conditionPalette.find(({ key }) => key === 'tier') ?? { title: '', doc: '' };

/** Were one of the rows no constant, all would be any text, and a missing one no error. */
const isKnownByType: string extends ServicePhrase ? false : true = true;

describe('the words of the language', () => {
	it('are each known by their type', () => {
		expect(isKnownByType).toBe(true);
	});

	it('are the compiler’s own in English', () => {
		expect(termOf(tier)).toEqual({ title: tier.title, doc: tier.doc });
		expect(wordOf('No stores are known yet.')).toBe('No stores are known yet.');
	});

	it('are Arabic in Arabic, those of the language in it stay', () => {
		expect(saidIn(arabic, () => termOf(tier).title)).toBe('المستوى');
		const word = 'Counts no more than the amount; `above 100 up to 300` is at most 200.';
		expect(withoutMarks(saidIn(arabic, () => wordOf(word)))).toMatch(/`above 100 up to 300`.*٢٠٠\.$/);
	});

	it('are English nowhere', () => {
		const english = Object.entries(translation.service).filter(([, message]) =>
			/[a-z]{2}/i.test(
				[message]
					.flat()
					.join(' ')
					.replaceAll(/`[^`]*`|ISO 4217|IANA|\{\w+\}|\{count, plural, |\w+\{/g, ''),
			),
		);
		expect(english).toEqual([]);
		expect(Object.keys(translation.service).length).toBeGreaterThan(550);
	});

	it('want to know what their rows do', () => {
		const wrong = Object.entries<Saying<never>>(serviceSayings).filter(([key, row]) => {
			const message = translation.service[key as keyof typeof serviceSayings] ?? '';
			const wanted = [...new Set([message].flat().flatMap(wantedBy))].toSorted();
			const read = argumentsRead(row.english).toSorted();
			return read.some((name) => !wanted.includes(name)) || wanted.some((name) => !read.includes(name) && name !== 'count');
		});
		expect(wrong.map(([key]) => key)).toEqual([]);
	});
});

describe('what is said of a name', () => {
	const used: Said = { phrase: 'used', parts: { count: 3 } };
	const filter: Said = { phrase: 'cart filter of', parts: { sentence: 'the total' }, about: [] };

	it('has the sentence of its clauses from who can say it, and is left out where nobody can', () => {
		expect(saidIn(arabic, () => withoutMarks(saidWords([filter, used], 'English', () => 'كل الأصناف 7')))).toBe(
			'مرشّح السلة: كل الأصناف 7. مستخدم ٣ مرات.',
		);
		expect(saidIn(arabic, () => saidWords([filter, used], 'English'))).toBe('مستخدم ٣ مرات.');
	});

	it('is the compiler’s own in English', () => {
		expect(saidWords([filter, used], 'Cart filter: the total. Used 3 times.')).toBe('Cart filter: the total. Used 3 times.');
	});
});
