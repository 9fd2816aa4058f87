import { useEffect, useMemo, useState } from 'react';
import type { Document } from '#grammar';
import type { Catalog, ChangesOfRule, Compilation, Explanation, Plan, Transaction } from '#compiler';
import { readSample, type SampleFault } from './read-sample.ts';
import type { Sample } from './sample.ts';
import { takeWorker } from './evaluator-worker.ts';
import { type Evaluated, SampleEvaluator } from './sample-evaluator.ts';
import { useStable } from './use-stable.ts';

/** What a sample earns by a program, as far as it is known. */
export interface SampleEvaluation {
	/** Null before the first answer, and while the program or the sample has a fault. */
	readonly explanation: Explanation | null;
	/** What would have to be otherwise for each rule, in the explanation's order; empty without one. */
	readonly changes: readonly ChangesOfRule[];
	/** The plan that the explanation belongs to. */
	readonly plan: Plan | null;
	/** What that plan was made of. */
	readonly document: Document | null;
	/** The sample as it is evaluated; null while it has a fault. */
	readonly transaction: Transaction | null;
	/** What is wrong with the sample. */
	readonly faults: readonly SampleFault[];
	/** Why the evaluation itself failed; null where it did not. */
	readonly failure: string | null;
}

const NO_CHANGES: readonly ChangesOfRule[] = [];
const NO_FAULTS: readonly SampleFault[] = [];

/** How long changes are gathered before they are evaluated. */
const ASK_AFTER_MS = 50;

/** Evaluates a sample by the healthy part of a program, in a worker, a moment after either has changed. */
export function useSampleExplanation(compilation: Compilation, sample: Sample, catalog: Catalog | null): SampleEvaluation {
	const plan = compilation.healthyPlan;
	const read = useMemo(() => plan && readSample(sample, plan, catalog), [plan, sample, catalog]);
	const { evaluator, evaluated } = useEvaluator();
	const documentOf = useDocumentsOfPlans(compilation);
	useEffect(() => {
		if (!plan || !read?.ok) {
			evaluator.forget();
			return undefined;
		}
		const timer = setTimeout(() => evaluator.ask(plan, read.transaction, read.state), ASK_AFTER_MS);
		return () => clearTimeout(timer);
	}, [evaluator, plan, read]);
	const usable = read?.ok ? evaluated : null;
	// Each reading of the program reads the sample anew, and hardly ever makes another purchase of it.
	const transaction = useStable(read?.ok ? read.transaction : null);
	const faults = useStable(read && !read.ok ? read.faults : NO_FAULTS);
	return {
		explanation: usable?.ok ? usable.explanation : null,
		changes: usable?.ok ? usable.changes : NO_CHANGES,
		plan: usable?.ok ? usable.plan : null,
		document: usable?.ok ? documentOf(usable.plan) : null,
		transaction,
		faults,
		failure: usable && !usable.ok ? usable.reason : null,
	};
}

/** What plans were made of. A text that changed and means the same is none the wiser: the first one stays, and nothing is drawn again. */
function useDocumentsOfPlans({ healthyPlan, document }: Compilation): (plan: Plan) => Document | null {
	const [documents] = useState(() => new WeakMap<Plan, Document>());
	useEffect(() => {
		if (healthyPlan && !documents.has(healthyPlan)) documents.set(healthyPlan, document);
	}, [documents, healthyPlan, document]);
	return (plan) => documents.get(plan) ?? null;
}

function useEvaluator() {
	const [evaluated, setEvaluated] = useState<Evaluated | null>(null);
	const [evaluator] = useState(() => new SampleEvaluator(takeWorker, setEvaluated));
	useEffect(() => () => evaluator.dispose(), [evaluator]);
	return { evaluator, evaluated };
}
