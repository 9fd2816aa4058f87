import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import type { PlanProgram } from '#compiler';
import { amountDigits, type AmountUnit } from '../canvas/amounts.ts';
import { pointsShown } from '../canvas/words.ts';
import { localDigits } from '../messages/digits.ts';
import type { Curve, CurveLimit } from './curve.ts';
import { limitWords, seriesWords } from './plot-words.ts';

/** What is drawn. Both axes count whole units (of the filter and of points), so every number on them is exact. */
export interface PlotInput {
	readonly curve: Curve;
	readonly program: PlanProgram;
	/** The line that stands out. */
	readonly series: number;
	/** The axis of points stands at the right; numbers still run from left to right. */
	readonly mirrored: boolean;
}

/** Where things lie on a plot that has been drawn. */
export interface Plot {
	/** Pixels from the plot's corner. */
	readonly placeOf: (amount: number, units: number) => { readonly left: number; readonly top: number };
	/** The amount under a place of the screen, not rounded. */
	readonly amountAt: (clientX: number) => number;
}

const SAMPLES = 600;
/** Lines are told apart by their dashes as much as by their colours. */
const DASHES = [[], [8, 4], [2, 4], [10, 4, 2, 4]] as const;
const TYPE_COLORS = ['--en-type-points', '--en-type-money', '--en-type-names', '--en-type-number'] as const;
const FONT_SIZE = 11;

/** Draws a curve into an element and again whenever its size changes. Answers how to end it. */
export function drawPlot(element: HTMLElement, input: PlotInput, onDrawn: (plot: Plot) => void): () => void {
	const { width, height } = element.getBoundingClientRect();
	const chart = new uPlot(optionsOf(element, input, { width, height }), dataOf(input.curve), element);
	const report = () => onDrawn(plotOf(chart));
	const observer = new ResizeObserver(([entry]) => {
		if (!entry) return;
		chart.setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
		report();
	});
	observer.observe(element);
	return () => {
		observer.disconnect();
		chart.destroy();
	};
}

function plotOf(chart: uPlot): Plot {
	const ratio = uPlot.pxRatio;
	const { left, top } = { left: chart.bbox.left / ratio, top: chart.bbox.top / ratio };
	return {
		placeOf: (amount, units) => ({
			left: left + chart.valToPos(amount, 'x'),
			top: top + chart.valToPos(units, 'y'),
		}),
		amountAt: (clientX) => chart.posToVal(clientX - chart.over.getBoundingClientRect().left, 'x'),
	};
}

/** Even steps, and the amounts on both sides of every jump that is known. */
function dataOf(curve: Curve): uPlot.AlignedData {
	const jumps = [...curve.thresholds, ...curve.jumps].flatMap((jump) => [jump - 1, jump, jump + 1]);
	const amounts = [...new Set([...evenAmounts(curve), ...jumps])].filter((amount) => amount >= 0 && amount <= curve.high);
	amounts.sort((a, b) => a - b);
	return [amounts, ...curve.series.map((_, series) => amounts.map((amount) => curve.at(amount, series).units))];
}

function evenAmounts({ high }: Curve): number[] {
	return Array.from({ length: SAMPLES + 1 }, (_, at) => Math.round((high * at) / SAMPLES));
}

function optionsOf(element: HTMLElement, input: PlotInput, size: { width: number; height: number }): uPlot.Options {
	const { curve, program, series, mirrored } = input;
	const style = getComputedStyle(element);
	const color = (token: string) => style.getPropertyValue(token).trim();
	const axis = {
		stroke: color('--en-text-muted'),
		font: `${FONT_SIZE}px ${style.fontFamily}`,
		ticks: { show: false },
		gap: 4,
	};
	const grid = { stroke: color('--en-border'), width: 1 };
	return {
		...size,
		padding: [14, mirrored ? 4 : 20, 0, mirrored ? 20 : 4],
		cursor: { show: false },
		legend: { show: false },
		scales: {
			x: { time: false, range: [0, curve.high] },
			y: { range: (_chart, _low, high) => [0, Math.max(high, 1, ...nearLimits(curve, high)) * 1.12] },
		},
		axes: [
			{
				...axis,
				grid: { show: false },
				size: 24,
				values: (_chart, splits) => splits.map((split) => shortDigits(split, curve.unit)),
			},
			{
				...axis,
				grid,
				side: mirrored ? 1 : 3,
				size: 48,
				// Parts of the smallest unit of points do not exist.
				values: (_chart, splits) =>
					splits.map((split) => (Number.isInteger(split) ? pointsShown(split, program.pointDecimals) : '')),
			},
		],
		series: [
			{},
			...curve.series.map((_, index) => ({
				stroke: color(TYPE_COLORS[index] ?? TYPE_COLORS[0]),
				width: index === series ? 2.5 : 1.5,
				dash: [...(DASHES[index] ?? [])],
				points: { show: false },
				...(uPlot.paths.stepped && { paths: uPlot.paths.stepped({ align: 1 }) }),
			})),
		],
		hooks: {
			drawClear: [(chart) => shadeFailing(chart, curve, color('--en-neutral-soft'))],
			draw: [
				(chart) => {
					const halo = color('--en-surface');
					markThresholds(chart, curve, { color: color('--en-text-muted'), halo });
					for (const limit of curve.limits) markLimit(chart, curve, limit, program, { color: color('--en-warning'), halo });
					nameSeries(chart, curve, { color: color('--en-text'), halo });
				},
			],
		},
	};
}

