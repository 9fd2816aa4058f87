import type * as Monaco from 'monaco-editor/editor';
import type { Asked } from '../asked.ts';

/** What the providers of one text view lean on. */
export interface Provided {
	readonly monaco: typeof Monaco;
	readonly model: Monaco.editor.ITextModel;
	/** The newest text of the view; null about a model of another one: Monaco asks all providers of a language. */
	readonly ask: (model: Monaco.editor.ITextModel) => Asked | null;
}

/** Answers about the one text, and with null about others. */
export function answer<R>(asked: Asked | null, say: (asked: Asked) => R): R | null {
	return asked ? say(asked) : null;
}

/** Ends several things at once. */
export function allOf(disposables: readonly Monaco.IDisposable[]): Monaco.IDisposable {
	return {
		dispose: () => {
			for (const each of disposables) each.dispose();
		},
	};
}

/** For answers that hold nothing. */
export function nothingToDispose(): void {}
