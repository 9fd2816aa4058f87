// Runs before the first paint, so that a chosen dark scheme never flashes white, Arabic is never laid out from the left, and what
// the address asks for is on its way.
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

// What the address asks for is fetched along with the scripts that will show it. The built page names the files of a rule.
function ahead(rel, href, as) {
	document.head.append(Object.assign(document.createElement('link'), { rel, href, as, crossOrigin: 'anonymous' }));
}

const [, program, isRule] = /^\/programs\/([^/]+)(\/rules\/)?/.exec(location.pathname) ?? [];
if (program !== undefined) {
	ahead('preload', `/v1/programs/${program}`, 'fetch');
	ahead('preload', `/v1/programs/${program}/catalog`, 'fetch');
}
if (isRule !== undefined) {
	for (const file of (document.currentScript.dataset.rule ?? '').split(' ').filter(Boolean)) {
		if (file.endsWith('.js')) ahead('modulepreload', file, 'script');
		else ahead('preload', file, 'style');
	}
}
