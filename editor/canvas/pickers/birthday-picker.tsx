import { Radio, Stack } from '@mantine/core';
import { type AnniversaryCondition, print } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { withWindow } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';
import { localDigits } from '../../messages/digits.ts';

interface BirthdayPickerProps {
	readonly id: string;
	readonly condition: AnniversaryCondition;
	readonly write: (text: string) => Operation;
}

const windows = ['today', 'within', 'this month'] as const;

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
		<PickerFrame id={id} title={says[condition.kind]} note={localDigits(says.leapNote)}>
			<Radio.Group aria-label={says.when} value={chosen} onChange={change}>
				<Stack gap="xs">
					{windows.map((value) => (
						<Radio
							key={value}
							size="xs"
							value={value}
							label={says.windows[value]}
							data-autofocus={value === chosen || undefined}
						/>
					))}
				</Stack>
			</Radio.Group>
			{chosen === 'within' && (
				<DigitsInput label={says.daysAround} value={days} decimals={0} onCommit={(digits) => set({ days: digits })} />
			)}
		</PickerFrame>
	);
}
