/** The rules of what is given, and of the most that may be given. */
import { keywordTypes as word } from '../tokens.ts';
import { FormulaRules } from './formulas.ts';

/** Earning, multiplying and limiting. */
export class EffectRules extends FormulaRules {
	readonly earn = this.RULE('earn', () => {
		this.CONSUME(word.earn);
		this.SUBRULE(this.formula);
		this.SUBRULE(this.earnEndings);
	});
	/** A rule of its own around the repetition: at the end of the first rule Chevrotain would drop what follows. */
	readonly earnEndings = this.RULE('earnEndings', () => {
		this.MANY(() => this.SUBRULE(this.earnEnding));
	});
	readonly earnEnding = this.RULE('earnEnding', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.for);
					this.OR2([{ ALT: () => this.SUBRULE(this.everyStep) }, { ALT: () => this.SUBRULE(this.recipient) }]);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.at);
					this.CONSUME(word.least);
					this.SUBRULE(this.number);
					this.SUBRULE(this.pointsUnit);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.without);
					this.CONSUME(word.multipliers);
				},
			},
		]);
	});
	readonly everyStep = this.RULE('everyStep', () => {
		this.CONSUME(word.every);
		this.SUBRULE(this.number);
		this.CONSUME(word.of);
		this.SUBRULE(this.name);
	});
	readonly multiply = this.RULE('multiply', () => {
		this.CONSUME(word.multiply);
		this.SUBRULE(this.multiplyTarget);
		this.OPTION(() => {
			this.CONSUME(word.on);
			this.SUBRULE(this.name);
		});
		this.CONSUME(word.by);
		this.SUBRULE(this.number);
	});
	readonly multiplyTarget = this.RULE('multiplyTarget', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.points) },
			{ ALT: () => this.CONSUME(word.base) },
			{ ALT: () => this.CONSUME(word.this) },
		]);
	});
	readonly limit = this.RULE('limit', () => {
		this.CONSUME(word.limit);
		this.SUBRULE(this.limitMost);
		this.CONSUME(word.per);
		this.SUBRULE(this.limitPeriod);
		this.OPTION(() => {
			this.CONSUME(word.or);
			this.CONSUME(word.nothing);
		});
	});
	readonly limitMost = this.RULE('limitMost', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.once) },
			{ ALT: () => this.SUBRULE(this.limitFormula) },
			{ ALT: () => this.SUBRULE(this.limitAmount) },
		]);
	});
	readonly limitFormula = this.RULE('limitFormula', () => {
		this.CONSUME(word.points);
		this.CONSUME(word.to);
		this.SUBRULE(this.formula);
	});
	readonly limitAmount = this.RULE('limitAmount', () => {
		this.SUBRULE(this.number);
		this.SUBRULE(this.limitUnit);
	});
	readonly limitUnit = this.RULE('limitUnit', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.points) },
			{ ALT: () => this.CONSUME(word.point) },
			{ ALT: () => this.CONSUME(word.times) },
			{ ALT: () => this.CONSUME(word.time) },
		]);
	});
	readonly limitPeriod = this.RULE('limitPeriod', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.transaction) },
			{ ALT: () => this.CONSUME(word.day) },
			{ ALT: () => this.CONSUME(word.week) },
			{ ALT: () => this.CONSUME(word.month) },
			{ ALT: () => this.CONSUME(word.quarter) },
			{ ALT: () => this.CONSUME(word.year) },
			{ ALT: () => this.CONSUME(word.lifetime) },
			{ ALT: () => this.SUBRULE(this.rolling) },
		]);
	});
	readonly rolling = this.RULE('rolling', () => {
		this.CONSUME(word.rolling);
		this.SUBRULE(this.number);
		this.SUBRULE(this.daysUnit);
	});
}
