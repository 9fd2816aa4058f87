import { IconFilter } from '@tabler/icons-react';
import { print } from '#grammar';
import { FilterField } from '../pickers/filter-field.tsx';
import { type Chip, replaceFilter } from '../formula-chips.ts';
import { nameNode } from '../fragments.ts';
import { ChipPopover } from './chip-popover.tsx';
import { useFormula } from './formula-context.ts';
import { says } from '../says.ts';

interface FilterChipProps {
	readonly chip: Extract<Chip, { kind: 'filter' }>;
	readonly line: readonly Chip[] | null;
}

/** The cart filter of a formula. Another choice takes its place wherever it stands: a formula has only one. */
export function FilterChip({ chip, line }: FilterChipProps) {
	const { clause, write, chips } = useFormula();
	return (
		<ChipPopover
			chip={chip}
			line={line}
			kind="filter"
			label={says.formula.filter({ name: chip.name })}
			width={360}
			face={
				<>
					<IconFilter size={13} stroke={2} aria-hidden />
					<bdi>{chip.name}</bdi>
				</>
			}
		>
			{(close) => (
				<FilterField
					value={chip.name}
					isFirst
					use={(name) => write(replaceFilter(clause, chips, print(nameNode(name))))}
					onDone={close}
				/>
			)}
		</ChipPopover>
	);
}
