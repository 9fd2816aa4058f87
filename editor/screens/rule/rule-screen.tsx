import { Button, EmptyState } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { IconMoodSearch } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Span } from '#grammar';
import { useWorkspace } from '../../document/workspace.tsx';
import type { SamplePoints } from '../../monaco/sample-points.ts';
import { useTextAhead } from '../../panels/load-text.ts';
import { startWorkerAhead } from '../../preview/evaluator-worker.ts';
import { useSample } from '../../preview/sample-store.ts';
import { type SampleEvaluation, useSampleExplanation } from '../../preview/use-sample-explanation.ts';
import { Dock } from './dock.tsx';
import { ProseStrip } from './prose-strip.tsx';
import { RuleBar } from './rule-bar.tsx';
import { RulePicture } from './rule-picture.tsx';
import { RulePreview } from './rule-preview.tsx';
import { RuleText } from './rule-text.tsx';
import classes from './rule-screen.module.css';
import { Split } from './split.tsx';
import { useRuleDesk } from './use-rule-desk.ts';
import { useRuleState } from './use-rule-state.ts';
import { type ShownRule, useTrackedRule } from './use-tracked-rule.ts';
import { words } from './words.ts';

const route = getRouteApi('/programs/$program/rules/$name');

// While the program is still on its way.
startWorkerAhead();

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
	const { program, catalog, perform } = useWorkspace();
	const desk = useRuleDesk(shown);
	const state = useRuleState(shown);
	const samples = useSample(program, shown.compilation, catalog);
	const evaluation = useCalmEvaluation(useSampleExplanation(shown.compilation, samples.sample, catalog));
	const [pointed, setPointed] = useState<Span | null>(null);
	const selection = pointed ?? desk.selected?.span ?? null;
	const rename = useCallbackRef((wished: string) =>
		perform({ kind: 'rename-rule', declaration: shown.declaration, name: wished }, 'canvas'),
	);
	const { view, setView, selected, select, target, showText, jump, fix, walk, openRule } = desk;
	// The picture comes first; what it earns, a moment later.
	const calm = useDeferredValue(shown);
	const points = useSamplePoints(evaluation);
	useTextAhead();
	const text = <RuleText {...{ shown, points, view, selected, target, select, setView, walk, openRule }} />;
	const picture = (
		<RulePicture
			{...{ shown, stale, selection }}
			explanation={evaluation.explanation}
			transaction={evaluation.transaction}
			onSelect={select}
			onGoToText={showText}
			onJump={jump}
		/>
	);
	return (
		<div className={classes['screen']}>
			<RuleBar
				name={shown.name ?? ''}
				{...{ state, stale, view }}
				onView={setView}
				onRename={rename}
				onJump={jump}
				onFix={fix}
			/>
			<ProseStrip shown={shown} selected={selection} onPoint={setPointed} onSelect={(span) => select(span, 'canvas')} />
			<div className={classes['work']} data-view={view}>
				{view === 'text' ? text : view === 'split' ? <Split first={picture} second={text} /> : picture}
			</div>
			{view === 'text' ? null : (
				<Dock onJump={jump} onFix={fix} preview={<RulePreview shown={calm} {...{ samples, evaluation }} />} />
			)}
		</div>
	);
}

/** An answer about the sample redraws canvas and plots; it may wait for whoever types. */
function useCalmEvaluation(newest: SampleEvaluation): SampleEvaluation {
	const { explanation, changes, plan, document, transaction, faults, failure } = newest;
	const fault = faults.length === 0 ? NO_FAULTS : faults;
	const evaluation = useMemo(
		() => ({ explanation, changes, plan, document, transaction, faults: fault, failure }),
		[explanation, changes, plan, document, transaction, fault, failure],
	);
	return useDeferredValue(evaluation);
}

function useSamplePoints({ explanation, plan }: SampleEvaluation): SamplePoints | null {
	return useMemo(() => (explanation && plan ? { explanation, plan } : null), [explanation, plan]);
}

const NO_FAULTS: SampleEvaluation['faults'] = [];

function MissingRule({ name }: { readonly name: string }) {
	const { program } = useWorkspace();
	return (
		<EmptyState
			py={96}
			icon={<IconMoodSearch size={28} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={<h1 className={classes['missing']}>{words.missing({ name })}</h1>}
			description={words.missingHint}
		>
			<EmptyState.Actions>
				<Button renderRoot={(props) => <Link {...props} to="/programs/$program" params={{ program }} />}>
					{words.back}
				</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}
