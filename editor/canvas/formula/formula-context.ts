import { createContext, useContext } from 'react';
import type { Operation } from '#compiler/edits';
import type { Chip, ClauseText } from '../formula-chips.ts';

/** What the chips of one formula share. */
export interface Formula {
	readonly clause: ClauseText;
	/** The outermost line, to which more can be added. */
	readonly line: readonly Chip[];
	/** Every chip outside of brackets, those beside the formula too. */
	readonly chips: readonly Chip[];
	/** The formula's one cart filter, where it uses one. */
	readonly filter: string | null;
	/** What puts the whole clause's new text in place. */
	readonly write: (text: string) => Operation;
	/** Puts the whole clause's new text in place; answers whether it was accepted. */
	readonly change: (text: string) => boolean;
	readonly tabIndex: number;
	readonly readOnly: boolean;
	/** It stands in a popover itself, so that what it opens must stay inside of that. */
	readonly isNested: boolean;
}

/** Carries {@link Formula} to its chips. */
export const FormulaContext = createContext<Formula | null>(null);

/** The formula that a chip stands in. */
export function useFormula(): Formula {
	const formula = useContext(FormulaContext);
	if (!formula) throw new Error('A chip is drawn outside of a formula');
	return formula;
}
