import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { dateOfEpochDay, epochDay, formatIsoDate, type LocalDate, parseIsoDate } from '#compiler';
import { hijriDay, readDate } from '../dates.ts';
import { dateWords } from '../words.ts';
import { MonthGrid } from './month-grid.tsx';
import { says } from './says.ts';
import { useTyped } from './use-typed.ts';

interface DateInputProps extends Omit<TextInputProps, 'label' | 'value' | 'onChange'> {
	readonly label: string;
	/** `2026-02-07`; empty for a day that is not given. */
	readonly value: string;
	/** Called when a day is settled that differs: by Enter, by leaving the field or in the calendar. Null when it was emptied. */
	readonly onCommit: (date: LocalDate | null) => void;
	/** The calendar lies over everything, where the field's own place would cut it off. */
	readonly isOver?: boolean;
}

/** A day as the language of the interface writes it, typed or chosen from a calendar. Arrow up and down step by a day. */
export function DateInput({ label, value, onCommit, isOver = false, description, error, ...props }: DateInputProps) {
	const [opened, calendar] = useDisclosure(false);
	const given = parseIsoDate(value);
	const shown = given ? dateWords(given) : value;
	const [typed, setTyped] = useTyped(shown);
	const empty = typed.trim() === '';
	const date = readDate(typed);
	const commit = (next: LocalDate | null) => {
		setTyped(next ? dateWords(next) : '');
		if ((next ? formatIsoDate(next) : '') !== value) onCommit(next);
	};
	const settle = () => {
		if (typed === shown) return;
		if (date || empty) commit(date);
		else setTyped(shown);
	};
	return (
		<Popover
			opened={opened}
			onChange={calendar.close}
			withinPortal={isOver}
			withRoles={false}
			trapFocus
			returnFocus
			position="bottom-start"
			shadow="md"
		>
			<Popover.Target>
				<TextInput
					flex={1}
					{...props}
					label={label}
					description={(date && hijriDay(date)) ?? description}
					inputWrapperOrder={['label', 'input', 'description', 'error']}
					value={typed}
					autoComplete="off"
					error={date || empty ? error : says.aDate({ example: dateWords({ year: 2026, month: 2, day: 7 }) })}
					rightSection={
						<ActionIcon
							variant="subtle"
							color="gray"
							size={24}
							aria-label={says.chooseDay({ what: label })}
							aria-expanded={opened}
							aria-haspopup="dialog"
							onClick={calendar.toggle}
						>
							<IconCalendar size={16} aria-hidden />
						</ActionIcon>
					}
					onChange={(event) => setTyped(event.currentTarget.value)}
					onBlur={settle}
					onKeyDown={(event) => {
						const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
						if (event.key === 'Enter') settle();
						else if (step !== 0 && date) commit(dateOfEpochDay(epochDay(date) + step));
						else return;
						event.preventDefault();
					}}
				/>
			</Popover.Target>
			<Popover.Dropdown p="xs" onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
				<MonthGrid
					chosen={date}
					onChoose={(day) => {
						commit(day);
						calendar.close();
					}}
				/>
			</Popover.Dropdown>
		</Popover>
	);
}
