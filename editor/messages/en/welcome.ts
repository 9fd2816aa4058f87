/** Everything that is said before there is a program. */
export const welcome = {
	looking: 'Looking for programs',
	welcome: 'Welcome to Earnest',
	lead: 'A program holds the rules by which your members earn points. Begin with its name, its currency and its timezone.',
	newProgram: 'New program',
	name: 'Name',
	namePlaceholder: 'Bluebird Café',
	currency: 'Currency',
	currencyHint: 'Of every amount in the program',
	timezone: 'Timezone',
	timezoneHint: 'In which days and hours are meant',
	cancel: 'Cancel',
	create: 'Create',
} as const;