/** Labels of whole amounts without decimals, as an axis has little room. */
function shortDigits(amount: number, unit: AmountUnit): string {
	return Number.isInteger(amount) ? localDigits(amountDigits(amount, unit).replace(/\.0+$/, '')) : '';
}

/** How many times as high as the highest line a limit may be drawn. */
const LIMIT_REACH = 3;

/** The highest places of the limits that are near enough to be drawn above everything else. */
function nearLimits({ limits, high: last }: Curve, high: number): number[] {
	return limits.map(({ at }) => Math.max(at(0), at(last))).filter((units) => units <= high * LIMIT_REACH);
}

function shadeFailing(chart: uPlot, { failing, high }: Curve, color: string): void {
	const { ctx, bbox } = chart;
	ctx.save();
	ctx.fillStyle = color;
	for (const { from, to } of failing) {
		const start = chart.valToPos(from, 'x', true);
		const end = chart.valToPos(Math.min(to ?? high, high), 'x', true);
		ctx.fillRect(start, bbox.top, end - start, bbox.height);
	}
	ctx.restore();
}

function markThresholds(chart: uPlot, curve: Curve, look: Look): void {
	const { top, height } = chart.bbox;
	for (const { x, words } of thresholdNames(chart, curve)) {
		dashedLine(chart, look.color, [
			[x, top],
			[x, top + height],
		]);
		label(chart, words, { ...look, x, y: top - 3 * uPlot.pxRatio, align: 'center' });
	}
}

/** What is written above the picture, and the middle of it. */
function thresholdNames(chart: uPlot, { thresholds, unit, high }: Curve): { readonly x: number; readonly words: string }[] {
	return thresholds
		.filter((amount) => amount > 0 && amount < high)
		.map((amount) => ({ x: chart.valToPos(amount, 'x', true), words: localDigits(amountDigits(amount, unit)) }));
}

/**
 * A limit along the picture, as far as it lies within it; its name stands where it leaves. Above the line, or below it where the
 * name of a threshold stands in the way.
 */
function markLimit(chart: uPlot, curve: Curve, limit: CurveLimit, program: PlanProgram, look: Look): void {
	const { left, top, width, height } = chart.bbox;
	const amounts = limit.limit.kind === 'formula' ? evenAmounts(curve) : [0, curve.high];
	const places = amounts.map((amount): Place => {
		return [chart.valToPos(amount, 'x', true), chart.valToPos(limit.at(amount), 'y', true)];
	});
	const { ctx } = chart;
	ctx.save();
	ctx.beginPath();
	ctx.rect(left, top, width, height);
	ctx.clip();
	dashedLine(chart, look.color, places);
	ctx.restore();
	const [x, y] = places.findLast(([, each]) => each >= top) ?? [];
	if (x === undefined || y === undefined) return;
	const words = limitWords(limit, program);
	const [start, gap] = [x - widthOf(chart, words), 5 * uPlot.pxRatio];
	const isTaken =
		y - gap - top < NAME_HEIGHT * uPlot.pxRatio &&
		thresholdNames(chart, curve).some((name) => name.x + widthOf(chart, name.words) / 2 + gap > start);
	label(chart, words, { ...look, x, y: isTaken ? y + NAME_HEIGHT * uPlot.pxRatio : y - gap, align: 'right' });
}

