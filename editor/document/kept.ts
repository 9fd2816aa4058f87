import { afterWhenIdle } from './delay.ts';
import type { KeptText } from './draft.ts';

/** Where a tab keeps what is not saved yet: it outlives a reload, and no other tab sees it. */
export interface Keeping {
	readonly read: () => KeptText | null;
	readonly write: (kept: KeptText | null) => void;
}

/** How long after a change it is written down or forgotten: not with every key. The page's end does not wait for it. */
const WRITE_AFTER_MS = 300;

/** The place for a program. Where the browser has no room or allows none, nothing is kept and everything else goes on. */
export function keepingFor(program: string): Keeping {
	const key = `earnest-unsaved-${program}`;
	let cancel: (() => void) | null = null;
	let newest: KeptText | null = null;
	const settle = () => {
		cancel?.();
		cancel = null;
		removeEventListener('pagehide', settle);
		store(key, newest);
	};
	return {
		read: () => stored(key),
		write: (kept) => {
			newest = kept;
			if (cancel === null) addEventListener('pagehide', settle);
			cancel ??= afterWhenIdle(WRITE_AFTER_MS, settle);
		},
	};
}

function store(key: string, kept: KeptText | null): void {
	try {
		if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
		else sessionStorage.removeItem(key);
	} catch {
		// There is no room, or none is allowed: the leave guard still asks.
	}
}

function stored(key: string): KeptText | null {
	try {
		return keptOf(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
	} catch {
		return null;
	}
}

function keptOf(found: unknown): KeptText | null {
	const { text, base, baseRevision } = (found ?? {}) as { readonly [K in keyof KeptText]?: unknown };
	const isWhole = typeof text === 'string' && typeof base === 'string' && typeof baseRevision === 'number';
	return isWhole ? { text, base, baseRevision } : null;
}
