import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { WHOLE } from './fixtures/whole.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

const compilation = compile(WHOLE);

function found(query: string): string[] {
	return workspaceSymbols(compilation, query).map(({ kind, name, container }) => {
		return [kind, name, ...(container === null ? [] : [`in ${container}`])].join(' ');
	});
}

test('everything that is declared, with what it is declared in', () => {
	expect(found('')).toEqual([
		'program Café',
		'channel app in Café',
		'channel web shop in Café',
		'order type dine_in in Café',
		'order type pickup in Café',
		'tier Bronze in Tiers',
		'tier Gold in Tiers',
		'segment Staff',
		'attribute vip',
		'attribute joined_club',
		'attribute payment_method',
		'attribute value cash in payment_method',
		'attribute value credit card in payment_method',
		'attribute basket_weight',
		'attribute note',
		'filter Net',
		'filter Food',
		'filter Cups',
		'filter Weight',
		'filter Paid',
		'exclusive set Deals',
		'exclusive set Other deals',
		'campaign Black Friday',
		'rule Early birds in Black Friday',
		'rule Lunch',
		'rule Always',
		'rule Mate',
		'rule Answered',
		'rule Everything',
		'test Saturday',
		'test Survey',
		'test Mates',
	]);
});

test('a query fits where its letters stand in a name, in their order', () => {
	expect(found('blfr')).toEqual(['campaign Black Friday']);
	expect(found('CAFE')).toEqual([]);
	expect(found('CAFÉ')).toEqual(['program Café']);
	expect(found('ot d')).toEqual(['exclusive set Other deals']);
	expect(found('xyz')).toEqual([]);
});
