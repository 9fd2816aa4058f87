import { Table, VisuallyHidden } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { type RowActions, RuleRowView } from './rule-row.tsx';
import records from '../../panels/record-table.module.css';
import classes from './rule-table.module.css';
import type { RuleRow } from './rows.ts';
import { useGrowing } from './use-growing.ts';
import { words } from './words.ts';

interface RuleTableProps extends RowActions {
	readonly program: string;
	readonly rows: readonly RuleRow[];
	readonly label: string;
	/** Which of the program's rules these are: other rules than before are drawn from the beginning. */
	readonly about: string;
}

/** The rules of a tab. Narrow pages show fewer columns; nothing of them is lost, the rule's own screen has it. */
export function RuleTable({ program, rows, label, about, onToggle, onDuplicate, onDelete }: RuleTableProps) {
	const shown = useGrowing(rows, about);
	const actions = {
		onToggle: useCallbackRef(onToggle),
		onDuplicate: useCallbackRef(onDuplicate),
		onDelete: useCallbackRef(onDelete),
	};
	return (
		<div className={records['card']}>
			<Table className={`${records['table']} ${classes['table']}`} aria-label={label}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th className={classes['switchHead']}>{words.columns.status}</Table.Th>
						<Table.Th className={classes['ruleHead']}>{words.columns.rule}</Table.Th>
						<Table.Th className={`${records['medium']} ${classes['effectHead']}`}>{words.columns.gives}</Table.Th>
						<Table.Th className={`${records['medium']} ${classes['datesHead']}`}>{words.columns.dates}</Table.Th>
						<Table.Th className={`${classes['wide']} ${classes['conditionsHead']}`}>{words.columns.conditions}</Table.Th>
						<Table.Th className={`${records['medium']} ${classes['pointsHead']}`}>{words.columns.points}</Table.Th>
						<Table.Th className={classes['menuHead']}>
							<VisuallyHidden>{words.columns.menu}</VisuallyHidden>
						</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{shown.map((row) => (
						<RuleRowView
							key={`${row.name ?? ''} ${[row.declaration].flat().join('-')}`}
							program={program}
							row={row}
							{...actions}
						/>
					))}
				</Table.Tbody>
			</Table>
		</div>
	);
}
