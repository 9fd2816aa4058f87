/** The rules of cart filters. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { ConditionRules } from './conditions.ts';

/** A filter and what it is computed from. */
export class FilterRules extends ConditionRules {
	readonly filter = this.RULE('filter', () => {
		this.CONSUME(word.filter);
		this.SUBRULE(this.name);
		this.CONSUME(token.Equals);
		this.SUBRULE(this.filterSource);
		this.OPTION(() => {
			this.CONSUME(word.above);
			this.SUBRULE(this.number, { LABEL: 'above' });
		});
		this.OPTION2(() => {
			this.CONSUME(word.up);
			this.CONSUME(word.to);
			this.SUBRULE2(this.number, { LABEL: 'upTo' });
		});
	});
	readonly filterSource = this.RULE('filterSource', () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.totalSource) },
			{ ALT: () => this.SUBRULE(this.itemsSource) },
			{ ALT: () => this.SUBRULE(this.attributeSource) },
			{ ALT: () => this.SUBRULE(this.paidSource) },
		]);
	});
	readonly attributeSource = this.RULE('attributeSource', () => {
		this.CONSUME(word.attribute);
		this.SUBRULE(this.name);
	});
	readonly paidSource = this.RULE('paidSource', () => {
		this.CONSUME(word.paid);
		this.CONSUME(word.with);
		this.CONSUME(word.points);
	});
	readonly totalSource = this.RULE('totalSource', () => {
		this.CONSUME(word.total);
		this.OPTION(() => {
			this.CONSUME(word.excluding);
			this.SUBRULE(this.totalParts);
		});
		this.OPTION2(() => {
			this.CONSUME(word.before);
			this.CONSUME(word.discounts);
		});
	});
	readonly totalParts = this.RULE('totalParts', () => {
		this.SUBRULE(this.totalPart);
		this.MANY(() => {
			this.CONSUME(token.Comma);
			this.SUBRULE2(this.totalPart);
		});
	});
	readonly totalPart = this.RULE('totalPart', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.taxes) },
			{ ALT: () => this.CONSUME(word.fees) },
			{ ALT: () => this.CONSUME(word.tip) },
			{ ALT: () => this.CONSUME(word.points) },
		]);
	});
	readonly itemsSource = this.RULE('itemsSource', () => {
		this.OPTION(() => {
			this.CONSUME(word.quantity);
			this.CONSUME(word.of);
		});
		this.CONSUME(word.items);
		this.OPTION2(() => {
			this.OPTION3(() => this.CONSUME(word.not));
			this.CONSUME(word.in);
			this.SUBRULE(this.selectors);
		});
		this.OPTION4(() => {
			this.CONSUME(word.except);
			this.SUBRULE2(this.selectors, { LABEL: 'except' });
		});
		this.OPTION5(() => {
			this.CONSUME(word.excluding);
			this.CONSUME(word.points);
		});
	});
	readonly selectors = this.RULE('selectors', () => {
		this.SUBRULE(this.selectorEntry);
		this.MANY(() => {
			this.CONSUME(token.Comma);
			this.SUBRULE2(this.selectorEntry);
		});
	});
	readonly selectorEntry = this.RULE('selectorEntry', () => {
		this.OPTION(() =>
			this.OR([
				{ ALT: () => this.CONSUME(word.category, { LABEL: 'by' }) },
				{ ALT: () => this.CONSUME(word.subcategory, { LABEL: 'by' }) },
				{ ALT: () => this.CONSUME(word.combo, { LABEL: 'by' }) },
				{ ALT: () => this.CONSUME(word.item, { LABEL: 'by' }) },
			]),
		);
		this.SUBRULE(this.name);
	});
}
