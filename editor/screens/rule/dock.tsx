import { ActionIcon, Badge, ScrollArea, Tabs, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Problem } from '#grammar';
import { useReading } from '../../document/workspace.tsx';
import { number } from '../../panels/format.ts';
import { ProblemList } from '../../panels/problem-list.tsx';
import classes from './dock.module.css';
import { words } from './words.ts';

interface DockProps {
	readonly onJump: (problem: Problem) => void;
	readonly onFix: (problem: Problem) => void;
	readonly preview: ReactNode;
}

/** The panel at the foot of a rule: what a sample earns, and what is wrong. Remembers whether it is open. */
export function Dock({ onJump, onFix, preview }: DockProps) {
	const { source, problems } = useReading();
	const [open, setOpen] = useLocalStorage({ key: 'earnest-dock', defaultValue: true, getInitialValueInEffect: false });
	const [tab, setTab] = useLocalStorage({
		key: 'earnest-dock-tab',
		defaultValue: 'preview',
		getInitialValueInEffect: false,
	});
	const errors = problems.some((problem) => problem.severity === 'error');
	const toggle = open ? words.collapse : words.expand;
	return (
		<section className={classes['dock']} aria-label={words.dock} data-open={open || undefined}>
			<h2 className="en-hidden">{words.dock}</h2>
			<Tabs
				value={tab}
				onChange={(value) => {
					setTab(value ?? 'preview');
					setOpen(true);
				}}
				className={classes['tabs']}
				keepMounted={false}
			>
				<div className={classes['head']}>
					<Tabs.List className={classes['list']}>
						<Tabs.Tab value="preview">{words.preview}</Tabs.Tab>
						<Tabs.Tab
							value="problems"
							rightSection={
								problems.length > 0 ? (
									<Badge
										size="sm"
										radius="xl"
										variant="light"
										color={errors ? 'red' : 'yellow'}
										className={classes['count']}
									>
										{number(problems.length)}
									</Badge>
								) : null
							}
						>
							{words.problems}
						</Tabs.Tab>
					</Tabs.List>
					<Tooltip label={toggle}>
						<ActionIcon aria-label={toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
							{open ? <IconChevronDown size={18} /> : <IconChevronUp size={18} />}
						</ActionIcon>
					</Tooltip>
				</div>
				{open ? (
					<>
						<Tabs.Panel value="preview" className={classes['panel']}>
							{preview}
						</Tabs.Panel>
						<Tabs.Panel value="problems" className={classes['panel']}>
							<ScrollArea h="100%" type="auto">
								<div className={classes['problems']}>
									<ProblemList text={source} problems={problems} onJump={onJump} onFix={onFix} />
								</div>
							</ScrollArea>
						</Tabs.Panel>
					</>
				) : null}
			</Tabs>
		</section>
	);
}
