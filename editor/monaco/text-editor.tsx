import type * as Monaco from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Problem, Span } from '#grammar';
import type { DocumentController } from '../document/controller.ts';
import { bindCopy } from './binding.ts';
import { TextPlaces } from './convert.ts';
import { LANGUAGE_ID } from './language.ts';
import { showProblems } from './markers.ts';
import { copyIn, reveal, spanOfSelection } from './model-copy.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { monaco } from './setup.ts';
import classes from './text-editor.module.css';
import { applyTheme } from './themes.ts';

/** How long the caret rests before the other view follows it. */
const FOLLOW_AFTER_MS = 100;

/** A place to select, show and put the keyboard focus on; a new object asks anew. */
export interface TextTarget {
	readonly span: Span;
}

/** What the text view needs. `Reading` knows the problems of the text. */
export interface TextEditorProps {
	readonly document: DocumentController<{ readonly problems: readonly Problem[] }>;
	readonly colorScheme: 'light' | 'dark';
	readonly label: string;
	/** What is at the top when the text opens. */
	readonly home: Span | null;
	/** What the other view has selected: marked softly and brought into sight. */
	readonly marked: Span | null;
	readonly target: TextTarget | null;
	readonly onCaret: (span: Span) => void;
	readonly onUndo: () => void;
	readonly onRedo: () => void;
	readonly onNextProblem: (direction: 1 | -1) => void;
	readonly onShowOnCanvas: () => void;
	readonly onSave: () => void;
	/** Whether the Tab key leaves the text rather than writing a tab. */
	readonly onTabLeaves: (leaves: boolean) => void;
	readonly onPosition: (position: { readonly line: number; readonly column: number }) => void;
}

/** The text of a program in Monaco. The document owns the text; this is a view of it. */
export function TextEditor(props: TextEditorProps) {
	const { document, colorScheme, label, marked, target } = props;
	const host = useRef<HTMLDivElement>(null);
	const [editor, setEditor] = useState<Monaco.editor.IStandaloneCodeEditor | null>(null);
	const emit = useEffectEvent((call: (handlers: TextEditorProps) => void) => call(props));

	useEffect(() => applyTheme(monaco, colorScheme), [colorScheme]);

	useEffect(() => {
		if (!host.current) return undefined;
		const model = monaco.editor.createModel(document.state().text, LANGUAGE_ID);
		const created = monaco.editor.create(host.current, { ...options, model, ariaLabel: label });
		const stops = [
			bindCopy(document, copyIn(created, model)),
			registerQuickFixes(monaco, model, document),
			followCaret(created, document, (span) => emit(({ onCaret }) => onCaret(span))),
			watchStatus(created, emit),
		];
		bindKeys(created, emit);
		emit(({ home }) => home && showFromTop(created, home, document.state().text));
		setEditor(created);
		return () => {
			setEditor(null);
			for (const stop of stops) stop();
			created.dispose();
			model.dispose();
		};
	}, [document, label]);

	useEffect(() => {
		const model = editor?.getModel();
		if (!model) return undefined;
		const show = () => {
			const { text, reading, version, readVersion } = document.state();
			if (version === readVersion) showProblems(monaco, model, text, reading.problems);
		};
		show();
		return document.subscribe(show);
	}, [editor, document]);

	useEffect(() => {
		if (!editor || !marked) return undefined;
		const range = new TextPlaces(document.state().text).range(marked);
		const decorations = editor.createDecorationsCollection([
			{
				range,
				options: {
					isWholeLine: true,
					className: classes['marked'] ?? '',
					linesDecorationsClassName: classes['markedEdge'] ?? '',
				},
			},
		]);
		if (!editor.hasTextFocus()) editor.revealRangeInCenterIfOutsideViewport(range);
		return () => decorations.clear();
	}, [editor, document, marked]);

	useEffect(() => {
		if (!editor || !target) return;
		reveal(editor, target.span, document.state().text);
		editor.focus();
	}, [editor, document, target]);

	// Programs are read from left to right whatever the page's language.
	return <div ref={host} dir="ltr" className={classes['host']} />;
}

