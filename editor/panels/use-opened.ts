import { useEffect, useState } from 'react';

/**
 * Whether a dialog is open, a moment after it was asked for. One that is there and open at once does not remember what had the
 * focus before it; one that is seen to open gives it back.
 */
export function useOpened(asked: boolean): boolean {
	const [opened, setOpened] = useState(false);
	useEffect(() => {
		const frame = requestAnimationFrame(() => setOpened(asked));
		return () => cancelAnimationFrame(frame);
	}, [asked]);
	return opened && asked;
}
