import { Select } from '@mantine/core';
import { type MemberFact, type MemberFactCondition, type Plain, print } from '#grammar';
import type { Operation } from '#compiler/edits';
import { conditionPalette } from '#compiler/service';
import { useCanvas } from '../canvas-context.ts';
import { testNode, testOf, wordNode } from '../fragments.ts';
import { ComparisonFields } from './comparison-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';
import { termOf } from '../../messages/service-words.ts';

interface FactPickerProps {
	readonly id: string;
	readonly condition: MemberFactCondition;
	readonly write: (text: string) => Operation;
}

/** The facts that can be asked for. */
function facts() {
	return conditionPalette.flatMap((row) => {
		return row.fact ? [{ value: row.fact, label: termOf(row).title }] : [];
	});
}

/** A fact of the member and what it is compared with. */
export function FactPicker({ id, condition, write }: FactPickerProps) {
	const canvas = useCanvas();
	const { currency, currencyDecimals, compilation } = canvas;
	const fact = condition.fact.kind === 'word' ? condition.fact.text : null;
	const row = conditionPalette.find((candidate) => candidate.fact === fact);
	const set = (next: Partial<Plain<MemberFactCondition>>) => void canvas.perform(write(print({ ...condition, ...next })));
	return (
		<PickerFrame id={id} title={says.member} note={row && termOf(row).doc}>
			<Select
				label={says.fact}
				data={facts()}
				value={fact}
				data-autofocus={fact === null || undefined}
				allowDeselect={false}
				openOnFocus={false}
				comboboxProps={{ withinPortal: false }}
				onChange={(next) => next !== null && set({ fact: wordNode(next) })}
			/>
			<ComparisonFields
				test={testOf(condition.test)}
				decimals={decimalsOf(fact, currencyDecimals, compilation.healthyPlan?.program.pointDecimals ?? 0)}
				unit={fact === 'lifetime spend' ? currency : undefined}
				isFirst={fact !== null}
				onChange={(test) => set({ test: testNode(test) })}
			/>
		</PickerFrame>
	);
}

function decimalsOf(fact: MemberFact | null, currency: number, points: number): number {
	if (fact === 'lifetime spend') return currency;
	return fact === 'lifetime points' || fact === 'balance' ? points : 0;
}