/** Each line's name stands beside it where the lines are farthest apart, or on it where it is level: no legend to search. */
function nameSeries(chart: uPlot, curve: Curve, look: Look): void {
	const [amounts, ...lines] = chart.data;
	if (lines.length < 2) return;
	// A little before the widest gap: there one of the lines often meets a limit.
	const at = Math.round(Math.max(widestGap(lines) * 0.8, amounts.length * 0.2));
	const order = lines.map((line, index) => ({ index, units: line[at] ?? 0, before: line[Math.round(at * 0.8)] ?? 0 }));
	// From the lowest: where lines run close together, the names of the upper ones give way upwards.
	order.sort((a, b) => a.units - b.units);
	let lowest = Number.POSITIVE_INFINITY;
	const x = chart.valToPos(amounts[at] ?? 0, 'x', true);
	const run = x - chart.valToPos(amounts[Math.round(at * 0.8)] ?? 0, 'x', true);
	for (const [rank, { index, units, before }] of order.entries()) {
		const series = curve.series[index];
		if (!series) continue;
		const line = chart.valToPos(units, 'y', true);
		const y = Math.min(line, lowest - NAME_HEIGHT * uPlot.pxRatio);
		lowest = y;
		const isSteep = Math.abs(chart.valToPos(before, 'y', true) - line) > run * STEEP;
		placeName(chart, seriesWords(series), look, { x, y, isSteep, isHighest: rank === order.length - 1 });
	}
}

/** From this slope on a name over a line would cross it. */
const STEEP = 0.3;
/** The room that a name needs above the next one. */
const NAME_HEIGHT = 13;

interface NamePlace {
	readonly x: number;
	readonly y: number;
	readonly isSteep: boolean;
	readonly isHighest: boolean;
}

/** Beside a steep line, the highest one's before it and the others' behind; over any other. Always within the plot. */
function placeName(chart: uPlot, words: string, look: Look, { x, y, isSteep, isHighest }: NamePlace): void {
	const { bbox } = chart;
	const width = widthOf(chart, words);
	const gap = 7 * uPlot.pxRatio;
	const wanted = isSteep ? (isHighest ? x - gap - width : x + gap) : x - width / 2;
	const start = Math.max(bbox.left + gap, Math.min(wanted, bbox.left + bbox.width - gap - width));
	label(chart, words, { ...look, x: start, y: isSteep ? y + gap / 2 : y - gap / 2, align: 'left' });
}

function widthOf(chart: uPlot, words: string): number {
	const { ctx } = chart;
	ctx.save();
	ctx.font = fontOf(chart);
	const { width } = ctx.measureText(words);
	ctx.restore();
	return width;
}

/** The font of the page around the plot. */
function fontOf({ root }: uPlot): string {
	return `${FONT_SIZE * uPlot.pxRatio}px ${getComputedStyle(root).fontFamily}`;
}

/** Where the first and the last line of a drawing are farthest apart; the last such place. */
function widestGap(lines: readonly ArrayLike<number | null | undefined>[]): number {
	const first = lines[0] ?? [];
	const last = lines.at(-1) ?? [];
	const gapAt = (at: number) => Math.abs((last[at] ?? 0) - (first[at] ?? 0));
	let widest = 0;
	for (let at = 1; at < first.length; at++) {
		if (gapAt(at) >= gapAt(widest)) widest = at;
	}
	return widest;
}

type Place = readonly [x: number, y: number];

function dashedLine({ ctx }: uPlot, color: string, places: readonly Place[]): void {
	ctx.save();
	ctx.strokeStyle = color;
	ctx.lineWidth = uPlot.pxRatio;
	ctx.setLineDash([4 * uPlot.pxRatio, 3 * uPlot.pxRatio]);
	ctx.beginPath();
	for (const [x, y] of places) ctx.lineTo(x, y);
	ctx.stroke();
	ctx.restore();
}

interface Look {
	readonly color: string;
	/** Behind letters, so that lines do not cross them. */
	readonly halo: string;
}

interface Label extends Look {
	readonly x: number;
	readonly y: number;
	readonly align: CanvasTextAlign;
}

function label(chart: uPlot, text: string, { color, halo, x, y, align }: Label): void {
	const { ctx } = chart;
	ctx.save();
	ctx.font = fontOf(chart);
	ctx.textAlign = align;
	ctx.lineJoin = 'round';
	ctx.lineWidth = 3 * uPlot.pxRatio;
	ctx.strokeStyle = halo;
	ctx.strokeText(text, x, y);
	ctx.fillStyle = color;
	ctx.fillText(text, x, y);
	ctx.restore();
}
