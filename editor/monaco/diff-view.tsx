import 'monaco-editor/features/diffEditor/register';
import type * as Monaco from 'monaco-editor/editor';
import { useEffect, useRef } from 'react';
import { lookOptions } from './editor-options.ts';
import { createText } from './language.ts';
import { monaco } from './monaco.ts';
import classes from './text-editor.module.css';
import { applyTheme } from './themes.ts';
import { useTextLook } from './use-text-look.ts';

/** Two texts of a program to be compared. */
export interface DiffViewProps {
	readonly before: string;
	readonly after: string;
	readonly beforeLabel: string;
	readonly afterLabel: string;
	readonly colorScheme: 'light' | 'dark';
}

/** From this width on the two texts stand beside each other, below it in one column. */
const BESIDE_FROM_PX = 900;

const options: Monaco.editor.IStandaloneDiffEditorConstructionOptions = {
	...lookOptions,
	readOnly: true,
	originalEditable: false,
	// Nothing is written here, so the Tab key always leaves.
	tabFocusMode: true,
	renderSideBySide: true,
	useInlineViewWhenSpaceIsLimited: true,
	renderSideBySideInlineBreakpoint: BESIDE_FROM_PX,
	enableSplitViewResizing: false,
	renderOverviewRuler: false,
	renderMarginRevertIcon: false,
	hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
	lineNumbersMinChars: 4,
	folding: false,
	contextmenu: false,
	autoDetectHighContrast: false,
};

/** What differs between two texts of a program, line by line. */
export function DiffView({ before, after, beforeLabel, afterLabel, colorScheme }: DiffViewProps) {
	const host = useRef<HTMLDivElement>(null);
	const { scheme, isHighContrast } = useTextLook(colorScheme);

	useEffect(() => applyTheme(monaco, { scheme, isHighContrast }), [scheme, isHighContrast]);

	useEffect(() => {
		if (!host.current) return undefined;
		const labels = { originalAriaLabel: beforeLabel, modifiedAriaLabel: afterLabel };
		const editor = monaco.editor.createDiffEditor(host.current, { ...options, ...labels });
		const original = createText(monaco, before);
		const modified = createText(monaco, after);
		editor.setModel({ original, modified });
		return () => {
			// A model goes after the editor that shows it: Monaco throws otherwise.
			editor.dispose();
			original.dispose();
			modified.dispose();
		};
	}, [before, after, beforeLabel, afterLabel]);

	// Programs are read from left to right whatever the page's language.
	return <div ref={host} dir="ltr" className={classes['host']} />;
}
