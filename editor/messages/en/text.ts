/** Everything that the screen of a program’s text says. */
export const text = {
	viewLabel: 'View',
	text: 'Text',
	changesSince: 'Changes since version {version}',
	nothingChanged: 'Nothing has changed since version {version}.',
} as const;
