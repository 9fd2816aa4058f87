/** Everything that the panels say which several screens share. */
export const words = {
	messages: 'Messages',
	closeMessage: 'Close message',

	saved: (time: string) => `Saved ${time}`,
	saving: 'Saving…',
	unsaved: 'Not saved yet',
	savedByOther: 'Saved by somebody else',
	notSaved: 'Not saved',
	save: 'Save draft',
	saveHint: 'Save draft (Ctrl+S)',
	conflict: 'Somebody else saved this draft while you were editing',
	conflictDetail: (revision: number, time: string) =>
		`Their revision ${revision} was saved at ${time}. Your text is not saved until you choose. Loading theirs can be undone.`,
	loadTheirs: 'Load theirs',
	keepMine: 'Keep mine and save it over theirs',

	unpublished: 'Unpublished changes',
	publish: 'Publish',
	publishHint: 'Put this draft in force',
	publishVersion: (version: number) => `Publish version ${version}`,
	published: (version: number) => `Published version ${version}`,
	refusedTitle: (errors: string) => `This draft has ${errors}`,
	refusedDetail: 'A version with errors cannot be published. The version in force stays as it is.',
	notRecordedTitle: 'The server cannot record this draft yet',
	notRecordedDetail:
		'Tests and the preview evaluate it, but the server does not keep everything that it takes. The version in force stays as it is.',
	firstVersion: 'This is the first version. Transactions from now on are evaluated by it.',
	nextVersion: (version: number) =>
		`Transactions from now on are evaluated by version ${version}. What was awarded before keeps the version it was awarded by.`,
	comparing: (version: number) => `Comparing with version ${version}…`,
	cannotCompare: 'What changes cannot be shown, because the version in force cannot be read.',
	nothingToPublish: 'Nothing to publish: the draft is the same as the version in force.',
	whatChanges: 'What changes',
	warnings: (count: string) => `The draft has ${count}. A version with warnings can be published.`,
	changes: { added: 'Added', removed: 'Removed', changed: 'Changed', layout: 'Layout only' },
	close: 'Close',
	cancel: 'Cancel',

	noProblems: 'No problems.',
	error: 'Error',
	warning: 'Warning',
	line: (line: number) => `Line ${line}`,

	undid: (label: string) => `Undid: ${label}`,
	redid: (label: string) => `Did again: ${label}`,
	nothingToUndo: 'There is nothing to undo',
	nothingToRedo: 'There is nothing to do again',

	text: 'Text',
	textLabel: 'Text of the program. Press Control M, then Tab, to leave it.',
	loadingText: 'Loading the text',
	position: (line: number, column: number) => `Line ${line}, column ${column}`,
	tabLeaves: 'Tab now leaves the text',
	tabWrites: 'Tab now writes into the text',

	tryAgain: 'Try again',
	request: 'Request',
	fault: 'The editor has a fault',
	unknownFault: 'Something happened that the editor was not made for.',
} as const;
