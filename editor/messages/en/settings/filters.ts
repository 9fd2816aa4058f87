/** What the section of cart filters says. */
export const filters = {
	newFilter: 'New filter',
	search: 'Search filters',
	none: 'No cart filters yet',
	noneHint:
		'A cart filter gives a part of the receipt a name, such as “Coffee”, so that conditions and formulas can count it.',
	notFound: 'No filter matches.',
	inSample: '{amount} in the sample',
	name: 'Name',
	changesAll: '{count, plural, one{The change holds for one use: {users}.} other{The change holds for # users: {users}.}}',
	save: 'Save',
	discard: 'Discard',
	create: 'Create filter',
	newTitle: 'New cart filter',
	newAbout: 'What it counts, and what that comes to in the sample.',
	asText: 'The fields cannot show this filter whole; it is changed as text.',
} as const;
