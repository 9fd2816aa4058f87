import { unreachable } from '../../domain/unreachable.ts';
import type { Chance } from './chance.ts';

/** The habits of a random document, chosen once for it. */
interface Style {
	readonly lineBreak: string;
	readonly indent: string;
	/** In percent: how often a clause stays on the line of the one before. */
	readonly shares: number;
	/** In percent: how often there is a comment where one can be. */
	readonly comments: number;
	/** In percent: how often a clause is broken or not evaluated yet. */
	readonly broken: number;
	/** In percent: how often the words of one clause are spread over lines and odd blanks. */
	readonly spread: number;
}

const NAMES = ['Food', 'Net total', 'وجبة الغداء', '午餐', 'a // b', '} {', 'say \\"hi\\"', 'emoji 🍕', 'Ünïcode'] as const;
const BARE = ['Gold', 'app', 'web', 'dine_in', 'ذهب', '金', 'Mon', 'x1'] as const;
const COMMENTS = [
	'// note',
	'//',
	'// ملاحظة عن القاعدة',
	'// 注: 午餐时间',
	'// rule "x" { earn 5 }',
	'// }',
	'// {',
	'// "unclosed',
	'//tight',
	'// earn 1 // twice',
	'// 🍕 trailing blanks  ',
	'//\ttab',
] as const;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A random program of every shape that a person could leave it in: odd layout, comments anywhere, broken clauses. */
export function randomDocument(chance: Chance): string {
	return new Writer(chance).document();
}

/** A clean condition on one line. */
export function randomCondition(chance: Chance): string {
	return conditionWords(chance).join(' ');
}

/** A clean clause of a rule on one line. */
export function randomClause(chance: Chance, kind: 'about' | 'status' | 'active' | 'priority' | 'earn' | 'limit'): string {
	return clauseWords(chance, kind).join(' ');
}

/** A clean filter under a given name. */
export function randomFilter(chance: Chance, name: string): string {
	return ['filter', `"${name}"`, '=', ...sourceWords(chance)].join(' ');
}

/** A clause that is broken, or that is not evaluated yet. */
export function randomBroken(chance: Chance, level: 'rule' | 'when'): string {
	return (level === 'rule' ? brokenClause(chance) : brokenCondition(chance)).join(' ');
}

function quoted(chance: Chance): string {
	return `"${chance.pick(NAMES)}"`;
}

function name(chance: Chance): string {
	return chance.happens(50) ? chance.pick(BARE) : quoted(chance);
}

function number(chance: Chance): string {
	return chance.pick(['1', '50', '1_000', '0.5', '2.50']);
}

function names(chance: Chance): string[] {
	return chance.list(1, 3, () => name(chance)).flatMap((each, index) => (index === 0 ? [each] : [',', each]));
}

function dayWords(chance: Chance): string[] {
	const ranges = chance.list(1, 2, () =>
		chance.happens(40) ? [chance.pick(DAYS), 'to', chance.pick(DAYS)] : [chance.pick(DAYS)],
	);
	const days = chance.happens(20) ? ['any', 'day'] : ranges.flatMap((each, index) => (index === 0 ? each : [',', ...each]));
	return ['on', ...days, ...(chance.happens(40) ? ['between', '11:00', 'and', chance.pick(['14:00', '24:00'])] : [])];
}

function conditionWords(chance: Chance): string[] {
	const is = chance.happens(30) ? ['is', 'not'] : ['is'];
	switch (chance.below(8)) {
		case 0:
			return ['tier', ...is, ...names(chance)];
		case 1:
			return ['spend', quoted(chance), chance.pick(['>=', '<', '=', '!=']), number(chance)];
		case 2:
			return chance.list(1, 2, () => dayWords(chance)).flatMap((words, index) => (index === 0 ? words : ['or', ...words]));
		case 3:
			return ['channel', ...is, ...names(chance)];
		case 4:
			return ['order', 'type', ...is, ...names(chance)];
		case 5:
			return ['store', ...is, quoted(chance), ...(chance.happens(40) ? [',', 'chain', quoted(chance)] : [])];
		case 6:
			return ['birthday', ...chance.pick([['today'], ['this', 'month'], ['within', '3', 'days']])];
		default:
			return chance.happens(30) ? ['always'] : ['spend', quoted(chance), 'between', '1', 'and', '50'];
	}
}

function brokenCondition(chance: Chance): string[] {
	return [
		...chance.pick([
			['tier', 'is'],
			['quantity', '"Coffee"', '>=', '2'],
			['spned', '"Food"', '>=', '50'],
			['spend', '"Food"', '>='],
			['any', '{', 'tier', 'is', 'Gold', 'channel', 'is', 'app', '}'],
			['on', 'Mon', 'between', '11:00', 'and'],
			['store', 'is', '"dxb', 'mall'],
			['birthday', 'within', 'days'],
			['channel', 'is', 'app', ','],
			['purchase', 'number', 'is', '1'],
			['not', '{', 'birthday', 'today', '}'],
			['order', 'is', 'dine_in'],
			['spend', '"Food"', '≥', '50'],
		]),
	];
}

