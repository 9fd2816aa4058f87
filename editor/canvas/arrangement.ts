import { Position } from '@xyflow/react';

/**
 * How the stages of a rule stand: `wide` side by side; `compact` with the purchase above the schedule and the result under the
 * limits, so that the flow is shorter by two cards; `column` one under the other; `list` the same without ports and wires, in
 * the flow of the page.
 */
export type Shape = 'wide' | 'compact' | 'column' | 'list';

/** A shape, and whether it is mirrored for readers who begin at the right. */
export interface Arrangement {
	readonly shape: Shape;
	readonly mirrored: boolean;
}

/** From these widths of the canvas on, a shape can be read without scrolling sideways. */
const WIDE_FROM = 1_560;
const COMPACT_FROM = 960;

/** The arrangement for a canvas of so many pixels; 0 stands for a width that is not known yet. On a narrow screen it is a list. */
export function arrangementFor(width: number, mirrored: boolean, isNarrow = false): Arrangement {
	if (isNarrow) return { shape: 'list', mirrored };
	if (width > 0 && width < COMPACT_FROM) return { shape: 'column', mirrored };
	return { shape: width >= WIDE_FROM ? 'wide' : 'compact', mirrored };
}

/** Which way a piece of the flow runs. */
export type FlowWay = 'right' | 'left' | 'down';

/** Which way the flow runs; `hop` is the piece before the schedule and the one before the result. */
export function flowWay({ shape, mirrored }: Arrangement, hop: boolean): FlowWay {
	if (shape === 'column' || shape === 'list' || (hop && shape === 'compact')) return 'down';
	return mirrored ? 'left' : 'right';
}

/** The edge of a card where the flow enters or leaves it. */
export function flowSide(way: FlowWay, end: 'in' | 'out'): Position {
	if (way === 'down') return end === 'in' ? Position.Top : Position.Bottom;
	return (end === 'in') === (way === 'right') ? Position.Left : Position.Right;
}

/** The edge of a card where money enters or leaves it: all of them face the gutter behind the conditions. */
export function gutterSide(of: 'condition' | 'points' | 'filter', { shape, mirrored }: Arrangement): Position {
	const isBefore = of === 'condition' || (of === 'points' && shape === 'column');
	return isBefore === mirrored ? Position.Left : Position.Right;
}
