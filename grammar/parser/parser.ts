/**
 * The grammar, one rule for each construct. A rule is run over the words of one clause only (see `segments.ts`), so recovery
 * never leaves it; recovery may add a missing `,`, `(`, `)` or `=`, but no word, name or value, and it drops nothing.
 */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { FilterRules } from './filters.ts';

/** All rules of the language. Each public member reads one construct from `input`. */
export class EarnParser extends FilterRules {
	constructor() {
		super();
		this.performSelfAnalysis();
	}

	// ------------------------------------------------------------ program

	readonly programHead = this.RULE('programHead', () => {
		this.CONSUME(word.program);
		this.SUBRULE(this.name);
	});
	readonly currency = this.RULE('currency', () => {
		this.CONSUME(word.currency);
		this.SUBRULE(this.name);
	});
	readonly timezone = this.RULE('timezone', () => {
		this.CONSUME(word.timezone);
		this.SUBRULE(this.text);
	});
	readonly week = this.RULE('week', () => {
		this.CONSUME(word.week);
		this.CONSUME(word.starts);
		this.SUBRULE(this.longDay);
	});
	readonly points = this.RULE('points', () => {
		this.CONSUME(word.points);
		this.OR([{ ALT: () => this.CONSUME(word.whole) }, { ALT: () => this.SUBRULE(this.decimals) }]);
		this.OPTION(() => {
			this.CONSUME(token.Comma);
			this.CONSUME(word.rounded);
			this.SUBRULE(this.rounding);
			this.OPTION2(() => this.SUBRULE(this.roundingPlace));
		});
	});
	readonly decimals = this.RULE('decimals', () => {
		this.CONSUME(word.with);
		this.SUBRULE(this.number);
		this.OR([{ ALT: () => this.CONSUME(word.decimals) }, { ALT: () => this.CONSUME(word.decimal) }]);
	});
	readonly rounding = this.RULE('rounding', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.down) },
			{ ALT: () => this.CONSUME(word.up) },
			{ ALT: () => this.SUBRULE(this.halfRounding) },
		]);
	});
	readonly halfRounding = this.RULE('halfRounding', () => {
		this.CONSUME(word.half);
		this.OR([{ ALT: () => this.CONSUME(word.up) }, { ALT: () => this.CONSUME(word.even) }]);
	});
	readonly roundingPlace = this.RULE('roundingPlace', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.carried) },
			{
				ALT: () => {
					this.CONSUME(word.per);
					this.OR2([
						{ ALT: () => this.CONSUME(word.award) },
						{ ALT: () => this.CONSUME(word.item) },
						{ ALT: () => this.CONSUME(word.transaction) },
					]);
				},
			},
		]);
	});
	readonly channels = this.RULE('channels', () => {
		this.CONSUME(word.channels);
		this.SUBRULE(this.names);
	});
	readonly orderTypes = this.RULE('orderTypes', () => {
		this.CONSUME(word.order);
		this.CONSUME(word.types);
		this.SUBRULE(this.names);
	});

	// ------------------------------------------------------------ tiers

	readonly tiersHead = this.RULE('tiersHead', () => {
		this.CONSUME(word.tiers);
		this.CONSUME(word.by);
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.lifetime);
					this.CONSUME(word.points);
				},
			},
			{ ALT: () => this.CONSUME(word.hand) },
		]);
	});
	readonly tierHead = this.RULE('tierHead', () => {
		this.CONSUME(word.tier);
		this.SUBRULE(this.name);
		this.OPTION(() => {
			this.CONSUME(word.from);
			this.SUBRULE(this.number);
		});
	});
	readonly colorClause = this.RULE('colorClause', () => {
		this.CONSUME(word.color);
		this.SUBRULE(this.color);
	});
	readonly multiply = this.RULE('multiply', () => {
		this.CONSUME(word.multiply);
		this.CONSUME(word.points);
		this.CONSUME(word.by);
		this.SUBRULE(this.number);
	});

	// ------------------------------------------------------------ rules

	readonly ruleHead = this.RULE('ruleHead', () => {
		this.CONSUME(word.rule);
		this.SUBRULE(this.name);
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
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.from);
					this.SUBRULE(this.moment, { LABEL: 'start' });
					this.OPTION(() => {
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
	readonly moment = this.RULE('moment', () => {
		this.SUBRULE(this.date);
		this.OPTION(() => this.SUBRULE(this.time));
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
	readonly limit = this.RULE('limit', () => {
		this.CONSUME(word.limit);
		this.SUBRULE(this.number);
		this.OR([{ ALT: () => this.CONSUME(word.points) }, { ALT: () => this.CONSUME(word.point) }]);
		this.CONSUME(word.per);
		this.CONSUME(word.transaction);
	});
	readonly earn = this.RULE('earn', () => {
		this.CONSUME(word.earn);
		this.SUBRULE(this.formula);
	});
}