type ClauseKind = Parameters<typeof randomClause>[1];

function clauseWords(chance: Chance, kind: ClauseKind): string[] {
	switch (kind) {
		case 'about':
			return ['about', quoted(chance)];
		case 'status':
			return ['status', chance.pick(['enabled', 'disabled'])];
		case 'active':
			return chance.pick([
				['active', 'from', '2026-01-01'],
				['active', 'until', '2026-03-31', '18:00'],
				['active', 'from', '2026-01-01', 'until', '2026-03-31'],
			]);
		case 'priority':
			return ['priority', ...(chance.happens(20) ? ['-'] : []), '20'];
		case 'earn':
			return ['earn', ...formulaWords(chance, 2)];
		case 'limit':
			return ['limit', number(chance), 'points', 'per', 'transaction'];
		default:
			return unreachable(kind);
	}
}

function formulaWords(chance: Chance, depth: number): string[] {
	if (depth === 0 || chance.happens(40)) return [chance.happens(40) ? quoted(chance) : number(chance)];
	if (chance.happens(20)) return ['(', ...formulaWords(chance, depth - 1), ')'];
	return [...formulaWords(chance, depth - 1), chance.pick(['*', '+', '-', '/']), ...formulaWords(chance, depth - 1)];
}

function brokenClause(chance: Chance): string[] {
	return [
		...chance.pick([
			['earn'],
			['exclusive', '"Weekday deals"'],
			['multiply', 'points', 'by', '2'],
			['limit', 'once', 'per', 'day'],
			['erne', '5'],
			['limit', 'bananas'],
			['active', 'from', '2026-13-01'],
			['earn', '"Food"', '*', '(', '2'],
			['about', '"no end'],
			['status', 'maybe'],
			['priority'],
			['earn', '1', 'for', 'every', '10', 'of', '"Coffee"'],
		]),
	];
}

function sourceWords(chance: Chance): string[] {
	return [
		...chance.pick([
			['total'],
			['total', 'excluding', 'taxes', ',', 'fees'],
			['items', 'in', 'category', '"Drinks"', ',', '"Retail"'],
			['items', 'not', 'in', 'subcategory', '"午餐"', 'except', 'item', '"GIFT"'],
			['total', 'before', 'discounts'],
		]),
	];
}

/** Writes a document piece by piece in one style. */
class Writer {
	private out = '';
	private readonly chance: Chance;
	private readonly style: Style;

	constructor(chance: Chance) {
		this.chance = chance;
		this.style = {
			lineBreak: chance.pick(['\n', '\n', '\r\n', '\r\n', '\r']),
			indent: chance.pick(['  ', '\t', '    ', '']),
			shares: chance.pick([0, 10, 40, 100]),
			comments: chance.pick([0, 10, 25, 45]),
			broken: chance.pick([0, 0, 10, 25]),
			spread: chance.pick([0, 3, 10]),
		};
	}

	document(): string {
		const { chance } = this;
		if (chance.happens(20)) this.line(0);
		this.braced(['program', quoted(chance)], 0, this.settings());
		if (chance.happens(40)) this.declare(() => this.tiers());
		for (const filter of chance.list(0, 3, () => name(chance))) {
			this.declare(() => this.words(['filter', filter, '=', ...sourceWords(chance)], 1));
		}
		const rules = chance.list(1, 4, () => chance.below(100));
		for (const [index, kind] of rules.entries()) this.declare(() => (kind < 88 ? this.rule(index) : this.odd(index)));
		this.end();
		return this.out;
	}

	private settings(): string[][] {
		const all = [
			['currency', 'AED'],
			['timezone', '"Asia/Dubai"'],
			['week', 'starts', 'Monday'],
			['channels', 'app', ',', 'web'],
			['order', 'types', 'dine_in', ',', 'pickup'],
			['points', 'whole', ',', 'rounded', 'down', 'per', 'award'],
		];
		return all.filter((_, index) => index < 2 || this.chance.happens(40));
	}

	private tiers(): void {
		this.words(['tiers', 'by', 'lifetime', 'points', '{'], 0);
		for (const tier of this.chance.list(1, 3, () => name(this.chance))) {
			this.separator(1);
			const clauses = [['color', '#D4AF37'], clauseWords(this.chance, 'earn')].filter(() => this.chance.happens(60));
			this.braced(['tier', tier, 'from', '1_000'], 1, clauses);
		}
		this.separator(0);
		this.out += '}';
	}

