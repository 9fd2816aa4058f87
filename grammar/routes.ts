/** Which rule of the grammar reads a clause, and what builds its node. One row for each clause without braces. */
import type * as ast from './ast.ts';
import * as clauses from './build/clauses.ts';
import * as conditions from './build/conditions.ts';
import * as effects from './build/effects.ts';
import * as examples from './build/examples.ts';
import { filter } from './build/filters.ts';
import * as program from './build/program.ts';
import type { Build } from './build/shared.ts';
import * as worth from './build/worth.ts';
import type { Form, Level } from './constructs.ts';
import type { Keyword } from './keywords.ts';
import type { RuleName } from './run.ts';

/** What each level consists of. */
export interface PartOf {
	document: ast.Declaration;
	program: ast.ProgramSetting;
	tiers: ast.Tier | ast.RawClause;
	tier: ast.TierClause;
	campaign: ast.CampaignClause;
	rule: ast.RuleClause;
	when: ast.Condition;
	redemption: ast.RedemptionClause;
	expiry: ast.ExpiryClause;
	test: ast.TestClause;
	member: ast.TestMember['facts'][number];
	event: ast.TestEvent['facts'][number];
}

/** How a clause without braces is read. */
export interface Route<N> {
	readonly rule: RuleName;
	readonly build: Build<N>;
	/** Names between commas stand at its end. */
	readonly isList?: true;
}

type Routes = { readonly [L in Level]: Partial<Record<Keyword | Form, Route<PartOf[L]>>> };

/** The clauses without braces, by level and first word; `someName` and `someNumber` stand for those that have none. */
export const routes: Routes = {
	document: {
		segment: { rule: 'segment', build: program.segment },
		attribute: { rule: 'attributeDeclaration', build: program.attributeDeclaration, isList: true },
		filter: { rule: 'filter', build: filter, isList: true },
		exclusive: { rule: 'exclusiveDeclaration', build: effects.exclusiveDeclaration },
	},
	program: {
		currency: { rule: 'currency', build: program.currency },
		timezone: { rule: 'timezone', build: program.timezone },
		week: { rule: 'week', build: program.week },
		day: { rule: 'day', build: program.day },
		points: { rule: 'points', build: program.points },
		channels: { rule: 'channels', build: program.channels, isList: true },
		order: { rule: 'orderTypes', build: program.orderTypes, isList: true },
		limit: { rule: 'limit', build: effects.limit },
		returns: { rule: 'returns', build: program.returns },
	},
	tiers: {},
	tier: {
		color: { rule: 'colorClause', build: clauses.colorClause },
		earn: { rule: 'earn', build: effects.earn },
		multiply: { rule: 'multiply', build: effects.multiply },
	},
	campaign: {
		about: { rule: 'about', build: clauses.about },
		status: { rule: 'status', build: clauses.status },
		active: { rule: 'active', build: clauses.active },
		budget: { rule: 'budget', build: effects.budget },
		multiply: { rule: 'multiply', build: effects.multiply },
		limit: { rule: 'limit', build: effects.limit },
	},
	rule: {
		about: { rule: 'about', build: clauses.about },
		status: { rule: 'status', build: clauses.status },
		active: { rule: 'active', build: clauses.active },
		priority: { rule: 'priority', build: clauses.priority },
		exclusive: { rule: 'exclusive', build: effects.exclusive },
		when: { rule: 'whenAlways', build: clauses.whenAlways },
		earn: { rule: 'earn', build: effects.earn },
		multiply: { rule: 'multiply', build: effects.multiply },
		limit: { rule: 'limit', build: effects.limit },
	},
	when: {
		always: { rule: 'always', build: conditions.always },
		on: { rule: 'dayTime', build: conditions.dayTime },
		order: { rule: 'membership', build: conditions.membership, isList: true },
		channel: { rule: 'membership', build: conditions.membership, isList: true },
		tier: { rule: 'membership', build: conditions.membership, isList: true },
		segment: { rule: 'membership', build: conditions.membership, isList: true },
		store: { rule: 'store', build: conditions.store, isList: true },
		spend: { rule: 'amount', build: conditions.amount },
		quantity: { rule: 'amount', build: conditions.amount },
		birthday: { rule: 'anniversary', build: conditions.anniversary },
		anniversary: { rule: 'anniversary', build: conditions.anniversary },
		purchase: { rule: 'purchaseNumber', build: conditions.purchaseNumber },
		lifetime: { rule: 'memberFact', build: conditions.memberFact },
		balance: { rule: 'memberFact', build: conditions.memberFact },
		days: { rule: 'memberFact', build: conditions.memberFact },
		someName: { rule: 'attribute', build: conditions.attribute, isList: true },
	},
	redemption: {
		at: { rule: 'redemptionBound', build: worth.redemptionBound },
		someNumber: { rule: 'worth', build: worth.worth },
	},
	expiry: {
		available: { rule: 'available', build: worth.available },
		expires: { rule: 'expires', build: worth.expires },
	},
	test: {
		returns: { rule: 'testReturn', build: examples.testReturn },
		spend: { rule: 'testSpend', build: examples.testSpend },
		expect: { rule: 'expect', build: examples.expect },
	},
	member: {
		tier: { rule: 'nameFact', build: examples.nameFact },
		segment: { rule: 'nameFact', build: examples.nameFact },
		birthday: { rule: 'dayFact', build: examples.dayFact },
		joined: { rule: 'dayFact', build: examples.dayFact },
		last: { rule: 'dayFact', build: examples.dayFact },
		purchases: { rule: 'numberFact', build: examples.numberFact },
		lifetime: { rule: 'numberFact', build: examples.numberFact },
		balance: { rule: 'numberFact', build: examples.numberFact },
		someName: { rule: 'attributeFact', build: examples.attributeFact },
	},
	event: {
		store: { rule: 'nameFact', build: examples.nameFact },
		chain: { rule: 'nameFact', build: examples.nameFact },
		channel: { rule: 'nameFact', build: examples.nameFact },
		order: { rule: 'nameFact', build: examples.nameFact },
		discount: { rule: 'numberFact', build: examples.numberFact },
		taxes: { rule: 'numberFact', build: examples.numberFact },
		fees: { rule: 'numberFact', build: examples.numberFact },
		tip: { rule: 'numberFact', build: examples.numberFact },
		paid: { rule: 'numberFact', build: examples.numberFact },
		item: { rule: 'testLine', build: examples.testLine },
		someName: { rule: 'attributeFact', build: examples.attributeFact },
	},
};
