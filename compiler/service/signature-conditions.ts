import { conditionPalette } from '../vocabulary/conditions.ts';
import type { Construct } from '../vocabulary/construct.ts';
import type { PartDoc } from './signature-docs.ts';
import { type ByFirst, ofKind, part, type Part, shape, type Shape } from './signature-parts.ts';

const comparisons = ['>=', '<=', '>', '<', '=', '!='];

/** A comparison with one number, and one with two. */
function compared(
	label: string,
	construct: Construct | undefined,
	before: readonly Part[],
	value: Part,
	...fits: readonly string[]
): readonly Shape[] {
	const range = [part('LOW', 'The smallest that counts.', 'between'), part('HIGH', 'The largest that counts.', 'and')];
	return [
		shape(`${label} >= ${value.name}`, construct, [...before, value], ...fits),
		shape(`${label} between LOW and HIGH`, construct, [...before, ...range], ...fits, 'between'),
	];
}

function fact(name: string): Construct | undefined {
	return conditionPalette.find((row) => row.fact === name);
}

const filter = (word: string) => part('FILTER', 'The cart filter whose amount is compared.', word);
const WINDOWS = {
	birthday: 'Days before and after the birthday: 1 to 182.',
	anniversary: 'Days before and after the anniversary: 1 to 182.',
} as const;
const within = (day: 'birthday' | 'anniversary') => [
	shape(`${day} within COUNT days`, ofKind(conditionPalette, day), [part('COUNT', WINDOWS[day], 'within')]),
];
const number = (doc: PartDoc, name = 'NUMBER') => part(name, doc, ...comparisons);

export const ofWhen: ByFirst = {
	on: [
		shape('on DAYS between START and END', ofKind(conditionPalette, 'day-time'), [
			part('DAYS', 'Days such as `Mon to Fri, Sun`, or `any day`.', 'on'),
			part('START', 'The first minute that counts.', 'between'),
			part('END', 'The minute at which it is over; up to 24:00, and past midnight where it is earlier.', 'and'),
		]),
	],
	spend: compared(
		'spend FILTER',
		ofKind(conditionPalette, 'spend'),
		[filter('spend')],
		number('A number in the program’s currency.', 'AMOUNT'),
	),
	quantity: compared(
		'quantity FILTER',
		ofKind(conditionPalette, 'quantity'),
		[filter('quantity')],
		number('A number of units.', 'COUNT'),
	),
	birthday: within('birthday'),
	anniversary: within('anniversary'),
	purchase: [
		shape('purchase number is NUMBER', ofKind(conditionPalette, 'purchase-number'), [
			part('NUMBER', 'Which of the member’s purchases: 1 is the first.', 'is'),
		]),
		shape(
			'purchase number is every STEP',
			ofKind(conditionPalette, 'purchase-number'),
			[part('STEP', 'Every so many purchases: 10 means the 10th, the 20th and so on.', 'every')],
			'every',
		),
	],
	lifetime: [
		...compared('lifetime points', fact('lifetime points'), [], number('A number of points.')),
		...compared('lifetime spend', fact('lifetime spend'), [], number('A number in the program’s currency.'), 'spend'),
	],
	balance: compared('balance', fact('balance'), [], number('A number of points.')),
	days: [
		...compared('days since joining', fact('days since joining'), [], number('A number of days.')),
		...compared('days since last purchase', fact('days since last purchase'), [], number('A number of days.'), 'last'),
	],
};
