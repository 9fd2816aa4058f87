import { useState } from 'react';

/** Which card of a list is open, by its name: one at a time. */
export interface OpenedCard {
	readonly name: string | null;
	readonly toggle: (name: string) => void;
	/** Opens a card that is new, or keeps one open that is called otherwise now. */
	readonly open: (name: string) => void;
}

/** Keeps which card of a list is open. */
export function useOpenedCard(): OpenedCard {
	const [name, open] = useState<string | null>(null);
	return { name, open, toggle: (asked) => open(name === asked ? null : asked) };
}
