import { useState } from 'react';
import type { RuleDeclaration } from '#grammar';
import type { Catalog, Compilation } from '#compiler';
import { projectRule } from './project.ts';
import type { RuleView } from './view.ts';

/** What a projection is made of. */
interface Inputs {
	readonly rule: RuleDeclaration;
	/** Another number for another rule. */
	readonly identity: number;
	readonly compilation: Compilation;
	readonly catalog: Catalog | null;
}

/** A projection as the canvas shows it. */
export interface ShownView {
	readonly view: RuleView;
	/** The rule's head is broken: this is the last picture that was whole, or the best there is. */
	readonly stale: boolean;
}

/** The projection of a rule; its elements keep their ids from one reading of the text to the next. */
export function useView({ rule, identity, compilation, catalog }: Inputs): ShownView {
	const inputs = { rule, identity, compilation, catalog };
	const [held, setHeld] = useState(() => ({ inputs, shown: show(inputs, null) }));
	if (sameInputs(held.inputs, inputs)) return held.shown;
	const previous = held.inputs.identity === identity ? held.shown.view : null;
	const shown = show(inputs, previous);
	setHeld({ inputs, shown });
	return shown;
}

function show({ rule, compilation, catalog }: Inputs, previous: RuleView | null): ShownView {
	const view = projectRule(rule, compilation, { catalog, previous });
	return view.headBroken && previous ? { view: previous, stale: true } : { view, stale: view.headBroken };
}

function sameInputs(a: Inputs, b: Inputs): boolean {
	return a.rule === b.rule && a.compilation === b.compilation && a.catalog === b.catalog;
}
