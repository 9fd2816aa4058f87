/** Every example program of this folder, found by looking and never listed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A program, and what stands beside it. */
export interface ExampleFile {
	/** `lunch-rush` for `lunch-rush/program.earn`, `real-programs/nectar` for `real-programs/nectar.earn`. */
	readonly name: string;
	readonly source: string;
	/** The content of a JSON file beside `program.earn`; null where there is none. */
	readonly beside: (file: string) => unknown;
}

/** The programs in a folder of the examples, and in its folders, in the order of their names. */
export function findExamples(folder = ''): readonly ExampleFile[] {
	const paths = readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' });
	return paths
		.filter((path) => path.endsWith('.earn'))
		.map((path) => exampleAt(join(import.meta.dirname, folder, path)))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function exampleAt(path: string): ExampleFile {
	const isAlone = path.endsWith(`/${PROGRAM}`);
	return {
		name: relative(import.meta.dirname, isAlone ? dirname(path) : path.slice(0, -'.earn'.length)),
		source: readFileSync(path, 'utf8'),
		beside: (file) => {
			const at = join(dirname(path), file);
			return isAlone && existsSync(at) ? JSON.parse(readFileSync(at, 'utf8')) : null;
		},
	};
}

const PROGRAM = 'program.earn';
