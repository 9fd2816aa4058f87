import type * as Monaco from 'monaco-editor/editor';
import { highContrastColour } from './high-contrast.ts';
import { fixedParts, fontStyleOf, partOf, tokenOf } from './theme-parts.ts';
import type { TokenType } from './providers/colours.ts';

/** What a text looks like. */
export interface TextLook {
	readonly scheme: 'light' | 'dark';
	/** The system was asked for more contrast, or forces its colours. */
	readonly isHighContrast: boolean;
}

/**
 * Gives Monaco the colours of the scheme that the page shows now. Monaco wants plain colours, so the tokens are read from
 * the page each time the scheme changes, as the browser understands them.
 */
export function applyTheme(monaco: typeof Monaco, { scheme, isHighContrast }: TextLook): void {
	const name = `earn-${scheme}${isHighContrast ? '-contrast' : ''}`;
	const colours = isHighContrast ? (token: string) => highContrastColour(scheme, token) : coloursOfPage();
	const base = isHighContrast ? { light: 'hc-light', dark: 'hc-black' } : { light: 'vs', dark: 'vs-dark' };
	monaco.editor.defineTheme(name, {
		base: base[scheme] as Monaco.editor.BuiltinTheme,
		inherit: true,
		rules: Object.entries(tokenOf).map(([token, variable]) => {
			const fontStyle = fontStyleOf[token as TokenType];
			return { token, foreground: colours(variable).slice(1), ...(fontStyle === undefined ? {} : { fontStyle }) };
		}),
		colors: {
			...fixedParts,
			...Object.fromEntries(Object.entries(partOf).map(([part, variable]) => [part, colours(variable)])),
		},
	});
	monaco.editor.setTheme(name);
}

/** Reads the page's tokens, each once, as the browser understands them now. */
function coloursOfPage(): (token: string) => string {
	const known = new Map<string, string>();
	return (token) => {
		const colour = known.get(token) ?? colourOfPage(token);
		known.set(token, colour);
		return colour;
	};
}

function colourOfPage(token: string): string {
	const probe = document.createElement('span');
	// A transition, however short, would have it answer with the colour before.
	probe.style.setProperty('transition', 'none', 'important');
	probe.style.color = `var(--en-${token})`;
	document.body.append(probe);
	const colour = hexadecimal(getComputedStyle(probe).color);
	probe.remove();
	return colour;
}

/** `rgb(103, 65, 217)`, as a browser computes every colour, with six hexadecimal digits. */
function hexadecimal(computed: string): string {
	const [red = 0, green = 0, blue = 0] = (computed.match(/[0-9.]+/g) ?? []).map(Number);
	return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
