/** Ends an exhaustive switch: the type checker proves that it is never called, so a call is a bug of our own. */
export function unreachable(value: never): never {
	throw new Error(`Not a known case: ${JSON.stringify(value)}`);
}
