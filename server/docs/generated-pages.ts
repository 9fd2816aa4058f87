import { diagrams } from './diagrams.ts';
import { guidePage } from './guide-page.ts';
import { problemsPage } from './problems-page.ts';
import { referencePage } from './reference-page.ts';

/** The files that are written from tables, by their paths from this folder; of the guide only a section is. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
	const drawn = [...diagrams()].map(([file, svg]) => [`${DIAGRAMS}/${file}`, svg] as const);
	return new Map([
		['guide.md', guidePage()],
		['problems.md', await problemsPage()],
		['reference.md', referencePage()],
		...drawn,
	]);
}

/** The folder of which every file is written so. */
export const DIAGRAMS = 'diagrams';
