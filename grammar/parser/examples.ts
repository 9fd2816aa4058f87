/** The rules of tests: worked examples that must hold. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { WorthRules } from './worth.ts';

/** A test, the facts of its member and of its event, and what is expected. */
export class TestRules extends WorthRules {
	readonly testHead = this.RULE('testHead', () => {
		this.CONSUME(word.test);
		this.SUBRULE(this.name);
	});
	readonly memberHead = this.RULE('memberHead', () => {
		this.CONSUME(word.member);
	});
	readonly eventHead = this.RULE('eventHead', () => {
		this.SUBRULE(this.event);
		this.CONSUME(word.at);
		this.SUBRULE(this.moment);
	});
	readonly testReturn = this.RULE('testReturn', () => {
		this.CONSUME(word.returns);
		this.OR([
			{ ALT: () => this.CONSUME(word.all) },
			{
				ALT: () => {
					this.CONSUME(word.item);
					this.SUBRULE(this.name);
					this.SUBRULE(this.number);
				},
			},
			{ ALT: () => this.SUBRULE2(this.number) },
		]);
	});
	readonly testSpend = this.RULE('testSpend', () => {
		this.CONSUME(word.spend);
		this.CONSUME(word.points);
	});
	readonly expect = this.RULE('expect', () => {
		this.CONSUME(word.expect);
		this.SUBRULE(this.expected);
		this.OPTION(() => {
			this.CONSUME(word.for);
			this.SUBRULE(this.recipient);
		});
	});
	readonly expected = this.RULE('expected', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.total);
					this.SUBRULE(this.number);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.tier);
					this.CONSUME(word.earns);
					this.SUBRULE2(this.number);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.balance);
					this.SUBRULE4(this.number);
				},
			},
			{
				ALT: () => {
					this.SUBRULE(this.paidSource);
					this.SUBRULE5(this.number);
				},
			},
			{
				ALT: () => {
					this.SUBRULE(this.name);
					this.CONSUME2(word.earns);
					this.SUBRULE3(this.number);
				},
			},
		]);
	});

	// ------------------------------------------------------------ facts

	readonly nameFact = this.RULE('nameFact', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.tier) },
			{ ALT: () => this.CONSUME(word.segment) },
			{ ALT: () => this.CONSUME(word.store) },
			{ ALT: () => this.CONSUME(word.chain) },
			{ ALT: () => this.CONSUME(word.channel) },
			{
				ALT: () => {
					this.CONSUME(word.order);
					this.CONSUME(word.type);
				},
			},
		]);
		this.SUBRULE(this.name);
	});
	readonly dayFact = this.RULE('dayFact', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.birthday) },
			{ ALT: () => this.CONSUME(word.joined) },
			{ ALT: () => this.SUBRULE(this.lastPurchase) },
		]);
		this.SUBRULE(this.date);
	});
	readonly numberFact = this.RULE('numberFact', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.purchases) },
			{ ALT: () => this.CONSUME(word.balance) },
			{
				ALT: () => {
					this.CONSUME(word.lifetime);
					this.OR2([{ ALT: () => this.CONSUME(word.points) }, { ALT: () => this.CONSUME(word.spend) }]);
				},
			},
			{ ALT: () => this.CONSUME(word.discount) },
			{ ALT: () => this.CONSUME(word.taxes) },
			{ ALT: () => this.CONSUME(word.fees) },
			{ ALT: () => this.CONSUME(word.tip) },
			{ ALT: () => this.SUBRULE(this.paidSource) },
		]);
		this.SUBRULE(this.number);
	});
	readonly attributeFact = this.RULE('attributeFact', () => {
		this.SUBRULE(this.name);
		this.OPTION(() => this.SUBRULE(this.testValue));
	});
	readonly testValue = this.RULE('testValue', () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.name) },
			{ ALT: () => this.SUBRULE(this.number) },
			{ ALT: () => this.SUBRULE(this.date) },
		]);
	});
	readonly testLine = this.RULE('testLine', () => {
		this.CONSUME(word.item);
		this.SUBRULE(this.name, { LABEL: 'item' });
		this.OPTION(() => {
			this.CONSUME(word.category);
			this.SUBRULE2(this.name, { LABEL: 'category' });
		});
		this.OPTION2(() => {
			this.CONSUME(word.subcategory);
			this.SUBRULE3(this.name, { LABEL: 'subcategory' });
		});
		this.OPTION3(() => {
			this.CONSUME(word.combo);
			this.SUBRULE4(this.name, { LABEL: 'combo' });
		});
		this.SUBRULE(this.number, { LABEL: 'quantity' });
		this.CONSUME(token.Cross);
		this.SUBRULE(this.linePrice);
	});
	readonly linePrice = this.RULE('linePrice', () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.number) },
			{
				ALT: () => {
					this.SUBRULE(this.name);
					this.CONSUME(word.for);
					this.SUBRULE2(this.number);
				},
			},
		]);
	});
}
