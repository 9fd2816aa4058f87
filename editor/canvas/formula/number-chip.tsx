import { Switch } from '@mantine/core';
import { type Chip, replaceChip } from '../formula-chips.ts';
import { DigitsInput } from '../pickers/digits-input.tsx';
import { shownDigits } from '../words.ts';
import { ChipPopover } from './chip-popover.tsx';
import { useFormula } from './formula-context.ts';
import { says } from '../says.ts';

/** As many decimals as a number of the language may have. */
const MOST_DECIMALS = 6;

interface NumberChipProps {
	readonly chip: Extract<Chip, { kind: 'number' | 'hole' }>;
	readonly line: readonly Chip[] | null;
}

/** A number of a formula, or the place where a value is missing. */
export function NumberChip({ chip, line }: NumberChipProps) {
	const { clause, change } = useFormula();
	const hole = chip.kind === 'hole';
	const digits = hole ? '' : chip.digits;
	const percent = !hole && chip.percent;
	const shown = hole ? says.formula.addValue : `${shownDigits(digits)}${percent ? '%' : ''}`;
	const write = (next: string, asPercent: boolean) => {
		// Where something is missing there may be no room around it yet.
		const text = `${next}${asPercent ? '%' : ''}`;
		return change(replaceChip(clause, chip, hole ? ` ${text}` : text));
	};
	return (
		<ChipPopover
			chip={chip}
			line={line}
			kind={hole ? 'hole' : 'number'}
			label={hole ? shown : says.formula.number({ number: shown })}
			face={shown}
		>
			{() => (
				<>
					<DigitsInput
						label={says.formula.numberLabel}
						value={digits}
						decimals={MOST_DECIMALS}
						rightSection={percent ? '%' : undefined}
						onCommit={(next) => write(next, percent)}
					/>
					{!hole && (
						<Switch
							size="sm"
							label={says.formula.percent}
							checked={percent}
							onChange={(event) => write(digits, event.currentTarget.checked)}
						/>
					)}
				</>
			)}
		</ChipPopover>
	);
}
