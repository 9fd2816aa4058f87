import { Radio, Stack, Switch } from '@mantine/core';
import { type MultiplyClause, mostDecimals, type Plain, print } from '#grammar';
import { multiplierPalette } from '#compiler/service';
import { useCanvas } from '../canvas-context.ts';
import { nameNode, numberNode, wordNode } from '../fragments.ts';
import type { MultiplyElement } from '../view.ts';
import { DigitsInput } from './digits-input.tsx';
import { FilterField } from './filter-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';
import { termOf } from '../../messages/service-words.ts';
import { WithNames } from '../nodes/with-names.tsx';

const targets = multiplierPalette.filter(({ shape }) => shape !== 'narrowed');

/** What a multiplier acts on, on which items, and by how much. */
export function MultiplyPicker({ element }: { readonly element: MultiplyElement }) {
	const canvas = useCanvas();
	const { clause, index, id } = element;
	const { declaration, scope } = canvas;
	const write = (next: Partial<Plain<MultiplyClause>>) => {
		const { on, ...rest } = { ...clause, ...next } as Plain<MultiplyClause>;
		const text = print(on ? { ...rest, on } : rest);
		return { kind: 'set-clause', declaration, clause: 'multiply', index, text } as const;
	};
	const set = (next: Partial<Plain<MultiplyClause>>) => void canvas.perform(write(next));
	const what = clause.what.kind === 'word' ? clause.what.text : null;
	const factor = clause.factor.kind === 'number' ? clause.factor : null;
	const [first] = scope.itemFilters;
	const isNarrowed = clause.on !== undefined;
	return (
		<PickerFrame id={id} title={says.multiplier} note={<WithNames text={noteOn(what)} />}>
			<DigitsInput
				label={says.by}
				data-autofocus
				value={factor?.digits ?? ''}
				decimals={mostDecimals}
				rightSection={factor?.percent ? '%' : undefined}
				onCommit={(digits) => set({ factor: numberNode(digits, factor?.percent ?? false) })}
			/>
			<Radio.Group label={says.what} value={what} onChange={(next) => set({ what: wordNode(next) })}>
				<Stack gap="xs" pt={4}>
					{targets.map((row) => (
						<Radio key={row.shape} size="xs" value={row.shape} label={termOf(row).title} />
					))}
				</Stack>
			</Radio.Group>
			<Switch
				size="sm"
				label={says.onlySomeItems}
				checked={isNarrowed}
				disabled={!isNarrowed && first === undefined}
				onChange={(event) => set({ on: event.currentTarget.checked ? nameNode(first ?? '') : undefined } as never)}
			/>
			{isNarrowed && <FilterField value={element.filter} needs="items" use={(name) => write({ on: nameNode(name) })} />}
		</PickerFrame>
	);
}

function noteOn(what: string | null): string {
	const row = targets.find(({ shape }) => shape === what);
	return row ? termOf(row).doc : '';
}
