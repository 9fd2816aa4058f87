import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyEdits, type Span, type TextEdit } from '#grammar';
import { DocumentController } from '../document/controller.ts';
import { TYPING_LABEL } from '../document/history.ts';
import { bindCopy, type TextCopy, type Typed } from './binding.ts';

/** An editor that, like a real one, also reports the changes that were written into it. */
class FakeEditor implements TextCopy {
	text: string;
	selected: Span | null = null;
	writes = 0;
	listener: ((typed: Typed) => void) | null = null;

	constructor(text: string) {
		this.text = text;
	}

	readonly write = (edits: readonly TextEdit[], textBefore: string): void => {
		if (textBefore !== this.text) throw new Error('The copy was given edits of another text');
		this.writes++;
		this.change(edits);
	};

	readonly onTyped = (listener: (typed: Typed) => void): (() => void) => {
		this.listener = listener;
		return () => {
			this.listener = null;
		};
	};

	readonly select = (span: Span): void => {
		this.selected = span;
	};

	change(edits: readonly TextEdit[]): void {
		this.text = applyEdits(this.text, edits);
		const selections = { selectionBefore: { start: 0, end: 0 }, selectionAfter: { start: 1, end: 1 } };
		this.listener?.({ edits, ...selections, label: TYPING_LABEL, followsTyping: false });
	}
}

const insert = (at: number, text: string): TextEdit[] => [{ span: { start: at, end: at }, text }];

let document: DocumentController<{ readonly text: string }>;
let editor: FakeEditor;
let unbind: () => void;
beforeEach(() => {
	document = new DocumentController({
		text: 'abc',
		read: (text) => ({ text }),
		now: () => 0,
		defer: () => () => {},
	});
	editor = new FakeEditor('abc');
	unbind = bindCopy(document, editor);
});

describe('a bound copy', () => {
	it('sends what is typed, once', () => {
		editor.change(insert(3, 'd'));
		expect(document.state()).toMatchObject({ text: 'abcd', version: 1, undo: { label: 'Typing', origin: 'text' } });
		expect(editor.writes).toBe(0);
	});

	it('takes what others change, without sending it back', () => {
		document.apply(insert(0, 'x'), { label: 'Add condition', origin: 'canvas' });
		expect(editor.text).toBe('xabc');
		expect(editor.writes).toBe(1);
		expect(document.state()).toMatchObject({ text: 'xabc', version: 1, undo: { label: 'Add condition' } });
	});

	it('follows undo and redo, and selects what was selected', () => {
		editor.change(insert(3, 'd'));
		document.undo();
		expect(editor.text).toBe('abc');
		expect(editor.selected).toEqual({ start: 0, end: 0 });
		document.redo();
		expect(editor.text).toBe('abcd');
		expect(editor.selected).toEqual({ start: 1, end: 1 });
	});

	it('is left alone once it is unbound', () => {
		unbind();
		document.apply(insert(0, 'x'), { label: 'x', origin: 'canvas' });
		expect(editor.text).toBe('abc');
		expect(editor.listener).toBeNull();
	});

	it('stays equal, whoever changes what', () => {
		const steps = fc.array(
			fc.tuple(fc.constantFrom('type', 'canvas', 'undo', 'redo'), fc.nat(), fc.string({ maxLength: 3 })),
		);
		fc.assert(
			fc.property(steps, (plan) => {
				const shared = new DocumentController({
					text: 'abc',
					read: (text) => ({ text }),
					now: () => 0,
					defer: () => () => {},
				});
				const copy = new FakeEditor('abc');
				bindCopy(shared, copy);
				for (const [kind, at, text] of plan) {
					const edits = insert(at % (shared.state().text.length + 1), text);
					if (kind === 'type') copy.change(edits);
					else if (kind === 'canvas') shared.apply(edits, { label: 'x', origin: 'canvas' });
					else if (kind === 'undo') shared.undo();
					else shared.redo();
					expect(copy.text).toBe(shared.state().text);
				}
			}),
		);
	});
});
