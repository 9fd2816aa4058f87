import { createContext, useContext } from 'react';
import type { QuickFix, Span } from '#grammar';
import type { Catalog, Compilation, LocalDate } from '#compiler';
import type { Operation } from '#compiler/edits';
import type { Scope } from '#compiler/service';
import type { Arrangement } from './arrangement.ts';
import type { SampleTrace } from './trace.ts';
import type { RuleView } from './view.ts';

/** What came of an operation: done, or refused with a reason for the person who asked. */
export type Performed = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Where a card's controls are reached: nothing open, its picker, or its menu. */
export type Opened = { readonly id: string; readonly part: 'picker' | 'menu' } | null;

/** What every card of a canvas shares. */
export interface CanvasValue {
	readonly view: RuleView;
	readonly compilation: Compilation;
	readonly catalog: Catalog | null;
	/** The names that a picker offers. */
	readonly scope: Scope;
	readonly declaration: number;
	readonly currency: string;
	readonly currencyDecimals: number;
	readonly trace: SampleTrace | null;
	/** Today in the program's timezone; null while it has none. */
	readonly today: LocalDate | null;
	readonly arrangement: Arrangement;
	readonly readOnly: boolean;
	/** The card that the Tab key reaches. */
	readonly activeId: string;
	/** The card that the text's selection lies in. */
	readonly selectedId: string | null;
	/** The card whose inner controls the Tab key walks. */
	readonly enteredId: string | null;
	readonly opened: Opened;
	readonly activate: (id: string) => void;
	readonly enter: (id: string | null) => void;
	readonly open: (opened: Opened) => void;
	/** Puts the keyboard focus on a card, and brings the card into view. */
	readonly focusCard: (id: string) => void;
	/** Does an operation; a refusal is shown and read aloud. Answers whether it was done. */
	readonly perform: (operation: Operation) => boolean;
	readonly applyFix: ((fix: QuickFix) => void) | null;
	readonly goToText: (span: Span) => void;
}

/** Carries {@link CanvasValue} to the cards. */
export const CanvasContext = createContext<CanvasValue | null>(null);

/** The canvas that a card stands on. */
export function useCanvas(): CanvasValue {
	const value = useContext(CanvasContext);
	if (!value) throw new Error('A card is drawn outside of a canvas');
	return value;
}
