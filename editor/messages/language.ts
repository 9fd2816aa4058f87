import { useSyncExternalStore } from 'react';
import type { Translation } from './catalogue.ts';

/** A language of the interface. What the compiler says is English, but for what is translated by its place in the compiler's lists. */
export type Language = 'en' | 'ar';

/** The languages that can be chosen, each by its own name. */
export const LANGUAGES = [
	{ language: 'en', name: 'English' },
	{ language: 'ar', name: 'العربية' },
] as const satisfies readonly { readonly language: Language; readonly name: string }[];

/** How the interface speaks now: its language, the locale of its numbers and dates, and which way it is read. */
export interface Speaking {
	readonly language: Language;
	readonly locale: string;
	readonly direction: 'ltr' | 'rtl';
	/** Null for English, whose messages stand where they are used. */
	readonly translation: Translation | null;
}

/** Where the browser keeps the chosen language; public/before-paint.js reads the same key. */
const KEY = 'earnest-language';

const ENGLISH: Speaking = { language: 'en', locale: 'en-GB', direction: 'ltr', translation: null };

let speaking: Speaking = ENGLISH;
const listeners = new Set<() => void>();

/** How the interface speaks now. */
export function spoken(): Speaking {
	return speaking;
}

/** The same for components, which are drawn again when it changes. */
export function useSpoken(): Speaking {
	return useSyncExternalStore(listen, spoken);
}

/** The direction of a text that the interface itself makes, whatever word it begins with; in English as its first word has it. */
export function directionOfText(): 'rtl' | 'auto' {
	return speaking.direction === 'rtl' ? 'rtl' : 'auto';
}

/** The language that was decided before the first paint. */
export function languageOfPage(): Language {
	return LANGUAGES.find(({ language }) => language === document.documentElement.lang)?.language ?? 'en';
}

/** Speaks a language from now on. English it is where the messages of another cannot be loaded. */
export async function speak(language: Language): Promise<void> {
	setSpeaking(language === 'en' ? ENGLISH : await arabic().catch(() => ENGLISH));
}

/** Speaks a language and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
	await speak(language);
	try {
		localStorage.setItem(KEY, language);
	} catch {
		// A browser that keeps nothing asks its user's settings again the next time.
	}
}

/** Speaks as given; for tests, which have no page. */
export function setSpeaking(next: Speaking): void {
	speaking = next;
	if (typeof document !== 'undefined') {
		document.documentElement.lang = next.language;
		document.documentElement.dir = next.direction;
	}
	for (const listener of listeners) listener();
}

async function arabic(): Promise<Speaking> {
	// Whoever reads English never loads these.
	const { translation } = await import('./ar/index.ts');
	return { language: 'ar', locale: localeOfArabic(), direction: 'rtl', translation };
}

/** The user's own kind of Arabic: the digits differ from Morocco to Egypt. */
function localeOfArabic(): string {
	const own = typeof navigator === 'undefined' ? [] : navigator.languages.filter((tag) => /^ar\b/i.test(tag));
	return Intl.NumberFormat.supportedLocalesOf(own)[0] ?? 'ar';
}

function listen(listener: () => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}
