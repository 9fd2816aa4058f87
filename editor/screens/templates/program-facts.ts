import {
	type Catalog,
	type Compilation,
	currencyDecimals,
	dateOfEpochDay,
	epochDay,
	type LocalDate,
	type Store,
} from '#compiler';
import { type Scope, scopeOf } from '#compiler/service';
import { weekStartsOf } from '../../canvas/program-names.ts';

/** A cart filter that a rule can be made with: one whose amount comes from what is bought. */
export interface UsableFilter {
	readonly name: string;
	readonly counts: 'money' | 'units';
	/** It chooses items, so that their units can be counted too. */
	readonly choosesItems: boolean;
}

/** What templates must know of a program. */
export interface ProgramFacts {
	readonly scope: Scope;
	readonly currency: string;
	readonly currencyDecimals: number;
	readonly pointDecimals: number;
	/** 1 Monday to 7 Sunday. */
	readonly weekStarts: number;
	readonly filters: readonly UsableFilter[];
	readonly stores: readonly Store[];
	readonly today: LocalDate;
}

/** The facts of a program as it stands, with those of its catalogue. */
export function factsOf(compilation: Compilation, catalog: Catalog | null, today: LocalDate): ProgramFacts {
	const scope = scopeOf(compilation.document, catalog, today);
	return {
		scope,
		currency: scope.currency ?? '',
		currencyDecimals: currencyDecimals(scope.currency ?? '') ?? 2,
		pointDecimals: compilation.healthyPlan?.program.pointDecimals ?? 0,
		weekStarts: weekStartsOf(compilation),
		filters: scope.filters.flatMap((name) => usable(compilation, name)),
		stores: catalog?.stores ?? [],
		today,
	};
}

function usable({ symbols }: Compilation, name: string): UsableFilter[] {
	const declared = symbols.filters.get(name);
	if (!declared) return [{ name, counts: 'money', choosesItems: false }];
	if (declared.health !== 'ok') return [];
	const { source } = declared;
	if (source.kind === 'total-source') return [{ name, counts: 'money', choosesItems: false }];
	if (source.kind !== 'items-source') return [];
	return [{ name, counts: source.isQuantity ? 'units' : 'money', choosesItems: true }];
}

/** A date some days later. */
export function daysLater(date: LocalDate, days: number): LocalDate {
	return dateOfEpochDay(epochDay(date) + days);
}
