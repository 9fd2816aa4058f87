import { ActionIcon, Button, Group, Switch, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type Day, type DayTime, type DayTimeCondition, type Plain, print } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { dayTimeNode, daysNode, daysOf, timesNode } from '../fragments.ts';
import { words } from '../words.ts';
import { HeatGrid } from './heat-grid.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { TimeInput } from './time-input.tsx';
import { weekendIn } from './week.ts';
import buttons from '../../panels/toggle.module.css';
import classes from './pickers.module.css';
import { says } from './says.ts';

interface DayTimePickerProps {
	readonly id: string;
	readonly condition: DayTimeCondition;
	/** 1 Monday to 7 Sunday. */
	readonly weekStarts: number;
	readonly timezone: string;
	readonly write: (text: string) => Operation;
}

/** Days as buttons, times of day, and further alternatives of both. */
export function DayTimePicker({ id, condition, weekStarts, timezone, write }: DayTimePickerProps) {
	const canvas = useCanvas();
	const { alternatives } = condition;
	const change = (next: readonly Plain<DayTime>[]) =>
		void canvas.perform(write(print({ ...condition, alternatives: next })));
	const replace = (at: number, alternative: Plain<DayTime>) =>
		change(alternatives.map((old, index) => (index === at ? alternative : old)));
	return (
		<PickerFrame id={id} title={says.daysAndTimes} note={timezone && says.localTime({ timezone })}>
			{alternatives.map((alternative, at) => (
				// An alternative has no identity besides its place in the list.
				// oxlint-disable-next-line react/no-array-index-key
				<Fragment key={at}>
					{at > 0 && <span className={classes['or']}>{says.or}</span>}
					<Alternative
						alternative={alternative}
						place={at + 1}
						count={alternatives.length}
						weekStarts={weekStarts}
						onChange={(next) => replace(at, next)}
						onRemove={alternatives.length > 1 ? () => change(alternatives.toSpliced(at, 1)) : null}
					/>
				</Fragment>
			))}
			<Button
				variant="subtle"
				size="compact-sm"
				leftSection={<IconPlus size={14} />}
				style={{ alignSelf: 'flex-start' }}
				onClick={() => change([...alternatives, dayTimeNode(daysNode(['Sat', 'Sun']), null)])}
			>
				{says.addAlternative}
			</Button>
			<HeatGrid alternatives={alternatives} week={weekFrom(weekStarts)} />
		</PickerFrame>
	);
}

interface AlternativeProps {
	readonly alternative: DayTime;
	readonly place: number;
	readonly count: number;
	readonly weekStarts: number;
	readonly onChange: (alternative: Plain<DayTime>) => void;
	readonly onRemove: (() => void) | null;
}

const DEFAULT_FROM = 540;
const DEFAULT_UNTIL = 1080;

function Alternative({ alternative, place, count, weekStarts, onChange, onRemove }: AlternativeProps) {
	const chosen = daysOf(alternative.days);
	const between = alternative.between ?? null;
	const from = between?.from.kind === 'time' ? between.from.minute : DEFAULT_FROM;
	const until = between?.until.kind === 'time' ? between.until.minute : DEFAULT_UNTIL;
	const toggle = (day: Day) => {
		const next = chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day];
		if (next.length > 0) onChange(dayTimeNode(daysNode(next), between));
	};
	const setTimes = (start: number, end: number) => onChange(dayTimeNode(alternative.days, timesNode(start, end)));
	return (
		<fieldset className={classes['alternative']} aria-label={says.alternative({ place, count })}>
			<div className={classes['days']}>
				{weekFrom(weekStarts).map((day) => (
					<button
						key={day}
						type="button"
						className={`${buttons['toggle']} ${classes['day']}`}
						aria-pressed={chosen.includes(day)}
						title={words.fullDays[day]}
						onClick={() => toggle(day)}
					>
						{words.days[day]}
					</button>
				))}
			</div>
			<Group gap={4}>
				{presets().map(({ title, days }) => (
					<Button
						key={title}
						variant="subtle"
						color="gray"
						size="compact-xs"
						onClick={() => onChange(dayTimeNode(daysNode(days), between))}
					>
						{title}
					</Button>
				))}
			</Group>
			<Group gap="xs" justify="space-between" wrap="nowrap" mih={32}>
				<Switch
					size="sm"
					label={says.allDay}
					checked={between === null}
					onChange={(event) =>
						event.currentTarget.checked
							? onChange(dayTimeNode(alternative.days, null))
							: setTimes(DEFAULT_FROM, DEFAULT_UNTIL)
					}
				/>
				{onRemove && (
					<ActionIcon size={24} color="gray" aria-label={says.removeAlternative({ place, count })} onClick={onRemove}>
						<IconTrash size={14} aria-hidden />
					</ActionIcon>
				)}
			</Group>
			{between && (
				<Group gap="xs" wrap="nowrap" align="flex-start">
					<TimeInput label={says.from} value={from} onCommit={(minute) => minute !== null && setTimes(minute, until)} />
					<TimeInput label={says.until} value={until} onCommit={(minute) => minute !== null && setTimes(from, minute)} />
				</Group>
			)}
			{between && until < from && <Text className={classes['note']}>{says.nextDay}</Text>}
		</fieldset>
	);
}

const week: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Sets of days that are chosen at once; which days are a weekend is the reader's own country's affair. */
function presets(): { readonly title: string; readonly days: readonly Day[] }[] {
	const weekend = weekendOf(navigator.language);
	return [
		{ title: says.presets.everyDay, days: week },
		{ title: says.presets.weekdays, days: week.filter((day) => !weekend.includes(day)) },
		{ title: says.presets.weekend, days: weekend },
	];
}

function weekendOf(language: string): Day[] {
	const days = weekendIn(language);
	return week.filter((_, index) => days.includes(index + 1));
}

function weekFrom(weekStarts: number): Day[] {
	return [...week.slice(weekStarts - 1), ...week.slice(0, weekStarts - 1)];
}
