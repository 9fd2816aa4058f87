import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { PROGRAM } from './fixtures/marked.ts';
import { semanticTokens } from './semantic-tokens.ts';

/** The words of a text with what they are: `+` declares, `~` is faded. Words of the language and signs are left out. */
function words(text: string): string[] {
	return semanticTokens(compile(text))
		.filter(({ kind }) => kind !== 'keyword' && kind !== 'operator')
		.map(({ span, kind, declares, faded }) => {
			return `${faded ? '~' : ''}${declares ? '+' : ''}${kind} ${text.slice(span.start, span.end)}`;
		});
}

test('names have the kind of what they name', () => {
	const rule = `rule A {
  when { tier is Gold channel is "web shop" order type is dine_in store is "dxb" spend "Food" >= 50 } // why
  earn "Total with fees, taxes and tip" * 5%
}`;
	expect(words(PROGRAM + rule)).toEqual([
		'+program "Café"',
		'name AED',
		'string "Asia/Dubai"',
		'+channel app',
		'+channel "web shop"',
		'+order type dine_in',
		'+order type pickup',
		'+tier Bronze',
		'number 0',
		'filter "Net"',
		'number 1',
		'+tier Gold',
		'number 500',
		'color #D4AF37',
		'filter "Net"',
		'number 2',
		'number 1.5',
		'+filter "Net"',
		'+filter "Food"',
		'string "Food"',
		'+rule A',
		'tier Gold',
		'channel "web shop"',
		'order type dine_in',
		'string "dxb"',
		'filter "Food"',
		'number 50',
		'comment // why',
		'filter "Total with fees, taxes and tip"',
		'number 5',
	]);
});

test('names that nobody declares look like names', () => {
	expect(words('rule A { when { tier is Gold spend "Fod" > 1 } }')).toEqual([
		'+rule A',
		'name Gold',
		'string "Fod"',
		'number 1',
	]);
});

test('a rule that is switched off is faded, with its comments', () => {
	expect(words('rule A { status disabled earn 1 // one\n}\nrule B { status enabled earn 2 }')).toEqual([
		'~+rule A',
		'~number 1',
		'~comment // one',
		'+rule B',
		'number 2',
	]);
});

test('dates, times and broken text', () => {
	expect(words('rule A { active from 2026-01-01 when { on Mon between 11:00 "open')).toEqual([
		'+rule A',
		'date 2026-01-01',
		'time 11:00',
		'string "open',
	]);
});
