import type { Comment, Span } from '#grammar';

/**
 * The comments that belong to a clause, without their slashes: those on the lines directly above it, and the one behind it on its
 * last line. `comments` are all of the text, in its order.
 */
export function remarksOf(source: string, comments: readonly Comment[], span: Span): string[] {
	const above: Comment[] = [];
	let top = span.start;
	for (const comment of comments.slice(0, firstFrom(comments, span.start)).toReversed()) {
		if (!/^[ \t]*(\r\n|\n|\r)[ \t]*$/.test(source.slice(comment.span.end, top)) || !startsLine(source, comment.span.start))
			break;
		above.unshift(comment);
		top = comment.span.start;
	}
	const behind = comments[firstFrom(comments, span.end)];
	const own = behind && /^[ \t]*$/.test(source.slice(span.end, behind.span.start)) ? [behind] : [];
	return [...above, ...own].map(({ text }) => text.replace(/^\/\/+\s*/, '').trim());
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
