import { brokenPiece } from './broken.ts';
import type { Chance } from './chance.ts';
import { condition } from './conditions.ts';
import { clause } from './pieces.ts';
import { declaration, program } from './programs.ts';
import { inOneLine, type RandomPiece } from './words.ts';

/** The habits of a random document, chosen once for it. */
interface Style {
	readonly lineBreak: string;
	readonly indent: string;
	/** In percent: how often a clause stays on the line of the one before. */
	readonly shares: number;
	/** In percent: how often there is a comment where one can be. */
	readonly comments: number;
	/** In percent: how often a clause is broken. */
	readonly broken: number;
	/** In percent: how often the words of one clause are spread over lines and odd blanks. */
	readonly spread: number;
}

const COMMENTS = [
	'// note',
	'//',
	'// ملاحظة عن القاعدة',
	'// 注: 午餐时间',
	'// הערה על הכלל',
	'// rule "x" { earn 5 }',
	'// }',
	'// {',
	'// "unclosed',
	'//tight',
	'// earn 1 // twice',
	'// 🍕 trailing blanks  ',
	'//\ttab',
] as const;

/** A random program of every shape that a person could leave it in: odd layout, comments anywhere, broken clauses. */
export function randomDocument(chance: Chance): string {
	return new Writer(chance).document();
}

/** A clean condition on one line, groups included. */
export function randomCondition(chance: Chance): string {
	return inOneLine(condition(chance, 1));
}

/** A clean clause on one line, of a rule where no other holder is named. */
export function randomClause(chance: Chance, kind: string, holder = 'rule'): string {
	return inOneLine(clause(chance, holder, kind));
}

/** A clean filter under a given name. */
export function randomFilter(chance: Chance, name: string): string {
	return inOneLine(declaration(chance, 'filter', `"${name}"`));
}

/** A clause that is broken. */
export function randomBroken(chance: Chance, holder: string): string {
	return inOneLine(brokenPiece(chance, holder));
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
			indent: chance.pick(['  ', '\t', '    ', ' ']),
			shares: chance.pick([0, 10, 40, 100]),
			comments: chance.pick([0, 10, 25, 45]),
			broken: chance.pick([0, 0, 5, 15]),
			spread: chance.pick([0, 2, 6]),
		};
	}

	document(): string {
		const { chance, style } = this;
		const broken = (level: string) => (chance.happens(style.broken) ? brokenPiece(chance, level) : null);
		if (chance.happens(20)) this.line(0);
		for (const [index, piece] of program(chance, broken).entries()) {
			if (index > 0) this.apart();
			this.piece(piece, 0);
		}
		this.end();
		return this.out;
	}

	private piece({ words, parts }: RandomPiece, depth: number): void {
		const { chance, style } = this;
		this.words(words, depth + 1);
		if (!parts) return;
		this.out += `${this.gap(depth)}{`;
		for (const part of parts) {
			this.separator(depth + 1);
			this.piece(part, depth + 1);
		}
		if (parts.length > 0 || chance.happens(50)) this.separator(depth);
		// Somebody forgot it.
		if (!chance.happens(style.broken / 12)) this.out += '}';
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

	/** What stands between two declarations. */
	private apart(): void {
		const { chance, style } = this;
		if (style.shares === 100 && chance.happens(50)) {
			this.out += ' ';
			return;
		}
		if (chance.happens(style.comments)) this.out += ` ${chance.pick(COMMENTS)}`;
		if (chance.happens(60)) this.out += style.lineBreak;
		this.line(0);
	}

	private end(): void {
		const { chance, style } = this;
		if (chance.happens(style.comments)) this.out += ` ${chance.pick(COMMENTS)}`;
		if (chance.happens(70)) this.out += style.lineBreak;
		if (chance.happens(style.comments / 2)) this.out += chance.pick(COMMENTS);
	}
}
