/** Where a command writes and how it is stopped. */
export interface Terminal {
	/** Writes the result. */
	print(text: string): void;
	/** Writes what went wrong, for people; answers with the exit status of a failure. */
	fail(text: string): number;
	/** Progress is shown to people only, never into a file or a pipe. */
	readonly showsProgress: boolean;
	/** Until released, the first Ctrl+C only asks to stop. */
	interruption(): { readonly signal: AbortSignal; readonly release: () => void };
}

/** The terminal of this process. */
export const terminal: Terminal = {
	print: (text) => {
		process.stdout.write(text);
	},
	fail: (text) => {
		process.stderr.write(`${text.trimEnd()}\n`);
		return 1;
	},
	showsProgress: process.stderr.isTTY,
	interruption: () => {
		const controller = new AbortController();
		const abort = () => controller.abort();
		process.once('SIGINT', abort);
		return { signal: controller.signal, release: () => process.off('SIGINT', abort) };
	},
};
