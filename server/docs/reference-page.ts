/** The language reference, written from the vocabulary, the grammar's rules and the checker's own answers. */
import { BUILT_IN_FILTERS, MAX_DEGREE, MAX_POINT_UNITS } from '#compiler';
import {
	conditionPalette,
	type Construct,
	declarations,
	effectPalette,
	filterSources,
	programSettings,
	ruleClauses,
	tierClauses,
	tierDeclaration,
} from '#compiler/service';
import { keywords, type Level, mostCharacters, mostDecimals, mostDigits, parseDeclaration, print } from '#grammar';
import { ebnf } from './ebnf.ts';
import { readGrammarSource } from './grammar-rules.ts';
import { block, generatedFrom, grouped, page, table } from './markdown-parts.ts';
import { compilePiece } from './pieces.ts';
import { BOUNDED, NOT_YET, REMARKS } from './remarks.ts';
import { syntaxOf, syntaxOfRule } from './syntax.ts';

const source = readGrammarSource();

/** `reference.md` as it should be. */
export function referencePage(): string {
	return page([
		'# Language reference',
		'Every construct of Earn that this version evaluates: its form, what it does, and an example. The [guide](guide.md) explains the same things in their order, with numbers.',
		...writing(),
		...SECTIONS.flatMap(({ title, intro, place, rows }) => [
			`## ${title}`,
			intro,
			...rows.flatMap((row) => constructEntry(row, place)),
		]),
		...formulas(),
		...sizes(),
		...notYet(),
		...grammar(),
		...reservedWords(),
		generatedFrom('the tables that the parser, the checker and the editor use themselves'),
	]);
}

/** Where the rows of a section stand: a level of the text, or the source of a filter. */
type Place = Level | 'source';

const SECTIONS: readonly { title: string; intro: string; place: Place; rows: readonly Construct[] }[] = [
	{ title: 'Declarations', intro: 'They stand at the top of a text, in any order.', place: 'document', rows: declarations },
	{
		title: 'Settings of the program',
		intro: 'They stand in the braces of `program`, in any order. `currency` and `timezone` must be there.',
		place: 'program',
		rows: programSettings,
	},
	{
		title: 'Tiers of members',
		intro: 'Each `tier` stands in the braces of `tiers`; in its own braces stand its clauses, or nothing.',
		place: 'tiers',
		rows: [tierDeclaration],
	},
	{ title: 'Clauses of a tier', intro: 'They stand in the braces of a `tier`.', place: 'tier', rows: tierClauses },
	{
		title: 'Sources of a filter',
		intro: `They stand behind the \`=\` of a \`filter\`. Two filters are always there: ${BUILT_IN_FILTERS.map((name) => `\`"${name}"\``).join(' and ')}.`,
		place: 'source',
		rows: filterSources,
	},
	{
		title: 'Clauses of a rule',
		intro: 'They stand in the braces of a `rule`, in any order.',
		place: 'rule',
		rows: ruleClauses,
	},
	{
		title: 'Conditions',
		intro:
			'They stand in the braces of `when`. All of them must hold. Where the fact that a condition asks for is missing, it is *unknown*, with `not` as well as without, and an unknown condition does not hold.',
		place: 'when',
		rows: conditionPalette,
	},
];

/** What a title gets behind it where another construct has the same. */
const PLACE_NAMES: Readonly<Record<Place, string>> = {
	document: 'declaration',
	program: 'of the program',
	tiers: 'declaration',
	tier: 'of a tier',
	source: 'source',
	rule: 'of a rule',
	when: 'condition',
};

const titles = SECTIONS.flatMap(({ title, rows }) => [title, ...rows.map((row) => row.title)]);

function constructEntry(row: Construct, place: Place): string[] {
	const isAlone = titles.filter((title) => title === row.title).length === 1;
	const [word = ''] = row.keyword.split(' ');
	const syntax = place === 'source' ? syntaxOfRule(source, `${word}Source`) : syntaxOf(source, place, word);
	return [
		`### ${isAlone ? row.title : `${row.title} (${PLACE_NAMES[place]})`}`,
		row.doc,
		block('syntax', syntax),
		block('earn', place === 'document' ? print(parseDeclaration(row.example).node) : row.example),
		REMARKS[`${place} ${row.keyword}`] ?? '',
	];
}

