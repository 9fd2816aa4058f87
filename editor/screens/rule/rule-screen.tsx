import { Button, EmptyState, useComputedColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconMoodSearch } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Problem, Span } from '#grammar';
import { RuleCanvas } from '../../canvas/rule-canvas.tsx';
import { useDocument, useWorkspace } from '../../document/workspace.tsx';
import { FaultBoundary } from '../../panels/fault-boundary.tsx';
import { TextPane } from '../../panels/text-pane.tsx';
import { Dock } from './dock.tsx';
import { ProseStrip } from './prose-strip.tsx';
import { RuleBar, type RuleView } from './rule-bar.tsx';
import classes from './rule-screen.module.css';
import { Split } from './split.tsx';
import { StaleBanner } from './stale-banner.tsx';
import { useProblemWalk } from './use-problem-walk.ts';
import { useRuleState } from './use-rule-state.ts';
import { useSelection } from './use-selection.ts';
import { type ShownRule, useTrackedRule } from './use-tracked-rule.ts';
import { words } from './words.ts';

const route = getRouteApi('/programs/$program/rules/$name');

/** One rule: its sentence, its picture, its text, and what a sample earns by it. */
export function RuleScreen() {
	const { program, name } = route.useParams();
	const { shown, stale } = useTrackedRule(name);
	const navigate = useNavigate();
	const current = shown?.name ?? null;
	// A rename by whatever way moves the address along; history keeps one entry for the rule.
	useEffect(() => {
		if (current === null || current === name || stale) return;
		void navigate({
			to: '/programs/$program/rules/$name',
			params: { program, name: current },
			search: (before: object) => before,
			replace: true,
		});
	}, [current, name, stale, program, navigate]);
	if (!shown) return <MissingRule name={name} />;
	return <OpenRule shown={shown} stale={stale} />;
}

function OpenRule({ shown, stale }: { readonly shown: ShownRule; readonly stale: boolean }) {
	const { document, catalog, perform } = useWorkspace();
	const { text, reading } = useDocument();
	const { view = 'canvas', at } = route.useSearch();
	const setView = useView();
	const colorScheme = useComputedColorScheme('light');
	const { selected, select, target, goToText } = useSelection(at);
	const [pointed, setPointed] = useState<Span | null>(null);
	const state = useRuleState(shown);

	const jump = (problem: Problem) => {
		if (view === 'canvas' && isInside(problem.span, shown.rule.span)) return select(problem.span, 'problem');
		if (view === 'canvas') setView('split');
		goToText(problem.span);
	};
	const fix = ({ fix }: Problem) => {
		if (fix) document.apply(fix.edits, { label: fix.title, origin: 'quick fix' });
	};
	const showText = (span: Span) => {
		if (view === 'canvas') setView('split');
		goToText(span);
	};
	const walk = useProblemWalk(view === 'canvas' ? shown.rule.span : null, selected?.span ?? null, jump);
	useHotkeys([
		['mod+alt+1', () => setView('canvas')],
		['mod+alt+2', () => setView('split')],
		['mod+alt+3', () => setView('text')],
		['F8', () => walk(1)],
		['shift+F8', () => walk(-1)],
	], []);

	const textPane = (
		<TextPane
			colorScheme={colorScheme}
			home={shown.rule.span}
			marked={selected && selected.from !== 'text' ? selected.span : null}
			target={target}
			onCaret={(span) => select(span, 'text')}
			onNextProblem={walk}
			onShowOnCanvas={() => view === 'text' && setView('split')}
		/>
	);
	const canvas = (
		<section className={classes['canvas']} aria-label={words.views.canvas} aria-describedby="rule-in-words">
			{stale ? <StaleBanner shown={shown} onJump={jump} /> : null}
			<div className={classes['picture']} data-stale={stale || undefined}>
				<FaultBoundary>
					<RuleCanvas
						rule={shown.rule}
						declaration={shown.declaration}
						compilation={shown.compilation}
						catalog={catalog}
						explanation={null}
						selection={pointed ?? selected?.span ?? null}
						onSelect={(span) => select(span, 'canvas')}
						onGoToText={showText}
						perform={(operation) => perform(operation, 'canvas')}
						onFix={(chosen) => document.apply(chosen.edits, { label: chosen.title, origin: 'quick fix' })}
						colorScheme={colorScheme}
						readOnly={stale}
					/>
				</FaultBoundary>
			</div>
		</section>
	);
	return (
		<div className={classes['screen']}>
			<RuleBar
				name={shown.name ?? ''}
				state={state}
				stale={stale}
				view={view}
				onView={setView}
				onRename={(wished) => perform({ kind: 'rename-rule', declaration: shown.declaration, name: wished }, 'canvas')}
				onJump={jump}
				onFix={fix}
			/>
			<ProseStrip
				shown={shown}
				selected={pointed ?? selected?.span ?? null}
				onPoint={setPointed}
				onSelect={(span) => select(span, 'canvas')}
			/>
			<div className={classes['work']}>
				{view === 'text' ? textPane : view === 'split' ? <Split first={canvas} second={textPane} /> : canvas}
			</div>
			{view === 'text' ? null : <Dock text={text} problems={reading.problems} onJump={jump} onFix={fix} preview={null} />}
		</div>
	);
}

function useView(): (view: RuleView) => void {
	const { program, name } = route.useParams();
	const navigate = useNavigate();
	return (view) =>
		void navigate({
			to: '/programs/$program/rules/$name',
			params: { program, name },
			search: view === 'canvas' ? {} : { view },
			replace: true,
		});
}

function MissingRule({ name }: { readonly name: string }) {
	const { program } = useWorkspace();
	return (
		<EmptyState
			py={96}
			icon={<IconMoodSearch size={28} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={words.missing(name)}
			description={words.missingHint}
		>
			<EmptyState.Actions>
				<Button renderRoot={(props) => <Link {...props} to="/programs/$program" params={{ program }} />}>{words.back}</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}

function isInside(inner: Span, outer: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}
