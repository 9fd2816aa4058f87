import { createContext, useContext } from 'react';
import type { Path, Refusal } from '#compiler/edits';
import type { Arrangement } from './arrangement.ts';
import type { Editing } from './editing.ts';
import type { RuleView } from './view.ts';

/** What came of an operation: done, or refused with a reason for the person who asked. */
export type Performed = { readonly ok: true } | Refusal;

/** What of a card is open: nothing, its picker, its menu, the choice of a cart filter, or the comment that goes with it. */
export type Opened = { readonly id: string; readonly part: 'picker' | 'menu' | 'connect' | 'comment' } | null;

/** A sentence that stands on the canvas until it is dismissed: why something was refused, or what was done out of sight. */
export interface Notice {
	readonly tone: 'refused' | 'done';
	/** The user's own words stand in backticks. */
	readonly words: string;
}

/** What lies over the canvas: nothing, the list of its keys, or a search among its cards or commands. */
export type Overlay = 'keys' | 'cards' | 'commands' | null;

/** What every card of a canvas shares. */
export interface CanvasValue extends Editing {
	readonly view: RuleView;
	/** Where the rule stands in the document. */
	readonly declaration: Path;
	readonly arrangement: Arrangement;
	/** The rule has so many conditions that those out of view are only hinted at. */
	readonly isCrowded: boolean;
	/** The rule is shown as an outline, not as cards. */
	readonly inOutline: boolean;
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
	/** Opens the list of keys, or the search among cards or commands. */
	readonly show: (what: Overlay) => void;
	/** Goes to what the sample earns by the rule. */
	readonly simulate: () => void;
	/** Null where nothing can be scaled. */
	readonly zoomBy: ((way: 'in' | 'out' | 'full' | 'fit') => void) | null;
	/** Says something to whoever cannot see it. */
	readonly say: (words: string) => void;
	/** Shows a sentence, and reads it aloud. */
	readonly tell: (notice: Notice) => void;
}

/** Carries {@link CanvasValue} to the cards. */
export const CanvasContext = createContext<CanvasValue | null>(null);

/** The canvas that a card stands on. */
export function useCanvas(): CanvasValue {
	const value = useContext(CanvasContext);
	if (!value) throw new Error('A card is drawn outside of a canvas');
	return value;
}
