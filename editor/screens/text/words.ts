/** Everything that the screen of a program's text says. */
export const words = {
	viewLabel: 'View',
	text: 'Text',
	changesSince: (version: number) => `Changes since version ${version}`,
	nothingChanged: (version: number) => `Nothing has changed since version ${version}.`,
} as const;
