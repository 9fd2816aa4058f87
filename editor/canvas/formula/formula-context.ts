import { createContext, useContext } from 'react';
import type { Chip, ClauseText } from '../formula-chips.ts';

/** What the chips of one formula share. */
export interface Formula {
	readonly clause: ClauseText;
	/** The outermost line. */
	readonly chips: readonly Chip[];
	/** The formula's one cart filter, where it uses one. */
	readonly filter: string | null;
	/** Puts the whole clause's new text in place; answers whether it was accepted. */
	readonly change: (text: string) => boolean;
	readonly tabIndex: number;
	readonly readOnly: boolean;
}

/** Carries {@link Formula} to its chips. */
export const FormulaContext = createContext<Formula | null>(null);

/** The formula that a chip stands in. */
export function useFormula(): Formula {
	const formula = useContext(FormulaContext);
	if (!formula) throw new Error('A chip is drawn outside of a formula');
	return formula;
}
