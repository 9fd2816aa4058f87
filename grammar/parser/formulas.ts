/** The rules of formulas. */
import * as token from '../tokens.ts';
import { type Rule, ValueRules } from './values.ts';

/** Sums of products of numbers and cart filters. */
export class FormulaRules extends ValueRules {
	readonly formula: Rule = this.RULE('formula', () => {
		this.SUBRULE(this.product, { LABEL: 'operand' });
		this.MANY(() => {
			this.OR([
				{ ALT: () => this.CONSUME(token.Plus, { LABEL: 'operator' }) },
				{ ALT: () => this.CONSUME(token.Minus, { LABEL: 'operator' }) },
			]);
			this.SUBRULE2(this.product, { LABEL: 'operand' });
		});
	});
	readonly product: Rule = this.RULE('product', () => {
		this.SUBRULE(this.signed, { LABEL: 'operand' });
		this.MANY(() => {
			this.OR([
				{ ALT: () => this.CONSUME(token.Times, { LABEL: 'operator' }) },
				{ ALT: () => this.CONSUME(token.Divide, { LABEL: 'operator' }) },
			]);
			this.SUBRULE2(this.signed, { LABEL: 'operand' });
		});
	});
	readonly signed: Rule = this.RULE('signed', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(token.Minus);
					this.SUBRULE(this.signed);
				},
			},
			{ ALT: () => this.SUBRULE(this.primary) },
		]);
	});
	readonly primary: Rule = this.RULE('primary', () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.number) },
			{ ALT: () => this.SUBRULE(this.name) },
			{ ALT: () => this.CONSUME(token.DateText) },
			{ ALT: () => this.SUBRULE(this.group) },
		]);
	});
	readonly group: Rule = this.RULE('group', () => {
		this.CONSUME(token.OpenParenthesis);
		this.SUBRULE(this.formula);
		this.CONSUME(token.CloseParenthesis);
	});
}
