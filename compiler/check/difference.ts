/** What changed from one list to the next, so that what was made of the rest is made once. */

/** Two lists are the same in their first `ahead` entries and in their last `behind`. */
export interface Difference {
	readonly ahead: number;
	readonly behind: number;
}

/** Where two lists of the same objects differ. */
export function differenceOf(before: readonly object[], now: readonly object[]): Difference {
	const most = Math.min(before.length, now.length);
	let ahead = 0;
	while (ahead < most && before[ahead] === now[ahead]) ahead++;
	let behind = 0;
	while (behind < most - ahead && before[before.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
	return { ahead, behind };
}

/** The entries of one of the two lists, or of what was made of one, that are not in both. */
export function changedIn<T>(list: readonly T[], { ahead, behind }: Difference): T[] {
	return list.slice(ahead, list.length - behind);
}

/** What each entry of a list comes to. `made` is what those of the list before came to. */
export function mapAgain<T, R>(
	now: readonly T[],
	made: readonly R[],
	difference: Difference,
	make: (entry: T) => R,
): readonly R[] {
	const { ahead, behind } = difference;
	return made.slice(0, ahead).concat(changedIn(now, difference).map(make), made.slice(made.length - behind));
}
