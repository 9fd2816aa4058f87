import { Menu } from '@mantine/core';
import { IconDivide, IconFilter, IconMinus, IconParentheses, IconPlus, IconX } from '@tabler/icons-react';
import { print } from '#grammar';
import { ButtonMenu } from '../../panels/button-menu.tsx';
import { useEditing } from '../editing.ts';
import { addsUp, type Chip, frame, insertAfter } from '../formula-chips.ts';
import { nameNode } from '../fragments.ts';
import { useFormula } from './formula-context.ts';
import classes from './formula.module.css';
import { says } from '../says.ts';

const size = 14;

/** What can follow a formula: an operation with a number, or a cart filter while there is none. */
export function AppendMenu() {
	const { scope } = useEditing();
	const { clause, line: chips, filter, change, tabIndex, isNested } = useFormula();
	const last = chips.at(-1) as Chip;
	const [offered] = scope.filters;
	const append = (operator: '+' | '-' | '*' | '/', text: string) => change(insertAfter(clause, last, operator, text));
	return (
		<ButtonMenu
			withinPortal={!isNested}
			position="bottom-start"
			width={250}
			button={{
				className: classes['append'],
				tabIndex,
				'aria-label': says.formula.add,
				children: <IconPlus size={size} aria-hidden />,
			}}
		>
			<Menu.Label>{says.formula.add}</Menu.Label>
			<Menu.Item leftSection={<IconPlus size={size} />} onClick={() => append('+', '10')}>
				{says.formula.bonus}
			</Menu.Item>
			<Menu.Item leftSection={<IconMinus size={size} />} onClick={() => append('-', '10')}>
				{says.formula.fewer}
			</Menu.Item>
			{filter === null ? (
				<Menu.Item
					leftSection={<IconFilter size={size} />}
					disabled={offered === undefined}
					onClick={() => offered !== undefined && append('+', print(nameNode(offered)))}
				>
					{says.formula.spend}
				</Menu.Item>
			) : (
				<Menu.Item leftSection={<IconFilter size={size} />} disabled>
					{says.formula.oneFilter({ filter })}
				</Menu.Item>
			)}
			<Menu.Divider />
			<Menu.Item leftSection={<IconX size={size} />} onClick={() => append('*', '2')}>
				{addsUp(chips) ? says.formula.multiplyLast : says.formula.multiply}
			</Menu.Item>
			<Menu.Item leftSection={<IconDivide size={size} />} onClick={() => append('/', '2')}>
				{addsUp(chips) ? says.formula.divideLast : says.formula.divide}
			</Menu.Item>
			{addsUp(chips) && (
				<Menu.Item leftSection={<IconParentheses size={size} />} onClick={() => change(frame(clause, chips, '*', '2'))}>
					{says.formula.multiplyAll}
				</Menu.Item>
			)}
		</ButtonMenu>
	);
}
