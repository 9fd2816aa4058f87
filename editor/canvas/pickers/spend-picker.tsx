import { print } from '#grammar';
import type { AmountCondition, Plain } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { nameNode, testNode, testOf } from '../fragments.ts';
import { ComparisonFields } from './comparison-fields.tsx';
import { FilterField } from './filter-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

interface SpendPickerProps {
	readonly id: string;
	readonly condition: AmountCondition;
	/** Empty for what is no money. */
	readonly currency: string;
	readonly decimals: number;
	readonly write: (text: string) => Operation;
}

/** A cart filter, a comparison, and one or two amounts. */
export function SpendPicker({ id, condition, currency, decimals, write }: SpendPickerProps) {
	const canvas = useCanvas();
	const { filter, test } = condition;
	const set = (next: Partial<Plain<AmountCondition>>) => write(print({ ...condition, ...next }));
	return (
		<PickerFrame
			id={id}
			title={condition.kind === 'spend' ? says.spend : says.numberOfItems}
			note={test.kind === 'between' ? says.bothEnds : undefined}
		>
			<FilterField
				value={filter.kind === 'name' ? filter.text : null}
				needs={condition.kind === 'quantity' ? 'items' : 'amount'}
				isFirst={filter.kind !== 'name'}
				use={(name) => set({ filter: nameNode(name) })}
			/>
			<ComparisonFields
				test={testOf(test)}
				decimals={decimals}
				unit={currency}
				// The amount is what is changed most often; a filter that is missing comes first.
				isFirst={filter.kind === 'name'}
				onChange={(next) => void canvas.perform(set({ test: testNode(next) }))}
			/>
		</PickerFrame>
	);
}
