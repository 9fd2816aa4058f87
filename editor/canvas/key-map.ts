import type { canvas } from '../messages/en/canvas.ts';

/** The keys of the canvas, as the overlay shows them. What they do stands in `keys.ts`. */
export interface KeyRow {
	readonly keys: readonly string[];
	/** The name of the message that says what they do. */
	readonly what: keyof typeof canvas.keys;
}

/** Every key of the canvas, in groups. */
export const keyMap: readonly { readonly group: keyof typeof canvas.keyGroups; readonly rows: readonly KeyRow[] }[] = [
	{
		group: 'moving',
		rows: [
			{ keys: ['Tab'], what: 'inAndOut' },
			{ keys: ['←', '→'], what: 'stage' },
			{ keys: ['↑', '↓'], what: 'card' },
			{ keys: ['Home', 'End'], what: 'ends' },
			{ keys: ['Enter'], what: 'open' },
			{ keys: ['Esc'], what: 'back' },
			{ keys: ['Ctrl F'], what: 'find' },
			{ keys: ['F8', 'Shift F8'], what: 'problem' },
			{ keys: ['F12', 'Alt T'], what: 'text' },
		],
	},
	{
		group: 'changing',
		rows: [
			{ keys: ['A'], what: 'add' },
			{ keys: ['O'], what: 'alternative' },
			{ keys: ['N'], what: 'negate' },
			{ keys: ['C'], what: 'connect' },
			{ keys: ['M'], what: 'comment' },
			{ keys: ['Alt ↑', 'Alt ↓'], what: 'move' },
			{ keys: ['Del'], what: 'remove' },
			{ keys: ['Space'], what: 'toggle' },
			{ keys: ['F2'], what: 'rename' },
		],
	},
	{
		group: 'everywhere',
		rows: [
			{ keys: ['Ctrl Z', 'Ctrl Y'], what: 'undo' },
			{ keys: ['Ctrl C', 'Ctrl X', 'Ctrl V'], what: 'clipboard' },
			{ keys: ['Ctrl D'], what: 'duplicate' },
			{ keys: ['Menu', 'Shift F10'], what: 'menu' },
			{ keys: ['Ctrl Enter'], what: 'simulate' },
			{ keys: ['Ctrl Shift P'], what: 'command' },
			{ keys: ['Ctrl K'], what: 'anything' },
			{ keys: ['+', '−', '0', '1'], what: 'zoom' },
			{ keys: ['?'], what: 'keys' },
		],
	},
];
