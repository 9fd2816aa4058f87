import { Button, Group, Popover, Stack } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { IconParentheses, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { Anchor, opensPopover } from '../../panels/anchor.tsx';
import { type Chip, frame, removeValue, type ValueChip } from '../formula-chips.ts';
import { useFormula } from './formula-context.ts';
import classes from './formula.module.css';
import { says } from '../says.ts';

interface ChipPopoverProps {
	readonly chip: ValueChip;
	/** The chips around it; null for a chip that stands alone and has no operations. */
	readonly line: readonly Chip[] | null;
	/** What the chip is called when read aloud. */
	readonly label: string;
	readonly kind: 'number' | 'filter' | 'hole';
	readonly face: ReactNode;
	readonly width?: number;
	readonly children: (close: () => void) => ReactNode;
}

/** A value of a formula as a button that opens its controls. */
export function ChipPopover({ chip, line, label, kind, face, width = 280, children }: ChipPopoverProps) {
	const { clause, change, tabIndex, readOnly, isNested } = useFormula();
	const id = useId();
	const target = useRef<HTMLButtonElement>(null);
	const [opened, setOpened] = useState(false);
	const close = () => setOpened(false);
	const without = line && removeValue(clause, line, chip);
	const apply = (text: string) => {
		change(text);
		close();
	};
	return (
		<>
			<button
				ref={target}
				type="button"
				className={classes['chip']}
				data-kind={kind}
				tabIndex={tabIndex}
				aria-label={label}
				{...opensPopover('dialog', id, opened)}
				disabled={readOnly}
				onClick={() => setOpened(!opened)}
			>
				{face}
			</button>
			{opened && (
				<Popover
					id={id}
					opened
					onChange={setOpened}
					position="bottom-start"
					width={width}
					trapFocus
					withinPortal={!isNested}
					zIndex="var(--en-layer-popover)"
				>
					<Popover.Target>
						<Anchor of={target} takesFocusBack />
					</Popover.Target>
					<Popover.Dropdown aria-label={label} p="md" data-canvas-popover>
						<Stack gap="sm">
							{children(close)}
							<Group gap="xs" justify="space-between" display={line ? 'flex' : 'none'}>
								<Button
									variant="subtle"
									color="gray"
									size="compact-sm"
									leftSection={<IconParentheses size={14} />}
									onClick={() => apply(frame(clause, [chip]))}
								>
									{says.formula.bracket}
								</Button>
								{without !== null && (
									<Button
										variant="subtle"
										color="red"
										size="compact-sm"
										leftSection={<IconTrash size={14} />}
										onClick={() => apply(without)}
									>
										{says.remove}
									</Button>
								)}
							</Group>
						</Stack>
					</Popover.Dropdown>
				</Popover>
			)}
		</>
	);
}
