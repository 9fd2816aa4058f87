/** The diagrams of the reference: a file for each construct, and a second one for narrow screens where the first is wide. */
import type { Construct } from '#compiler/service';
import type { Part } from './grammar-rules.ts';
import { railroad } from './railroad.ts';
import { type Place, SECTIONS } from './reference-sections.ts';
import { bracedForm, classOf, formOf, formOfRule, lineOf, nameOfRule } from './syntax.ts';

/** A broad one fits beside the table of contents, a narrow one on a telephone. */
const WIDTHS = { broad: 640, narrow: 320 } as const;

/** The forms of a construct, with braces first: one or two. */
export function formsOf(row: Construct, place: Place): readonly Part[] {
	const words = row.keyword === '' ? [] : row.keyword.split(' ');
	if (place === 'source') return [formOfRule('filterSource', words)];
	return [bracedForm(place, words), formOf(place, words)].filter((form) => form !== null);
}

/** The file of a construct's diagram: `when-spend.svg`. */
export function diagramFile(row: Construct, place: Place): string {
	return `${place}-${(row.keyword || row.title).toLowerCase().replaceAll(/[^a-z]+/g, '-')}.svg`;
}

/** The file for narrow screens beside another one. */
export function narrowFile(file: string): string {
	return file.replace(/\.svg$/, '.narrow.svg');
}

/** Every diagram by its file. */
export function diagrams(): ReadonlyMap<string, string> {
	const files = new Map<string, string>();
	const draw = (file: string, title: string, forms: readonly Part[]) => {
		const [first] = forms;
		const form: Part = forms.length === 1 && first ? first : { kind: 'one of', parts: forms };
		const description = forms.map(lineOf).join(' or ');
		const of = (mostWidth: number) =>
			railroad(form, { title: `${title}, as a diagram`, description, mostWidth, nameOf: nameOfRule, classOf });
		const broad = of(WIDTHS.broad);
		files.set(file, broad.svg);
		if (broad.width > WIDTHS.narrow) files.set(narrowFile(file), of(WIDTHS.narrow).svg);
	};
	for (const { rows, place } of SECTIONS) {
		if (place === null) continue;
		for (const row of rows) draw(diagramFile(row, place), row.title, formsOf(row, place));
	}
	for (const [rule, title] of FORMULA_RULES) draw(`${rule}.svg`, title, [formOfRule(rule)]);
	return files;
}

/** The rules of which formulas are made, and what each is called. */
export const FORMULA_RULES: readonly (readonly [rule: string, title: string])[] = [
	['formula', 'Formula'],
	['product', 'Product'],
	['signed', 'Signed'],
	['primary', 'Value'],
];
