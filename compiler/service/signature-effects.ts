import { activeBy, ruleClauses } from '../vocabulary/clauses.ts';
import { effectPalette, multiplierPalette } from '../vocabulary/effects.ts';
import { limitPalette } from '../vocabulary/limits.ts';
import type { PartDoc } from './signature-docs.ts';
import { ofKind, ofShape, part, type Part, shape, type Shape } from './signature-parts.ts';

const formula = part('FORMULA', 'Numbers, + - * / and one cart filter.', 'earn', 'to');
export const factor = part('FACTOR', 'A number such as 1.5.', 'by');
const period = part(
	'PERIOD',
	'`transaction`, `day`, `week`, `month`, `quarter`, `year`, `lifetime`, or `rolling` and a number of days.',
	'per',
	'rolling',
);
export const whom = part('WHOM', 'On a referral: `referrer` or `referred`.', 'for');
const least = part('FLOOR', 'The least points that the award comes to.', 'least');
const narrowed = part('FILTER', 'Only the points that are owed to this cart filter.', 'on');
export const limits: readonly Shape[] = [
	shape('limit POINTS points per PERIOD [or nothing]', ofShape(limitPalette, 'points per period'), [
		part('POINTS', 'The most points that are given.', 'limit'),
		period,
	]),
	shape('limit once per PERIOD', ofShape(limitPalette, 'once'), [period], 'once'),
	shape(
		'limit COUNT times per PERIOD',
		ofShape(limitPalette, 'times'),
		[part('COUNT', 'How often points are given.', 'limit'), period],
		'times|time',
	),
	shape('limit points to FORMULA per transaction [or nothing]', ofShape(limitPalette, 'formula'), [formula], 'to'),
];

export const earns: readonly Shape[] = [
	shape('earn FORMULA [at least FLOOR points] [without multipliers] [for WHOM]', ofShape(effectPalette, 'per unit'), [
		formula,
		least,
		whom,
	]),
	shape(
		'earn POINTS for every STEP of FILTER [at least FLOOR points] [without multipliers]',
		ofShape(effectPalette, 'full steps'),
		[
			part('POINTS', 'The points of one full step.', 'earn'),
			part('STEP', 'The size of a step.', 'every'),
			part('FILTER', 'The cart filter whose full steps count.', 'of'),
			least,
		],
		'every',
	),
];

export const active: readonly Shape[] = [
	shape('active from START until END', ofKind(ruleClauses, 'active'), activeParts()),
	shape(
		'active by ATTRIBUTE from START until END',
		activeBy,
		[part('ATTRIBUTE', 'The date attribute that is the clock.', 'by'), ...activeParts()],
		'by',
	),
];

function activeParts(): Part[] {
	return [
		part('START', 'The first day, or a day and a time. It may be left out with its `from`.', 'from'),
		part('END', 'The last day, or a day and the time before which it ends. It may be left out.', 'until'),
	];
}

export function multipliers(targets: PartDoc): readonly Shape[] {
	return [
		shape('multiply TARGET by FACTOR', ofShape(multiplierPalette, 'points'), [part('TARGET', targets, 'multiply'), factor]),
		shape(
			'multiply TARGET on FILTER by FACTOR',
			ofShape(multiplierPalette, 'narrowed'),
			[part('TARGET', targets, 'multiply'), narrowed, factor],
			'on',
		),
	];
}
