import { Badge, Button, Popover, ScrollArea, SegmentedControl, Tooltip } from '@mantine/core';
import {
	IconAlertOctagon,
	IconAlertTriangle,
	IconCircleCheck,
	IconCode,
	IconLayoutColumns,
	IconSitemap,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { Problem } from '#grammar';
import type { Performed } from '../../document/perform.ts';
import { countSeverities } from '../../document/problems.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { ProblemList } from '../../panels/problem-list.tsx';
import { ProgramActions } from '../../panels/program-actions.tsx';
import { prefetchText } from '../../panels/load-text.ts';
import { BackButton } from '../../panels/back-button.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { countErrors, countWarnings } from '../../messages/counted.ts';
import { number } from '../../panels/format.ts';
import type { RuleState } from '../../document/rule-window.ts';
import { HistoryButtons } from './history-buttons.tsx';
import classes from './rule-bar.module.css';
import { RuleName } from './rule-name.tsx';
import { words } from './words.ts';

/** Which views of a rule are shown. */
export type RuleView = 'canvas' | 'split' | 'text';

interface RuleBarProps {
	readonly name: string;
	readonly state: RuleState | 'draft';
	readonly stale: boolean;
	readonly view: RuleView;
	readonly onView: (view: RuleView) => void;
	readonly onRename: (name: string) => Performed;
	readonly onJump: (problem: Problem) => void;
	readonly onFix: (problem: Problem) => void;
}

const stateColors = { current: 'green', scheduled: 'blue', expired: 'gray', disabled: 'gray', draft: 'yellow' } as const;

const views = [
	{ value: 'canvas', Icon: IconSitemap },
	{ value: 'split', Icon: IconLayoutColumns },
	{ value: 'text', Icon: IconCode },
] as const;

/** The bar above a rule: its name and state, the views, the history, the problems, and the draft. */
export const RuleBar = memo(function RuleBar({ name, state, stale, view, onView, onRename, onJump, onFix }: RuleBarProps) {
	const { program } = useWorkspace();
	return (
		<TopBar
			left={
				<>
					<BackButton label={words.back} to="/programs/$program" program={program} />
					<h1 className={classes['heading']}>
						<RuleName key={name} name={name} disabled={stale} onRename={onRename} />
					</h1>
					<Tooltip label={words.stateHints[state]}>
						<Badge variant="light" color={stateColors[state]} radius="sm" className={classes['state']}>
							{words.states[state]}
						</Badge>
					</Tooltip>
				</>
			}
			middle={<ViewSwitch view={view} onView={onView} />}
			right={
				<>
					<HistoryButtons />
					<ProblemCounter onJump={onJump} onFix={onFix} />
					<span className={classes['divider']} />
					<ProgramActions onJump={onJump} />
				</>
			}
		/>
	);
});

function ViewSwitch({ view, onView }: Pick<RuleBarProps, 'view' | 'onView'>) {
	return (
		<SegmentedControl
			size="xs"
			aria-label={words.viewLabel}
			value={view}
			onChange={(value) => onView(value)}
			onMouseEnter={prefetchText}
			onFocus={prefetchText}
			data={views.map(({ value, Icon }) => ({
				value,
				label: (
					<span className={classes['view']}>
						<Icon size={16} stroke={1.75} aria-hidden />
						<span>{words.views[value]}</span>
					</span>
				),
			}))}
		/>
	);
}

function ProblemCounter({ onJump, onFix }: Pick<RuleBarProps, 'onJump' | 'onFix'>) {
	const reading = useReading();
	const [opened, setOpened] = useState(false);
	const { errors, warnings } = countSeverities(reading.problems);
	const label = errors > 0 ? countErrors(errors) : warnings > 0 ? countWarnings(warnings) : number(0);
	const Icon = errors > 0 ? IconAlertOctagon : warnings > 0 ? IconAlertTriangle : IconCircleCheck;
	const color = errors > 0 ? 'var(--en-danger)' : warnings > 0 ? 'var(--en-warning)' : 'var(--en-success)';
	return (
		<Popover opened={opened} onChange={setOpened} position="bottom-end" width={440} trapFocus returnFocus>
			<Tooltip label={errors + warnings > 0 ? words.problemsHint({ label }) : words.noProblems} disabled={opened}>
				<Popover.Target>
					<Button
						variant="subtle"
						color="gray"
						className={classes['problems']}
						leftSection={<Icon size={17} color={color} aria-hidden />}
						aria-label={words.problemsCounted({ label })}
						onClick={() => setOpened((before) => !before)}
					>
						{number(errors || warnings)}
					</Button>
				</Popover.Target>
			</Tooltip>
			<Popover.Dropdown p={4} aria-label={words.problems}>
				<ScrollArea.Autosize mah={360} type="auto">
					<ProblemList
						text={reading.source}
						problems={reading.problems}
						onFix={onFix}
						onJump={(problem) => {
							setOpened(false);
							onJump(problem);
						}}
					/>
				</ScrollArea.Autosize>
			</Popover.Dropdown>
		</Popover>
	);
}
