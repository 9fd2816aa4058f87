/** The keys of the canvas, as the overlay shows them. What they do stands in `keys.ts`. */
export interface KeyRow {
	readonly keys: readonly string[];
	readonly what: string;
}

/** Every key of the canvas, in groups. */
export const keyMap: readonly { readonly title: string; readonly rows: readonly KeyRow[] }[] = [
	{
		title: 'Moving about',
		rows: [
			{ keys: ['Tab'], what: 'Into the canvas and out of it' },
			{ keys: ['←', '→'], what: 'The stage before or after' },
			{ keys: ['↑', '↓'], what: 'The card above or below' },
			{ keys: ['Home', 'End'], what: 'The first or last card' },
			{ keys: ['Enter'], what: 'Open the card' },
			{ keys: ['Esc'], what: 'Back to the card' },
			{ keys: ['Ctrl F'], what: 'Find a card' },
			{ keys: ['F8', 'Shift F8'], what: 'The next or last problem' },
			{ keys: ['F12', 'Alt T'], what: 'Show in the text' },
		],
	},
	{
		title: 'Changing',
		rows: [
			{ keys: ['A'], what: 'Add here' },
			{ keys: ['O'], what: 'Add an alternative' },
			{ keys: ['N'], what: 'Turn into its opposite' },
			{ keys: ['C'], what: 'Connect a cart filter' },
			{ keys: ['M'], what: 'Write a comment' },
			{ keys: ['Alt ↑', 'Alt ↓'], what: 'Move up or down' },
			{ keys: ['Del'], what: 'Remove' },
			{ keys: ['Space'], what: 'Switch the rule on or off' },
			{ keys: ['F2'], what: 'Rename the rule' },
		],
	},
	{
		title: 'Everywhere',
		rows: [
			{ keys: ['Ctrl Z', 'Ctrl Y'], what: 'Undo, redo' },
			{ keys: ['Ctrl C', 'Ctrl X', 'Ctrl V'], what: 'Copy, cut, paste as text' },
			{ keys: ['Ctrl D'], what: 'Duplicate' },
			{ keys: ['Menu', 'Shift F10'], what: 'The card’s menu' },
			{ keys: ['Ctrl Enter'], what: 'What the sample earns' },
			{ keys: ['Ctrl Shift P'], what: 'Find a command' },
			{ keys: ['+', '−', '0', '1'], what: 'Larger, smaller, 100 %, the whole' },
			{ keys: ['?'], what: 'These keys' },
		],
	},
];
