import {
	applyEdits,
	type Document,
	format,
	formatRange,
	highlight,
	lineStarts,
	parse,
	type ParseResult,
	positionAt,
	type Problem,
	type Span,
	stripSpans,
	type TextEdit,
	walk,
} from '#grammar';
import { expect, test } from 'vitest';
import { Chance, shrink } from './testing/chance.ts';
import { randomDocument } from './testing/documents.ts';

const cases = Number(process.env['CASES'] ?? 5_000);
const seed = Number(process.env['SEED'] ?? 20_260_101);

test('a program laid out afresh says the same, and its comments stay where they belong', () => {
	const shares = { changed: 0, mutated: 0, 'with clean rules': 0, 'without problems': 0, CRLF: 0 };
	for (let index = 0; index < cases; index++) {
		const chance = Chance.seeded(seed + index);
		const { text, isMutated } = draw(chance);
		const { fault, edits, read } = examine(text, chance);
		if (fault !== null) throw new Error(report(index, chance.record));
		if (edits.length > 0) shares.changed++;
		if (isMutated) shares.mutated++;
		if (text.includes('\r\n')) shares.CRLF++;
		if (read.problems.length === 0) shares['without problems']++;
		const rules = read.document.declarations.filter(({ kind }) => kind === 'rule');
		if (rules.some(({ span }) => clean(read.problems, span))) shares['with clean rules']++;
	}
	for (const [name, count] of Object.entries(shares)) {
		console.log(`${((count / cases) * 100).toFixed(1).padStart(6)} %  ${name}`);
	}
	const isVaried = Math.min(...Object.values(shares)) / cases > 0.15;
	expect(isVaried || cases < 1_000).toBe(true);
});

function clean(problems: readonly { readonly span: Span }[], { start, end }: Span): boolean {
	return problems.every(({ span }) => span.end < start || end < span.start);
}

/** A document as it was written, or one that something happened to. */
function draw(chance: Chance): { text: string; isMutated: boolean } {
	const text = randomDocument(chance);
	if (!chance.happens(50)) return { text, isMutated: false };
	return { text: chance.list(1, 3, () => 0).reduce((mutated) => mutate(mutated, chance), text), isMutated: true };
}

const INSERTED = [
	'\n',
	'\r\n',
	'\r',
	' ',
	'\t',
	'\n\n\n',
	'//',
	'{',
	'}',
	'"',
	',',
	'-',
	'rule',
	'\u200f',
	'\u2028',
	'\u00a0',
	'\ufeff',
	'5',
	'(',
];

function mutate(text: string, chance: Chance): string {
	const at = chance.below(text.length + 1);
	switch (chance.below(5)) {
		case 0:
			return text.slice(0, at) + chance.pick(INSERTED) + text.slice(at);
		case 1:
			return text.slice(0, at) + text.slice(at + chance.below(12));
		case 2:
			return text.slice(0, at);
		case 3: {
			// Text of another habit in the same file: other line breaks, other faults.
			const other = randomDocument(chance);
			return text.slice(at) + other.slice(chance.below(other.length));
		}
		default: {
			const from = chance.below(text.length + 1);
			return text.slice(0, at) + text.slice(from, from + 60) + text.slice(at);
		}
	}
}

interface Examined {
	readonly edits: readonly TextEdit[];
	/** The text as it was before. */
	readonly read: ParseResult;
	/** What is wrong with the layout that came out; null where nothing is. */
	readonly fault: string | null;
}

function examine(text: string, chance: Chance): Examined {
	const read = parse(text);
	const edits = format(text, read);
	const after = applyEdits(text, edits);
	const readAfter = parse(after);
	const fault =
		faultOfMeaning({ text, read }, { text: after, read: readAfter }, edits) ??
		(format(after, readAfter).length > 0 ? 'it changes when laid out again' : null) ??
		faultOfLook(text, after, readAfter) ??
		(chance.happens(10) ? faultOfRange({ text, read }, edits, chance) : null);
	return { edits, read, fault };
}

interface ReadText {
	readonly text: string;
	readonly read: ParseResult;
}

function faultOfMeaning(old: ReadText, now: ReadText, edits: readonly TextEdit[]): string | null {
	const { document, problems } = now.read;
	const { text } = old;
	if (said(old.read.document) !== said(document)) return 'another tree';
	if (codes(old.read.problems) !== codes(problems)) return 'other problems';
	if (essence(text) !== essence(now.text)) return 'more than white space changed';
	const isMore = (edit: TextEdit) => /\S/.test(edit.text + text.slice(edit.span.start, edit.span.end));
	if (edits.some(isMore)) return 'an edit of more than white space';
	return owners(text, old.read.document) === owners(now.text, document) ? null : 'comments changed their owner';
}

