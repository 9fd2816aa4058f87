import { Radio, Stack } from '@mantine/core';
import { type AnniversaryCondition, print } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { withWindow } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { PickerFrame } from './picker-frame.tsx';

interface BirthdayPickerProps {
	readonly id: string;
	readonly condition: AnniversaryCondition;
	readonly write: (text: string) => Operation;
}

const windows = [
	{ value: 'today', label: 'On the day itself' },
	{ value: 'within', label: 'Within some days of it' },
	{ value: 'this month', label: 'In the month of it' },
] as const;

/** On the birthday, in the days around it, or in its month. */
export function BirthdayPicker({ id, condition, write }: BirthdayPickerProps) {
	const canvas = useCanvas();
	const set = (next: Parameters<typeof withWindow>[1]) => void canvas.perform(write(print(withWindow(condition, next))));
	const { window } = condition;
	const chosen = window.kind === 'word' ? window.text : window.kind === 'within' ? 'within' : null;
	const days = window.kind === 'within' && window.days.kind === 'number' ? window.days.digits : '3';
	const change = (value: string) => {
		set(value === 'today' || value === 'this month' ? value : { days });
	};
	return (
		<PickerFrame
			id={id}
			title={condition.kind === 'birthday' ? 'Birthday' : 'Anniversary of joining'}
			note="29 February counts as 28 February in other years."
		>
			<Radio.Group aria-label="When" value={chosen} onChange={change}>
				<Stack gap="xs">
					{windows.map(({ value, label }) => (
						<Radio key={value} size="xs" value={value} label={label} data-autofocus={value === chosen || undefined} />
					))}
				</Stack>
			</Radio.Group>
			{chosen === 'within' && (
				<DigitsInput label="Days before and after" value={days} decimals={0} onCommit={(digits) => set({ days: digits })} />
			)}
		</PickerFrame>
	);
}
