import { useCallback, useMemo, useState } from 'react';
import type { Catalog, Compilation } from '#compiler';
import { defaultSample, type Sample, type SampleLine } from './sample.ts';
import { useStable } from './use-stable.ts';

/** The sample of a program and how it is changed; it is kept in this browser. */
export interface SampleState {
	readonly sample: Sample;
	readonly setSample: (sample: Sample) => void;
	/** Back to the sample that the program suggests. */
	readonly resetSample: () => void;
}

/** The sample of a program: the one that was last used here, else one that fits the program. The same object while it stays. */
export function useSample(program: string, compilation: Compilation, catalog: Catalog | null): SampleState {
	const key = `earnest-sample:${program}`;
	const [kept, setKept] = useState(() => ({ key, sample: load(key) }));
	const [openedMs] = useState(() => Date.now());
	if (kept.key !== key) setKept({ key, sample: load(key) });
	const chosen = kept.key === key ? kept.sample : null;
	const suggested = useMemo(() => defaultSample(compilation, catalog, openedMs), [compilation, catalog, openedMs]);
	// Typing reads the text anew, and hardly ever changes what the program suggests.
	const steady = useStable(suggested);
	const sample = chosen ?? steady;
	const setSample = useCallback(
		(next: Sample) => {
			save(key, next);
			setKept({ key, sample: next });
		},
		[key],
	);
	const resetSample = useCallback(() => {
		save(key, null);
		setKept({ key, sample: null });
	}, [key]);
	return useMemo(() => ({ sample, setSample, resetSample }), [sample, setSample, resetSample]);
}

/** Reads a sample from text that may have been written by another version of the editor; null for anything else. */
export function parseSample(text: string): Sample | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	return isSample(value) ? value : null;
}

function load(key: string): Sample | null {
	try {
		return parseSample(localStorage.getItem(key) ?? '');
	} catch {
		// A browser that keeps nothing still shows a sample.
		return null;
	}
}

function save(key: string, sample: Sample | null): void {
	try {
		if (sample) localStorage.setItem(key, JSON.stringify(sample));
		else localStorage.removeItem(key);
	} catch {
		// Full or forbidden: the sample lasts as long as the page.
	}
}

function isSample(value: unknown): value is Sample {
	if (typeof value !== 'object' || value === null) return false;
	const fields = value as Record<string, unknown>;
	const texts = ['birthDate', 'at', 'discount', 'taxes', 'fees', 'tip'].every((name) => typeof fields[name] === 'string');
	const names = ['tier', 'store', 'channel', 'orderType'].every((name) => isNameOrNull(fields[name]));
	return texts && names && Array.isArray(fields['lines']) && fields['lines'].every(isLine);
}

function isLine(value: unknown): value is SampleLine {
	if (typeof value !== 'object' || value === null) return false;
	const fields = value as Record<string, unknown>;
	const texts = ['sku', 'quantity', 'amount'].every((name) => typeof fields[name] === 'string');
	return (
		texts && typeof fields['key'] === 'number' && isNameOrNull(fields['category']) && isNameOrNull(fields['subcategory'])
	);
}

function isNameOrNull(value: unknown): boolean {
	return value === null || typeof value === 'string';
}
