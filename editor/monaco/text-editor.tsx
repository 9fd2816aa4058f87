import type * as Monaco from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Snapshot } from '#compiler';
import type { Span } from '#grammar';
import type { DocumentController } from '../document/controller.ts';
import { after } from '../document/delay.ts';
import { rehearseTyping } from '../document/rehearsal.ts';
import { bindCopy } from './binding.ts';
import { TextPlaces } from './convert.ts';
import { writingOptions } from './editor-options.ts';
import { createText } from './language.ts';
import { showProblems } from './markers.ts';
import { copyIn, reveal, spanOfSelection } from './model-copy.ts';
import { layoutEdits } from './providers/changes.ts';
import { provideLanguage } from './providers/index.ts';
import { type SamplePoints, SampleTeller } from './sample-points.ts';
import { monaco } from './monaco.ts';
import classes from './text-editor.module.css';
import { bindKeys, type Emit } from './text-keys.ts';
import { applyTheme } from './themes.ts';
import { useTextLook } from './use-text-look.ts';
import { says } from '../document/says.ts';

/** How long the caret rests before the other view follows it. */
const FOLLOW_AFTER_MS = 100;

/** A place to select, show and put the keyboard focus on; a new object asks anew. */
export interface TextTarget {
	readonly span: Span;
}

/** What the text view needs. */
export interface TextEditorProps {
	readonly document: DocumentController<Snapshot>;
	readonly colorScheme: 'light' | 'dark';
	readonly label: string;
	/** What is at the top when the text opens. */
	readonly home: Span | null;
	/** What the other view has selected: marked softly and brought into sight. */
	readonly marked: Span | null;
	readonly target: TextTarget | null;
	/** What the sample earns; null where nobody knows. */
	readonly points: SamplePoints | null;
	/** Whether units, names and points are shown between the words. */
	readonly hints: boolean;
	readonly onCaret: (span: Span) => void;
	readonly onUndo: () => void;
	readonly onRedo: () => void;
	readonly onNextProblem: (direction: 1 | -1) => void;
	/** Shows a rule on the canvas: the one of a name, or the one in which the caret is. */
	readonly onShowOnCanvas: (rule: string | null) => void;
	readonly onSave: () => void;
	/** Whether the Tab key leaves the text rather than writing a tab. */
	readonly onTabLeaves: (leaves: boolean) => void;
	readonly onPosition: (position: { readonly line: number; readonly column: number }) => void;
}

/** The text of a program in Monaco. The document owns the text; this is a view of it. */
export function TextEditor(props: TextEditorProps) {
	const { document, colorScheme, label, marked, target, points, hints } = props;
	const host = useRef<HTMLDivElement>(null);
	const [editor, setEditor] = useState<Monaco.editor.IStandaloneCodeEditor | null>(null);
	const [sample] = useState(newTeller);
	const emit = useEffectEvent((call: (handlers: TextEditorProps) => void) => call(props));
	const rehearse = useEffectEvent(() => rehearseTyping(() => document.state().reading, props.home));
	const { scheme, isHighContrast } = useTextLook(colorScheme);

	useEffect(() => applyTheme(monaco, { scheme, isHighContrast }), [scheme, isHighContrast]);
	useEffect(() => sample.tell(points), [sample, points]);
	useEffect(
		() => editor?.updateOptions({ inlayHints: { ...writingOptions.inlayHints, enabled: hints ? 'on' : 'off' } }),
		[editor, hints],
	);

	useEffect(() => {
		if (!host.current) return undefined;
		const model = createText(monaco, document.state().text);
		const created = monaco.editor.create(host.current, { ...writingOptions, model, ariaLabel: label });
		const showOnCanvas = (rule: string | null) => emit(({ onShowOnCanvas }) => onShowOnCanvas(rule));
		const language = provideLanguage(monaco, model, { document, sample, showOnCanvas });
		const stops = [
			bindCopy(document, copyIn(created, model)),
			() => language.dispose(),
			followCaret(created, document, (span) => emit(({ onCaret }) => onCaret(span))),
			watchStatus(created, emit),
			bindKeys(monaco, created, (call) =>
				emit((handlers) =>
					call({
						...handlers,
						onShowOnCanvas: () => showOnCanvas(null),
						onFormat: () => layOut(created, document),
					}),
				),
			),
		];
		emit(({ home }) => home && showFromTop(created, home, document.state().text));
		setEditor(created);
		return () => {
			setEditor(null);
			for (const stop of stops) stop();
			created.dispose();
			model.dispose();
		};
	}, [document, label, sample]);

	useEffect(() => (editor ? rehearse() : undefined), [editor]);

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

/** Monaco remembers who gave the hints of texts that are closed: that must know nothing of the view, or all of it would stay. */
function newTeller(): SampleTeller {
	return new SampleTeller((work, delayMs) => after(delayMs, work));
}

function showFromTop(editor: Monaco.editor.IStandaloneCodeEditor, span: Span, text: string): void {
	const { startLineNumber } = new TextPlaces(text).range(span);
	editor.setPosition({ lineNumber: startLineNumber, column: 1 });
	editor.setScrollTop(editor.getTopForLineNumber(Math.max(1, startLineNumber - 1)));
}

/** Lays out what is selected, or else the whole text, as one step of the history. */
function layOut(editor: Monaco.editor.IStandaloneCodeEditor, document: TextEditorProps['document']): void {
	const { text } = document.state();
	document.apply(layoutEdits(text, spanOfSelection(editor, text)), { label: says.layOutText, origin: 'text' });
}

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

function watchStatus(editor: Monaco.editor.IStandaloneCodeEditor, emit: Emit<TextEditorProps>): () => void {
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
