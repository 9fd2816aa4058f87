import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Plan } from '#compiler';
import { amountWords } from '../canvas/amounts.ts';
import { pointDigits } from '../canvas/words.ts';
import { countPoints } from '../messages/counted.ts';
import { type Curve, curveOf, type CurveSample } from './curve.ts';
import { reasonWords, remarksOf } from './plot-words.ts';
import { PointsPlot } from './points-plot.tsx';
import { PointsTable } from './points-table.tsx';
import { useStable } from './use-stable.ts';
import classes from './preview.module.css';
import { useSpoken } from '../messages/language.ts';
import { says } from './says.ts';

interface CurvePanelProps {
	readonly plan: Plan;
	/** The rule's index in the plan. */
	readonly rule: number;
	/** What the sample comes to; null before it is known. */
	readonly sample: CurveSample | null;
	readonly tier: string | null;
	readonly colorScheme: 'light' | 'dark';
}

/** Points against spend for one rule, as a plot or as a table. */
export function CurvePanel({ plan, rule, sample: newest, tier, colorScheme }: CurvePanelProps) {
	const sample = useStable(newest);
	const { direction } = useSpoken();
	const [shape, setShape] = useState('plot');
	const showTable = useCallback(() => setShape('table'), []);
	const curve = useMemo(() => curveOf(plan, rule, sample ?? NO_SAMPLE), [plan, rule, sample]);
	const sampleAmount = curve ? Math.min(sample?.amounts[curve.filter] ?? 0, curve.high) : 0;
	const dot = useDot(curve?.filterName ?? '', sampleAmount);
	if (!curve) return <p className={classes['quiet']}>{says.nothingToPlot}</p>;
	const series = seriesFor(curve, tier);
	const { program } = plan;
	const amount = Math.min(dot.amount, curve.high);
	const point = curve.at(amount, series);
	const remarks = remarksOf(curve, plan);
	const points = countPoints(pointDigits(point.units, program.pointDecimals));
	return (
		<>
			<div className={classes['head']}>
				<h3 className={classes['title']}>{says.pointsBy[curve.unit.measure]}</h3>
				<SegmentedControl
					size="xs"
					aria-label={says.showAs}
					value={shape}
					onChange={setShape}
					data={[
						{ value: 'plot', label: says.plot },
						{ value: 'table', label: says.table },
					]}
				/>
			</div>
			{shape === 'table' ? (
				<PointsTable curve={curve} program={program} />
			) : (
				<>
					<p className={classes['reading']}>
						{amountWords(amount, curve.unit, program.currency)} {direction === 'rtl' ? '←' : '→'} <strong>{points}</strong>
						{point.because !== null && ` · ${reasonWords(point.because)}`}
						{sample && amount === sampleAmount && ` · ${says.theSample}`}
					</p>
					{/* Colours are read from the page when the plot is made. */}
					<PointsPlot
						key={colorScheme}
						{...{ curve, program, series, amount }}
						onMove={dot.move}
						onUnavailable={showTable}
					/>
				</>
			)}
			{remarks.length > 0 && <p className={classes['quiet']}>{remarks.join(' ')}</p>}
		</>
	);
}

/** The dot stands on the sample's amount until it is moved, and again when that changes. */
function useDot(filter: string, sampleAmount: number) {
	const home = `${filter} ${sampleAmount}`;
	const [moved, setMoved] = useState({ home, amount: sampleAmount });
	if (moved.home !== home) setMoved({ home, amount: sampleAmount });
	return { amount: moved.amount, move: (amount: number) => setMoved({ home, amount }) };
}

const NO_SAMPLE: CurveSample = { amounts: [], multipliers: [] };

function seriesFor({ series }: Curve, tier: string | null): number {
	const found = series.findIndex(({ tiers }) => tier !== null && tiers.includes(tier));
	return found < 0 ? 0 : found;
}
