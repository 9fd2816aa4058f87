import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { applyEdits, format, parse } from '#grammar';
import { problemsOf } from './check-command.ts';
import { type ProgramFile, readPrograms, reasonOf } from './program-files.ts';
import type { Terminal } from './terminal.ts';

/** What `earnest fmt` was asked for. */
export interface FmtRequest {
	/** Files, folders, and `-` for standard input. */
	readonly inputs: readonly string[];
	/** Writes nothing and lists what is not in its usual layout. */
	readonly check: boolean;
}

/**
 * Lays programs out and prints the names of the files that changed; a program from standard input is printed itself. Answers
 * with 1 where something cannot be read as it should, and with `check` also where something would change.
 */
export async function fmtCommand(
	{ inputs, check }: FmtRequest,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<number> {
	let status = 0;
	for await (const file of readPrograms(inputs, standardInput)) {
		if ('fault' in file) {
			status = terminal.fail(file.fault);
			continue;
		}
		const read = parse(file.text);
		if (read.problems.length > 0) status = terminal.fail(problemsOf(file.name, file.text, read.problems));
		const edits = format(file.text, read);
		const text = applyEdits(file.text, edits);
		if (file.path === null && !check) terminal.print(text);
		else if (edits.length === 0) continue;
		else if (!check) status = (await save(file, text, terminal)) ? status : 1;
		else {
			terminal.print(`${file.name}\n`);
			status = 1;
		}
	}
	return status;
}

async function save(file: ProgramFile, text: string, terminal: Terminal): Promise<boolean> {
	try {
		await replaceFile(file.path ?? '', text);
		terminal.print(`${file.name}\n`);
		return true;
	} catch (error) {
		terminal.fail(`${file.name} cannot be written: ${reasonOf(error)}`);
		return false;
	}
}

/** Writes a file as a whole or not at all: readers see the old text or the new one, and a link stays a link. */
async function replaceFile(path: string, text: string): Promise<void> {
	const target = await realpath(path);
	await access(target, constants.W_OK);
	const { mode } = await stat(target);
	const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
	try {
		const handle = await open(temporary, 'wx', mode);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, target);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}
