import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '#grammar';
import { type Change, DocumentController, smallestReplacement } from './controller.ts';
import { TYPING_PAUSE_MS } from './history.ts';

/** A document whose reading knows its length, with a clock and a pause that the test moves. */
class World {
	nowMs = 0;
	reads: string[] = [];
	pending: (() => void) | null = null;
	readonly changes: Change[] = [];
	readonly document: DocumentController<{ readonly length: number }>;

	constructor(text: string) {
		this.document = new DocumentController({
			text,
			read: (source) => {
				this.reads.push(source);
				return { length: source.length };
			},
			now: () => this.nowMs,
			defer: (work) => {
				this.pending = work;
				return () => {
					this.pending = null;
				};
			},
		});
		this.document.onChange((change) => this.changes.push(change));
	}

	get text(): string {
		return this.document.state().text;
	}

	type(at: number, text: string, remove = 0): void {
		const edits = [{ span: { start: at, end: at + remove }, text }];
		this.document.apply(edits, { label: 'Typing', origin: 'text' });
	}

	/** Types key by key, as an editor reports it. */
	typeAll(at: number, text: string): void {
		for (const [index, key] of text.split('').entries()) this.type(at + index, key);
	}

	steps(): string[] {
		const before: string[] = [];
		while (this.document.undo()) before.push(this.text);
		return before;
	}
}

const change = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });

describe('the history', () => {
	it('takes steps back and again, with their labels', () => {
		const world = new World('abc');
		world.document.apply([change(1, 2, 'XY')], { label: 'Add condition', origin: 'canvas' });
		expect(world.text).toBe('aXYc');
		expect(world.document.state().undo?.label).toBe('Add condition');
		expect(world.document.undo()?.label).toBe('Add condition');
		expect(world.text).toBe('abc');
		expect(world.document.state()).toMatchObject({ undo: null, redo: { label: 'Add condition' } });
		expect(world.document.redo()?.label).toBe('Add condition');
		expect(world.text).toBe('aXYc');
		expect(world.document.redo()).toBeNull();
	});

	it('takes a line and the layout that followed it back in one step', () => {
		const world = new World('{\n}');
		world.type(1, '\n');
		world.nowMs += 10 * TYPING_PAUSE_MS;
		const layout = [change(1, 1, ' '), change(2, 2, '  ')];
		world.document.apply(layout, { label: 'Lay out', origin: 'text', followsTyping: true });
		expect(world.text).toBe('{ \n  \n}');
		expect(world.document.undo()?.label).toBe('Typing');
		expect(world.text).toBe('{\n}');
		world.document.redo();
		expect(world.text).toBe('{ \n  \n}');
	});

	it('lets a layout be a step of its own after anything but typing', () => {
		const world = new World('{}');
		world.document.apply([change(1, 1, '\n')], { label: 'Add condition', origin: 'canvas' });
		world.document.apply([change(1, 1, ' ')], { label: 'Lay out', origin: 'text', followsTyping: true });
		expect(world.steps()).toEqual(['{\n}', '{}']);
	});

	it('does not join two pastes', () => {
		const world = new World('');
		for (const at of [0, 1]) world.document.apply([change(at, at, 'a')], { label: 'Paste', origin: 'text' });
		expect(world.steps()).toEqual(['a', '']);
	});

	it('forgets undone steps once something new is done', () => {
		const world = new World('abc');
		world.document.apply([change(0, 1, 'x')], { label: 'One', origin: 'canvas' });
		world.document.undo();
		world.document.apply([change(2, 3, 'y')], { label: 'Two', origin: 'canvas' });
		expect(world.document.redo()).toBeNull();
		expect(world.steps()).toEqual(['abc']);
	});

	it('records nothing where nothing changes', () => {
		const world = new World('abc');
		expect(world.document.apply([change(1, 2, 'b')], { label: 'Same', origin: 'canvas' })).toBeNull();
		expect(world.document.state().undo).toBeNull();
		expect(world.document.state().version).toBe(0);
	});

	it('restores every text exactly, whatever was done', () => {
		const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 3 });
		const steps = fc.array(fc.tuple(edits, fc.constantFrom('text' as const, 'canvas' as const), fc.nat(900)), {
			maxLength: 30,
		});
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), steps, (start, plan) => {
				const world = new World(start);
				for (const [wishes, origin, pauseMs] of plan) {
					world.nowMs += pauseMs;
					world.document.apply(separate(world.text, wishes), { label: 'Typing', origin });
				}
				const end = world.text;
				const back = world.steps();
				expect(back.at(-1) ?? end).toBe(start);
				for (const expected of [...back.slice(0, -1).reverse(), end].slice(0, back.length)) {
					world.document.redo();
					expect(world.text).toBe(expected);
				}
			}),
			parameters(),
		);
	});

	it('tells views of every change so that a copy stays equal', () => {
		const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 3 }), fc.constantFrom('do', 'undo', 'redo')));
		fc.assert(
			fc.property(fc.string(), steps, (start, plan) => {
				const world = new World(start);
				let copy = start;
				let version = 0;
				world.document.onChange((told) => {
					copy = applyEdits(copy, told.edits);
					expect(told.version).toBe(++version);
				});
				for (const [from, length, text, kind] of plan) {
					if (kind === 'undo') world.document.undo();
					else if (kind === 'redo') world.document.redo();
					else world.document.apply(separate(world.text, [[from, length, text]]), { label: 'x', origin: 'text' });
					expect(copy).toBe(world.text);
				}
			}),
			parameters(),
		);
	});
});

