import type { Plan, PlanCondition, PlanDates } from '../../plan/plan.ts';
import { closureBackend } from '../closures/closures.ts';
import type { Backend, BackendOptions } from '../fast/backend.ts';
import { type Quotient, quotientOf } from '../fast/quotient.ts';
import type { Base, Guard } from '../fast/scene.ts';
import { conditionSource } from './conditions.ts';
import { writeQuotient } from './earns.ts';
import { compileUnit, Unit, whole } from './unit.ts';

/** The backend of generated code. What does not compile is a closure: one bad rule takes nobody else down, and itself neither. */
export function codeBackend(options: BackendOptions): Backend {
	const { dayStartsMinute } = options;
	const plain = closureBackend(options);
	return {
		guard: (dates, conditions) =>
			(compiled(guardUnit(dates, conditions, options)) as Guard | null) ?? plain.guard(dates, conditions),
		condition: (condition) =>
			(compiled(conditionUnit(condition, dayStartsMinute)) as Guard | null) ?? plain.condition(condition),
		base: (quotient) => (compiled(quotientUnit(quotient, dayStartsMinute)) as Base | null) ?? plain.base(quotient),
	};
}

/** A unit's function; null where it does not compile. */
function compiled(unit: Unit): unknown {
	try {
		return compileUnit(unit);
	} catch {
		return null;
	}
}

/** Every kind of source that a plan's rules and tiers are compiled from: no text of the user is in any. */
export function emitSource({ program, rules, tiers, campaigns, filters }: Plan): string[] {
	const { dayStartsMinute } = program;
	const options: BackendOptions = { dayStartsMinute, sharedIndex: () => null };
	const units = rules.flatMap(({ campaign, dates, conditions }) => [
		guardUnit([dates, campaigns[campaign ?? -1]?.dates ?? dates], conditions, options),
		...conditions.map((condition) => conditionUnit(condition, dayStartsMinute)),
	]);
	const quotients = [...rules, ...tiers.steps].flatMap(({ earns }) => quotientOf(earns, filters) ?? []);
	const all = [...units, ...quotients.map((quotient) => quotientUnit(quotient, dayStartsMinute))];
	return all.map((unit) => unit.source());
}

/** Says whether this host lets code be made from strings. */
export function mayMakeCode(): boolean {
	try {
		compileUnit(new Unit(0));
		return true;
	} catch (error) {
		if (!(error instanceof EvalError)) throw error;
		return false;
	}
}

/** The source of some dates and conditions together. */
export function guardUnit(
	dates: readonly PlanDates[],
	conditions: readonly PlanCondition[],
	{ dayStartsMinute, sharedIndex }: BackendOptions,
): Unit {
	const unit = new Unit(dayStartsMinute);
	for (const each of dates) unit.write(`if (!s.isWithin(${unit.dates(each)})) return false;`);
	for (const condition of [...conditions].sort((a, b) => cost(a) - cost(b))) {
		if (condition.kind === 'always') continue;
		const index = sharedIndex(condition);
		const source = index === null ? conditionSource(condition, unit) : `s.holds(${whole(index)})`;
		unit.write(`if (!(${source})) return false;`);
	}
	unit.write('return true;');
	return unit;
}

/** The source of one condition. */
export function conditionUnit(condition: PlanCondition, dayStartsMinute: number): Unit {
	const unit = new Unit(dayStartsMinute);
	unit.write(`return ${conditionSource(condition, unit)};`);
	return unit;
}

/** The source of a quotient. */
export function quotientUnit(quotient: Quotient, dayStartsMinute: number): Unit {
	const unit = new Unit(dayStartsMinute);
	writeQuotient(quotient, unit);
	return unit;
}

/** Amounts are asked for last: they may have to be added up first. */
function cost({ kind }: PlanCondition): number {
	return kind === 'spend' || kind === 'quantity' || kind === 'any' || kind === 'all' || kind === 'not' ? 1 : 0;
}