function codes(problems: readonly Problem[]): string {
	return problems.map(({ code }) => code).join();
}

/** The tree with its comments in their order, without places. */
function said({ declarations, comments }: Document): string {
	return JSON.stringify(stripSpans({ declarations, comments }));
}

/** Every word and comment, and whatever stands between them that is not white space, in order. */
function essence(text: string): string {
	const parts: string[] = [];
	let at = 0;
	for (const { span } of [...highlight(text), { span: { start: text.length, end: text.length } }]) {
		parts.push(text.slice(at, span.start).replace(/\s/g, ''), text.slice(span.start, span.end));
		at = span.end;
	}
	return parts.filter((part) => part !== '').join('\u0000');
}

/** For each declaration and clause: the comments directly above it, those in it, and the one behind it. */
function owners(text: string, document: Document): string {
	const starts = lineStarts(text);
	const lineOf = (offset: number) => positionAt(starts, offset).line;
	const isBlank = (from: number, to: number) => text.slice(from, to).trim() === '';
	const onLine = new Map(document.comments.map((comment) => [lineOf(comment.span.start), comment]));
	const owned: string[] = [];
	walk(document, ({ kind, span, ...node }) => {
		if (kind === 'document') return undefined;
		if (kind !== 'raw' && !('health' in node)) return false;
		owned.push(kind);
		for (let line = lineOf(span.start), at = span.start; isBlank(starts[line - 1] ?? 0, at); ) {
			const above = onLine.get(--line);
			if (!above) break;
			at = above.span.start;
			if (isBlank(starts[line - 1] ?? 0, at)) owned.push(`above: ${above.text}`);
		}
		for (const comment of document.comments) {
			if (span.start <= comment.span.start && comment.span.start < span.end) owned.push(`inside: ${comment.text}`);
		}
		const behind = onLine.get(lineOf(span.end));
		if (behind && behind.span.start >= span.end && isBlank(span.end, behind.span.start))
			owned.push(`behind: ${behind.text}`);
		return undefined;
	});
	return owned.join('\n');
}

/** What can be said of any text that comes out; where there were no problems, there is more. */
function faultOfLook(text: string, after: string, { problems, document }: ParseResult): string | null {
	if (after.trim() !== '' && !/[\r\n]$/.test(after)) return 'no line break at the end';
	if (problems.length > 0) return null;
	const lineBreaks = new Set(after.match(/\r\n|\n|\r/g));
	const expected = /\r\n?|\n/.exec(text.trimStart())?.[0] === '\r\n' ? '\r\n' : '\n';
	if (lineBreaks.size > 1 || (lineBreaks.size === 1 && !lineBreaks.has(expected))) return 'other line breaks';
	if (/(\r\n|\n)\1\1/.test(after)) return 'more than one blank line';
	const remarks = document.comments.toReversed();
	const bare = remarks.reduce((rest, { span }) => `${rest.slice(0, span.start)}//${rest.slice(span.end)}`, after);
	const lines = bare.replace(/^\uFEFF/, '').split(/\r\n|\n/);
	const isOdd = (line: string) => /\s$/.test(line) || (/^\s/.test(line) && !/^( {2}){1,7}\S/.test(line));
	return lines.some(isOdd) ? 'odd white space' : null;
}

/** The lines of a part laid out: nothing but what the whole would do there. */
function faultOfRange({ text, read }: ReadText, whole: readonly TextEdit[], chance: Chance): string | null {
	const start = chance.below(text.length + 1);
	const edits = formatRange(text, { start, end: Math.min(text.length, start + chance.below(120)) }, read);
	const all = new Set(whole.map((edit) => JSON.stringify(edit)));
	if (edits.some((edit) => !all.has(JSON.stringify(edit)))) return 'a range is laid out in another way than the whole';
	const after = applyEdits(text, edits);
	const fault = faultOfMeaning({ text, read }, { text: after, read: parse(after) }, edits);
	return fault === null ? null : `in a range: ${fault}`;
}

/** The smallest case that still fails, with everything needed to see it again. */
function report(index: number, record: readonly number[]): string {
	const look = (candidate: readonly number[]) => {
		const chance = Chance.replayed(candidate);
		const { text } = draw(chance);
		return { text, fault: examine(text, chance).fault };
	};
	const { text, fault } = look(shrink(record, (candidate) => look(candidate).fault !== null));
	const after = applyEdits(text, format(text));
	return `${fault} (SEED=${seed + index} CASES=1)\n${JSON.stringify(text)}\n${JSON.stringify(after)}`;
}
