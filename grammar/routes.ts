/** Which rule of the grammar reads a clause, and what builds its node. One row for each clause that is evaluated. */
import type * as ast from './ast.ts';
import * as build from './build.ts';
import type { Level } from './constructs.ts';
import type { Keyword } from './keywords.ts';
import type { RuleName } from './reader.ts';

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
	readonly build: build.Build<N>;
}

type Routes = { readonly [L in Level]: Partial<Record<Keyword, Route<PartOf[L]>>> };

/** The clauses without braces, by level and first word. */
export const routes: Routes = {
	document: { filter: { rule: 'filter', build: build.filter } },
	program: {
		currency: { rule: 'currency', build: build.currency },
		timezone: { rule: 'timezone', build: build.timezone },
		week: { rule: 'week', build: build.week },
		points: { rule: 'points', build: build.points },
		channels: { rule: 'channels', build: build.channels },
		order: { rule: 'orderTypes', build: build.orderTypes },
		limit: { rule: 'limit', build: build.limit },
	},
	tiers: {},
	tier: {
		color: { rule: 'colorClause', build: build.colorClause },
		earn: { rule: 'earn', build: build.earn },
		multiply: { rule: 'multiply', build: build.multiply },
	},
	rule: {
		about: { rule: 'about', build: build.about },
		status: { rule: 'status', build: build.status },
		active: { rule: 'active', build: build.active },
		priority: { rule: 'priority', build: build.priority },
		when: { rule: 'whenAlways', build: build.whenAlways },
		earn: { rule: 'earn', build: build.earn },
		limit: { rule: 'limit', build: build.limit },
	},
	when: {
		always: { rule: 'always', build: build.always },
		on: { rule: 'dayTime', build: build.dayTime },
		order: { rule: 'membership', build: build.membership },
		channel: { rule: 'membership', build: build.membership },
		tier: { rule: 'membership', build: build.membership },
		store: { rule: 'store', build: build.store },
		spend: { rule: 'spend', build: build.spend },
		birthday: { rule: 'birthday', build: build.birthday },
	},
};
