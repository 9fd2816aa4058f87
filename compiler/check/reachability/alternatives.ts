/** Alternatives of a condition on days and times of which one says what another has said. */
import { type DayRange, type DayTime, type DayTimeCondition, type Missing, phrase, relatedAt, type Span } from '#grammar';
import { daysOf, type Stretches, subtractStretches, windowMinutes } from '../../analyse/index.ts';
import { removal } from '../places.ts';
import type { CheckContext } from '../report.ts';
import { quoted } from './words.ts';

interface Part {
	readonly node: DayTime;
	readonly minutes: Stretches;
}

/** Warns of an alternative that lies wholly within another one, and of days that stand in one alternative twice. */
export function checkAlternatives({ alternatives }: DayTimeCondition, dayStarts: number, context: CheckContext): void {
	const parts: Part[] = [];
	for (const alternative of alternatives) {
		checkDayRanges(alternative, context);
		const minutes = windowMinutes(alternative, dayStarts);
		if (minutes) parts.push({ node: alternative, minutes });
	}
	for (const [index, part] of parts.entries()) {
		const other = parts.find(
			(other, at) => other !== part && isWithin(part, other) && (at < index || !isWithin(other, part)),
		);
		if (!other) continue;
		// The first alternative has no `or` before it that could go with it.
		const fix = part.node === alternatives[0] ? {} : withoutOr(part.node.span, context);
		reportCovered(part.node, other.node, context, fix);
	}
}

function isWithin(part: Part, other: Part): boolean {
	return subtractStretches(part.minutes, other.minutes).length === 0;
}

function withoutOr({ start, end }: Span, { source }: CheckContext): ReturnType<typeof removal> {
	const before = source.slice(0, start).trimEnd();
	if (!before.endsWith('or')) return {};
	return removal(phrase('Remove the alternative'), source, { start: before.length - 'or'.length, end });
}

function checkDayRanges({ days }: DayTime, context: CheckContext): void {
	if (days === 'any') return;
	for (const [index, range] of days.entries()) {
		const own = daysOf([range]);
		const other = days.find((other, at) => {
			const others = daysOf([other]);
			if (other === range || !own || !others?.length || !own.every((day) => others.includes(day))) return false;
			return at < index || others.length > own.length;
		});
		if (other) reportCovered(range, other, context, {});
	}
}

function reportCovered(
	part: DayTime | DayRange | Missing,
	other: DayTime | DayRange | Missing,
	context: CheckContext,
	fix: ReturnType<typeof removal>,
): void {
	const related = relatedAt(other.span, phrase('This covers it.'));
	const parts = { part: quoted(part), other: quoted(other) };
	context.report('time-repeats', part.span, parts, { related, ...fix });
}
