import { useState } from 'react';

/** What is typed into a field that shows a value of the document; it follows the value whenever that changes. */
export function useTyped(shown: string): [typed: string, setTyped: (text: string) => void] {
	const [state, setState] = useState({ shown, typed: shown });
	if (state.shown !== shown) setState({ shown, typed: shown });
	return [state.shown === shown ? state.typed : shown, (typed) => setState({ shown, typed })];
}
