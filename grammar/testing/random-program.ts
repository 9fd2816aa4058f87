/** Programs at random: every construct of the language, in every layout that a person might give it. */
import type { Declaration } from '../ast.ts';
import type { Chance } from './chance.ts';

const bareNames = ['app', 'web', 'kiosk', 'Gold', 'Silver', 'dine_in', 'vip', 'payment_method', 'Größe', 'العربية', '中文'];
const quotedNames = [
	'Food',
	'Net total',
	'Weekday deals',
	'Black Friday',
	'say \\"hi\\"',
	'قهوة',
	'食べ物',
	'rule',
	'// no',
];
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const numbers = ['0', '1', '10', '0.5', '1_000', '250', '99.999', '120_000'];
const dates = ['2026-01-01', '2026-03-31', '1990-02-07', '2028-02-29'];
const times = ['00:00', '11:00', '15:30', '22:00', '24:00'];

const gaps = ['\n\t', '\n\t', '\n\t', '\n  ', '\n', ' ', '\r\n  ', '\n\n\t', ' // why\n\t', '\n\t// ملاحظة 注釈\n\t'];

/** A whole program of some declarations. */
export function randomProgram(chance: Chance, most = 6): string {
	const breaks = ['\n', '\n', '\n\n', '\r\n', '\n// about the next\n', ' ', '\n  '];
	const declarations = chance.some(0, most, () => chance.pick(breaks) + randomDeclaration(chance));
	const head = chance.happens(0.8) ? program(chance) : '';
	return head + declarations.join('') + chance.pick(['\n', '', '\r\n', ' // the end']);
}

/** One declaration of any kind; `rules` is the share of rules beyond their turn. */
export function randomDeclaration(chance: Chance, rules = 0.3): string {
	return (chance.happens(rules) ? rule : chance.pick(draws))(chance);
}

type Draw = (chance: Chance) => string;

const bare: Draw = (chance) => chance.pick(bareNames);
const quoted: Draw = (chance) => `"${chance.pick(quotedNames)}"`;
const name: Draw = (chance) => (chance.happens(0.5) ? bare(chance) : quoted(chance));
const number: Draw = (chance) => chance.pick(numbers);
const date: Draw = (chance) => chance.pick(dates);
const time: Draw = (chance) => chance.pick(times);
const moment: Draw = (chance) => date(chance) + chance.maybe(() => time(chance));
const names: Draw = (chance) => chance.some(1, 3, () => name(chance)).join(', ');

/** Parts in braces, each on a line of its own or not. */
function block(chance: Chance, least: number, most: number, part: Draw): string {
	const parts = chance.some(least, most, () => chance.pick(gaps) + part(chance));
	return `{${parts.join('')}${chance.pick(['\n', ' ', '\r\n', '\n\t'])}}`;
}

/** One of some draws. */
function either(...draws: readonly Draw[]): Draw {
	return (chance) => chance.pick(draws)(chance);
}

function constantly(...texts: readonly string[]): Draw {
	return (chance) => chance.pick(texts);
}

// ---------------------------------------------------------------- formulas, comparisons, periods

function formula(chance: Chance, depth = 2): string {
	if (depth === 0 || chance.happens(0.4)) {
		return chance.pick([number(chance), `${number(chance)}%`, '"Food"', '"Net total"', `-${number(chance)}`]);
	}
	const operator = chance.pick([' + ', ' - ', ' * ', ' / ']);
	const whole = formula(chance, depth - 1) + operator + formula(chance, depth - 1);
	return chance.happens(0.3) ? `(${whole})` : whole;
}

const comparison: Draw = (chance) =>
	chance.happens(0.8)
		? `${chance.pick(['=', '!=', '<', '<=', '>', '>='])} ${number(chance)}`
		: `between ${number(chance)} and ${number(chance)}`;
const recipient: Draw = constantly('for referrer', 'for referred');
const period: Draw = either(
	constantly('transaction', 'day', 'week', 'month', 'quarter', 'year', 'lifetime'),
	(chance) => `rolling ${1 + chance.upTo(29)} days`,
);

// ---------------------------------------------------------------- conditions

const dayRange: Draw = (chance) => chance.pick(days) + chance.maybe(() => `to ${chance.pick(days)}`);
const dayTime: Draw = (chance) => {
	const on = chance.happens(0.3) ? 'any day' : chance.some(1, 3, () => dayRange(chance)).join(', ');
	return `on ${on}${chance.maybe(() => `between ${time(chance)} and ${time(chance)}`)}`;
};
const window: Draw = (chance) => chance.pick(['today', 'this month', `within ${1 + chance.upTo(9)} days`]);
const is: Draw = constantly('is', 'is not');
const fact: Draw = constantly(
	'lifetime points',
	'lifetime spend',
	'balance',
	'days since joining',
	'days since last purchase',
);

