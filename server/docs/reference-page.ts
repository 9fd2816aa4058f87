/** The language reference, written from the vocabulary, the grammar's rules and the checker's own answers. */
import { MAX_DEGREE, MAX_POINT_UNITS, MOST_COMPARED_CONDITIONS, MOST_COMPARED_LIMITS, MOST_COMPARED_RULES } from '#compiler';
import type { Construct } from '#compiler/service';
import { keywords, mostCharacters, mostDecimals, mostDigits, parseDeclaration, print } from '#grammar';
import { diagramFile, FORMULA_RULES, formsOf } from './diagrams.ts';
import { ebnf } from './ebnf.ts';
import { block, generatedFrom, grouped, page, table } from './markdown-parts.ts';
import { compilePiece } from './pieces.ts';
import { NOT_RECORDED, type Place, type Section, SECTIONS } from './reference-sections.ts';
import { BOUNDED, REMARKS } from './remarks.ts';
import { formOfRule, lineOf } from './syntax.ts';

/** `reference.md` as it should be. */
export function referencePage(): string {
	return page([
		'# Language reference',
		'Every construct of Earn: its form in a line and as a diagram, what it does, and an example. The [guide](guide.md) explains the same things in their order, with numbers. What nothing evaluates yet is marked; what the server does not record yet is [listed](#not-recorded-yet).',
		...writing(),
		...SECTIONS.flatMap(section),
		...formulas(),
		...sizes(),
		...notYet(),
		...grammar(),
		...reservedWords(),
		generatedFrom('the tables that the parser, the checker and the editor use themselves'),
	]);
}

function section({ title, intro, rows, place, depth }: Section): string[] {
	const heading = `${'#'.repeat(depth)} ${title}`;
	return place === null
		? [heading, intro, listing(rows)]
		: [heading, intro, ...rows.flatMap((row) => constructEntry(row, place))];
}

/** What a title gets behind it where another construct has the same. */
const PLACE_NAMES: Readonly<Record<Place, string>> = {
	document: 'declaration',
	program: 'of the program',
	tiers: 'declaration',
	tier: 'of a tier',
	source: 'source',
	campaign: 'of a campaign',
	rule: 'of a rule',
	when: 'condition',
	redemption: 'of redemption',
	expiry: 'of expiry',
	test: 'of a test',
	member: 'of a member',
	event: 'of an event',
};

const titles = SECTIONS.flatMap(({ title, rows, place }) => [
	title,
	...(place === null ? [] : rows.map((row) => row.title)),
]);
const LATER = '**Not evaluated yet.**';

function constructEntry(row: Construct, place: Place): string[] {
	const isAlone = titles.filter((title) => title === row.title).length === 1;
	return [
		`### ${isAlone ? row.title : `${row.title} (${PLACE_NAMES[place]})`}`,
		row.isEvaluated ? row.doc : `${LATER} ${row.doc}`,
		block('syntax', formsOf(row, place).map(lineOf).join('\n')),
		block('earn', place === 'document' ? print(parseDeclaration(row.example).node) : row.example),
		`![${row.title}, as a diagram](diagrams/${diagramFile(row, place)})`,
		REMARKS[`${place} ${row.keyword || row.title}`] ?? '',
	];
}

function listing(rows: readonly Construct[]): string {
	const cells = rows.map(({ example, doc, isEvaluated }) => [`\`${example}\``, doc, isEvaluated ? 'yes' : 'not yet']);
	return table(['Written', 'Meaning', 'Evaluated'], cells);
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
				['`EVENT`', 'one of the [events](#events)', '`registration`, `event "survey_done"`'],
				['`FORMULA`, `SOURCE`', 'a [formula](#formulas); a [source of a filter](#sources-of-a-filter)', '`"Food" * 2`'],
				['`{ … }`', 'clauses in braces, any number of them', ''],
				['`[ x ]`', '`x` may be left out', ''],
				['`( x | y )`', 'one of them', ''],
				['`x [ , … ]`', 'one or several of `x`, with `,` between them', ''],
				['`[ x … ]`', '`x` any number of times', ''],
			],
		),
		'A diagram says the same: follow the track from left to right. Round boxes are written as they stand, square ones stand for something, and a track that goes back may be taken again.',
	];
}

function formulas(): string[] {
	return [
		'## Formulas',
		`A formula is made of numbers, at most one cart filter (which may stand in it more than once), \`+ - * /\`, a minus before a value, and parentheses. \`*\` and \`/\` go before \`+\` and \`-\`; otherwise it is read from the left. \`5%\` is \`0.05\`.`,
		'Arithmetic is exact: amounts are whole minor units of the currency, everything between is a fraction, and an award is rounded once, at its end. A negative `earn` gives 0. Dividing by zero gives 0 and is said in the reasons; the checker warns of both beforehand, and names the spend.',
		`The filter may stand in it up to the power of ${MAX_DEGREE}.`,
		...FORMULA_RULES.flatMap(([rule, title]) => [
			`### ${title}`,
			block('syntax', lineOf(formOfRule(rule))),
			`![${title}, as a diagram](diagrams/${rule}.svg)`,
		]),
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
		`A transaction gives at most ${grouped(MAX_POINT_UNITS)} points (with decimals: of their smallest unit); one that would give more is refused. A text has at most ${grouped(mostCharacters)} characters; the server takes less, see [HTTP interface](http.md#limits). The other bounds are among the [problems](problems.md): \`too-deep\`, \`clause-too-long\`, \`formula-too-large\`. Of what is beyond ${MOST_COMPARED_CONDITIONS} conditions in one list, ${MOST_COMPARED_LIMITS} limits in one place or ${MOST_COMPARED_RULES} rules in one exclusive set, the checker does not say what changes nothing.`,
	];
}

function notYet(): string[] {
	return [
		'## Not recorded yet',
		'A text that uses one of these is read, checked, laid out and explained, and its tests are run; but the server does not keep what it takes to record its transactions, so publishing it is refused with the problem [`not-recorded-yet`](problems.md#not-recorded-yet). Nothing is ever silently ignored. What nothing evaluates yet brings the warning [`not-evaluated-yet`](problems.md#not-evaluated-yet) besides.',
		table(
			['Written', 'It says', 'Evaluated'],
			NOT_RECORDED.map(({ written, doc, isEvaluated }) => [`\`${written}\``, doc, isEvaluated ? 'yes' : 'not yet']),
		),
	];
}

function grammar(): string[] {
	return [
		'## The grammar',
		'In EBNF, from the parser itself: `{ x }` is any number of `x`, `[ x ]` at most one. `WORD` is a word that is not reserved, `DIGITS` a number without its `%`; the others are above. The first entry of a list behind `in` and `except` says its kind; the ones after it keep it until another is said. The clauses in one pair of braces stand in any order, each once where its entry does not say otherwise.',
		block('ebnf', ebnf()),
	];
}

function reservedWords(): string[] {
	const rows = Object.entries(keywords)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([word, doc]) => [`\`${word}\``, doc]);
	return [
		'## Reserved words',
		'They are lower case and exact. As names they stand in quotes: `channel is "store"`.',
		table(['Word', 'Means'], rows),
	];
}
