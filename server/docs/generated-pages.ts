import { problemsPage } from './problems-page.ts';
import { referencePage } from './reference-page.ts';

/** The pages that are written from tables, by their files. */
export const GENERATED: Readonly<Record<string, () => Promise<string> | string>> = {
	'problems.md': problemsPage,
	'reference.md': referencePage,
};
