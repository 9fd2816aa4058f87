import { Loader, ScrollArea, SegmentedControl, Text, useComputedColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Problem } from '#grammar';
import { ruleNameAt } from '../../document/rule-tracking.ts';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { titleWords } from '../../messages/problem-words.ts';
import { ProblemList } from '../../panels/problem-list.tsx';
import { ProgramActions } from '../../panels/program-actions.tsx';
import { TextChanges } from '../../panels/text-changes.tsx';
import { TextPane } from '../../panels/text-pane.tsx';
import { BackButton } from '../../panels/back-button.tsx';
import { TopBar } from '../../panels/top-bar.tsx';
import { words as panelWords } from '../../panels/words.ts';
import { versionQuery } from '../../queries.ts';
import { ProgramSwitcher } from '../program/program-switcher.tsx';
import { words as programWords } from '../program/words.ts';
import { useProblemWalk } from '../rule/use-problem-walk.ts';
import { useSelection } from '../rule/use-selection.ts';
import { words as ruleWords } from '../rule/words.ts';
import classes from './text-screen.module.css';
import { words } from './words.ts';

const route = getRouteApi('/programs/$program/text');

/** The whole text of a program, settings, tiers and filters included, with its problems below. */
export function TextScreen() {
	const { program, document, published } = useWorkspace();
	const reading = useReading();
	const { at, view = 'text' } = route.useSearch();
	const navigate = useNavigate();
	const colorScheme = useComputedColorScheme('light');
	const { selected, select, target, goToText } = useSelection(at);
	const setView = (next: string) => {
		const search = next === 'changes' ? ({ view: next } as const) : {};
		void navigate({ to: '/programs/$program/text', params: { program }, search, replace: true });
	};
	const jump = (problem: Problem) => {
		if (view === 'changes') setView('text');
		goToText(problem.span);
	};
	const walk = useProblemWalk(null, selected?.span ?? null, jump);
	useHotkeys(
		[
			['F8', () => walk(1)],
			['shift+F8', () => walk(-1)],
		],
		[],
	);
	const showOnCanvas = (rule: string | null) => {
		const caret = selected?.span.start ?? 0;
		const name = rule ?? ruleNameAt(reading.document, caret);
		if (name === null) return;
		const search = rule === null ? { at: caret } : {};
		void navigate({ to: '/programs/$program/rules/$name', params: { program, name }, search });
	};
	return (
		<div className={classes['screen']}>
			<TopBar
				left={
					<>
						<BackButton label={ruleWords.back} to="/programs/$program" program={program} />
						<ProgramSwitcher />
					</>
				}
				middle={
					published ? (
						<SegmentedControl
							size="xs"
							aria-label={words.viewLabel}
							value={view}
							onChange={setView}
							data={[
								{ value: 'text', label: words.text },
								{ value: 'changes', label: words.changesSince({ version: published.version }) },
							]}
						/>
					) : null
				}
				right={<ProgramActions onJump={jump} />}
			/>
			<h1 className="en-hidden">{programWords.textTitle}</h1>
			<div className={classes['text']}>
				{view === 'changes' && published ? (
					<ChangesSince version={published.version} />
				) : (
					<TextPane
						colorScheme={colorScheme}
						home={null}
						marked={null}
						target={target}
						onCaret={(span) => select(span, 'text')}
						onNextProblem={walk}
						onShowOnCanvas={showOnCanvas}
					/>
				)}
			</div>
			{reading.problems.length > 0 ? (
				<section className={classes['problems']} aria-label={ruleWords.problems}>
					<ScrollArea.Autosize mah="28vh" type="auto">
						<ProblemList
							text={reading.source}
							problems={reading.problems}
							onJump={jump}
							onFix={({ fix }) => fix && document.apply(fix.edits, { label: titleWords(fix), origin: 'quick fix' })}
						/>
					</ScrollArea.Autosize>
				</section>
			) : null}
		</div>
	);
}

/** The draft beside the version in force. */
function ChangesSince({ version }: { readonly version: number }) {
	const { program } = useWorkspace();
	const { source } = useReading();
	const { data, isError } = useQuery(versionQuery(program, version));
	if (isError) return <Text className={classes['note']}>{panelWords.cannotCompare}</Text>;
	if (!data)
		return (
			<output aria-label={panelWords.comparing({ version })}>
				<Loader size={20} className={classes['note']} aria-hidden />
			</output>
		);
	if (data.text === source) return <Text className={classes['note']}>{words.nothingChanged({ version })}</Text>;
	return (
		<section className={classes['changes']} aria-label={panelWords.comparedText}>
			<TextChanges before={data.text} after={source} version={version} />
		</section>
	);
}
