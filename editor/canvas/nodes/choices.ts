import { IconGauge, IconStar, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import {
	type Construct,
	conditionPalette,
	effectPalette,
	limitPalette,
	multiplierPalette,
	type Scope,
} from '#compiler/service';
import { useCanvas } from '../canvas-context.ts';
import type { AddChoice } from './add-menu.tsx';
import { conditionIcons } from './icons.ts';
import { says } from '../says.ts';
import { needOf, type Term, termOf } from '../../messages/vocabulary.ts';

/** Every kind of condition, with what each begins as. */
export function useConditionChoices(): readonly AddChoice[] {
	const { scope, view } = useCanvas();
	return useMemo(() => {
		const used = new Set(view.conditions.map(({ condition }) => condition.kind));
		return conditionPalette
			.filter(({ kind }) => kind !== 'always')
			.map((row) => ({
				key: row.key,
				...shown('conditions', row.key, row),
				Icon: conditionIcons[row.kind],
				used: used.has(row.kind),
				...offered(row, scope),
			}));
	}, [scope, view]);
}

/** Every way to earn, then every multiplier. */
export function useEffectChoices(): readonly AddChoice[] {
	const { scope } = useCanvas();
	return useMemo(
		() => [
			...effectPalette.map((row) => ({
				key: `earn ${row.shape}`,
				...shown('effects', row.shape, row),
				Icon: IconStar,
				...offered(row, scope),
			})),
			...multiplierPalette.map((row) => ({
				key: `multiply ${row.shape}`,
				...shown('multipliers', row.shape, row),
				Icon: IconX,
				...offered(row, scope),
			})),
		],
		[scope],
	);
}

/** Every shape of a limit. */
export function useLimitChoices(): readonly AddChoice[] {
	const { scope } = useCanvas();
	return useMemo(
		() =>
			limitPalette.map((row) => ({
				key: row.shape,
				...shown('limits', row.shape, row),
				Icon: IconGauge,
				...offered(row, scope),
			})),
		[scope],
	);
}

function shown(...row: Parameters<typeof termOf>): Term {
	const { title, doc } = termOf(...row);
	return { title, doc };
}

/** What a palette puts into the rule; nothing, and why, where the program lacks a name for it or it is not evaluated yet. */
function offered(row: Construct, scope: Scope): { readonly text: string | null; readonly needs: string | undefined } {
	if (!row.isEvaluated) return { text: null, needs: says.notEvaluated };
	return { text: row.fragment(scope), needs: row.needs && needOf(row.needs) };
}
