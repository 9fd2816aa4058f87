import type { ReactNode } from 'react';
import { spoken } from '../messages/language.ts';

interface CompilerWordsProps {
	/** The sentence, with the user's own words in backticks. */
	readonly text: string;
	readonly children: ReactNode;
}

/** A sentence that the compiler may have made. It does so in English, which is said of it where the page is in another language. */
export function CompilerWords({ text, children }: CompilerWordsProps) {
	if (!isForeign(text)) return children;
	return (
		<span lang="en" dir="ltr">
			{children}
		</span>
	);
}

/** Says whether a sentence is English inside of a page that is not; what stands in backticks is the user's and does not count. */
export function isForeign(text: string): boolean {
	const own = text.replaceAll(/`[^`]*`/g, '');
	return spoken().direction === 'rtl' && /[a-z]/i.test(own) && !/\p{Script=Arabic}/u.test(own);
}

/** Signs of the language are read from the left, as it is written; names as their letters are. */
export function codeDirection(code: string): 'ltr' | 'auto' {
	return /\p{L}/u.test(code) ? 'auto' : 'ltr';
}
