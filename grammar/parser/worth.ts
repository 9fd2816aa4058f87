/** The rules of what points are worth when they are spent, and of when they lapse. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { RuleRules } from './rules.ts';

/** Redemption and expiry. */
export class WorthRules extends RuleRules {
	readonly redemptionHead = this.RULE('redemptionHead', () => {
		this.CONSUME(word.redemption);
	});
	readonly worth = this.RULE('worth', () => {
		this.SUBRULE(this.number, { LABEL: 'points' });
		this.SUBRULE(this.pointsUnit);
		this.CONSUME(token.Equals);
		this.SUBRULE2(this.number, { LABEL: 'amount' });
		this.SUBRULE(this.name);
	});
	readonly redemptionBound = this.RULE('redemptionBound', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.at);
					this.CONSUME(word.most);
					this.SUBRULE(this.number);
					this.CONSUME(word.of);
					this.SUBRULE(this.name);
				},
			},
			{
				ALT: () => {
					this.CONSUME2(word.at);
					this.CONSUME(word.least);
					this.SUBRULE2(this.number);
					this.SUBRULE(this.pointsUnit);
					this.OPTION(() => {
						this.CONSUME(word.in);
						this.CONSUME(word.steps);
						this.CONSUME2(word.of);
						this.SUBRULE3(this.number, { LABEL: 'steps' });
					});
				},
			},
		]);
	});
	readonly expiryHead = this.RULE('expiryHead', () => {
		this.CONSUME(word.expiry);
	});
	readonly available = this.RULE('available', () => {
		this.CONSUME(word.available);
		this.OR([{ ALT: () => this.SUBRULE(this.duration) }, { ALT: () => this.SUBRULE(this.periodEnd) }]);
	});
	readonly expires = this.RULE('expires', () => {
		this.CONSUME(word.expires);
		this.OR([
			{
				ALT: () => {
					this.SUBRULE(this.duration);
					this.OPTION(() => {
						this.CONSUME(word.without);
						this.CONSUME(word.activity);
					});
				},
			},
			{ ALT: () => this.SUBRULE(this.periodEnd) },
		]);
	});
	readonly duration = this.RULE('duration', () => {
		this.CONSUME(word.after);
		this.SUBRULE(this.number);
		this.SUBRULE(this.durationUnit);
	});
	readonly durationUnit = this.RULE('durationUnit', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.days) },
			{ ALT: () => this.CONSUME(word.day) },
			{ ALT: () => this.CONSUME(word.weeks) },
			{ ALT: () => this.CONSUME(word.week) },
			{ ALT: () => this.CONSUME(word.months) },
			{ ALT: () => this.CONSUME(word.month) },
			{ ALT: () => this.CONSUME(word.years) },
			{ ALT: () => this.CONSUME(word.year) },
		]);
	});
	readonly periodEnd = this.RULE('periodEnd', () => {
		this.CONSUME(word.at);
		this.SUBRULE(this.endedPeriod);
		this.CONSUME(word.end);
	});
	readonly endedPeriod = this.RULE('endedPeriod', () => {
		this.OR([{ ALT: () => this.CONSUME(word.month) }, { ALT: () => this.CONSUME(word.year) }]);
	});
}