describe('typing', () => {
	it('is one step as long as it goes on', () => {
		const world = new World('rule ');
		world.typeAll(5, 'Lunch');
		expect(world.document.state().undo).toMatchObject({ edits: [change(5, 5, 'Lunch')], inverse: [change(5, 10, '')] });
		expect(world.steps()).toEqual(['rule ']);
	});

	it('is a new step after a word', () => {
		const world = new World('');
		world.typeAll(0, 'earn 10 more');
		expect(world.steps()).toEqual(['earn 10 ', 'earn ', '']);
	});

	it('is a new step after a line', () => {
		const world = new World('');
		world.typeAll(0, 'ab\ncd');
		expect(world.steps()).toEqual(['ab\n', 'ab', '']);
	});

	it('is a new step after a pause', () => {
		const world = new World('');
		world.type(0, 'a');
		world.nowMs += TYPING_PAUSE_MS;
		world.type(1, 'b');
		world.nowMs += TYPING_PAUSE_MS + 1;
		world.type(2, 'c');
		expect(world.steps()).toEqual(['ab', '']);
	});

	it('is a new step at another place', () => {
		const world = new World('xx');
		world.type(2, 'a');
		world.type(0, 'b');
		expect(world.steps()).toEqual(['xxa', 'xx']);
	});

	it('goes on between a pair of quotes that the editor closed', () => {
		const world = new World('about ');
		world.type(6, '""');
		world.typeAll(7, 'Hi');
		expect(world.text).toBe('about "Hi"');
		expect(world.steps()).toEqual(['about ']);
	});

	it('and taking back what was typed are one step', () => {
		const world = new World('');
		world.typeAll(0, 'abc');
		world.type(2, '', 1);
		world.type(2, 'd');
		expect(world.text).toBe('abd');
		expect(world.steps()).toEqual(['']);
	});

	it('is one step of backspaces, and one of deletes', () => {
		const backwards = new World('abcdef');
		for (const at of [3, 2, 1]) backwards.type(at, '', 1);
		expect(backwards.text).toBe('aef');
		expect(backwards.steps()).toEqual(['abcdef']);
		const forwards = new World('abcdef');
		for (let i = 0; i < 3; i++) forwards.type(1, '', 1);
		expect(forwards.text).toBe('aef');
		expect(forwards.steps()).toEqual(['abcdef']);
	});

	it('never joins with what the canvas did, nor with a step that was redone', () => {
		const world = new World('');
		world.document.apply([change(0, 0, 'a')], { label: 'Typing', origin: 'canvas' });
		world.type(1, 'b');
		world.document.apply([change(2, 2, 'c')], { label: 'Typing', origin: 'canvas' });
		world.document.undo();
		world.document.undo();
		world.document.redo();
		world.type(2, 'd');
		expect(world.steps()).toEqual(['ab', 'a', '']);
	});
});

