/** The page of problems: why a request is refused, what can be wrong with its input, and what can be wrong with a text. */
import { readFileSync } from 'node:fs';
import { type CheckOptions, compile } from '#compiler';
import { quickFixes } from '#compiler/service';
import { catalogue, type ProblemCode } from '#grammar';
import { FAULTS, sampleOf } from './faults.ts';
import { block, generatedFrom, page } from './markdown-parts.ts';
import { REFUSALS, refusalTitles } from './refusals.ts';

/** Where pages of examples are, by what they are about. */
const FIXTURES = {
	reading: new URL('../../grammar/fixtures/', import.meta.url),
	meaning: new URL('../../compiler/fixtures/problems/', import.meta.url),
};

/** `problems.md` as it should be. */
export async function problemsPage(): Promise<string> {
	const codes = Object.keys(catalogue) as ProblemCode[];
	const problems = codes.map((code) => ({ code, ...exampleOf(code) }));
	const reading = problems.filter(({ about }) => about === 'reading');
	const meaning = problems.filter(({ about }) => about === 'meaning');
	const refusals = Object.keys(REFUSALS);
	const faults = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
	const taken = new Set<string>([...refusals, ...codes]);
	return page([
		'# Problems',
		'Everything that Earnest refuses or warns of has a stable code. Here each of them stands with what it means and what to do.',
		'## Answers of the server',
		'Under `/v1` every answer with a status of 400 or above is a problem document (RFC 9457): `type` names the code and leads here, `detail` tells what happened this time, `faults` and `problems` list what was wrong, and `requestId` finds the request in the log. What was refused left nothing behind.',
		index(refusals),
		...refusalEntries(await refusalTitles()),
		'## Reading a text',
		'A program could not be read as it was meant. The rest of the text is read all the same, so one fault never hides another.',
		index(reading.map(({ code }) => code)),
		...reading.flatMap(problemEntry),
		'## What a text means',
		'The text could be read, but what it says cannot be, or is hardly meant. An error keeps a text from being published; a warning does not. Failing tests are an error only there, and one that can be passed over on purpose.',
		index(meaning.map(({ code }) => code)),
		...meaning.flatMap(problemEntry),
		'## Faults of an input',
		'What [`invalid-request`](#invalid-request) and [`invalid-transaction`](#invalid-transaction) list, each with its place as a JSON pointer (RFC 6901).',
		index(faults, (code) => (taken.has(code) ? `${code}-1` : code)),
		...faults.flatMap(faultEntry),
		generatedFrom('the catalogues of problems, refusals and faults, and from the examples that their tests run'),
	]);
}

/** The codes of a section, to jump to. */
function index(codes: readonly string[], anchor: (code: string) => string = (code) => code): string {
	return codes.map((code) => `[\`${code}\`](#${anchor(code)})`).join(' · ');
}

/** The same code may name a fault of an input too; its entry has the second anchor. */
function alsoFault(code: string): string {
	return code in FAULTS ? `Of a field of an input: [\`${code}\`](#${code}-1).` : '';
}

function refusalEntries(titles: Awaited<ReturnType<typeof refusalTitles>>): string[] {
	return [...titles].flatMap(([kind, { status, title }]) => [
		`### \`${kind}\``,
		`**${status}.** ${title}.`,
		REFUSALS[kind],
		alsoFault(kind),
	]);
}

function problemEntry({ code, message, hint, excerpt, fixes }: { code: ProblemCode } & Example): string[] {
	const severity = catalogue[code].severity === 'error' ? 'Error' : 'Warning';
	return [
		`### \`${code}\``,
		`**${severity}.** ${message}`,
		block('excerpt', excerpt),
		hint === null ? '' : `**What to do:** ${hint}`,
		fixes.length === 0 ? '' : `**The editor offers:** ${fixes.join(' · ')}`,
		alsoFault(code),
	];
}

function faultEntry(code: keyof typeof FAULTS): string[] {
	const sample = sampleOf(code);
	return [`### \`${code}\``, FAULTS[code].means, sample ? `> At \`${sample.path}\`: ${sample.message}` : ''];
}

// ---------------------------------------------------------------- examples

/** Enough for every mark; only bounds are shown by longer lines. */
const EXCERPT_WIDTH = 84;

/** A problem as its page of examples shows it. */
interface Example {
	readonly about: keyof typeof FIXTURES;
	readonly message: string;
	readonly hint: string | null;
	/** The lines of the text that it is about, marked. */
	readonly excerpt: string;
	/** What the editor would do about it, by the titles of its quick fixes. */
	readonly fixes: readonly string[];
}

/** The first time that a code is said in its page. */
function exampleOf(code: ProblemCode): Example {
	for (const about of ['reading', 'meaning'] as const) {
		const [source = '', rendered = ''] = pageOf(new URL(`${code}.page`, FIXTURES[about]))?.split(/^─+$/m) ?? [];
		const said = rendered.split('\n\n').map((each) => each.trim());
		const found = said.find((each) => /^\w+\[([\w-]+)\]/.exec(each)?.[1] === code);
		if (found === undefined) continue;
		const read = readRendered(found);
		return { about, ...read, fixes: fixesOf(source, code, read.message) };
	}
	throw new Error(`No page of examples shows ${code}`);
}

/** What the pages of examples are checked against. */
const SURROUNDINGS: CheckOptions = {
	catalog: {
		stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Bluebird', city: 'Dubai' }],
		items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: null }],
	},
	today: { year: 2026, month: 1, day: 1 },
};

/** The titles of the quick fixes of an example's problem. */
function fixesOf(source: string, code: ProblemCode, message: string): string[] {
	const compilation = compile(source, SURROUNDINGS);
	const problem = compilation.problems.find((each) => each.code === code && each.message === message);
	if (!problem) return [];
	const offered = quickFixes(compilation, problem.span, SURROUNDINGS);
	const titles = offered.filter(({ kind, solves }) => kind === 'fix' && solves === problem).map(({ title }) => title);
	return [...new Set(titles)];
}

function pageOf(place: URL): string | null {
	try {
		return readFileSync(place, 'utf8');
	} catch {
		return null;
	}
}

/** Takes a rendered problem apart: message, frame and hint. */
function readRendered(rendered: string): Omit<Example, 'about' | 'fixes'> {
	const [first = '', , , ...rest] = rendered.split('\n');
	const last = /^ *╰─ (.*)$/.exec(rest.at(-1) ?? '')?.[1] ?? null;
	return {
		message: first.replace(/^\w+\[[\w-]+\]: /, ''),
		hint: last,
		excerpt: (last === null ? rest : rest.slice(0, -1)).map((line) => line.slice(0, EXCERPT_WIDTH).trimEnd()).join('\n'),
	};
}
