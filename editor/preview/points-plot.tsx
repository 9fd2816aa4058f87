import { useDirection } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { PlanProgram } from '#compiler';
import { amountWords } from '../canvas/amounts.ts';
import type { Curve } from './curve.ts';
import type { Plot } from './draw-plot.ts';
import { axisWords, pointWords } from './plot-words.ts';
import classes from './points-plot.module.css';
import { words as sentenceWords } from '../canvas/words.ts';
import { Rich } from '../messages/rich.tsx';
import { says } from './says.ts';

interface PointsPlotProps {
	readonly curve: Curve;
	readonly program: PlanProgram;
	/** The line of the sample's tier. */
	readonly series: number;
	/** The whole amount that the dot stands on. */
	readonly amount: number;
	readonly onMove: (amount: number) => void;
	/** The browser cannot draw plots. */
	readonly onUnavailable: () => void;
}

// The library's own input cannot stand on a curve.
const sliderRole = { role: 'slider', tabIndex: 0 } as const;

/** Points against spend, drawn from exact values. The dot is moved with the arrow keys (with Shift tenfold) or the pointer. */
export function PointsPlot({ curve, program, series, amount, onMove, onUnavailable }: PointsPlotProps) {
	const area = useRef<HTMLDivElement>(null);
	const [plot, setPlot] = useState<Plot | null>(null);
	const { dir } = useDirection();
	useEffect(() => {
		const element = area.current;
		if (!element) return undefined;
		let end: (() => void) | null = null;
		let isGone = false;
		// Loaded when it is needed: the library asks the browser for its language as soon as it is read, and where the
		// browser names one that does not exist, it cannot be read at all.
		import('./draw-plot.ts').then(({ drawPlot }) => {
			if (!isGone) end = drawPlot(element, { curve, program, series, mirrored: dir === 'rtl' }, setPlot);
		}, onUnavailable);
		return () => {
			isGone = true;
			end?.();
		};
	}, [curve, program, series, dir, onUnavailable]);
	const unit = 10 ** curve.unit.decimals;
	const point = curve.at(amount, series);
	const move = (to: number) => onMove(Math.max(0, Math.min(curve.high, to)));
	const press = (event: KeyboardEvent) => {
		const size = unit * (event.shiftKey ? 10 : 1);
		const keys: Readonly<Record<string, number>> = {
			ArrowRight: amount + size,
			ArrowUp: amount + size,
			ArrowLeft: amount - size,
			ArrowDown: amount - size,
			Home: 0,
			End: curve.high,
		};
		const to = keys[event.key];
		if (to === undefined) return;
		event.preventDefault();
		move(to);
	};
	const drag = (event: PointerEvent<HTMLElement>) => {
		if (event.buttons !== 1 || !plot) return;
		move(Math.round(plot.amountAt(event.clientX) / unit) * unit);
	};
	const place = plot?.placeOf(amount, point.units);
	const words = pointWords(point, program);
	const axis = axisWords(curve);
	return (
		<div className={classes['frame']}>
			<div ref={area} className={classes['area']} onPointerDown={drag} onPointerMove={drag} aria-hidden />
			{place && (
				<div
					{...sliderRole}
					{...{ onKeyDown: press }}
					className={classes['dot']}
					style={{ left: place.left, top: place.top }}
					aria-label={says.axisOn({ axis, filter: curve.filterName })}
					aria-orientation="horizontal"
					aria-valuemin={0}
					aria-valuemax={curve.high}
					aria-valuenow={amount}
					aria-valuetext={says.value({ amount: amountWords(amount, curve.unit, program.currency), points: words })}
				/>
			)}
			<span className={classes['unit']}>
				{curve.depends ? <Rich say={says.axisOn} parts={{ axis, filter: <bdi>{curve.filterName}</bdi> }} /> : axis}
				{curve.unit.measure === 'money' && `${sentenceWords.comma}${program.currency}`}
				{curve.failing.length > 0 && ` · ${says.shaded}`}
			</span>
		</div>
	);
}
