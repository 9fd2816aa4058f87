/**
 * What is wrong with a text, in the language that is spoken. The compiler says it in English; what it says it of is read back
 * from its sentence with the very row of the catalogue that made it. What cannot be said otherwise stays English.
 */
import { catalogue, type Problem, type ProblemCode } from '#grammar';
import { formatMessage } from './message.ts';
import { spoken } from './language.ts';

/** The sentences for one problem, with the arguments of its row: `{name}`. */
interface Said {
	readonly message: string;
	/** What the row's hint says of all its arguments. The one that names the nearest known name is said by `didYouMean`. */
	readonly hint?: string;
	/** What it says instead where one of them is missing. */
	readonly otherwise?: string;
	/** Arguments that are no words of the user's, but say what something is. */
	readonly nouns?: readonly string[];
}

/** Problems in another language than the compiler's. */
export interface ProblemWords {
	/** For the hint that names the nearest known name: `{nearest}`. */
	readonly didYouMean: string;
	readonly of: { readonly [C in ProblemCode]?: Said };
	/** What something is, by its English noun. */
	readonly nouns: Readonly<Record<string, string>>;
}

/** What is shown of a problem. */
export type ShownProblem = Pick<Problem, 'message' | 'hint'>;

/** A problem as the language that is spoken says it. */
export function problemWords(problem: Pick<Problem, 'code' | 'message' | 'hint'>): ShownProblem {
	const { message, hint } = problem;
	const words = spoken().translation?.problems;
	const said = words?.of[problem.code];
	const english = hint === undefined ? { message } : { message, hint };
	if (!words || !said) return english;
	const templates = templatesOf(problem.code);
	const parts = partsOf(templates.message, message, said, words);
	if (!parts) return english;
	const shown = formatMessage(said.message, parts);
	if (hint === undefined) return { message: shown };
	return { message: shown, hint: hintIn(words, said, hint, { ...parts, ...templates.hint?.exec(hint)?.groups }) };
}

type Parts = Readonly<Record<string, string>>;

function hintIn(words: ProblemWords, said: Said, hint: string, parts: Parts): string {
	const nearest = /^Did you mean `([^`]+)`\?$/.exec(hint)?.[1];
	if (nearest !== undefined) return formatMessage(words.didYouMean, { nearest });
	const wanted = [...(said.hint ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
	const isWhole = said.hint !== undefined && wanted.every((name) => name in parts);
	const shown = isWhole ? said.hint : said.otherwise;
	return shown === undefined ? hint : formatMessage(shown, parts);
}

/** The arguments of a sentence; null where one of them has no word in this language. */
function partsOf(template: RegExp, message: string, { nouns = [] }: Said, words: ProblemWords): Parts | null {
	const found = template.exec(message);
	if (!found) return null;
	const entries = Object.entries(found.groups ?? {}).map(
		([name, part]) => [name, nouns.includes(name) ? words.nouns[part] : part] as const,
	);
	return entries.every((entry): entry is readonly [string, string] => entry[1] !== undefined)
		? Object.fromEntries(entries)
		: null;
}

interface Templates {
	readonly message: RegExp;
	readonly hint: RegExp | null;
}

const known = new Map<ProblemCode, Templates>();

function templatesOf(code: ProblemCode): Templates {
	const before = known.get(code);
	if (before) return before;
	const row = catalogue[code] as unknown as { readonly message: Sentence; readonly hint?: Sentence };
	const made = { message: templateOf(row.message), hint: row.hint ? templateOf(row.hint) : null };
	known.set(code, made);
	return made;
}

type Sentence = (parts: Record<string, string>) => string | undefined;

/** A sentence of the catalogue as a pattern of what it may say: each of its arguments is a group of that name. */
function templateOf(sentence: Sentence): RegExp {
	const marked = sentence(new Proxy({}, { get: (_, name) => `\u0001${String(name)}\u0001` })) ?? '';
	const seen = new Set<string>();
	const pieces = marked.split('\u0001').map((piece, index) => {
		if (index % 2 === 0) return piece.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
		if (seen.has(piece)) return String.raw`\k<${piece}>`;
		seen.add(piece);
		return `(?<${piece}>[^]*?)`;
	});
	return new RegExp(`^${pieces.join('')}$`);
}
