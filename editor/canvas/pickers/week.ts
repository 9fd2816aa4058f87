interface WeekInfo {
	/** 1 Monday to 7 Sunday. */
	readonly firstDay: number;
	readonly weekend: readonly number[];
}

/** The day on which a week begins where a language is spoken: 1 Monday to 7 Sunday. */
export function firstWeekday(language: string): number {
	return weekInfo(language)?.firstDay ?? 1;
}

/** The days of the weekend there. */
export function weekendIn(language: string): readonly number[] {
	return weekInfo(language)?.weekend ?? [6, 7];
}

/** Not every browser knows it, and some by its older name. */
function weekInfo(language: string): WeekInfo | undefined {
	const locale = new Intl.Locale(language) as Intl.Locale & {
		readonly getWeekInfo?: () => WeekInfo;
		readonly weekInfo?: WeekInfo;
	};
	return locale.getWeekInfo?.() ?? locale.weekInfo;
}
