import { useEffect, useId, useRef } from 'react';

const FIELDS = 'input, textarea, select, button';

interface ListFocus {
	/** Marks what stands in the list. */
	readonly item: { readonly 'data-item-of': string };
	/** Marks what adds to it, if not one of its own fields. */
	readonly adder: { readonly 'data-adds-to': string };
	/**
	 * Once the list shows its change, puts the focus on the first field, or on what `selector` finds, of what then stands at an
	 * index; behind the end of the list on that of the last, and of an empty one, or at −1, on what adds to it.
	 */
	readonly focusAt: (index: number, selector?: string) => void;
}

/** Keeps the keyboard in a list that changes: on what was added or moved, or beside what was removed. */
export function useListFocus(): ListFocus {
	const id = useId();
	const wanted = useRef<{ readonly index: number; readonly selector: string } | null>(null);
	useEffect(() => {
		const { current } = wanted;
		wanted.current = null;
		if (!current) return;
		const parts = document.querySelectorAll(`[data-item-of="${id}"]`);
		const part = parts[Math.min(current.index, parts.length - 1)];
		const field = part?.querySelector<HTMLElement>(current.selector) ?? document.querySelector(`[data-adds-to="${id}"]`);
		if (field instanceof HTMLElement) field.focus();
	});
	return {
		item: { 'data-item-of': id },
		adder: { 'data-adds-to': id },
		focusAt: (index, selector = FIELDS) => void (wanted.current = { index, selector }),
	};
}
