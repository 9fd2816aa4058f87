import type { Comment, Span } from '#grammar';

/** The comments that belong to a clause: those on the lines directly above it, and the one behind it on its last line. */
export interface Remarks {
	readonly above: readonly Comment[];
	readonly behind: Comment | null;
}

/** The comments of a clause; `comments` are all of the text, in its order. */
export function ownRemarks(source: string, comments: readonly Comment[], span: Span): Remarks {
	const above: Comment[] = [];
	let top = span.start;
	for (const comment of comments.slice(0, firstFrom(comments, span.start)).toReversed()) {
		if (!/^[ \t]*(\r\n|\n|\r)[ \t]*$/.test(source.slice(comment.span.end, top)) || !startsLine(source, comment.span.start))
			break;
		above.unshift(comment);
		top = comment.span.start;
	}
	const behind = comments[firstFrom(comments, span.end)];
	const isBehind = behind !== undefined && /^[ \t]*$/.test(source.slice(span.end, behind.span.start));
	return { above, behind: isBehind ? behind : null };
}

/** What the comments of a clause say, without their slashes. */
export function remarksOf(source: string, comments: readonly Comment[], span: Span): string[] {
	const { above, behind } = ownRemarks(source, comments, span);
	return [...above, ...(behind ? [behind] : [])].map(saidBy);
}

/** The text of a clause together with its comments, as it could stand elsewhere: without the indentation that all its lines have. */
export function textWithRemarks(source: string, comments: readonly Comment[], span: Span): string {
	const { above, behind } = ownRemarks(source, comments, span);
	const start = above[0]?.span.start ?? span.start;
	const indent = /[ \t]*$/.exec(source.slice(0, start))?.[0] ?? '';
	const [first = '', ...others] = source.slice(start, behind?.span.end ?? span.end).split(/\r\n|\n|\r/);
	return [first, ...others.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))].join('\n');
}

/** What a comment says, without its slashes. */
export function saidBy({ text }: Comment): string {
	return text.replace(/^\/\/+\s*/, '').trim();
}

function startsLine(source: string, offset: number): boolean {
	return /(^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, offset - 200), offset));
}

/** The index of the first comment that begins at an offset or behind it. */
function firstFrom(comments: readonly Comment[], offset: number): number {
	let low = 0;
	let high = comments.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((comments[middle] as Comment).span.start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
