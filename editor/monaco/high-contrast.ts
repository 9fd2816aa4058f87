/**
 * The colours of the text for whoever asks the system for more contrast or for colours of their own. They stand here and not
 * in the page's tokens: where a system forces its colours, a page can no longer read what its own would have been.
 */
export interface HighContrast {
	/** By the name of the page's token that each takes the place of. */
	readonly colours: Readonly<Record<string, string>>;
	/** Of every token that is not named: of what lies behind, of borders, of text. */
	readonly surface: string;
	readonly border: string;
	readonly text: string;
}

/** Black on white, and white on black. Every text reaches 7:1. */
export const highContrast: Readonly<Record<'light' | 'dark', HighContrast>> = {
	light: {
		surface: '#ffffff',
		border: '#0f2a5c',
		text: '#000000',
		colours: {
			'code-keyword': '#4a14a8',
			'code-name': '#003a80',
			'code-kind': '#7d1150',
			'code-text': '#00482f',
			'code-number': '#6d2a00',
			'code-comment': '#3f4654',
			'code-faded': '#3f4654',
			'code-points': '#6d2a00',
			'code-selection': '#d6e4ff',
			'code-mark': '#e6eeff',
			'code-line': '#ffffff',
			'code-added': '#d5f5e3',
			'code-removed': '#ffe1dd',
			'accent-soft': '#e6eeff',
			'surface-hover': '#e6eeff',
			'text-link': '#003a80',
			'accent-text': '#003a80',
			accent: '#003a80',
			'accent-hover': '#002a5c',
			'text-on-accent': '#ffffff',
			danger: '#8f0f06',
			warning: '#6d2a00',
			info: '#003a80',
			'focus-color': '#003a80',
		},
	},
	dark: {
		surface: '#000000',
		border: '#8fd3ff',
		text: '#ffffff',
		colours: {
			'code-keyword': '#d3c4ff',
			'code-name': '#9fd8ff',
			'code-kind': '#ffb3dd',
			'code-text': '#8ff0c8',
			'code-number': '#ffc680',
			'code-comment': '#c4ccd8',
			'code-faded': '#c4ccd8',
			'code-points': '#ffc680',
			'code-selection': '#1a3158',
			'code-mark': '#16294d',
			'code-line': '#000000',
			'code-added': '#0b3a28',
			'code-removed': '#4a1410',
			'accent-soft': '#1a3158',
			'surface-hover': '#16294d',
			'text-link': '#9fd8ff',
			'accent-text': '#9fd8ff',
			accent: '#9fd8ff',
			'accent-hover': '#c8e8ff',
			'text-on-accent': '#000000',
			danger: '#ffaaa2',
			warning: '#ffc680',
			info: '#9fd8ff',
			'focus-color': '#ffc680',
		},
	},
};

/** The colour that takes the place of a token of the page. */
export function highContrastColour(scheme: 'light' | 'dark', token: string): string {
	const { colours, surface, border, text } = highContrast[scheme];
	const named = colours[token];
	if (named !== undefined) return named;
	if (token.startsWith('border') || token.endsWith('-border')) return border;
	return /^surface|-soft$|-background$/.test(token) ? surface : text;
}
