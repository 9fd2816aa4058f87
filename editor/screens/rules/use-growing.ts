import { startTransition, useEffect, useState } from 'react';

/** As many lines as a tall page shows. */
const AT_FIRST = 40;
/** How many more are drawn at a time. */
const STEP = 60;

/**
 * A long list in parts: what is in sight is drawn at once, and the rest whenever the page has nothing better to do. In the end all
 * of it is there, to be searched and read aloud. What is about something else grows anew; a list that is changed does not shrink.
 */
export function useGrowing<T>(all: readonly T[], about: string): readonly T[] {
	const [grown, setGrown] = useState({ about, count: AT_FIRST });
	const count = grown.about === about ? grown.count : AT_FIRST;
	if (grown.about !== about) setGrown({ about, count });
	const isWhole = count >= all.length;
	useEffect(() => {
		if (isWhole) return undefined;
		const timer = setTimeout(() => startTransition(() => setGrown({ about, count: count + STEP })));
		return () => clearTimeout(timer);
	}, [about, count, isWhole]);
	return isWhole ? all : all.slice(0, count);
}
