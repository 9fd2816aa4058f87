import { useMediaQuery } from '@mantine/hooks';
import type { TextLook } from './themes.ts';

const atOnce = { getInitialValueInEffect: false } as const;

/** What the text looks like: as the page does, unless the system forces colours of its own. */
export function useTextLook(colorScheme: TextLook['scheme']): TextLook {
	const isForced = useMediaQuery('(forced-colors: active)', false, atOnce);
	const isMore = useMediaQuery('(prefers-contrast: more)', false, atOnce);
	const isDarkSystem = useMediaQuery('(prefers-color-scheme: dark)', false, atOnce);
	const scheme = isForced ? (isDarkSystem ? 'dark' : 'light') : colorScheme;
	return { scheme, isHighContrast: isForced || isMore };
}
