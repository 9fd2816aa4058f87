/** Which rule of the grammar reads a clause, and what builds its node. One row for each clause that is evaluated. */
import type * as ast from './ast.ts';
import * as clauses from './build/clauses.ts';
import * as conditions from './build/conditions.ts';
import { filter } from './build/filters.ts';
import * as program from './build/program.ts';
import type { Build } from './build/shared.ts';
import type { Level } from './constructs.ts';
import type { Keyword } from './keywords.ts';
import type { RuleName } from './run.ts';

/** What each level consists of. */
export interface PartOf {
	document: ast.Declaration;
	program: ast.ProgramSetting;
	tiers: ast.Tier | ast.RawClause;
	tier: ast.TierClause;
	rule: ast.RuleClause;
	when: ast.Condition;
}

/** How a clause without braces is read. */
export interface Route<N> {
	readonly rule: RuleName;
	readonly build: Build<N>;
	/** Names between commas stand at its end. */
	readonly isList?: true;
}

type Routes = { readonly [L in Level]: Partial<Record<Keyword, Route<PartOf[L]>>> };

/** The clauses without braces, by level and first word. */
export const routes: Routes = {
	document: { filter: { rule: 'filter', build: filter, isList: true } },
	program: {
		currency: { rule: 'currency', build: program.currency },
		timezone: { rule: 'timezone', build: program.timezone },
		week: { rule: 'week', build: program.week },
		points: { rule: 'points', build: program.points },
		channels: { rule: 'channels', build: program.channels, isList: true },
		order: { rule: 'orderTypes', build: program.orderTypes, isList: true },
		limit: { rule: 'limit', build: clauses.limit },
	},
	tiers: {},
	tier: {
		color: { rule: 'colorClause', build: clauses.colorClause },
		earn: { rule: 'earn', build: clauses.earn },
		multiply: { rule: 'multiply', build: clauses.multiply },
	},
	rule: {
		about: { rule: 'about', build: clauses.about },
		status: { rule: 'status', build: clauses.status },
		active: { rule: 'active', build: clauses.active },
		priority: { rule: 'priority', build: clauses.priority },
		when: { rule: 'whenAlways', build: clauses.whenAlways },
		earn: { rule: 'earn', build: clauses.earn },
		limit: { rule: 'limit', build: clauses.limit },
	},
	when: {
		always: { rule: 'always', build: conditions.always },
		on: { rule: 'dayTime', build: conditions.dayTime },
		order: { rule: 'membership', build: conditions.membership, isList: true },
		channel: { rule: 'membership', build: conditions.membership, isList: true },
		tier: { rule: 'membership', build: conditions.membership, isList: true },
		store: { rule: 'store', build: conditions.store, isList: true },
		spend: { rule: 'spend', build: conditions.spend },
		birthday: { rule: 'birthday', build: conditions.birthday },
	},
};
