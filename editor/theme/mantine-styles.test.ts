import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const editor = dirname(here);
const library = join(editor, '..', 'node_modules', '@mantine', 'core');
const sheet = readFileSync(join(here, 'mantine.css'), 'utf8');
const listed = [...sheet.matchAll(/styles\/([A-Za-z-]+)\.layer\.css/g)].map((match) => match[1] ?? '');

it('keeps the library in its layer, over which every rule of the editor wins', () => {
	expect([...sheet.matchAll(/@import "(.*)"/g)].map((match) => match[1])).toEqual(
		listed.map((name) => `@mantine/core/styles/${name}.layer.css`),
	);
});

it('loads the styles of every component that the editor uses, and no others', () => {
	const base = ['baseline', 'default-css-variables', 'global'];
	expect([...listed].sort()).toEqual([...base, ...stylesNeeded()].sort());
});

it('loads them in the order of the library, in which later ones build on earlier ones', () => {
	const all = squeeze(readFileSync(join(library, 'styles.css'), 'utf8'));
	const places = listed.map((name) => all.indexOf(squeeze(readFileSync(join(library, 'styles', `${name}.css`), 'utf8'))));
	const known = places.filter((place) => place >= 0);
	expect(known).toEqual([...known].sort((a, b) => a - b));
});

/** The style sheets of the components that the editor names and of all that these are made of. */
function stylesNeeded(): Set<string> {
	const files = new Map(filesIn(join(library, 'esm'), '.mjs').map((path) => [basename(path, '.mjs'), path]));
	const waiting = [...componentsUsed()].flatMap((name) => files.get(name) ?? []);
	const seen = new Set<string>();
	const needed = new Set<string>();
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (seen.has(path)) continue;
		seen.add(path);
		const style = /([A-Za-z]+)\.module\.mjs$/.exec(path)?.[1];
		if (style && existsSync(join(library, 'styles', `${style}.css`))) needed.add(style);
		for (const match of readFileSync(path, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
			waiting.push(resolve(dirname(path), match[1] ?? ''));
		}
	}
	return needed;
}

function componentsUsed(): Set<string> {
	const names = new Set<string>();
	for (const path of [...filesIn(editor, '.tsx'), ...filesIn(editor, '.ts')]) {
		if (/[\\/]e2e[\\/]|\.test\.tsx?$/.test(path)) continue;
		for (const match of readFileSync(path, 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
			for (const name of (match[1] ?? '').split(',')) names.add(name.trim());
		}
	}
	return names;
}

function filesIn(folder: string, ending: string): string[] {
	const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map((entry) => join(entry.parentPath, entry.name));
}

/** Without spaces: the joined sheet is laid out a little differently. */
function squeeze(css: string): string {
	return css.replace(/\s+/g, '');
}
