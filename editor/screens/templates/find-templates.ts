import { type RuleTemplate, templates } from './templates.ts';
import { questionWords, words } from './words.ts';

/** The templates whose words have every word that is searched for. */
export function templatesFor(search: string): readonly RuleTemplate[] {
	const wanted = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
	return templates.filter(({ id, asks }) => {
		const { title, doc } = words.templates[id];
		const said = [title, doc, ...asks.map((kind) => questionWords(id, kind))].join(' ').toLocaleLowerCase();
		return wanted.every((word) => said.includes(word));
	});
}
