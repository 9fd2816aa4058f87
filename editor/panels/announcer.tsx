import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

/** `polite` waits its turn; `assertive` interrupts and is for refusals only. */
export type Urgency = 'polite' | 'assertive';

type Announce = (words: string, urgency?: Urgency) => void;

const AnnouncerContext = createContext<Announce>(() => {});

/** Says something to whoever listens to the page rather than sees it. */
export function useAnnounce(): Announce {
	return useContext(AnnouncerContext);
}

/** Holds the two live regions of the page. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
	const [words, setWords] = useState<Record<Urgency, string>>({ polite: '', assertive: '' });
	const announce = useCallback<Announce>((said, urgency = 'polite') => {
		// The same words twice would not be a change; a space that nobody hears makes them one.
		setWords((before) => ({ ...before, [urgency]: before[urgency] === said ? `${said}\u00a0` : said }));
	}, []);
	return (
		<AnnouncerContext value={announce}>
			{children}
			<VisuallyHidden>
				<output aria-live="polite">{words.polite}</output>
				<div role="alert" aria-live="assertive">
					{words.assertive}
				</div>
			</VisuallyHidden>
		</AnnouncerContext>
	);
}
