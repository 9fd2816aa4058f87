import { Menu } from '@mantine/core';
import { IconDivide, IconFilter, IconMinus, IconParentheses, IconPlus, IconX } from '@tabler/icons-react';
import { print } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { addsUp, type Chip, frame, insertAfter } from '../formula-chips.ts';
import { nameNode } from '../fragments.ts';
import { useFormula } from './formula-context.ts';
import classes from './formula.module.css';

const size = 14;

/** What can follow a formula: an operation with a number, or a cart filter while there is none. */
export function AppendMenu() {
	const { scope } = useCanvas();
	const { clause, line: chips, filter, change, tabIndex, isNested } = useFormula();
	const last = chips.at(-1) as Chip;
	const [offered] = scope.filters;
	const append = (operator: '+' | '-' | '*' | '/', text: string) => change(insertAfter(clause, last, operator, text));
	return (
		<Menu withInitialFocusPlaceholder={false} withinPortal={!isNested} position="bottom-start" width={250}>
			<Menu.Target>
				<button type="button" className={classes['append']} tabIndex={tabIndex} aria-label="Add to the formula">
					<IconPlus size={size} aria-hidden />
				</button>
			</Menu.Target>
			<Menu.Dropdown data-canvas-popover>
				<Menu.Label>Add to the formula</Menu.Label>
				<Menu.Item leftSection={<IconPlus size={size} />} onClick={() => append('+', '10')}>
					A bonus of points
				</Menu.Item>
				<Menu.Item leftSection={<IconMinus size={size} />} onClick={() => append('-', '10')}>
					Fewer points
				</Menu.Item>
				{filter === null ? (
					<Menu.Item
						leftSection={<IconFilter size={size} />}
						disabled={offered === undefined}
						onClick={() => offered !== undefined && append('+', print(nameNode(offered)))}
					>
						The spend on a cart filter
					</Menu.Item>
				) : (
					<Menu.Item leftSection={<IconFilter size={size} />} disabled>
						One cart filter only: {filter}
					</Menu.Item>
				)}
				<Menu.Divider />
				<Menu.Item leftSection={<IconX size={size} />} onClick={() => append('*', '2')}>
					{addsUp(chips) ? 'Multiply the last part' : 'Multiply'}
				</Menu.Item>
				<Menu.Item leftSection={<IconDivide size={size} />} onClick={() => append('/', '2')}>
					{addsUp(chips) ? 'Divide the last part' : 'Divide'}
				</Menu.Item>
				{addsUp(chips) && (
					<Menu.Item leftSection={<IconParentheses size={size} />} onClick={() => change(frame(clause, chips, '*', '2'))}>
						Multiply all of it
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
