import { Menu } from '@mantine/core';
import { IconCheck, IconDivide, IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import { type Chip, type ChipOperator, replaceChip } from '../formula-chips.ts';
import { ButtonMenu } from '../../panels/button-menu.tsx';
import { useFormula } from './formula-context.ts';
import classes from './formula.module.css';
import { says } from '../says.ts';

/** The four operators, as they are written and shown. */
const operators = [
	{ operator: '+', sign: '+', Icon: IconPlus },
	{ operator: '-', sign: '−', Icon: IconMinus },
	{ operator: '*', sign: '×', Icon: IconX },
	{ operator: '/', sign: '÷', Icon: IconDivide },
] as const satisfies readonly { operator: ChipOperator; sign: string; Icon: typeof IconX }[];

/** An operator of a formula: a button with a menu of the four. */
export function OperatorChip({ chip }: { chip: Extract<Chip, { kind: 'operator' }> }) {
	const { clause, change, tabIndex, readOnly, isNested } = useFormula();
	const current = operators.find(({ operator }) => operator === chip.operator) ?? operators[0];
	return (
		<ButtonMenu
			withinPortal={!isNested}
			position="bottom-start"
			width={160}
			button={{
				className: classes['operator'],
				tabIndex,
				disabled: readOnly,
				'aria-label': says.formula.operators[current.operator],
				children: current.sign,
			}}
		>
			{operators.map(({ operator, Icon }) => (
				<Menu.Item
					key={operator}
					leftSection={<Icon size={14} />}
					rightSection={operator === chip.operator ? <IconCheck size={14} aria-label={says.formula.chosen} /> : null}
					onClick={() => change(replaceChip(clause, chip, operator))}
				>
					{says.formula.operators[operator]}
				</Menu.Item>
			))}
		</ButtonMenu>
	);
}
