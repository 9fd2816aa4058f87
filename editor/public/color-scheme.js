// Runs before the first paint, so that a chosen dark scheme never flashes white. The key is the one of theme/scheme.ts.
try {
	const chosen = localStorage.getItem('earnest-color-scheme') ?? 'auto';
	const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
	document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
} catch {
	// Without storage the light scheme stands.
}