function condition(chance: Chance, depth = 2): string {
	if (depth > 0 && chance.happens(0.15)) {
		return `${chance.pick(['any', 'all', 'not'])} ${block(chance, 1, 3, () => condition(chance, depth - 1))}`;
	}
	return leaf(chance);
}

const leaf: Draw = either(
	(chance) => chance.some(1, 2, () => dayTime(chance)).join(' or '),
	(chance) => `${chance.pick(['order type', 'channel', 'tier', 'segment'])} ${is(chance)} ${names(chance)}`,
	(chance) => `store ${is(chance)} ${quoted(chance)}, chain ${quoted(chance)}`,
	(chance) => `spend ${quoted(chance)} ${comparison(chance)}`,
	(chance) => `quantity ${quoted(chance)} ${comparison(chance)}`,
	(chance) => `${chance.pick(['birthday', 'anniversary'])} ${window(chance)}`,
	(chance) => `purchase number is ${chance.maybe(() => 'every')} ${1 + chance.upTo(9)}`,
	(chance) => `${fact(chance)} ${comparison(chance)}`,
	(chance) => `${name(chance)} ${is(chance)} ${names(chance)}`,
	(chance) => `${name(chance)} ${comparison(chance)}`,
	bare,
	constantly('always'),
);

// ---------------------------------------------------------------- clauses of rules

const earn: Draw = (chance) => {
	const what = chance.happens(0.7) ? formula(chance) : `${number(chance)} for every ${number(chance)} of "Food"`;
	const tail = [chance.maybe(() => `at least ${number(chance)} points`), chance.maybe(() => 'without multipliers')];
	return `earn ${what}${chance.happens(0.3) ? tail.join('') : ''}${chance.happens(0.2) ? ` ${recipient(chance)}` : ''}`;
};
const multiply: Draw = (chance) =>
	`multiply ${chance.pick(['base', 'points', 'this'])}${chance.maybe(() => 'on "Food"')} by ${number(chance)}`;
const limit: Draw = either(
	(chance) => `limit ${number(chance)} points per ${period(chance)}${chance.maybe(() => 'or nothing')}`,
	(chance) => `limit once per ${period(chance)}`,
	(chance) => `limit ${1 + chance.upTo(8)} times per ${period(chance)}`,
	(chance) => `limit points to ${formula(chance)} per transaction`,
);
const about: Draw = (chance) => `about ${quoted(chance)}`;
const status: Draw = constantly('status enabled', 'status disabled');
const active: Draw = (chance) =>
	chance.pick([
		`active from ${moment(chance)} until ${moment(chance)}`,
		`active until ${moment(chance)}`,
		`active by booked_at from ${moment(chance)}`,
	]);
const priority: Draw = (chance) => `priority ${chance.maybe(() => '-')}${chance.upTo(50)}`;
const when: Draw = (chance) =>
	chance.happens(0.15) ? 'when always' : `when ${block(chance, 0, 4, () => condition(chance))}`;
const clause: Draw = either(
	about,
	status,
	active,
	priority,
	(chance) => `exclusive ${name(chance)}`,
	when,
	earn,
	multiply,
	limit,
);
const event: Draw = either(
	constantly(
		'registration',
		'profile_completed',
		'birthday',
		'anniversary',
		'referral',
		'check_in',
		'purchase',
		'any event',
	),
	() => 'event "survey_done"',
);

const rule: Draw = (chance) => {
	const on = chance.happens(0.2) ? ` on ${event(chance)}` : '';
	return `rule ${quoted(chance)}${on} ${block(chance, 0, 5, clause)}`;
};

// ---------------------------------------------------------------- the other declarations

const setting: Draw = either(
	constantly('currency AED', 'timezone "Asia/Dubai"', 'week starts Monday', 'day starts 04:00', 'points carried'),
	constantly('points whole, rounded down per award', 'points with 2 decimals, rounded half even per item'),
	constantly('returns may go negative', 'returns stop at zero', 'returns pending only'),
	(chance) => `channels ${names(chance)}`,
	(chance) => `order types ${names(chance)}`,
	limit,
);
const program: Draw = (chance) => `program ${quoted(chance)} ${block(chance, 0, 7, setting)}`;

const basis: Draw = constantly(
	'lifetime points',
	'lifetime spend of "Food"',
	'points per year kept through the next year',
	'spend of "Food" per year moved by hand',
	'hand',
);
const tierClause: Draw = either(constantly('color #B87333'), earn, multiply);
const tier: Draw = (chance) =>
	`tier ${name(chance)}${chance.maybe(() => `from ${number(chance)}`)} ${block(chance, 0, 3, tierClause)}`;