	private rule(index: number): void {
		const { chance } = this;
		const order = ['about', 'status', 'active', 'priority', 'when', 'earn', 'earn', 'limit'] as const;
		const kinds = order.filter((kind) => chance.happens(kind === 'when' ? 80 : kind === 'earn' ? 60 : 35));
		if (chance.happens(15)) kinds.reverse();
		if (chance.happens(6)) kinds.push('when');
		this.words(['rule', chance.pick([`"Rule ${index}"`, `"قاعدة ${index}"`, `规则${index}`]), '{'], 0);
		for (const kind of kinds) {
			this.separator(1);
			if (this.chance.happens(this.style.broken)) {
				this.words(brokenClause(chance), 2);
				this.separator(1);
			}
			if (kind === 'when') this.when();
			else this.words(clauseWords(chance, kind), 2);
		}
		this.separator(0);
		if (!chance.happens(this.style.broken / 8)) this.out += '}';
	}

	private when(): void {
		const { chance } = this;
		if (chance.happens(8)) return this.words(['when', 'always'], 2);
		const conditions = chance.list(0, 4, () =>
			chance.happens(this.style.broken) ? brokenCondition(chance) : conditionWords(chance),
		);
		this.braced(['when'], 1, conditions);
	}

	/** A declaration that is not read, or that is broken. */
	private odd(index: number): void {
		this.words(
			[
				...this.chance.pick([
					['segment', '"Staff"'],
					['exclusive', '"Deals"', 'picks', 'highest', 'points'],
					['campaign', '"Friday"', '{', 'rule', '"In"', '{', 'earn', '5', '}', '}'],
					['redemption', '{', '100', 'points', '=', '1', 'AED', '}'],
					['rlue', `"Odd ${index}"`, '{', 'earn', '5', '}'],
					['rule', '{', 'earn', '5', '}'],
				]),
			],
			1,
		);
	}

	private braced(head: readonly string[], depth: number, clauses: readonly (readonly string[])[]): void {
		this.words(head, depth + 1);
		this.out += `${this.gap(depth)}{`;
		for (const clause of clauses) {
			this.separator(depth + 1);
			this.words(clause, depth + 2);
		}
		if (clauses.length > 0 || this.chance.happens(50)) this.separator(depth);
		this.out += '}';
	}

	private words(words: readonly string[], depth: number): void {
		for (const [index, word] of words.entries()) {
			const tight = word === ',' && !this.chance.happens(10);
			if (index > 0 && !tight) this.out += this.gap(depth);
			this.out += word;
		}
	}

	/** What stands between two words of a clause. */
	private gap(depth: number): string {
		const { chance, style } = this;
		if (!chance.happens(style.spread)) return ' ';
		const line = style.lineBreak + style.indent.repeat(depth);
		const comment = chance.happens(style.comments) ? ` ${chance.pick(COMMENTS)}` : '';
		return chance.pick(['  ', '\t', line, comment === '' ? ' \t' : comment + line]);
	}

	/** What stands between two clauses. */
	private separator(depth: number): void {
		const { chance, style } = this;
		if (chance.happens(style.shares)) {
			this.out += chance.happens(8) && /["}]$/.test(this.out) ? '' : chance.pick([' ', ' ', '\t', '  ']);
			return;
		}
		if (chance.happens(style.comments)) this.out += chance.pick([' ', '', '\t', '   ']) + chance.pick(COMMENTS);
		else if (chance.happens(5)) this.out += '  ';
		this.line(depth);
	}

	/** A line break, with blank lines and comment lines as they come. */
	private line(depth: number): void {
		const { chance, style } = this;
		const indent = style.indent.repeat(depth);
		const start = this.out === '' ? '' : style.lineBreak;
		this.out += start + indent;
		while (chance.happens(style.comments)) {
			const blank = chance.happens(30) ? style.lineBreak + (chance.happens(30) ? indent : '') : '';
			this.out += chance.pick(COMMENTS) + blank + style.lineBreak + indent;
		}
		if (chance.happens(8)) this.out += style.lineBreak + indent;
		if (chance.happens(5)) this.out += ' ';
	}

	private declare(write: () => void): void {
		const { chance, style } = this;
		if (style.shares === 100 && chance.happens(50)) this.out += ' ';
		else {
			if (chance.happens(style.comments)) this.out += ` ${chance.pick(COMMENTS)}`;
			if (chance.happens(60)) this.out += style.lineBreak;
			this.line(0);
		}
		write();
	}

	private end(): void {
		const { chance, style } = this;
		if (chance.happens(style.comments)) this.out += ` ${chance.pick(COMMENTS)}`;
		if (chance.happens(70)) this.out += style.lineBreak;
		if (chance.happens(style.comments / 2)) this.out += chance.pick(COMMENTS);
	}
}
