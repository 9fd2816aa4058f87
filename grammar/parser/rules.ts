/** The rules of rules, and of the campaigns and sets that hold them together. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { ProgramRules } from './program.ts';

/** Rules, campaigns and exclusive sets. */
export class RuleRules extends ProgramRules {
	readonly ruleHead = this.RULE('ruleHead', () => {
		this.CONSUME(word.rule);
		this.SUBRULE(this.name);
		this.OPTION(() => {
			this.CONSUME(word.on);
			this.SUBRULE(this.event);
		});
	});
	readonly about = this.RULE('about', () => {
		this.CONSUME(word.about);
		this.SUBRULE(this.text);
	});
	readonly status = this.RULE('status', () => {
		this.CONSUME(word.status);
		this.OR([{ ALT: () => this.CONSUME(word.enabled) }, { ALT: () => this.CONSUME(word.disabled) }]);
	});
	readonly active = this.RULE('active', () => {
		this.CONSUME(word.active);
		this.OPTION(() => {
			this.CONSUME(word.by);
			this.SUBRULE(this.name);
		});
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.from);
					this.SUBRULE(this.moment, { LABEL: 'start' });
					this.OPTION2(() => {
						this.CONSUME(word.until);
						this.SUBRULE2(this.moment, { LABEL: 'end' });
					});
				},
			},
			{
				ALT: () => {
					this.CONSUME2(word.until);
					this.SUBRULE3(this.moment, { LABEL: 'end' });
				},
			},
		]);
	});
	readonly priority = this.RULE('priority', () => {
		this.CONSUME(word.priority);
		this.OPTION(() => this.CONSUME(token.Minus));
		this.SUBRULE(this.number);
	});
	readonly whenHead = this.RULE('whenHead', () => {
		this.CONSUME(word.when);
	});
	readonly whenAlways = this.RULE('whenAlways', () => {
		this.CONSUME(word.when);
		this.SUBRULE(this.always);
	});
	readonly exclusive = this.RULE('exclusive', () => {
		this.CONSUME(word.exclusive);
		this.SUBRULE(this.name);
	});
	readonly exclusiveDeclaration = this.RULE('exclusiveDeclaration', () => {
		this.CONSUME(word.exclusive);
		this.SUBRULE(this.name);
		this.CONSUME(word.picks);
		this.CONSUME(word.highest);
		this.SUBRULE(this.picked);
	});
	readonly picked = this.RULE('picked', () => {
		this.OR([{ ALT: () => this.CONSUME(word.points) }, { ALT: () => this.CONSUME(word.priority) }]);
	});
	readonly campaignHead = this.RULE('campaignHead', () => {
		this.CONSUME(word.campaign);
		this.SUBRULE(this.name);
	});
	readonly budget = this.RULE('budget', () => {
		this.CONSUME(word.budget);
		this.SUBRULE(this.number);
		this.SUBRULE(this.pointsUnit);
	});
}
