/** Things that are counted, and the words that several rooms share. */
export const counts = {
	errors: '{count, plural, one{# error} other{# errors}}',
	warnings: '{count, plural, one{# warning} other{# warnings}}',
	members: '{count, plural, one{# member} other{# members}}',
	/** `shown` are the digits of `count`, exact to the last one. */
	points: '{count, plural, one{{shown} point} other{{shown} points}}',
	days: '{count, plural, one{{shown} day} other{{shown} days}}',
} as const;
