import { useMemo } from 'react';
import type { Day, DayTime } from '#grammar';
import { heatOf, heatWords, overlaps } from '../heat.ts';
import classes from './heat-grid.module.css';
import { says } from './says.ts';
import { localDigits } from '../../messages/digits.ts';
import { words } from '../words.ts';

interface HeatGridProps {
	readonly alternatives: readonly DayTime[];
	/** The days in the order of the program's week. */
	readonly week: readonly Day[];
}

const order: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const marks = [0, 6, 12, 18, 24];

/** The hours of a week that days and times cover, as a grid of 7 by 24. */
export function HeatGrid({ alternatives, week }: HeatGridProps) {
	const heat = useMemo(() => heatOf(alternatives), [alternatives]);
	const hours = heatWords(heat);
	const said = overlaps(alternatives) ? says.overlapping({ hours }) : hours;
	return (
		<figure className={classes['figure']} aria-label={says.covered({ hours: said })}>
			<svg viewBox="0 0 268 82" role="presentation" aria-hidden className={classes['grid']}>
				{week.map((day, row) => (
					<g key={day} transform={`translate(0 ${row * 10})`}>
						<text x="22" y="7.6" className={classes['day']}>
							{words.days[day]}
						</text>
						{heat[order.indexOf(day)]?.map((minutes, hour) => (
							<rect
								// Hours are known by their place.
								// oxlint-disable-next-line react/no-array-index-key
								key={hour}
								x={26 + hour * 10}
								width="9"
								height="9"
								rx="1.5"
								className={classes['hour']}
								data-share={minutes === 0 ? 'none' : minutes === 60 ? 'all' : 'some'}
							/>
						))}
					</g>
				))}
				{marks.map((hour) => (
					<text key={hour} x={26 + hour * 10} y="80" className={classes['mark']}>
						{localDigits(String(hour))}
					</text>
				))}
			</svg>
			<figcaption className={classes['words']}>{said}</figcaption>
		</figure>
	);
}
