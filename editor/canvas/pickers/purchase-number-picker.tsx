import { Radio, Stack } from '@mantine/core';
import { type Plain, print, type PurchaseNumberCondition } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { numberNode } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { PickerFrame } from './picker-frame.tsx';

interface PurchaseNumberPickerProps {
	readonly id: string;
	readonly condition: PurchaseNumberCondition;
	readonly write: (text: string) => Operation;
}

/** One purchase of a member, or every so many of them. */
export function PurchaseNumberPicker({ id, condition, write }: PurchaseNumberPickerProps) {
	const canvas = useCanvas();
	const { isEvery, number } = condition;
	const digits = number.kind === 'number' ? number.digits : '';
	const set = (next: Partial<Plain<PurchaseNumberCondition>>) =>
		void canvas.perform(write(print({ ...condition, ...next })));
	return (
		<PickerFrame id={id} title="Purchase number" note="The member’s purchases so far, this one included.">
			<Radio.Group aria-label="Which" value={isEvery ? 'every' : 'is'} onChange={(to) => set({ isEvery: to === 'every' })}>
				<Stack gap="xs">
					<Radio size="xs" value="is" label="One purchase: the first is 1" />
					<Radio size="xs" value="every" label="Every so many: 10 is the 10th, 20th, 30th …" />
				</Stack>
			</Radio.Group>
			<DigitsInput
				label={isEvery ? 'Every how many' : 'Which one'}
				data-autofocus
				value={digits}
				decimals={0}
				onCommit={(next) => set({ number: numberNode(next) })}
			/>
		</PickerFrame>
	);
}
