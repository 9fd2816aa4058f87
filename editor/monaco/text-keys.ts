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

/**
 * Points the keys of undo, redo and others to the editor around Monaco, until what is answered is called: Monaco's own
 * `addCommand` of an editor cannot be taken back, and would hold on to all that the handlers know.
 */
export function bindKeys(
	monaco: typeof Monaco,
	editor: Monaco.editor.IStandaloneCodeEditor,
	emit: Emit<TextKeys>,
): () => void {
	const { KeyCode, KeyMod } = monaco;
	const { tabFocusMode } = monaco.editor.EditorOption;
	const flipTabFocus = () => editor.updateOptions({ tabFocusMode: !editor.getOption(tabFocusMode) });
	const keys: readonly (readonly [keybinding: number, run: () => void])[] = [
		[KeyMod.CtrlCmd | KeyCode.KeyZ, () => emit(({ onUndo }) => onUndo())],
		[KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, () => emit(({ onRedo }) => onRedo())],
		[KeyMod.CtrlCmd | KeyCode.KeyY, () => emit(({ onRedo }) => onRedo())],
		[KeyMod.CtrlCmd | KeyCode.KeyS, () => emit(({ onSave }) => onSave())],
		[KeyCode.F8, () => emit(({ onNextProblem }) => onNextProblem(1))],
		[KeyMod.Shift | KeyCode.F8, () => emit(({ onNextProblem }) => onNextProblem(-1))],
		// Ctrl+M on every machine: on a Mac the Control key has another name.
		[KeyMod.CtrlCmd | KeyCode.KeyM, flipTabFocus],
		[KeyMod.WinCtrl | KeyCode.KeyM, flipTabFocus],
	];
	const bound = keys.flatMap(([keybinding, run], index) => {
		const command = `earn.${editor.getId()}.${index}`;
		const when = `editorId == '${editor.getId()}'`;
		return [monaco.editor.addCommand({ id: command, run }), monaco.editor.addKeybindingRule({ keybinding, command, when })];
	});
	const actions = addActions(editor, emit, {
		format: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
		canvas: KeyMod.Alt | KeyCode.KeyC,
	});
	return () => {
		for (const each of [...bound, ...actions]) each.dispose();
	};
}

/** What the menu of the text and its list of commands offer besides. */
function addActions(
	editor: Monaco.editor.IStandaloneCodeEditor,
	emit: Emit<TextKeys>,
	keys: { readonly format: number; readonly canvas: number },
): Monaco.IDisposable[] {
	const format = editor.addAction({
		id: 'earn.format',
		label: says.layOut,
		keybindings: [keys.format],
		contextMenuGroupId: '1_modification',
		contextMenuOrder: 3,
		run: () => emit(({ onFormat }) => onFormat()),
	});
	const canvas = editor.addAction({
		id: 'earn.showOnCanvas',
		label: says.showOnCanvas,
		keybindings: [keys.canvas],
		contextMenuGroupId: 'navigation',
		contextMenuOrder: 2,
		run: () => emit(({ onShowOnCanvas }) => onShowOnCanvas()),
	});
	return [format, canvas];
}
