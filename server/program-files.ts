/** The programs that a command is given: files, whole folders, and `-` for standard input. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A program and where it came from. */
export interface ProgramFile {
	/** As messages name it. */
	readonly name: string;
	/** Null for standard input. */
	readonly path: string | null;
	readonly text: string;
}

/** Something that was asked for and could not be read, in one sentence. */
export interface UnreadableFile {
	readonly name: string;
	readonly path: null;
	readonly fault: string;
}

/** Reads programs one by one, each once, in the order given; in a folder all `.earn` files, those of its folders too. */
export async function* readPrograms(
	inputs: readonly string[],
	standardInput: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<ProgramFile | UnreadableFile> {
	yield* readFound(await findPrograms(inputs), standardInput);
}

/** A program to be read: a path or `-`, or what was asked for and is not there. */
export type Found = string | UnreadableFile;

/** The programs that inputs stand for, each once and none of them read yet. */
export async function findPrograms(inputs: readonly string[]): Promise<readonly Found[]> {
	const found = new Map<string, Found>();
	for (const input of inputs) {
		for (const path of await pathsOf(input)) {
			const key = typeof path !== 'string' || path === STANDARD_INPUT ? input : resolve(path);
			if (!found.has(key)) found.set(key, path);
		}
	}
	return [...found.values()];
}

/** Reads what was found, one by one. */
export async function* readFound(
	found: readonly Found[],
	standardInput: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<ProgramFile | UnreadableFile> {
	for (const path of found) {
		if (typeof path !== 'string') yield path;
		else yield path === STANDARD_INPUT ? await readStandardInput(standardInput) : await readProgram(path);
	}
}

const STANDARD_INPUT = '-';

/** The files that an input stands for, in the order of their names. */
async function pathsOf(input: string): Promise<Found[]> {
	if (input === STANDARD_INPUT) return [input];
	try {
		if (!(await stat(input)).isDirectory()) return [input];
		const paths = await programsIn(input);
		return paths.length > 0 ? paths : [unreadable(input, `${input} holds no .earn files`)];
	} catch (error) {
		return [unreadable(input, `${input} cannot be read: ${reasonOf(error)}`)];
	}
}

async function programsIn(folder: string): Promise<string[]> {
	const paths: string[] = [];
	const entries = await readdir(folder, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (!entry.name.startsWith('.') && entry.name !== 'node_modules') paths.push(...(await programsIn(path)));
		} else if (entry.name.endsWith('.earn')) paths.push(path);
	}
	return paths;
}

async function readProgram(path: string): Promise<ProgramFile | UnreadableFile> {
	try {
		return { name: path, path, text: decoded(await readFile(path)) };
	} catch (error) {
		return unreadable(path, `${path} cannot be read: ${reasonOf(error)}`);
	}
}

async function readStandardInput(stream: AsyncIterable<Uint8Array | string>): Promise<ProgramFile | UnreadableFile> {
	const name = 'standard input';
	try {
		const chunks: Uint8Array[] = [];
		for await (const chunk of stream) chunks.push(Buffer.from(chunk));
		return { name, path: null, text: decoded(Buffer.concat(chunks)) };
	} catch (error) {
		return unreadable(name, `Standard input cannot be read: ${reasonOf(error)}`);
	}
}

/** Bytes that are no text would be replaced otherwise, and then written so. */
function decoded(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Why a file could not be read or written, as the end of a sentence. */
export function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') return 'there is no such file or folder';
	if (code === 'EACCES' || code === 'EPERM') return 'it is not allowed';
	if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8 text';
	return error instanceof Error ? error.message : String(error);
}

function unreadable(name: string, fault: string): UnreadableFile {
	return { name, path: null, fault };
}
