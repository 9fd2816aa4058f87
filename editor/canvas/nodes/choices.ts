import { IconGauge, IconStar, IconX, type TablerIcon } from '@tabler/icons-react';
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
import type { RuleView } from '../view.ts';
import { conditionIcons } from './icons.ts';
import { says } from '../says.ts';
import { termOf, wordOf } from '../../messages/service-words.ts';

/** One thing that can be added. */
export interface AddChoice {
	readonly key: string;
	readonly title: string;
	/** What it does, in one line. */
	readonly doc: string;
	readonly Icon: TablerIcon;
	/** What would be inserted; null where something is missing, see `needs`. */
	readonly text: string | null;
	readonly needs?: string | undefined;
	/** The rule has one already. */
	readonly used?: boolean;
}

/** What a rule can be given more of. */
export type Addable = 'conditions' | 'effects' | 'limits';

/** Everything of a kind that can be added, with what each begins as. */
export function useChoices(of: Addable): readonly AddChoice[] {
	const { scope, view } = useCanvas();
	return useMemo(() => choicesOf[of](scope, view), [of, scope, view]);
}

const choicesOf: Readonly<Record<Addable, (scope: Scope, view: RuleView) => readonly AddChoice[]>> = {
	conditions: conditionChoices,
	effects: effectChoices,
	limits: limitChoices,
};

/** Every kind of condition. */
function conditionChoices(scope: Scope, view: RuleView): readonly AddChoice[] {
	const used = new Set(view.conditions.map(({ condition }) => condition.kind));
	return conditionPalette
		.filter(({ kind }) => kind !== 'always')
		.map((row) => ({
			key: row.key,
			...termOf(row),
			Icon: conditionIcons[row.kind],
			used: used.has(row.kind),
			...offered(row, scope),
		}));
}

/** Every way to earn, then every multiplier. */
function effectChoices(scope: Scope): readonly AddChoice[] {
	return [
		...effectPalette.map((row) => ({
			key: `earn ${row.shape}`,
			...termOf(row),
			Icon: IconStar,
			...offered(row, scope),
		})),
		...multiplierPalette.map((row) => ({
			key: `multiply ${row.shape}`,
			...termOf(row),
			Icon: IconX,
			...offered(row, scope),
		})),
	];
}

/** Every shape of a limit. */
function limitChoices(scope: Scope): readonly AddChoice[] {
	return limitPalette.map((row) => ({
		key: row.shape,
		...termOf(row),
		Icon: IconGauge,
		...offered(row, scope),
	}));
}

/** What a palette puts into the rule; nothing, and why, where the program lacks a name for it or it is not evaluated yet. */
function offered(row: Construct, scope: Scope): { readonly text: string | null; readonly needs: string | undefined } {
	if (!row.isEvaluated) return { text: null, needs: says.notEvaluated };
	return { text: row.fragment(scope), needs: row.needs && wordOf(row.needs) };
}
