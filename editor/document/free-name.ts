/** A wished name, with a number behind it where another has it already. */
export function freeName(wished: string, taken: readonly string[]): string {
	let name = wished;
	for (let count = 2; taken.includes(name); count++) name = `${wished} ${count}`;
	return name;
}