const tiers: Draw = (chance) => `tiers by ${basis(chance)} ${block(chance, 0, 4, tier)}`;

const selectors: Draw = (chance) =>
	chance.some(1, 2, () => `${chance.pick(['category', 'subcategory', 'combo', 'item'])} ${names(chance)}`).join(', ');
const items: Draw = (chance) => {
	const chosen = chance.maybe(() => `${chance.pick(['in', 'not in'])} ${selectors(chance)}`);
	return `items${chosen}${chance.maybe(() => `except ${selectors(chance)}`)}`;
};
const source: Draw = either(
	(chance) => `total${chance.maybe(() => 'excluding taxes, fees, tip')}${chance.maybe(() => 'before discounts')}`,
	items,
	(chance) => `quantity of ${items(chance)}`,
	(chance) => `${items(chance)} excluding points`,
	(chance) => `attribute ${bare(chance)}`,
	constantly('paid with points'),
);
const filter: Draw = (chance) => {
	const bounds = chance.happens(0.3) ? `${chance.maybe(() => 'above 100')}${chance.maybe(() => 'up to 300')}` : '';
	return `filter ${quoted(chance)} = ${source(chance)}${bounds}`;
};

const campaignClause: Draw = either(about, status, active, () => 'budget 1_000_000 points', multiply, limit, rule);
const campaign: Draw = (chance) => `campaign ${quoted(chance)} ${block(chance, 0, 4, campaignClause)}`;

const redemptionClause: Draw = constantly(
	'100 points = 1 AED',
	'at most 50% of "Net total"',
	'at least 200 points in steps of 100',
);
const expiryClause: Draw = constantly(
	'available after 14 days',
	'available at month end',
	'expires after 12 months',
	'expires after 1 month without activity',
	'expires at year end',
);

const memberFact: Draw = either(
	(chance) => `${chance.pick(['tier', 'segment'])} ${name(chance)}`,
	(chance) => `${chance.pick(['birthday', 'joined', 'last purchase'])} ${date(chance)}`,
	(chance) => `${chance.pick(['purchases', 'lifetime points', 'lifetime spend', 'balance'])} ${number(chance)}`,
	(chance) => bare(chance) + chance.maybe(() => name(chance)),
);
const eventFact: Draw = either(
	(chance) => `${chance.pick(['store', 'chain', 'channel', 'order type'])} ${name(chance)}`,
	(chance) => `${chance.pick(['discount', 'taxes', 'fees', 'tip', 'paid with points'])} ${number(chance)}`,
	(chance) => `item ${quoted(chance)} category ${quoted(chance)}${chance.maybe(() => 'subcategory "S"')} 2 x 18.00`,
	() => 'item "FUEL" 28 x litres for 41.00',
	(chance) => bare(chance) + chance.maybe(() => number(chance)),
);
const testClause: Draw = either(
	(chance) => `member ${block(chance, 0, 4, memberFact)}`,
	(chance) => `${event(chance)} at ${moment(chance)}${chance.maybe(() => block(chance, 0, 5, eventFact))}`,
	(chance) =>
		`expect ${chance.pick([quoted(chance), 'tier'])} earns ${number(chance)}${chance.maybe(() => recipient(chance))}`,
	(chance) => `expect ${chance.pick(['total', 'balance', 'paid with points'])} ${number(chance)}`,
	(chance) => `returns ${chance.pick([`item ${name(chance)} ${number(chance)}`, number(chance), 'all'])}`,
	() => 'spend points',
);

/** How a declaration of each kind is drawn; the compiler sees that none is forgotten. */
const declarations: Record<Exclude<Declaration['kind'], 'raw'>, Draw> = {
	program,
	tiers,
	filter,
	rule,
	campaign,
	'segment-declaration': (chance) => `segment ${name(chance)}`,
	'attribute-declaration': (chance) =>
		`attribute ${chance.pick(['member', 'transaction', 'event'])} ${bare(chance)} ` +
		chance.pick(['text', 'number', 'flag', 'date', `one of ${names(chance)}`]),
	'exclusive-declaration': (chance) =>
		`exclusive ${quoted(chance)} picks ${chance.pick(['highest points', 'highest priority'])}`,
	redemption: (chance) => `redemption ${block(chance, 0, 3, redemptionClause)}`,
	expiry: (chance) => `expiry ${block(chance, 0, 2, expiryClause)}`,
	test: (chance) => `test ${quoted(chance)} ${block(chance, 0, 4, testClause)}`,
};

const draws = Object.values(declarations);
