import { ActionIcon, Badge, Menu, Skeleton, Switch, Table, Tooltip, VisuallyHidden } from '@mantine/core';
import { useId } from '@mantine/hooks';
import {
	IconAlertOctagon,
	IconAlertTriangle,
	IconCopy,
	IconDots,
	IconExternalLink,
	IconPower,
	IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useRef, useState } from 'react';
import { conditionIcons } from '../../canvas/nodes/icons.ts';
import { countSeverities } from '../../document/problems.ts';
import { Anchor, opensPopover } from '../../panels/anchor.tsx';
import { keyed } from '../../panels/keyed.ts';
import { countErrors, countWarnings } from '../../messages/counted.ts';
import { directionOfText } from '../../messages/language.ts';
import { problemWords } from '../../messages/problem-words.ts';
import { number } from '../../panels/format.ts';
import records from '../../panels/record-table.module.css';
import classes from './rule-table.module.css';
import type { RuleRow } from './rows.ts';
import { Sparkline } from './sparkline.tsx';
import { words } from './words.ts';

/** What can be done with a rule of the list. */
export interface RowActions {
	readonly onToggle: (row: RuleRow) => void;
	readonly onDuplicate: (row: RuleRow) => void;
	readonly onDelete: (row: RuleRow) => void;
}

interface RuleRowProps extends RowActions {
	readonly program: string;
	readonly row: RuleRow;
}

/** One rule of the list. Drawn again only where something of it changed. */
export const RuleRowView = memo(function RuleRowView({ program, row, ...actions }: RuleRowProps) {
	const name = row.name ?? words.unnamed;
	return (
		<Table.Tr className={`${records['row']} ${classes['row']}`} data-off={!row.enabled || undefined}>
			<Table.Td className={classes['above']}>
				<Switch
					size="sm"
					checked={row.enabled}
					onChange={() => actions.onToggle(row)}
					aria-label={row.enabled ? words.switchOff({ name }) : words.switchOn({ name })}
					withThumbIndicator={false}
				/>
			</Table.Td>
			<Table.Td className={classes['ruleCell']}>
				<div className={classes['nameLine']}>
					<RuleLink program={program} row={row} name={name} />
					{row.campaign !== null && (
						<Badge color="violet" variant="light" radius="sm" className={classes['badge']}>
							<bdi>{words.inCampaign({ name: row.campaign })}</bdi>
						</Badge>
					)}
					<ProblemBadge row={row} />
				</div>
				<div className={classes['prose']} title={row.prose}>
					<bdi dir={directionOfText()}>{row.prose}</bdi>
				</div>
				<bdi dir={directionOfText()} className={`${classes['effect']} ${classes['narrow']}`}>
					{row.effect}
				</bdi>
			</Table.Td>
			<Table.Td className={records['medium']}>
				<bdi dir={directionOfText()} className={classes['effect']}>
					{row.effect}
				</bdi>
			</Table.Td>
			<Table.Td className={records['medium']}>
				<span className={row.dates ? '' : classes['quiet']}>{row.dates ?? words.anyDate}</span>
				{row.hijri !== null && <span className={classes['hijri']}>{row.hijri}</span>}
			</Table.Td>
			<Table.Td className={classes['wide']}>
				<Conditions row={row} />
			</Table.Td>
			<Table.Td className={records['medium']}>
				<Given row={row} />
			</Table.Td>
			<Table.Td className={classes['above']}>
				<RowMenu program={program} row={row} name={name} {...actions} />
			</Table.Td>
		</Table.Tr>
	);
});

function RuleLink({ program, row, name }: { readonly program: string; readonly row: RuleRow; readonly name: string }) {
	return row.name === null ? (
		<Link to="/programs/$program/text" params={{ program }} className={`${records['link']} ${classes['name']}`}>
			{name}
		</Link>
	) : (
		<Link
			to="/programs/$program/rules/$name"
			params={{ program, name: row.name }}
			className={`${records['link']} ${classes['name']}`}
		>
			<bdi>{name}</bdi>
		</Link>
	);
}

function Conditions({ row: { conditions } }: { readonly row: RuleRow }) {
	if (conditions.length === 0) return <span className={classes['quiet']}>{words.noConditions}</span>;
	return (
		<ul className={classes['conditions']}>
			{keyed(conditions, ({ words: sentence }) => sentence).map(({ key, item: { kind, words: sentence } }) => {
				const Icon = conditionIcons[kind];
				return (
					<Tooltip key={key} label={sentence} maw={320}>
						<li className={classes['condition']}>
							<Icon size={15} stroke={1.75} aria-hidden />
							<VisuallyHidden>{sentence}</VisuallyHidden>
						</li>
					</Tooltip>
				);
			})}
		</ul>
	);
}

function Given({ row: { given } }: { readonly row: RuleRow }) {
	if (given === 'loading') return <Skeleton height={16} width={88} />;
	if (given === 'unknown') {
		return (
			<Tooltip label={words.pointsUnknown}>
				<span className={`${classes['quiet']} ${classes['above']}`}>–</span>
			</Tooltip>
		);
	}
	return (
		<span className={classes['given']}>
			<Sparkline values={given.pointsByDay} />
			<span className="en-numbers">{number(given.points)}</span>
		</span>
	);
}

function ProblemBadge({ row: { problems } }: { readonly row: RuleRow }) {
	const { errors, warnings } = countSeverities(problems);
	if (errors + warnings === 0) return null;
	const label = [errors > 0 ? countErrors(errors) : '', warnings > 0 ? countWarnings(warnings) : '']
		.filter(Boolean)
		.join(', ');
	const Icon = errors > 0 ? IconAlertOctagon : IconAlertTriangle;
	return (
		<Tooltip
			label={problems.map((problem) => problemWords(problem).message).join('\n')}
			maw={360}
			style={{ whiteSpace: 'pre-line' }}
		>
			<Badge
				className={classes['badge']}
				color={errors > 0 ? 'red' : 'yellow'}
				variant="light"
				radius="sm"
				leftSection={<Icon size={13} aria-hidden />}
			>
				{label}
			</Badge>
		</Tooltip>
	);
}

interface RowMenuProps extends RuleRowProps {
	readonly name: string;
}

function RowMenu({ program, row, name, onToggle, onDuplicate, onDelete }: RowMenuProps) {
	const id = useId();
	const target = useRef<HTMLButtonElement>(null);
	const [opened, setOpened] = useState(false);
	return (
		<>
			<ActionIcon
				ref={target}
				aria-label={words.menu({ name })}
				{...opensPopover('menu', id, opened)}
				onClick={() => setOpened(!opened)}
			>
				<IconDots size={18} />
			</ActionIcon>
			{opened && (
				<Menu id={id} width={180} opened onChange={setOpened}>
					<Menu.Target>
						<Anchor of={target} takesFocusBack />
					</Menu.Target>
					<Menu.Dropdown>
						{row.name === null ? null : (
							<Menu.Item
								leftSection={<IconExternalLink size={16} />}
								component={Link}
								to={`/programs/${encodeURIComponent(program)}/rules/${encodeURIComponent(row.name)}`}
							>
								{words.open}
							</Menu.Item>
						)}
						<Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onDuplicate(row)}>
							{words.duplicate}
						</Menu.Item>
						<Menu.Item leftSection={<IconPower size={16} />} onClick={() => onToggle(row)}>
							{row.enabled ? words.disable : words.enable}
						</Menu.Item>
						<Menu.Divider />
						<Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onDelete(row)}>
							{words.remove}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			)}
		</>
	);
}
