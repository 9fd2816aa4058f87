/** The rules of conditions. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { EffectRules } from './effects.ts';

/** What may stand in the braces of a `when`. */
export class ConditionRules extends EffectRules {
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
			{ ALT: () => this.CONSUME(word.segment) },
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
	readonly amount = this.RULE('amount', () => {
		this.OR([{ ALT: () => this.CONSUME(word.spend) }, { ALT: () => this.CONSUME(word.quantity) }]);
		this.SUBRULE(this.name);
		this.SUBRULE(this.amountTest);
	});
	readonly amountTest = this.RULE('amountTest', () => {
		this.OR([{ ALT: () => this.SUBRULE(this.comparison) }, { ALT: () => this.SUBRULE(this.between) }]);
	});
	readonly between = this.RULE('between', () => {
		this.CONSUME(word.between);
		this.SUBRULE(this.number, { LABEL: 'low' });
		this.CONSUME(word.and);
		this.SUBRULE2(this.number, { LABEL: 'high' });
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
	readonly anniversary = this.RULE('anniversary', () => {
		this.OR([{ ALT: () => this.CONSUME(word.birthday) }, { ALT: () => this.CONSUME(word.anniversary) }]);
		this.SUBRULE(this.anniversaryWindow);
	});
	readonly within = this.RULE('within', () => {
		this.CONSUME(word.within);
		this.SUBRULE(this.number);
		this.SUBRULE(this.daysUnit);
	});
	readonly anniversaryWindow = this.RULE('anniversaryWindow', () => {
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
	readonly purchaseNumber = this.RULE('purchaseNumber', () => {
		this.CONSUME(word.purchase);
		this.CONSUME(word.number);
		this.CONSUME(word.is);
		this.SUBRULE(this.purchaseCount);
	});
	readonly purchaseCount = this.RULE('purchaseCount', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.every);
					this.SUBRULE(this.number);
				},
			},
			{ ALT: () => this.SUBRULE2(this.number) },
		]);
	});
	readonly memberFact = this.RULE('memberFact', () => {
		this.SUBRULE(this.fact);
		this.SUBRULE(this.amountTest);
	});
	readonly fact = this.RULE('fact', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.balance) },
			{
				ALT: () => {
					this.CONSUME(word.lifetime);
					this.OR2([{ ALT: () => this.CONSUME(word.points) }, { ALT: () => this.CONSUME(word.spend) }]);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.days);
					this.CONSUME(word.since);
					this.OR3([{ ALT: () => this.CONSUME(word.joining) }, { ALT: () => this.SUBRULE(this.lastPurchase) }]);
				},
			},
		]);
	});
	readonly lastPurchase = this.RULE('lastPurchase', () => {
		this.CONSUME(word.last);
		this.CONSUME(word.purchase);
	});
	readonly attribute = this.RULE('attribute', () => {
		this.SUBRULE(this.name);
		this.OPTION(() => this.SUBRULE(this.attributeTest));
	});
	readonly attributeTest = this.RULE('attributeTest', () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.attributeIs) },
			{ ALT: () => this.SUBRULE(this.comparison) },
			{ ALT: () => this.SUBRULE(this.between) },
		]);
	});
	readonly attributeIs = this.RULE('attributeIs', () => {
		this.CONSUME(word.is);
		this.OPTION(() => this.CONSUME(word.not));
		this.SUBRULE(this.names);
	});
	readonly anyHead = this.RULE('anyHead', () => {
		this.CONSUME(word.any);
	});
	readonly allHead = this.RULE('allHead', () => {
		this.CONSUME(word.all);
	});
	readonly notHead = this.RULE('notHead', () => {
		this.CONSUME(word.not);
	});
}
