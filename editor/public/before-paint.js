// Runs before the first paint, so that a chosen dark scheme never flashes white and Arabic is never laid out from the left.
// The keys are those of theme/scheme.tsx and messages/language.ts.
function kept(key) {
	try {
		return localStorage.getItem(key);
	} catch {
		// Without storage the browser's own settings stand.
		return null;
	}
}

const scheme = kept('earnest-color-scheme') ?? 'auto';
const isDark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');

const spoken = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
const language = kept('earnest-language') ?? spoken.find((tag) => tag === 'ar' || tag === 'en') ?? 'en';
document.documentElement.lang = language === 'ar' ? 'ar' : 'en';
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
