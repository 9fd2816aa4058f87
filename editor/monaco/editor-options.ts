import type * as Monaco from 'monaco-editor/editor';

/** How every text looks, one that is written and two that are compared. */
export const lookOptions: Monaco.editor.IEditorOptions = {
	automaticLayout: true,
	fontFamily: 'var(--en-font-mono), monospace',
	fontSize: 13,
	lineHeight: 21,
	padding: { top: 12, bottom: 24 },
	minimap: { enabled: false },
	lineNumbersMinChars: 5,
	lineDecorationsWidth: 12,
	glyphMargin: false,
	// Monaco dims the last line's number below any readable contrast otherwise.
	renderFinalNewline: 'on',
	scrollBeyondLastLine: false,
	smoothScrolling: false,
	overviewRulerBorder: false,
	overviewRulerLanes: 2,
	hideCursorInOverviewRuler: true,
	fixedOverflowWidgets: true,
	unusualLineTerminators: 'off',
	stickyScroll: { enabled: false },
	scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
	guides: { indentation: true, bracketPairs: false },
};

/** What the text view does while somebody writes. */
export const writingOptions: Monaco.editor.IStandaloneEditorConstructionOptions = {
	...lookOptions,
	folding: true,
	links: false,
	wordBasedSuggestions: 'off',
	quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
	quickSuggestionsDelay: 40,
	suggest: {
		// What appears after a blank is an offer: Enter still begins a new line there, and takes nothing that nobody chose.
		selectionMode: 'whenQuickSuggestion',
		showStatusBar: true,
		preview: false,
		snippetsPreventQuickSuggestions: false,
	},
	renderWhitespace: 'none',
	suggestLineHeight: 26,
	suggestFontSize: 13,
	parameterHints: { enabled: true, cycle: true },
	inlayHints: { enabled: 'on', fontSize: 12, padding: true },
	codeLens: true,
	codeLensFontFamily: 'var(--en-font)',
	codeLensFontSize: 12,
	hover: { enabled: 'on', delay: 300, sticky: true },
	lightbulb: { enabled: 'onCode' as Monaco.editor.ShowLightbulbIconMode },
	occurrencesHighlight: 'singleFile',
	formatOnType: true,
	autoIndent: 'full',
	'semanticHighlighting.enabled': true,
	// The themes come with high contrast of their own.
	autoDetectHighContrast: false,
	tabSize: 2,
	insertSpaces: true,
	detectIndentation: true,
	renderLineHighlight: 'all',
	renderLineHighlightOnlyWhenFocus: true,
};
