import { useEffect, useState } from 'react';

/** The time in milliseconds, renewed at the beginning of each minute: lists sorted by dates follow the clock. */
export function useMinute(): number {
	const [atMs, setAtMs] = useState(() => Date.now());
	useEffect(() => {
		const timer = setTimeout(() => setAtMs(Date.now()), 60_000 - (atMs % 60_000) + 50);
		return () => clearTimeout(timer);
	}, [atMs]);
	return atMs;
}
