/** The rules of the program’s settings, of its tiers and of what is declared beside them. */
import * as token from '../tokens.ts';
import { keywordTypes as word } from '../tokens.ts';
import { FilterRules } from './filters.ts';

/** A program, tiers, segments and attributes. */
export class ProgramRules extends FilterRules {
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
	readonly day = this.RULE('day', () => {
		this.CONSUME(word.day);
		this.CONSUME(word.starts);
		this.SUBRULE(this.time);
	});
	readonly returns = this.RULE('returns', () => {
		this.CONSUME(word.returns);
		this.SUBRULE(this.returnsPolicy);
	});
	readonly returnsPolicy = this.RULE('returnsPolicy', () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(word.may);
					this.CONSUME(word.go);
					this.CONSUME(word.negative);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.stop);
					this.CONSUME(word.at);
					this.CONSUME(word.zero);
				},
			},
			{
				ALT: () => {
					this.CONSUME(word.pending);
					this.CONSUME(word.only);
				},
			},
		]);
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
		this.SUBRULE(this.tierBasis);
		this.OPTION(() => {
			this.CONSUME(word.kept);
			this.CONSUME(word.through);
			this.CONSUME(word.the);
			this.CONSUME(word.next);
			this.CONSUME(word.year);
		});
		this.OPTION2(() => {
			this.CONSUME(word.moved);
			this.CONSUME2(word.by);
			this.CONSUME(word.hand);
		});
	});
	readonly tierBasis = this.RULE('tierBasis', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.hand) },
			{
				ALT: () => {
					this.CONSUME(word.lifetime);
					this.SUBRULE(this.lifetimeBasis);
				},
			},
			{ ALT: () => this.SUBRULE(this.pointsPerYear) },
			{ ALT: () => this.SUBRULE(this.spendPerYear) },
		]);
	});
	readonly lifetimeBasis = this.RULE('lifetimeBasis', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.points) },
			{
				ALT: () => {
					this.CONSUME(word.spend);
					this.CONSUME(word.of);
					this.SUBRULE(this.name);
				},
			},
		]);
	});
	readonly pointsPerYear = this.RULE('pointsPerYear', () => {
		this.CONSUME(word.points);
		this.CONSUME(word.per);
		this.CONSUME(word.year);
	});
	readonly spendPerYear = this.RULE('spendPerYear', () => {
		this.CONSUME(word.spend);
		this.CONSUME(word.of);
		this.SUBRULE(this.name);
		this.CONSUME(word.per);
		this.CONSUME(word.year);
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

	// ------------------------------------------------------------ members and facts

	readonly segment = this.RULE('segment', () => {
		this.CONSUME(word.segment);
		this.SUBRULE(this.name);
	});
	readonly attributeDeclaration = this.RULE('attributeDeclaration', () => {
		this.CONSUME(word.attribute);
		this.SUBRULE(this.attributeOwner);
		this.SUBRULE(this.name);
		this.SUBRULE(this.attributeType);
	});
	readonly attributeOwner = this.RULE('attributeOwner', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.member) },
			{ ALT: () => this.CONSUME(word.transaction) },
			{ ALT: () => this.CONSUME(word.event) },
		]);
	});
	readonly attributeType = this.RULE('attributeType', () => {
		this.OR([
			{ ALT: () => this.CONSUME(word.text) },
			{ ALT: () => this.CONSUME(word.number) },
			{ ALT: () => this.CONSUME(word.flag) },
			{ ALT: () => this.CONSUME(word.date) },
			{ ALT: () => this.SUBRULE(this.oneOf) },
		]);
	});
	readonly oneOf = this.RULE('oneOf', () => {
		this.CONSUME(word.one);
		this.CONSUME(word.of);
		this.SUBRULE(this.names);
	});
}
