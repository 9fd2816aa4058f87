import { useEffect } from 'react';

/** Where this browser remembers that its user reads or writes programs as text. */
const USED_KEY = 'earnest-text-used';

/** How long a browser that does not tell when it is idle is left alone. */
const QUIET_MS = 2_000;

/** Loads the text editor: a large part of the whole, and not needed by who only draws. */
export const loadTextEditor = () => import('../monaco/text-editor.tsx');

/** Loads the text editor ahead of its use, when somebody reaches for it. */
export function prefetchText(): void {
	void loadTextEditor();
}

/** Remembers that the text is used here. */
export function useTextShown(): void {
	useEffect(() => remember(), []);
}

/**
 * Loads the text editor once the page is at rest, for those who have used the text here before. Whoever only ever draws
 * never loads it.
 */
export function useTextAhead(): void {
	useEffect(() => (isUsed() ? whenIdle(prefetchText) : undefined), []);
}

function whenIdle(work: () => void): () => void {
	// Not every browser has it.
	if (typeof window.requestIdleCallback !== 'function') {
		const timer = setTimeout(work, QUIET_MS);
		return () => clearTimeout(timer);
	}
	const handle = window.requestIdleCallback(work);
	return () => window.cancelIdleCallback(handle);
}

function isUsed(): boolean {
	try {
		return localStorage.getItem(USED_KEY) !== null;
	} catch {
		return false;
	}
}

function remember(): void {
	try {
		localStorage.setItem(USED_KEY, 'yes');
	} catch {
		// A browser that keeps nothing loads the text when it is asked for.
	}
}
