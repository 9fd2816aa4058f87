import { openSnapshot } from '#compiler';
import { applyEdits, type Span } from '#grammar';
import { type Asked, asked } from '../asked.ts';
import type { TextPosition, TextRange } from '../convert.ts';

/** A program to ask about, with a caret and stretches that its text had marks for: `‸`, and `«` and `»` around a stretch. */
export interface MarkedProgram extends Asked {
	readonly caret: TextPosition;
	/** The stretches, in the order in which they begin. */
	readonly ranges: readonly TextRange[];
}

/** Reads a text with marks; the marks are no part of it. */
export function programOf(source: string, options: Parameters<typeof openSnapshot>[1] = {}): MarkedProgram {
	const marks = [...source.matchAll(/[‸«»]/gu)].map(({ index, 0: mark }, before) => ({ mark, at: index - before }));
	const text = source.replace(/[‸«»]/gu, '');
	const program = asked(text, openSnapshot(text, options));
	const spans: Span[] = [];
	const open: number[] = [];
	for (const { mark, at } of marks) {
		if (mark === '«') open.push(at);
		else if (mark === '»') spans.push({ start: open.pop() ?? at, end: at });
	}
	return {
		...program,
		caret: program.places.position(marks.find(({ mark }) => mark === '‸')?.at ?? 0),
		ranges: spans.sort((a, b) => a.start - b.start).map((span) => program.places.range(span)),
	};
}

/** The text of a program with a mark around each range. */
export function withMarks({ text, places }: Asked, ranges: readonly TextRange[]): string {
	const edits = ranges.flatMap((range) => {
		const { start, end } = places.span(range);
		return [
			{ span: { start, end: start }, text: '«' },
			{ span: { start: end, end }, text: '»' },
		];
	});
	return applyEdits(text, edits);
}

/** The text after edits that Monaco was given. */
export function edited(
	{ text, places }: Asked,
	edits: readonly { readonly range: TextRange; readonly text: string }[],
): string {
	return applyEdits(
		text,
		edits.map((edit) => ({ span: places.span(edit.range), text: edit.text })),
	);
}

/** A small program to which a test adds what it is about. */
export const CAFE = `program "Café" {
  currency AED
  timezone "Asia/Dubai"
  channels app, "web shop"
  order types dine_in, pickup
}
tiers by lifetime points {
  tier Bronze from 0 { earn "Net" * 1 }
  tier Gold from 500 { earn "Net" * 2 }
}
filter "Net" = total excluding taxes, fees, tip
filter "Food" = items in category "Food"
`;
