import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dateOfEpochDay, daysInMonth, epochDay, type LocalDate } from '#compiler';
import { localDigits } from '../../messages/digits.ts';
import { datesPerLocale } from '../../messages/per-locale.ts';
import { hijriDay, hijriMonth } from '../dates.ts';
import { dateWords } from '../words.ts';
import { dayAfterKey, monthLater, weekOf, weeksOf } from './month-days.ts';
import classes from './month-grid.module.css';
import { says } from './says.ts';

interface MonthGridProps {
	/** Null: today is where it begins. */
	readonly chosen: LocalDate | null;
	readonly onChoose: (date: LocalDate) => void;
}

/** A month to choose a day from. Arrow keys walk its days, Page Up and Page Down its months; all of it is one stop of the Tab key. */
export function MonthGrid({ chosen, onChoose }: MonthGridProps) {
	const [today] = useState(dayOfMachine);
	const [at, setAt] = useState(() => epochDay(chosen ?? today));
	const grid = useRef<HTMLTableElement>(null);
	const moved = useRef(false);
	// With every rendering: the day that was moved to must be drawn first.
	useEffect(() => {
		if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
		moved.current = false;
	});
	const active = dateOfEpochDay(at);
	const press = (event: KeyboardEvent) => {
		const next = dayAfterKey(event.key, at);
		if (next === null) return;
		moved.current = true;
		setAt(next);
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div className={classes['calendar']}>
			<div className={classes['head']}>
				<ActionIcon data-mantine-stop-propagation aria-label={says.monthBefore} onClick={() => setAt(monthLater(at, -1))}>
					<IconChevronLeft size={16} className="en-mirrored" aria-hidden />
				</ActionIcon>
				<div className={classes['month']} aria-live="polite">
					{monthWords(active)}
					<HijriMonths of={active} />
				</div>
				<ActionIcon data-mantine-stop-propagation aria-label={says.monthAfter} onClick={() => setAt(monthLater(at, 1))}>
					<IconChevronRight size={16} className="en-mirrored" aria-hidden />
				</ActionIcon>
			</div>
			{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/no-noninteractive-element-interactions */}
			<table ref={grid} role="grid" aria-label={monthWords(active)} className={classes['grid']} onKeyDown={press}>
				<thead>
					<tr>
						{weekOf(at).map((day) => (
							<th key={day} scope="col" abbr={weekday(day, 'long')}>
								{weekday(day, 'narrow')}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeksOf(active).map((week) => (
						<tr key={week[0]}>
							{week.map((day) => (
								<DayCell key={day} {...{ day, at, today, chosen, onChoose }} month={active.month} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

interface DayCellProps extends MonthGridProps {
	/** Days since 1970, as everywhere in this file. */
	readonly day: number;
	readonly at: number;
	readonly month: number;
	readonly today: LocalDate;
}

function DayCell({ day, at, month, today, chosen, onChoose }: DayCellProps) {
	const date = dateOfEpochDay(day);
	const words = [dateWords(date), hijriDay(date)].filter((each) => each !== null).join(' – ');
	const isChosen = chosen !== null && epochDay(chosen) === day;
	return (
		<td aria-selected={isChosen}>
			<button
				type="button"
				// Escape closes the calendar, and not the dialog around it.
				data-mantine-stop-propagation
				className={classes['day']}
				tabIndex={day === at ? 0 : -1}
				data-autofocus={day === at || undefined}
				data-other={date.month !== month || undefined}
				data-chosen={isChosen || undefined}
				aria-label={words}
				title={hijriDay(date) ?? undefined}
				aria-current={epochDay(today) === day ? 'date' : undefined}
				onClick={() => onChoose(date)}
			>
				{localDigits(String(date.day))}
			</button>
		</td>
	);
}

/** The months of the other calendar that this one lies in. */
function HijriMonths({ of: { year, month } }: { readonly of: LocalDate }) {
	const ends = [1, daysInMonth(year, month)].map((day) => hijriMonth({ year, month, day }));
	const months = [...new Set(ends)].filter((each) => each !== null);
	return months.length === 0 ? null : <span className={classes['hijri']}>{months.join(' – ')}</span>;
}

const months = datesPerLocale({ month: 'long', year: 'numeric' });
const weekdays = {
	long: datesPerLocale({ weekday: 'long' }),
	narrow: datesPerLocale({ weekday: 'narrow' }),
};

function monthWords({ year, month }: LocalDate): string {
	return months.now().format(Date.UTC(year, month - 1, 1));
}

function weekday(day: number, form: keyof typeof weekdays): string {
	return weekdays[form].now().format(day * DAY_MS);
}

const DAY_MS = 86_400_000;

function dayOfMachine(): LocalDate {
	const now = new Date();
	return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
