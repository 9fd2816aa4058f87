import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Plan } from '#compiler';
import { countPoints, money, pointDigits } from '../canvas/words.ts';
import { type Curve, curveOf } from './curve.ts';
import { reasonWords } from './plot-words.ts';
import { PointsPlot } from './points-plot.tsx';
import { PointsTable } from './points-table.tsx';
import { useStable } from './use-stable.ts';
import classes from './preview.module.css';

interface CurvePanelProps {
	readonly plan: Plan;
	/** The rule's index in the plan. */
	readonly rule: number;
	/** The sample's amounts by filter; null before they are known. */
	readonly amounts: readonly number[] | null;
	readonly tier: string | null;
	readonly colorScheme: 'light' | 'dark';
}

/** Points against spend for one rule, as a plot or as a table. */
export function CurvePanel({ plan, rule, amounts: newest, tier, colorScheme }: CurvePanelProps) {
	const amounts = useStable(newest);
	const [shape, setShape] = useState('plot');
	const showTable = useCallback(() => setShape('table'), []);
	const curve = useMemo(() => curveOf(plan, rule, amounts ?? []), [plan, rule, amounts]);
	const sampleMinor = curve ? Math.min(amounts?.[curve.filter] ?? 0, curve.highMinor) : 0;
	const dot = useDot(curve?.filterName ?? '', sampleMinor);
	if (!curve) return <p className={classes['quiet']}>This rule earns nothing yet, so there is nothing to plot.</p>;
	const series = seriesFor(curve, tier);
	const { program } = plan;
	const minor = Math.min(dot.minor, curve.highMinor);
	const point = curve.at(minor, series);
	const points = countPoints(pointDigits(point.units, program.pointDecimals));
	return (
		<>
			<div className={classes['head']}>
				<h3 className={classes['title']}>Points by spend</h3>
				<SegmentedControl
					size="xs"
					aria-label="Show as"
					value={shape}
					onChange={setShape}
					data={[
						{ value: 'plot', label: 'Plot' },
						{ value: 'table', label: 'Table' },
					]}
				/>
			</div>
			{shape === 'table' ? (
				<PointsTable curve={curve} program={program} />
			) : (
				<>
					<p className={classes['reading']}>
						{money(minor, program.currency, program.currencyDecimals)} → <strong>{points}</strong>
						{point.because !== null && ` · ${reasonWords[point.because]}`}
						{amounts && minor === sampleMinor && ' · the sample'}
					</p>
					{/* Colours are read from the page when the plot is made. */}
					<PointsPlot key={colorScheme} {...{ curve, program, series, minor }} onMove={dot.move} onUnavailable={showTable} />
				</>
			)}
		</>
	);
}

/** The dot stands on the sample's amount until it is moved, and again when that changes. */
function useDot(filter: string, sampleMinor: number) {
	const home = `${filter} ${sampleMinor}`;
	const [moved, setMoved] = useState({ home, minor: sampleMinor });
	if (moved.home !== home) setMoved({ home, minor: sampleMinor });
	return { minor: moved.minor, move: (minor: number) => setMoved({ home, minor }) };
}

function seriesFor({ series }: Curve, tier: string | null): number {
	const found = series.findIndex(({ tiers }) => tier !== null && tiers.includes(tier));
	return found < 0 ? 0 : found;
}