describe('reading', () => {
	it('waits for a pause while somebody types, and does not wait longer than the first key', () => {
		const world = new World('a');
		world.type(1, 'b');
		const first = world.pending;
		world.type(2, 'c');
		expect(world.pending).toBe(first);
		expect(world.reads).toEqual(['a']);
		expect(world.document.state()).toMatchObject({ text: 'abc', reading: { length: 1 }, version: 2, readVersion: 0 });
		world.pending?.();
		expect(world.reads).toEqual(['a', 'abc']);
		expect(world.document.state()).toMatchObject({ reading: { length: 3 }, readVersion: 2 });
	});

	it('is done at once for what the canvas does, and on request', () => {
		const world = new World('a');
		world.document.apply([change(1, 1, 'b')], { label: 'Add', origin: 'canvas' });
		expect(world.document.state().reading.length).toBe(2);
		world.type(2, 'c');
		expect(world.document.current().reading.length).toBe(3);
		expect(world.pending).toBeNull();
		expect(world.document.current()).toBe(world.document.state());
		expect(world.reads).toEqual(['a', 'ab', 'abc']);
	});

	it('is repeated with another reader', () => {
		const world = new World('abc');
		world.document.setRead(() => ({ length: -1 }));
		expect(world.document.state().reading.length).toBe(-1);
	});

	it('is led to a later one by what happened between, for as long as that is known', () => {
		const { document } = new World('');
		const readAfter = (key: string) => {
			document.apply([change(0, 0, key)], { label: 'Typing', origin: 'text' });
			return document.current().reading;
		};
		const first = document.state().reading;
		const second = readAfter('b');
		const third = readAfter('c');
		expect(document.changesBetween(first, third)).toEqual([[change(0, 0, 'b')], [change(0, 0, 'c')]]);
		expect(document.changesBetween(second, third)).toEqual([[change(0, 0, 'c')]]);
		expect(document.changesBetween(third, third)).toEqual([]);
		expect(document.changesBetween(third, first)).toBeNull();
		expect(document.changesBetween({ length: 0 }, third)).toBeNull();
		const last = 'many more keys than a view is ever behind, one after the other'.split('').map(readAfter).at(-1);
		expect(document.changesBetween(third, last ?? first)).toHaveLength(62);
		expect(document.changesBetween(first, readAfter('and more'))).toBeNull();
	});
});

it('tells its subscribers with a new state each time, and stops when asked', () => {
	const world = new World('a');
	let calls = 0;
	const stop = world.document.subscribe(() => calls++);
	const before = world.document.state();
	world.document.apply([change(0, 0, 'b')], { label: 'x', origin: 'canvas' });
	expect(calls).toBe(1);
	expect(world.document.state()).not.toBe(before);
	stop();
	world.document.undo();
	expect(calls).toBe(1);
});

it('replaces a text by its smallest difference, and undo brings it back', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (from, to) => {
			const edits = smallestReplacement(from, to);
			expect(applyEdits(from, edits)).toBe(to);
			expect(edits).toHaveLength(from === to ? 0 : 1);
			const world = new World(from);
			world.document.replace(to, { label: 'Load', origin: 'import' });
			expect(world.text).toBe(to);
			world.document.undo();
			expect(world.text).toBe(from);
		}),
		parameters(),
	);
	expect(smallestReplacement('a b c', 'a B c')).toEqual([change(2, 3, 'B')]);
});

/** Edits that fit into the text and do not overlap, from any numbers. */
function separate(text: string, wishes: readonly (readonly [number, number, string])[]): TextEdit[] {
	const edits: TextEdit[] = [];
	let from = 0;
	for (const [start, length, inserted] of wishes) {
		if (from > text.length) break;
		const at = from + (start % (text.length - from + 1));
		const end = at + (length % (text.length - at + 1));
		edits.push(change(at, end, inserted));
		from = end + 1;
	}
	return edits;
}

/** The seed of an earlier run, where one is given. */
function parameters(): { seed?: number } {
	const seed = import.meta.env['SEED'];
	return seed ? { seed: Number(seed) } : {};
}
