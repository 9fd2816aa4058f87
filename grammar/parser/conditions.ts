/** The rules of conditions. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { FormulaRules } from './formulas.ts';

/** What may stand in the braces of a `when`. */
export class ConditionRules extends FormulaRules {
	readonly always = this.RULE('always', () => {
		this.CONSUME(word.always);
	});
	/** A rule of its own around the repetition: at the end of the first rule Chevrotain would drop what follows. */
	readonly dayTime = this.RULE('dayTime', () => {
		this.SUBRULE(this.dayTimes);
	});
	readonly dayTimes = this.RULE('dayTimes', () => {
		this.SUBRULE(this.dayTimeAlternative);
		this.MANY(() => {
			this.CONSUME(word.or);
			this.SUBRULE2(this.dayTimeAlternative);
		});
	});
	readonly dayTimeAlternative = this.RULE('dayTimeAlternative', () => {
		this.CONSUME(word.on);
		this.SUBRULE(this.days);
		this.OPTION(() => {
			this.CONSUME(word.between);
			this.SUBRULE(this.time, { LABEL: 'low' });
			this.CONSUME(word.and);
			this.SUBRULE2(this.time, { LABEL: 'high' });
		});
	});
	readonly days = this.RULE('days', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.any);
					this.CONSUME(word.day);
				},
			},
			{ ALT: () => this.SUBRULE(this.dayRanges) },
		]);
	});
	readonly dayRanges = this.RULE('dayRanges', () => {
		this.SUBRULE(this.dayRange);
		this.MANY(() => {
			this.CONSUME(token.Comma);
			this.SUBRULE2(this.dayRange);
		});
	});
	readonly dayRange = this.RULE('dayRange', () => {
		this.SUBRULE(this.shortDay);
		this.OPTION(() => {
			this.CONSUME(word.to);
			this.SUBRULE2(this.shortDay, { LABEL: 'last' });
		});
	});
	readonly membership = this.RULE('membership', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.order);
					this.CONSUME(word.type);
				},
			},
			{ ALT: () => this.CONSUME(word.channel) },
			{ ALT: () => this.CONSUME(word.tier) },
		]);
		this.CONSUME(word.is);
		this.OPTION(() => this.CONSUME(word.not));
		this.SUBRULE(this.names);
	});
	readonly store = this.RULE('store', () => {
		this.CONSUME(word.store);
		this.CONSUME(word.is);
		this.OPTION(() => this.CONSUME(word.not));
		this.SUBRULE(this.places);
	});
	readonly places = this.RULE('places', () => {
		this.SUBRULE(this.place);
		this.MANY(() => {
			this.CONSUME(token.Comma);
			this.SUBRULE2(this.place);
		});
	});
	readonly place = this.RULE('place', () => {
		this.OPTION(() => this.CONSUME(word.chain));
		this.SUBRULE(this.name);
	});
	readonly spend = this.RULE('spend', () => {
		this.CONSUME(word.spend);
		this.SUBRULE(this.name);
		this.SUBRULE(this.spendTest);
	});
	readonly spendTest = this.RULE('spendTest', () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.comparison) },
			{
				ALT: () => {
					this.CONSUME(word.between);
					this.SUBRULE(this.number, { LABEL: 'low' });
					this.CONSUME(word.and);
					this.SUBRULE2(this.number, { LABEL: 'high' });
				},
			},
		]);
	});
	readonly comparison = this.RULE('comparison', () => {
		this.OR([
			{ ALT: () => this.CONSUME(token.Equals, { LABEL: 'operator' }) },
			{ ALT: () => this.CONSUME(token.NotEqual, { LABEL: 'operator' }) },
			{ ALT: () => this.CONSUME(token.Less, { LABEL: 'operator' }) },
			{ ALT: () => this.CONSUME(token.AtMost, { LABEL: 'operator' }) },
			{ ALT: () => this.CONSUME(token.More, { LABEL: 'operator' }) },
			{ ALT: () => this.CONSUME(token.AtLeast, { LABEL: 'operator' }) },
		]);
		this.SUBRULE(this.number);
	});
	readonly birthday = this.RULE('birthday', () => {
		this.CONSUME(word.birthday);
		this.SUBRULE(this.birthdayWindow);
	});
	readonly within = this.RULE('within', () => {
		this.CONSUME(word.within);
		this.SUBRULE(this.number);
		this.OR([{ ALT: () => this.CONSUME(word.days) }, { ALT: () => this.CONSUME(word.day) }]);
	});
	readonly birthdayWindow = this.RULE('birthdayWindow', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.today) },
			{
				ALT: () => {
					this.CONSUME(word.this);
					this.CONSUME(word.month);
				},
			},
			{ ALT: () => this.SUBRULE(this.within) },
		]);
	});
}
