import { describe, expect, it } from 'vitest';
import { parse } from '#grammar';
import { changesBetween } from './changes.ts';

const program = 'program "P" { currency AED timezone "Asia/Dubai" channels app }\n';
const lunch = 'rule "Lunch" { when { channel is app } earn 10 }\n';
const dinner = 'rule "Dinner" { earn 5 }\n';

function between(before: string, after: string) {
	const read = (text: string) => ({ text, document: parse(text).document });
	return changesBetween(read(before), read(after)).map(({ kind, noun, name }) => `${kind} ${noun} ${name}`.trim());
}

describe('the differences of two texts', () => {
	it('are none between equal texts', () => {
		expect(between(program + lunch, program + lunch)).toEqual([]);
	});

	it('name what was added, changed and removed', () => {
		const after = program.replace('app', 'app, web') + dinner + lunch.replace('10', '20');
		expect(between(program + lunch, after)).toEqual(['changed program settings', 'added rule Dinner', 'changed rule Lunch']);
		expect(between(program + lunch + dinner, program + dinner)).toEqual(['removed rule Lunch']);
	});

	it('tell layout from meaning', () => {
		expect(between(program + lunch, program + lunch.replace('{ when', '{ // at noon\n\twhen'))).toEqual([
			'layout rule Lunch',
		]);
		expect(between(program + lunch, `${program}\n\n${lunch}`)).toEqual(['layout text']);
		expect(between(program + lunch + dinner, program + dinner + lunch)).toEqual(['layout text']);
	});

	it('see a space inside quotes as a difference', () => {
		expect(between('rule "A" { about "x y" }', 'rule "A" { about "x  y" }')).toEqual(['changed rule A']);
	});

	it('keep two rules of one name apart', () => {
		expect(between(lunch, lunch + lunch)).toEqual(['added rule Lunch']);
	});
});
