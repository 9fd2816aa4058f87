import { describe, expect, it } from 'vitest';
import { nearest } from './suggest.ts';

const words = ['channel', 'tier', 'store', 'spend', 'birthday', 'on', 'order', 'Gold', 'GOLD'];

describe('the nearest name', () => {
	it.each([
		['chanel', 'channel'],
		['chnanel', 'channel'],
		['teir', 'tier'],
		['Store', 'store'],
		['stroe', 'store'],
		['brithday', 'birthday'],
		['gold', 'Gold'],
		['no', 'on'],
		['oder', 'order'],
	])('of %s is %s', (name, found) => {
		expect(nearest(name, words)).toBe(found);
	});

	it.each(['weather', 'x', '', 'payment_method', 'tier', 'a'.repeat(10_000)])('of %s is none', (name) => {
		expect(nearest(name, words)).toBeUndefined();
	});

	it('is the first of several that are equally near', () => {
		expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
	});
});
