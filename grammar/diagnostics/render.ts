/** A problem as a terminal shows it: the message, the line it is about, and the stretch under it. */
import { columns } from '../columns.ts';
import { lineStarts, positionAt, type Span } from '../text.ts';
import type { Problem } from './problem.ts';

/** How a problem is rendered. */
export interface RenderOptions {
	/** The name of the text, shown before line and column. */
	readonly file: string;
}

const mostColumns = 120;

/**
 * A problem in several lines without a final line break: severity and code, message, place, the line with the stretch marked
 * by `^`, the related place if there is one, and the hint.
 */
export function renderProblem(text: string, problem: Problem, options: RenderOptions): string {
	return [`${problem.severity}[${problem.code}]: ${problem.message}`, renderFrame(text, problem, options)].join('\n');
}

/** What a frame shows: a stretch of a text, a second one that explains it, and a remark below. */
export type Framed = Pick<Problem, 'span' | 'related' | 'hint'>;

/** The place of a stretch and its line with the stretch marked by `^`, in several lines without a final line break. */
export function renderFrame(text: string, { span, related, hint }: Framed, { file }: RenderOptions): string {
	const starts = lineStarts(text);
	const { line, column } = positionAt(starts, span.start);
	const relatedLine = related && positionAt(starts, related.span.start).line;
	const width = String(Math.max(line, relatedLine ?? 0)).length;
	const gutter = ' '.repeat(width);
	const frame = (span: Span, mark: string, label: string) => {
		const place = positionAt(starts, span.start);
		const { source, underline } = excerpt(text, starts, span, mark);
		return [`${String(place.line).padStart(width)} │ ${source}`, `${gutter} │ ${underline}${label && ` ${label}`}`];
	};
	return [
		`${gutter} ╭─ ${file}:${line}:${column}`,
		`${gutter} │`,
		...frame(span, '^', ''),
		...(related ? frame(related.span, '-', related.message) : []),
		...(hint === undefined ? [] : [`${gutter} ╰─ ${hint}`]),
	].join('\n');
}

/** The first line of a span, cut where it is long, and the marks under it. An empty span gets one mark. */
function excerpt(text: string, starts: readonly number[], span: Span, mark: string) {
	const { line, column } = positionAt(starts, span.start);
	const start = starts[line - 1] ?? 0;
	const whole = text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
	const from = column - 1 > mostColumns - 20 ? column - 21 : 0;
	const source = whole.slice(from, from + mostColumns);
	const before = whole.slice(from, column - 1);
	const marked = whole.slice(column - 1, Math.min(span.end - start, from + mostColumns));
	return { source: visible(source), underline: blank(before) + mark.repeat(Math.max(1, columns(visible(marked)))) };
}

/** Characters that a terminal would obey rather than show are shown as `·`; a tab is a tab in both lines. */
function visible(text: string): string {
	return text.replace(/(?!\t)[\p{Cc}\p{Cf}]/gu, '·');
}

/** As much empty space as a text takes. */
function blank(text: string): string {
	return Array.from(visible(text), (character) => (character === '\t' ? '\t' : ' '.repeat(columns(character)))).join('');
}
