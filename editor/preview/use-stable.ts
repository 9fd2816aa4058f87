import { useState } from 'react';

/** The value as long as it says the same, by `write`, as the same object: what depends on it then need not be done again. */
export function useStable<T>(value: T, write: (value: T) => string = JSON.stringify): T {
	const [held, setHeld] = useState(value);
	if (held === value) return held;
	if (write(held) === write(value)) return held;
	setHeld(value);
	return value;
}
