import { Radio, Stack, Switch } from '@mantine/core';
import { type MultiplyClause, mostDecimals, type Plain, print } from '#grammar';
import type { Path } from '#compiler/edits';
import { multiplierPalette } from '#compiler/service';
import { termOf } from '../../messages/service-words.ts';
import { useEditing } from '../editing.ts';
import { nameNode, numberNode, wordNode } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { FilterField } from './filter-field.tsx';
import { says } from './says.ts';

const rows = multiplierPalette.filter(({ shape }) => shape !== 'narrowed');

/** A multiplier that is written, and where. */
export interface WrittenMultiplier {
	/** What the multiplier stands in. */
	readonly declaration: Path;
	readonly clause: MultiplyClause;
	/** Its place among the multipliers there. */
	readonly index: number;
	/** The cart filter that it is narrowed to. */
	readonly filter: string | null;
}

interface MultiplyFieldsProps {
	readonly multiplier: WrittenMultiplier;
	/** It stands in a tier or a campaign, and acts on whatever is earned: on no award of its own, and not on some items. */
	readonly isWhole?: boolean;
}

/** What a multiplier acts on, on which items, and by how much, as fields that act at once. */
export function MultiplyFields({ multiplier, isWhole = false }: MultiplyFieldsProps) {
	const { perform, scope } = useEditing();
	const { clause, index, declaration, filter } = multiplier;
	const write = (next: Partial<Plain<MultiplyClause>>) => {
		const { on, ...rest } = { ...clause, ...next } as Plain<MultiplyClause>;
		const text = print(on ? { ...rest, on } : rest);
		return { kind: 'set-clause', declaration, clause: 'multiply', index, text } as const;
	};
	const set = (next: Partial<Plain<MultiplyClause>>) => void perform(write(next));
	const what = clause.what.kind === 'word' ? clause.what.text : null;
	const factor = clause.factor.kind === 'number' ? clause.factor : null;
	const [first] = scope.itemFilters;
	const isNarrowed = clause.on !== undefined;
	// What is written can be seen, and changed, wherever it stands.
	const offered = rows.filter(({ shape }) => shape === what || !isWhole || shape !== 'this');
	return (
		<>
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
					{offered.map((row) => (
						<Radio key={row.shape} size="xs" value={row.shape} label={termOf(row).title} />
					))}
				</Stack>
			</Radio.Group>
			{(isNarrowed || !isWhole) && (
				<Switch
					size="sm"
					label={says.onlySomeItems}
					checked={isNarrowed}
					disabled={!isNarrowed && first === undefined}
					onChange={(event) => set({ on: event.currentTarget.checked ? nameNode(first ?? '') : undefined } as never)}
				/>
			)}
			{isNarrowed && <FilterField value={filter} needs="items" use={(name) => write({ on: nameNode(name) })} />}
		</>
	);
}

/** What a multiplier acts on, as a sentence. */
export function multiplyNote({ what }: MultiplyClause): string {
	const row = rows.find(({ shape }) => what.kind === 'word' && shape === what.text);
	return row ? termOf(row).doc : '';
}
