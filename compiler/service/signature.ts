import type { Compilation } from '../compile.ts';
import { ruleClauses } from '../vocabulary/clauses.ts';
import { conditionPalette } from '../vocabulary/conditions.ts';
import type { Construct } from '../vocabulary/construct.ts';
import { declarations, programSettings, tierClauses, tierDeclaration } from '../vocabulary/declarations.ts';
import { caretAt, type Word } from './completion/caret.ts';

/** The shape of a clause with the place in it where the caret is. */
export interface SignatureHelp {
	/** The shapes that the clause can have; at least one. */
	readonly signatures: readonly Signature[];
	/** The one that fits what is written. */
	readonly active: number;
	/** Index of the part of the active shape that the caret is in or behind. */
	readonly activeParameter: number;
}

/** One shape: `limit POINTS points per transaction`. */
export interface Signature {
	readonly label: string;
	readonly doc: string;
	readonly parameters: readonly Parameter[];
}

/** A part of a shape that the user fills in. */
export interface Parameter {
	/** As it stands in the label, in capitals. It stands there once. */
	readonly name: string;
	readonly doc: string;
}

interface Shape {
	readonly label: string;
	readonly construct: Construct;
	/** Words of the clause of which the last one must be there for this shape to fit; the first shape fits always. */
	readonly fits?: readonly string[];
	readonly parts: readonly (Parameter & {
		/** The words that lead to it. */
		readonly after: readonly string[];
	})[];
}

/** How the clause at a caret goes on, for clauses of a fixed shape; null elsewhere. It reads the words before the caret only. */
export function signatureHelp({ source }: Pick<Compilation, 'source'>, offset: number): SignatureHelp | null {
	const caret = caretAt(source, offset);
	const first = caret?.clause[0];
	const shapes = first && shapesOf[`${caret.level} ${first.text}`];
	if (!caret || !shapes) return null;
	const active = Math.max(
		0,
		shapes.findIndex(({ fits }) => fits?.some((word) => has(caret.clause, word))),
	);
	const signatures = shapes.map(({ label, construct, parts }) => ({
		label,
		doc: construct.doc,
		parameters: parts.map(({ name, doc }) => ({ name, doc })),
	}));
	return { signatures, active, activeParameter: partAt(caret.clause, shapes[active]?.parts ?? []) };
}

function has(clause: readonly Word[], text: string): boolean {
	return clause.some((word) => word.class !== 'string' && word.text === text);
}

/** The part that the last of the leading words leads to. */
function partAt(clause: readonly Word[], parts: Shape['parts']): number {
	for (const word of clause.toReversed()) {
		if (word.class === 'string') continue;
		const part = parts.findIndex(({ after }) => after.includes(word.text));
		if (part >= 0) return part;
	}
	return 0;
}

function row(rows: readonly Construct[], keyword: string): Construct {
	return rows.find((candidate) => candidate.keyword === keyword) as Construct;
}

const comparisons = ['>=', '<=', '>', '<', '=', '!='];
const limitParts = [{ name: 'POINTS', doc: 'The most points that one transaction may give.', after: ['limit'] }];
const earnParts = [{ name: 'FORMULA', doc: 'Numbers, + - * / and one cart filter.', after: ['earn'] }];

/** By level and first word. */
const shapesOf: Readonly<Record<string, readonly Shape[]>> = {
	'document filter': [
		{
			label: 'filter NAME = SOURCE',
			construct: row(declarations, 'filter'),
			parts: [
				{ name: 'NAME', doc: 'What the rules call the amount.', after: ['filter'] },
				{ name: 'SOURCE', doc: '`total`, or `items` with what chooses them.', after: ['='] },
			],
		},
	],
	'program points': [
		{
			label: 'points whole, rounded DIRECTION per award',
			construct: row(programSettings, 'points'),
			parts: [{ name: 'DIRECTION', doc: '`down`, `up`, `half up` or `half even`.', after: ['rounded'] }],
		},
		{
			label: 'points with COUNT decimals, rounded DIRECTION per award',
			construct: row(programSettings, 'points'),
			fits: ['with'],
			parts: [
				{ name: 'COUNT', doc: 'How many decimals points have: 1 to 6.', after: ['with'] },
				{ name: 'DIRECTION', doc: '`down`, `up`, `half up` or `half even`.', after: ['rounded'] },
			],
		},
	],
	'program limit': [
		{ label: 'limit POINTS points per transaction', construct: row(programSettings, 'limit'), parts: limitParts },
	],
	'tiers tier': [
		{
			label: 'tier NAME from POINTS { … }',
			construct: tierDeclaration,
			parts: [
				{ name: 'NAME', doc: 'What the tier is called.', after: ['tier'] },
				{ name: 'POINTS', doc: 'The lifetime points from which it begins.', after: ['from'] },
			],
		},
	],
	'tier earn': [{ label: 'earn FORMULA', construct: row(tierClauses, 'earn'), parts: earnParts }],
	'tier multiply': [
		{
			label: 'multiply points by FACTOR',
			construct: row(tierClauses, 'multiply points by'),
			parts: [{ name: 'FACTOR', doc: 'A number such as 1.5.', after: ['by'] }],
		},
	],
	'rule active': [
		{
			label: 'active from START until END',
			construct: row(ruleClauses, 'active'),
			parts: [
				{ name: 'START', doc: 'The first day, or a day and a time. It may be left out with its `from`.', after: ['from'] },
				{
					name: 'END',
					doc: 'The last day, or a day and the time before which it ends. It may be left out.',
					after: ['until'],
				},
			],
		},
	],
	'rule priority': [
		{
			label: 'priority NUMBER',
			construct: row(ruleClauses, 'priority'),
			parts: [{ name: 'NUMBER', doc: 'A whole number; the higher one is served first.', after: ['priority'] }],
		},
	],
	'rule earn': [{ label: 'earn FORMULA', construct: row(ruleClauses, 'earn'), parts: earnParts }],
	'rule limit': [{ label: 'limit POINTS points per transaction', construct: row(ruleClauses, 'limit'), parts: limitParts }],
	'when on': [
		{
			label: 'on DAYS between START and END',
			construct: row(conditionPalette, 'on'),
			parts: [
				{ name: 'DAYS', doc: 'Days such as `Mon to Fri, Sun`, or `any day`.', after: ['on'] },
				{ name: 'START', doc: 'The first minute that counts.', after: ['between'] },
				{
					name: 'END',
					doc: 'The minute at which it is over; up to 24:00, and past midnight where it is earlier.',
					after: ['and'],
				},
			],
		},
	],
	'when spend': [
		{
			label: 'spend FILTER >= AMOUNT',
			construct: row(conditionPalette, 'spend'),
			parts: [
				{ name: 'FILTER', doc: 'The cart filter whose amount is compared.', after: ['spend'] },
				{ name: 'AMOUNT', doc: 'A number in the program’s currency.', after: comparisons },
			],
		},
		{
			label: 'spend FILTER between LOW and HIGH',
			construct: row(conditionPalette, 'spend'),
			fits: ['between'],
			parts: [
				{ name: 'FILTER', doc: 'The cart filter whose amount is compared.', after: ['spend'] },
				{ name: 'LOW', doc: 'The smallest amount that counts.', after: ['between'] },
				{ name: 'HIGH', doc: 'The largest amount that counts.', after: ['and'] },
			],
		},
	],
	'when birthday': [
		{
			label: 'birthday within COUNT days',
			construct: row(conditionPalette, 'birthday'),
			parts: [{ name: 'COUNT', doc: 'Days before and after the birthday: 1 to 182.', after: ['within'] }],
		},
	],
};
