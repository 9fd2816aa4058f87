import { Hono } from 'hono';
import { dateOfEpochDay, localClock, localToInstant, type Plan, pointsToNumber } from '#compiler';
import type { SourceTotal } from '#runtime';
import { readQuery } from '../body.ts';
import type { Activity } from '../contract.ts';
import { type Env, refuse } from '../problems.ts';
import { publishedPlan, type Services } from '../services.ts';
import { activityQuery } from '../shapes.ts';
import { unknownProgram } from './programs.ts';

/** `/v1/programs/:program/activity`: what each rule gave in the last days, today included, in the program's timezone. */
export function activityRoutes(services: Services): Hono<Env> {
	const { stores, now } = services;
	const routes = new Hono<Env>();

	routes.get('/:program/activity', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const query = readQuery(context, activityQuery);
		if (!query.ok) return refuse(context, query.refusal);
		const { days } = query.value;
		const plan = await publishedPlan(services, id);
		if (!plan) return context.json<Activity>({ days, rules: [] });
		const starts = startsOfDays(plan.program.timezone, now(), days);
		const totals: (readonly SourceTotal[])[] = [];
		for (let day = 0; day < days; day++) {
			totals.push(await stores.ledger.totalsBySource(id, starts[day] ?? 0, starts[day + 1] ?? 0));
		}
		return context.json<Activity>({ days, rules: byRule(totals, plan) });
	});

	return routes;
}

/** The instants at which the last `days` local days begin, and the one at which the last of them ends. */
function startsOfDays(timezone: string, nowMs: number, days: number): number[] {
	const clock = localClock(timezone);
	if (!clock) return [];
	const tomorrow = clock(nowMs).day + 1;
	return Array.from({ length: days + 1 }, (_, index) => {
		return localToInstant(dateOfEpochDay(tomorrow - days + index), 0, timezone) ?? 0;
	});
}

function byRule(totals: readonly (readonly SourceTotal[])[], plan: Plan): Activity['rules'] {
	const points = (units: number) => pointsToNumber(units, plan.program.pointDecimals);
	const rules = new Map<string, { units: number; awards: number; unitsByDay: number[] }>();
	for (const [day, sources] of totals.entries()) {
		for (const { kind, name, units, awards } of sources) {
			if (kind !== 'rule') continue;
			const rule = rules.get(name) ?? { units: 0, awards: 0, unitsByDay: totals.map(() => 0) };
			rules.set(name, rule);
			rule.units += units;
			rule.awards += awards;
			rule.unitsByDay[day] = units;
		}
	}
	return [...rules]
		.sort(([, a], [, b]) => b.units - a.units)
		.map(([rule, { units, awards, unitsByDay }]) => {
			return { rule, points: points(units), awards, pointsByDay: unitsByDay.map(points) };
		});
}
