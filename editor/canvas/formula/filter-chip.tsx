import { Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { print } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { type Chip, replaceFilter } from '../formula-chips.ts';
import { nameNode } from '../fragments.ts';
import { ChipPopover } from './chip-popover.tsx';
import { useFormula } from './formula-context.ts';

interface FilterChipProps {
	readonly chip: Extract<Chip, { kind: 'filter' }>;
	readonly line: readonly Chip[];
}

/** The cart filter of a formula. Another choice takes its place wherever it stands: a formula has only one. */
export function FilterChip({ chip, line }: FilterChipProps) {
	const { scope } = useCanvas();
	const { clause, change, chips } = useFormula();
	const known = scope.filters.includes(chip.name);
	return (
		<ChipPopover
			chip={chip}
			line={line}
			kind="filter"
			label={`Cart filter ${chip.name}`}
			face={
				<>
					<IconFilter size={13} stroke={2} aria-hidden />
					<bdi>{chip.name}</bdi>
				</>
			}
		>
			{(close) => (
				<Select
					label="Cart filter"
					description="The amount that the points depend on"
					data={[...scope.filters]}
					value={known ? chip.name : null}
					placeholder={chip.name}
					searchable={scope.filters.length > 8}
					allowDeselect={false}
					openOnFocus={false}
					comboboxProps={{ withinPortal: false }}
					onChange={(name) => {
						if (name === null || name === chip.name) return;
						change(replaceFilter(clause, chips, print(nameNode(name))));
						close();
					}}
				/>
			)}
		</ChipPopover>
	);
}
