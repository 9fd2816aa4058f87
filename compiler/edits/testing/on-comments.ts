/** Random operations on comments, and what they must come to. */
import type { Document } from '#grammar';
import type { Operation } from '../operation.ts';
import type { Chance } from './chance.ts';
import { pickByKind, type RandomOperation, short } from './drawing.ts';
import { ownedComments, partWithSpan, saidIn } from './remarks.ts';
import { holders } from './standing.ts';

type SetComments = Extract<Operation, { kind: 'set-comments' }>;

const TEXTS = ['new one', 'جديد', '新', '', '// twice', '  blanks around  ', 'rule "X" { earn 1 }', 'two\nlines'] as const;

/** Random comments for a random part; some of them are those of the document. */
export function setComments(chance: Chance, document: Document): RandomOperation | null {
	const parts = holders(document).flatMap((holder) => holder.parts);
	const part = pickByKind(chance, parts, ({ kind }) => kind);
	if (!part) return null;
	const known = document.comments.map(({ text }) => saidIn(text));
	const text = () => (known.length > 0 && chance.happens(50) ? chance.pick(known) : chance.pick(TEXTS));
	const above = chance.list(0, 3, text);
	const behind = chance.happens(50) ? text() : null;
	const declaration = short(chance, part.path.slice(0, 1));
	return { operation: { kind: 'set-comments', declaration, span: part.span, above, behind }, about: part.kind };
}

/** Says whether a part has the comments that were wished for, and every other comment is still there. */
export function faultOfWritten(
	before: { readonly text: string; readonly document: Document },
	after: { readonly text: string; readonly document: Document },
	{ span, above, behind }: SetComments,
): string | null {
	const around = ({ text, document }: typeof before, { start, end }: typeof span) =>
		[...ownedComments(text, document, { start, end })]
			.filter((comment) => comment.span.start < start || comment.span.start >= end)
			.toSorted((a, b) => a.span.start - b.span.start);
	const part = partWithSpan(before.document, span);
	const same = holders(after.document)
		.flatMap(({ parts }) => parts)
		.find(({ path }) => path.join() === part?.path.join());
	if (!part || !same) return 'the part is gone';
	const old = around(before, span);
	const now = around(after, same.span);
	const tail = linesIn([behind ?? '']).join(' ');
	const expected = [...linesIn(above), ...(tail === '' ? [] : [tail])];
	const found = now.map(({ text }) => saidIn(text));
	if (found.join('\n') !== expected.join('\n')) return `the comments are ${JSON.stringify(found)}`;
	const rest = (document: Document, own: typeof old) =>
		document.comments.filter((comment) => !own.includes(comment)).map(({ text }) => text);
	return rest(before.document, old).join('\n') === rest(after.document, now).join('\n') ? null : 'another comment changed';
}

function linesIn(typed: readonly string[]): string[] {
	const lines = typed.flatMap((text) => text.split('\n').map((line) => line.trim()));
	while (lines[0] === '') lines.shift();
	while (lines.at(-1) === '') lines.pop();
	return lines;
}
