import { expect, it } from 'vitest';
import { causeOf } from './change-causes.ts';

const because = (metadata: object) => causeOf({ changes: [], detailedReasons: [{ metadata }] });

it.each([
	['a typed key', { source: 'cursor', kind: 'type', detailedSource: 'keyboard' }, 'Typing'],
	['a removed letter', { source: 'cursor', kind: 'executeCommands', detailedSource: 'deleteLeft' }, 'Typing'],
	['a paste', { source: 'cursor', kind: 'paste' }, 'Paste'],
	['a cut', { source: 'cursor', kind: 'cut' }, 'Cut'],
	['an accepted completion', { source: 'suggest' }, 'Complete'],
	['a new name', { source: 'rename', $$$oldName: 'Food', $$$newName: ' Meals ' }, 'Rename to Meals'],
	[
		'comments',
		{ source: 'cursor', kind: 'executeCommands', detailedSource: 'editor.action.commentLine' },
		'Turn lines into comments and back',
	],
	['removed lines', { source: 'unknown', name: 'editor.action.deleteLines' }, 'Remove lines'],
	['something unheard of', { source: 'unknown', name: 'constructor' }, 'Typing'],
])('calls %s by its name', (_, metadata, label) => {
	expect(because(metadata)).toEqual({ label, followsTyping: false });
});

it('lets the layout of a line follow what was typed', () => {
	expect(because({ source: 'unknown', name: 'formatEditsCommand' }).followsTyping).toBe(true);
});

it.each([[{}], [{ detailedReasons: [] }], [{ detailedReasons: [null] }], [{ detailedReasons: [{ metadata: 7 }] }]])(
	'takes %j for typing',
	(event) => expect(causeOf(event)).toEqual({ label: 'Typing', followsTyping: false }),
);
