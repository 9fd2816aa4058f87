import type * as Monaco from 'monaco-editor/editor';
import { says } from '../document/says.ts';

/** What the keys of a text view do besides writing. */
export interface TextKeys {
	readonly onUndo: () => void;
	readonly onRedo: () => void;
	readonly onSave: () => void;
	readonly onNextProblem: (direction: 1 | -1) => void;
	/** Shows the rule in which the caret is. */
	readonly onShowOnCanvas: () => void;
	/** Lays out what is selected, or the whole text. */
	readonly onFormat: () => void;
}

/** Calls the handlers as they are by then. */
export type Emit<Handlers> = (call: (handlers: Handlers) => void) => void;

/** Points the keys of undo, redo and others to the editor around Monaco. */
export function bindKeys(
	{ KeyCode, KeyMod, editor: { EditorOption } }: typeof Monaco,
	editor: Monaco.editor.IStandaloneCodeEditor,
	emit: Emit<TextKeys>,
): void {
	const on = (keys: number, call: (handlers: TextKeys) => void) => editor.addCommand(keys, () => emit(call));
	on(KeyMod.CtrlCmd | KeyCode.KeyZ, ({ onUndo }) => onUndo());
	on(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, ({ onRedo }) => onRedo());
	on(KeyMod.CtrlCmd | KeyCode.KeyY, ({ onRedo }) => onRedo());
	on(KeyMod.CtrlCmd | KeyCode.KeyS, ({ onSave }) => onSave());
	on(KeyCode.F8, ({ onNextProblem }) => onNextProblem(1));
	on(KeyMod.Shift | KeyCode.F8, ({ onNextProblem }) => onNextProblem(-1));
	// Ctrl+M on every machine: on a Mac the Control key has another name.
	for (const control of [KeyMod.CtrlCmd, KeyMod.WinCtrl]) {
		editor.addCommand(control | KeyCode.KeyM, () => {
			editor.updateOptions({ tabFocusMode: !editor.getOption(EditorOption.tabFocusMode) });
		});
	}
	addActions(editor, emit, {
		format: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
		canvas: KeyMod.Alt | KeyCode.KeyC,
	});
}

/** What the menu of the text and its list of commands offer besides. */
function addActions(
	editor: Monaco.editor.IStandaloneCodeEditor,
	emit: Emit<TextKeys>,
	keys: { readonly format: number; readonly canvas: number },
): void {
	editor.addAction({
		id: 'earn.format',
		label: says.layOut,
		keybindings: [keys.format],
		contextMenuGroupId: '1_modification',
		contextMenuOrder: 3,
		run: () => emit(({ onFormat }) => onFormat()),
	});
	editor.addAction({
		id: 'earn.showOnCanvas',
		label: says.showOnCanvas,
		keybindings: [keys.canvas],
		contextMenuGroupId: 'navigation',
		contextMenuOrder: 2,
		run: () => emit(({ onShowOnCanvas }) => onShowOnCanvas()),
	});
}
