import { Table } from '@mantine/core';
import type { PlanProgram } from '#compiler';
import { amountWords } from '../canvas/amounts.ts';
import { pointsShown } from '../canvas/words.ts';
import { type Curve, tableAmounts } from './curve.ts';
import { axisWords, reasonWords, seriesWords } from './plot-words.ts';
import classes from './preview.module.css';
import { says } from './says.ts';

// Whoever scrolls with the keyboard must be able to reach what scrolls.
const scrollable = { tabIndex: 0, role: 'region' } as const;

/** The same points as the plot's, as numbers: even steps of spend, and the amounts at which something happens. */
export function PointsTable({ curve, program }: { readonly curve: Curve; readonly program: PlanProgram }) {
	const { currency, pointDecimals } = program;
	const axis = axisWords(curve);
	const title = says.pointsBy[curve.unit.measure];
	return (
		<div className={classes['scroll']} {...scrollable} aria-label={says.pointsByTable[curve.unit.measure]}>
			<Table stickyHeader verticalSpacing={4} horizontalSpacing="xs" fz="xs" className={classes['numbers']}>
				<Table.Caption>
					{curve.depends ? says.exactOn({ title, filter: curve.filterName }) : says.exact({ title })}
				</Table.Caption>
				<Table.Thead>
					<Table.Tr>
						<Table.Th scope="col">{axis}</Table.Th>
						{curve.series.map((series) => (
							<Table.Th key={seriesWords(series)} scope="col" ta="end">
								{seriesWords(series)}
							</Table.Th>
						))}
						<Table.Th scope="col">{says.because}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{tableAmounts(curve).map((amount) => {
						const points = curve.series.map((_, series) => curve.at(amount, series));
						const reasons = [...new Set(points.flatMap(({ because }) => (because === null ? [] : [reasonWords(because)])))];
						return (
							<Table.Tr key={amount}>
								<Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
									{amountWords(amount, curve.unit, currency)}
								</Table.Th>
								{points.map(({ units }, series) => (
									// The lines of a curve keep their order.
									// oxlint-disable-next-line react/no-array-index-key
									<Table.Td key={series} ta="end">
										{pointsShown(units, pointDecimals)}
									</Table.Td>
								))}
								<Table.Td c="dimmed">{reasons.join('; ')}</Table.Td>
							</Table.Tr>
						);
					})}
				</Table.Tbody>
			</Table>
		</div>
	);
}
