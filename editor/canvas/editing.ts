import { createContext, useContext } from 'react';
import type { QuickFix, Span } from '#grammar';
import type { Catalog, Compilation, LocalDate, LocalMoment, Transaction } from '#compiler';
import type { Scope } from '#compiler/service';
import type { Wish } from '../document/perform.ts';
import type { SampleTrace } from './trace.ts';

/** What fields work with wherever they stand, on a canvas or on another screen: what the program has by name, and how it is changed. */
export interface Editing {
	readonly compilation: Compilation;
	readonly catalog: Catalog | null;
	/** The names that a picker offers. */
	readonly scope: Scope;
	readonly currency: string;
	readonly currencyDecimals: number;
	/** What the sample showed; null without one. */
	readonly trace: SampleTrace | null;
	/** What is bought in the sample; null without one. */
	readonly transaction: Transaction | null;
	/** When the screen was opened, in the program's timezone; null while it has none. */
	readonly now: LocalMoment | null;
	/** Today in the program's timezone; null while it has none. */
	readonly today: LocalDate | null;
	readonly readOnly: boolean;
	/**
	 * Does an operation, or several as one step; a refusal is shown and read aloud. Answers whether it was done. Where cards have a
	 * focus, a new one gets it, and its picker opens, unless `then` says that it is complete.
	 */
	readonly perform: (wish: Wish, label?: string, then?: 'open' | 'focus') => boolean;
	readonly applyFix: ((fix: QuickFix) => void) | null;
	readonly goToText: (span: Span) => void;
}

/** Carries {@link Editing} to the fields. */
export const EditingContext = createContext<Editing | null>(null);

/** What the fields of this screen work with. */
export function useEditing(): Editing {
	const value = useContext(EditingContext);
	if (!value) throw new Error('A field is drawn where no program is edited');
	return value;
}
