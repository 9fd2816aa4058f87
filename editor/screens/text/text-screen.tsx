import { ActionIcon, ScrollArea, Tooltip, useComputedColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Problem } from '#grammar';
import { ruleNameAt } from '../../document/rule-tracking.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { ProblemList } from '../../panels/problem-list.tsx';
import { ProgramActions } from '../../panels/program-actions.tsx';
import { TextPane } from '../../panels/text-pane.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { ProgramSwitcher } from '../program/program-switcher.tsx';
import { words as programWords } from '../program/words.ts';
import { useProblemWalk } from '../rule/use-problem-walk.ts';
import { useSelection } from '../rule/use-selection.ts';
import { words as ruleWords } from '../rule/words.ts';
import classes from './text-screen.module.css';

const route = getRouteApi('/programs/$program/text');

/** The whole text of a program, settings, tiers and filters included, with its problems below. */
export function TextScreen() {
	const { program, document } = useWorkspace();
	const reading = useReading();
	const { at } = route.useSearch();
	const navigate = useNavigate();
	const colorScheme = useComputedColorScheme('light');
	const { selected, select, target, goToText } = useSelection(at);
	const jump = (problem: Problem) => goToText(problem.span);
	const walk = useProblemWalk(null, selected?.span ?? null, jump);
	useHotkeys(
		[
			['F8', () => walk(1)],
			['shift+F8', () => walk(-1)],
		],
		[],
	);
	const showOnCanvas = () => {
		const caret = selected?.span.start ?? 0;
		const name = ruleNameAt(reading.document, caret);
		if (name !== null)
			void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search: { at: caret } });
	};
	return (
		<div className={classes['screen']}>
			<TopBar
				left={
					<>
						<Tooltip label={ruleWords.back}>
							<ActionIcon
								aria-label={ruleWords.back}
								renderRoot={(props) => <Link {...props} to="/programs/$program" params={{ program }} />}
							>
								<IconArrowLeft size={18} />
							</ActionIcon>
						</Tooltip>
						<ProgramSwitcher />
					</>
				}
				right={<ProgramActions onJump={jump} />}
			/>
			<h1 className="en-hidden">{programWords.textTitle}</h1>
			<div className={classes['text']}>
				<TextPane
					colorScheme={colorScheme}
					home={null}
					marked={null}
					target={target}
					onCaret={(span) => select(span, 'text')}
					onNextProblem={walk}
					onShowOnCanvas={showOnCanvas}
				/>
			</div>
			{reading.problems.length > 0 ? (
				<section className={classes['problems']} aria-label={ruleWords.problems}>
					<ScrollArea.Autosize mah="28vh" type="auto">
						<ProblemList
							text={reading.source}
							problems={reading.problems}
							onJump={jump}
							onFix={({ fix }) => fix && document.apply(fix.edits, { label: fix.title, origin: 'quick fix' })}
						/>
					</ScrollArea.Autosize>
				</section>
			) : null}
		</div>
	);
}
