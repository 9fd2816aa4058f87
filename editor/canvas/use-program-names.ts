import { useMemo, useState } from 'react';
import { type Catalog, type Compilation, currencyDecimals as decimalsOf, dateOfEpochDay, localClock } from '#compiler';
import { currencyOf, scopeOf } from '#compiler/service';
import type { Editing } from './editing.ts';
import { timezoneOf } from './program-names.ts';

interface Asked {
	readonly compilation: Compilation;
	readonly catalog: Catalog | null;
	/** Milliseconds since 1970; by default the machine's clock when the screen was opened. */
	readonly nowMs?: number;
}

/** What a program and its catalogue know by name, its currency, and the day that is today for them. */
export function useProgramNames({
	compilation,
	catalog,
	nowMs,
}: Asked): Pick<Editing, 'now' | 'today' | 'currency' | 'currencyDecimals' | 'scope'> {
	const [openedMs] = useState(() => nowMs ?? Date.now());
	return useMemo(() => {
		const now = localClock(timezoneOf(compilation))?.(openedMs) ?? null;
		const today = now && dateOfEpochDay(now.day);
		const currency = currencyOf(compilation.document) ?? '';
		const scope = scopeOf(compilation.document, catalog, today);
		return { now, today, currency, currencyDecimals: decimalsOf(currency) ?? 2, scope };
	}, [compilation, catalog, openedMs]);
}