function showFromTop(editor: Monaco.editor.IStandaloneCodeEditor, span: Span, text: string): void {
	const { startLineNumber } = new TextPlaces(text).range(span);
	editor.setPosition({ lineNumber: startLineNumber, column: 1 });
	editor.setScrollTop(editor.getTopForLineNumber(Math.max(1, startLineNumber - 1)));
}

type Emit = (call: (handlers: TextEditorProps) => void) => void;

const options: Monaco.editor.IStandaloneEditorConstructionOptions = {
	automaticLayout: true,
	fontFamily: 'var(--en-font-mono), monospace',
	fontSize: 13,
	lineHeight: 21,
	padding: { top: 12, bottom: 24 },
	minimap: { enabled: false },
	lineNumbersMinChars: 5,
	lineDecorationsWidth: 12,
	glyphMargin: false,
	folding: true,
	// Monaco dims the last line's number below any readable contrast otherwise.
	renderFinalNewline: 'on',
	scrollBeyondLastLine: false,
	smoothScrolling: false,
	overviewRulerBorder: false,
	overviewRulerLanes: 2,
	hideCursorInOverviewRuler: true,
	fixedOverflowWidgets: true,
	unusualLineTerminators: 'off',
	'semanticHighlighting.enabled': false,
	stickyScroll: { enabled: false },
	links: false,
	quickSuggestions: false,
	wordBasedSuggestions: 'off',
	tabSize: 2,
	insertSpaces: true,
	detectIndentation: true,
	renderLineHighlight: 'all',
	renderLineHighlightOnlyWhenFocus: true,
	guides: { indentation: true, bracketPairs: false },
	scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
};

/** Tells where the caret is once it rests; not where only the other view moved it. */
function followCaret(
	editor: Monaco.editor.IStandaloneCodeEditor,
	document: TextEditorProps['document'],
	follow: (span: Span) => void,
): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const cursor = editor.onDidChangeCursorSelection(() => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			const span = editor.hasTextFocus() ? spanOfSelection(editor, document.state().text) : null;
			if (span) follow(span);
		}, FOLLOW_AFTER_MS);
	});
	return () => {
		clearTimeout(timer);
		cursor.dispose();
	};
}

function watchStatus(editor: Monaco.editor.IStandaloneCodeEditor, emit: Emit): () => void {
	const option = monaco.editor.EditorOption.tabFocusMode;
	const tellTab = () => emit(({ onTabLeaves }) => onTabLeaves(editor.getOption(option)));
	const tellPosition = () => {
		const position = editor.getPosition();
		if (position) emit(({ onPosition }) => onPosition({ line: position.lineNumber, column: position.column }));
	};
	const configuration = editor.onDidChangeConfiguration((event) => {
		if (event.hasChanged(option)) tellTab();
	});
	const cursor = editor.onDidChangeCursorPosition(tellPosition);
	tellTab();
	tellPosition();
	return () => {
		configuration.dispose();
		cursor.dispose();
	};
}

/** Points the keys of undo, redo and others to the editor around Monaco. */
function bindKeys(editor: Monaco.editor.IStandaloneCodeEditor, emit: Emit): void {
	const { KeyCode, KeyMod } = monaco;
	const on = (keys: number, call: (handlers: TextEditorProps) => void) => editor.addCommand(keys, () => emit(call));
	on(KeyMod.CtrlCmd | KeyCode.KeyZ, ({ onUndo }) => onUndo());
	on(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, ({ onRedo }) => onRedo());
	on(KeyMod.CtrlCmd | KeyCode.KeyY, ({ onRedo }) => onRedo());
	on(KeyMod.CtrlCmd | KeyCode.KeyS, ({ onSave }) => onSave());
	on(KeyCode.F8, ({ onNextProblem }) => onNextProblem(1));
	on(KeyMod.Shift | KeyCode.F8, ({ onNextProblem }) => onNextProblem(-1));
	// Ctrl+M on every machine: on a Mac the Control key has another name.
	for (const control of [KeyMod.CtrlCmd, KeyMod.WinCtrl]) {
		editor.addCommand(control | KeyCode.KeyM, () => {
			editor.updateOptions({ tabFocusMode: !editor.getOption(monaco.editor.EditorOption.tabFocusMode) });
		});
	}
	on(KeyMod.Alt | KeyCode.KeyC, ({ onShowOnCanvas }) => onShowOnCanvas());
}
