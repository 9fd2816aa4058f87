import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Span } from '#grammar';
import type { Catalog, Compilation, Explanation, Plan } from '#compiler';
import { conditionSentences } from '../canvas/rule-sentence.ts';
import { ruleIndexAt } from '../canvas/trace.ts';
import { CurvePanel } from './curve-panel.tsx';
import { curveFilter, type CurveSample } from './curve.ts';
import { ReceiptPanel } from './receipt-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import type { SampleState } from './sample-store.ts';
import type { SampleEvaluation } from './use-sample-explanation.ts';
import { useStable } from './use-stable.ts';
import classes from './preview.module.css';
import { says } from './says.ts';

/** What the preview of a rule needs. */
export interface PreviewDockProps {
	readonly compilation: Compilation;
	/** The rule's own stretch of the text. */
	readonly span: Span;
	readonly catalog: Catalog | null;
	readonly state: SampleState;
	readonly evaluation: SampleEvaluation;
	readonly colorScheme: 'light' | 'dark';
	/** What can be done with what the sample earns: beside the title of that. */
	readonly actions?: ReactNode;
}

/** What a rule gives: points against spend, a sample receipt, and what the sample earns. */
export function PreviewDock({ compilation, span, catalog, state, evaluation, colorScheme, actions }: PreviewDockProps) {
	const plan = compilation.healthyPlan;
	const receiptPlan = useStable(plan, receiptParts);
	if (!plan || !receiptPlan) {
		return <p className={classes['nothing']}>{says.returnsLater}</p>;
	}
	const place = ruleIndexAt(plan, span.start);
	const rule = place < 0 ? null : place;
	const { explanation, faults, failure } = evaluation;
	const curveSample = rule === null ? null : sampleOf(plan, rule, explanation);
	return (
		<div className={classes['frame']}>
			<div className={classes['dock']}>
				<section className={classes['panel']} data-panel="curve" aria-label={says.pointsBySpend}>
					{rule === null ? (
						<p className={classes['quiet']}>{says.plotReturns}</p>
					) : (
						<CurvePanel {...{ plan, rule, colorScheme }} sample={curveSample} tier={state.sample.tier} />
					)}
				</section>
				<section className={classes['panel']} data-panel="receipt" aria-label={says.receipt}>
					<ReceiptPanel
						{...{ catalog, faults }}
						plan={receiptPlan}
						filter={rule === null ? null : curveFilter(plan, rule)}
						sample={state.sample}
						onChange={state.setSample}
						onReset={state.resetSample}
					/>
				</section>
				<section className={classes['panel']} data-panel="result" aria-label={says.result} {...scrollable}>
					{failure !== null && (
						<Alert color="red" icon={<IconAlertTriangle size={16} />} p="xs">
							{says.failed({ reason: failure })}
						</Alert>
					)}
					{!explanation && faults.length === 0 && failure === null && <p className={classes['quiet']}>{says.working}</p>}
					{faults.length > 0 && <p className={classes['quiet']}>{says.resultReturns}</p>}
					{evaluation.plan && explanation && (
						<ResultPanel
							plan={evaluation.plan}
							actions={actions}
							explanation={explanation}
							changes={evaluation.changes}
							rule={sameRule(compilation, rule, evaluation)}
							sentencesOf={(name) => (evaluation.document ? conditionSentences(name, evaluation.document, catalog) : [])}
						/>
					)}
				</section>
			</div>
		</div>
	);
}

/** What a receipt shows of a plan: while that stays, another rule in the program does not draw the receipt again. */
function receiptParts(plan: Plan | null): string {
	return JSON.stringify(plan && [plan.program, plan.tiers.steps.map(({ name }) => name), plan.filters, plan.attributes]);
}

// Nothing in the result takes the focus, and yet it may be longer than its room.
const scrollable = { tabIndex: 0 } as const;

/** What the sample comes to, as far as the answer is about the same filters. */
function sampleOf(plan: Plan, rule: number, explanation: Explanation | null): CurveSample | null {
	if (explanation?.amounts.length !== plan.filters.length) return null;
	const name = plan.rules[rule]?.name;
	const award = explanation.awards.find(({ source, recipient }) => {
		return source.kind === 'rule' && source.name === name && recipient === 'member';
	});
	return { amounts: explanation.amounts, multipliers: award?.multipliers ?? [] };
}

/** The answer may be about the text as it was a moment ago; the rule is found in it by its name. */
function sameRule({ healthyPlan }: Compilation, rule: number | null, { plan }: SampleEvaluation): number | null {
	const name = rule === null ? undefined : healthyPlan?.rules[rule]?.name;
	const found = plan?.rules.findIndex((candidate) => candidate.name === name) ?? -1;
	return found < 0 ? null : found;
}