function writing(): string[] {
	return [
		'## How a text is written',
		'A text is UTF-8. Layout never matters: a clause may go over several lines, and several may stand on one. `//` begins a comment that ends with its line. There are no semicolons, and a list has no comma at its end.',
		table(
			['In a form', 'Stands for', 'For example'],
			[
				[
					'`NAME`',
					'a word of letters, digits and `_`, or a text in quotes. A reserved word needs the quotes',
					'`app`, `"Net total"`',
				],
				['`TEXT`', 'a text in quotes on one line; `\\"` is a quote in it, `\\\\` a backslash', '`"Double points."`'],
				[
					'`NUMBER`',
					`digits, if you like in groups of three with \`_\`, with decimals behind a dot: at most ${mostDigits} digits, ${mostDecimals} of them decimals. In a formula \`%\` may follow`,
					'`10`, `1_000`, `0.5`, `5%`',
				],
				['`DATE`, `TIME`', 'a day that exists; hours and minutes from `00:00` to `24:00`', '`2026-02-28`, `09:30`'],
				['`DAY`', 'a day of the week: in three letters in a condition, whole behind `week starts`', '`Mon`, `Monday`'],
				['`COLOR`', '`#` and six hexadecimal digits', '`#B87333`'],
				['`[ x ]`', '`x` may be left out', ''],
				['`( x | y )`', 'one of them', ''],
				['`x [ , … ]`', 'one or several of `x`, with `,` between them', ''],
			],
		),
	];
}

function formulas(): string[] {
	return [
		'## Formulas',
		`A formula is made of numbers, at most one cart filter (which may stand in it more than once), \`+ - * /\`, a minus before a value, and parentheses. \`*\` and \`/\` go before \`+\` and \`-\`; otherwise it is read from the left. \`5%\` is \`0.05\`.`,
		'Arithmetic is exact: amounts are whole minor units of the currency, everything between is a fraction, and an award is rounded once, at its end. A negative `earn` gives 0. Dividing by zero gives 0 and is said in the reasons; the checker warns of both beforehand, and names the spend.',
		`The filter may stand in it up to the power of ${MAX_DEGREE}.`,
		table(
			['Form', 'Gives', 'Example'],
			effectPalette.map(({ title, doc, example }) => [title, doc, `\`${example}\``]),
		),
	];
}

/** The bounds that the checker names when something is beyond them. */
function sizes(): string[] {
	const bounded = BOUNDED.map(([what, piece]) => {
		const found = compilePiece(piece).problems.find(({ code }) => code === 'number-out-of-range')?.message ?? '';
		const bounds = / must lie between (\S+) and (\S+);/.exec(found);
		if (!bounds) throw new Error(`${piece} was to be out of range; found ${found}`);
		return [what, `\`${bounds[1]}\``, `\`${bounds[2]}\``];
	});
	return [
		'## Limits of size',
		table(['What', 'At least', 'At most'], bounded),
		`A number has at most ${mostDigits} digits, ${mostDecimals} of them decimals. An amount in a condition has at most the decimals of the currency; a threshold or a limit at most those of the points.`,
		`A transaction gives at most ${grouped(MAX_POINT_UNITS)} points (with decimals: of their smallest unit); one that would give more is refused. A text has at most ${grouped(mostCharacters)} characters; the server takes less, see [HTTP interface](http.md#limits). The other bounds are among the [problems](problems.md): \`too-deep\`, \`clause-too-long\`, \`formula-too-large\`.`,
	];
}

function notYet(): string[] {
	const rows = NOT_YET.map(([piece, meaning]) => {
		const problem = compilePiece(piece).problems.find(({ code }) => code === 'not-evaluated-yet');
		if (!problem) throw new Error(`${piece} was to be refused`);
		return [`\`${piece}\``, meaning];
	});
	return [
		'## Not evaluated yet',
		'These belong to the language, and their words are reserved for them. A text that uses one gets the error [`not-evaluated-yet`](problems.md#not-evaluated-yet) and cannot be published: nothing is ever silently ignored.',
		table(['Written', 'It is to say'], rows),
	];
}

function grammar(): string[] {
	return [
		'## The grammar',
		'In EBNF: `{ x }` is any number of `x`, `[ x ]` at most one. `WORD` is a word that is not reserved, `DIGITS` a number without its `%`; the others are above. The first entry of a list behind `in` and `except` says its kind; the ones after it keep it until another is said.',
		block('ebnf', ebnf(source)),
	];
}

function reservedWords(): string[] {
	const rows = Object.entries(keywords)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([word, doc]) => [`\`${word}\``, doc]);
	return [
		'## Reserved words',
		'They are lower case and exact. As names they stand in quotes: `channel is "store"`. Some belong to constructs that are not evaluated yet, so that a program written today keeps its meaning.',
		table(['Word', 'Means'], rows),
	];
}
