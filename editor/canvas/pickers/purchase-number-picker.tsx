import { Radio, Stack } from '@mantine/core';
import { type Plain, print, type PurchaseNumberCondition } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { numberNode } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';
import { localDigits } from '../../messages/digits.ts';

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
		<PickerFrame id={id} title={says.purchaseNumber} note={says.purchaseNote}>
			<Radio.Group
				aria-label={says.which}
				value={isEvery ? 'every' : 'is'}
				onChange={(to) => set({ isEvery: to === 'every' })}
			>
				<Stack gap="xs">
					<Radio size="xs" value="is" label={localDigits(says.onePurchase)} />
					<Radio size="xs" value="every" label={localDigits(says.everySoMany)} />
				</Stack>
			</Radio.Group>
			<DigitsInput
				label={isEvery ? says.everyHowMany : says.whichOne}
				data-autofocus
				value={digits}
				decimals={0}
				onCommit={(next) => set({ number: numberNode(next) })}
			/>
		</PickerFrame>
	);
}
