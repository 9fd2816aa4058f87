import type * as Monaco from 'monaco-editor/editor';
import type { HighlightClass } from '#grammar';

/** Which token colours which kind of text. */
const tokenOf: Readonly<Record<HighlightClass, string>> = {
	keyword: 'code-keyword',
	name: 'code-name',
	string: 'code-text',
	number: 'code-number',
	date: 'code-number',
	time: 'code-number',
	color: 'code-number',
	comment: 'code-comment',
	operator: 'code-operator',
	punctuation: 'code-operator',
};

/** Which token stands for which part of the editor. */
const partOf = {
	'editor.background': 'code-background',
	'editor.foreground': 'text',
	'editor.lineHighlightBackground': 'code-line',
	'editor.lineHighlightBorder': 'code-line',
	'editor.selectionBackground': 'code-selection',
	'editor.findMatchHighlightBackground': 'warning-soft',
	'editorLineNumber.foreground': 'text-muted',
	'editorLineNumber.activeForeground': 'text',
	'editorCursor.foreground': 'accent-text',
	'editorIndentGuide.background1': 'border',
	'editorIndentGuide.activeBackground1': 'border-strong',
	'editorBracketMatch.background': 'accent-soft',
	'editorBracketMatch.border': 'accent-border',
	// Depth is shown by indentation; brackets look like other signs.
	'editorBracketHighlight.foreground1': 'code-operator',
	'editorBracketHighlight.foreground2': 'code-operator',
	'editorBracketHighlight.foreground3': 'code-operator',
	'editorBracketHighlight.unexpectedBracket.foreground': 'danger',
	'editorError.foreground': 'danger',
	'editorWarning.foreground': 'warning',
	'editorInfo.foreground': 'info',
	'editorWidget.background': 'surface-raised',
	'editorWidget.border': 'border-strong',
	'editorWidget.foreground': 'text',
	'editorHoverWidget.background': 'surface-raised',
	'editorHoverWidget.border': 'border-strong',
	'editorHoverWidget.foreground': 'text',
	'input.background': 'surface',
	'input.foreground': 'text',
	'input.border': 'border-control',
	'menu.background': 'surface-raised',
	'menu.foreground': 'text',
	'menu.selectionBackground': 'accent-soft',
	'menu.selectionForeground': 'accent-text',
	'menu.separatorBackground': 'border',
	focusBorder: 'focus-color',
	'scrollbarSlider.background': 'border-strong',
	'scrollbarSlider.hoverBackground': 'border-control',
	'scrollbarSlider.activeBackground': 'border-control',
} as const;

/**
 * Gives Monaco the colours of the scheme that the page shows now. Monaco wants plain colours, so the tokens are read from
 * the page each time the scheme changes, as the browser understands them.
 */
export function applyTheme(monaco: typeof Monaco, colorScheme: 'light' | 'dark'): void {
	const probe = document.createElement('span');
	// A transition, however short, would have it answer with the colour before.
	probe.style.setProperty('transition', 'none', 'important');
	document.body.append(probe);
	const token = (name: string) => {
		probe.style.color = `var(--en-${name})`;
		return hexadecimal(getComputedStyle(probe).color);
	};
	const name = `earn-${colorScheme}`;
	monaco.editor.defineTheme(name, {
		base: colorScheme === 'dark' ? 'vs-dark' : 'vs',
		inherit: true,
		rules: Object.entries(tokenOf).map(([scope, variable]) => ({
			token: scope,
			foreground: token(variable).slice(1),
			...(scope === 'comment' ? { fontStyle: 'italic' } : {}),
		})),
		colors: Object.fromEntries(Object.entries(partOf).map(([part, variable]) => [part, token(variable)])),
	});
	monaco.editor.setTheme(name);
	probe.remove();
}

/** `rgb(103, 65, 217)`, as a browser computes every colour, with six hexadecimal digits. */
function hexadecimal(computed: string): string {
	const [red = 0, green = 0, blue = 0] = (computed.match(/[0-9.]+/g) ?? []).map(Number);
	return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
