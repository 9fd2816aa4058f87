import { translation } from '../ar/index.ts';
import { setSpeaking, type Speaking } from '../language.ts';

/** Arabic as it is spoken in Egypt, with digits of its own. */
export const arabic: Speaking = { language: 'ar', locale: 'ar-EG', direction: 'rtl', translation };
/** English, as the interface begins. */
export const english: Speaking = { language: 'en', locale: 'en-GB', direction: 'ltr', translation: null };

/** What is said while a language is spoken; English again afterwards. */
export function saidIn<T>(speaking: Speaking, say: () => T): T {
	setSpeaking(speaking);
	try {
		return say();
	} finally {
		setSpeaking(english);
	}
}
