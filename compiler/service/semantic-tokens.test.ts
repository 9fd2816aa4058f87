import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { PROGRAM } from './fixtures/marked.ts';
import { semanticTokens } from './semantic-tokens.ts';

/** The words of a text with what they are: `+` declares, `~` is faded, `-` is unused. Words of the language and signs are left out. */
function words(text: string): string[] {
	return semanticTokens(compile(text))
		.filter(({ kind }) => kind !== 'keyword' && kind !== 'operator')
		.map(({ span, kind, declares, faded, unused }) => {
			return `${faded ? '~' : ''}${unused ? '-' : ''}${declares ? '+' : ''}${kind} ${text.slice(span.start, span.end)}`;
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

test('names of every kind', () => {
	const text = `segment Staff
attribute transaction method one of cash, card
exclusive "Deals" picks highest points
campaign "C" { rule "A" on event "done" { exclusive "Deals" when { segment is Staff method is card } } }
test "T" { member { segment Staff } purchase at 2026-01-01 { method cash item "X" 1 x 2 } expect "A" earns 5 }`;
	expect(words(text)).toEqual([
		'+segment Staff',
		'+attribute method',
		'+attribute value cash',
		'+attribute value card',
		'+exclusive set "Deals"',
		'+campaign "C"',
		'+rule "A"',
		'event "done"',
		'exclusive set "Deals"',
		'segment Staff',
		'attribute method',
		'attribute value card',
		'+test "T"',
		'segment Staff',
		'date 2026-01-01',
		'attribute method',
		'attribute value cash',
		'string "X"',
		'number 1',
		'name x',
		'number 2',
		'rule "A"',
		'number 5',
	]);
});

test('what nothing uses, and what is switched off with its campaign', () => {
	const head = 'program A { currency AED timezone "UTC" }\n';
	expect(words(`${head}filter "F" = items\nrule B { earn 1 }`)).toContain('-+filter "F"');
	expect(words('campaign "C" { status disabled rule B { earn 1 } }\nrule D { earn 2 }')).toEqual([
		'~+campaign "C"',
		'~+rule B',
		'~number 1',
		'+rule D',
		'number 2',
	]);
});
