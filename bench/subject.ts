/** Any engine in one form, so that all are measured by the same loops. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as buildEarnest } from './earnest.ts';
import type { RawTransaction, RulePoints, Workload } from './workload.ts';

/** The name under which Earnest is asked for; all others are the harness's. */
export const EARNEST = 'earnest';

/** An engine that is built. Answers are promises where `isAsync`. */
export interface Subject {
	readonly isAsync: boolean;
	/** The total of what a till sends. */
	evaluateRaw(raw: RawTransaction): number | Promise<number>;
	/** What can be made of a transaction beforehand, and the total of that. */
	derive(raw: RawTransaction): unknown;
	evaluateFacts(facts: unknown): number | Promise<number>;
	/** Each matching rule's points, before the program's limit. */
	explain(raw: RawTransaction): readonly RulePoints[] | Promise<readonly RulePoints[]>;
	/** Says whether {@link derive} is more than the first half of {@link evaluateRaw}, and is checked by itself. */
	readonly hasOwnForm: boolean;
	close(): void;
	readonly compileMs: number | null;
	readonly emitMs: number | null;
}

/** Engines as the harness has them. */
interface HarnessModule {
	readonly about: { readonly facts?: string };
	build(workload: unknown): HarnessEngine | Promise<HarnessEngine>;
}

interface HarnessEngine {
	readonly async?: boolean;
	evaluate(facts: unknown): number | Promise<number>;
	explain(facts: unknown): readonly RulePoints[] | Promise<readonly RulePoints[]>;
	close?(): void;
}

interface HarnessData {
	/** Facts as the hand-written engines take them, and as the others do. */
	readonly money: (
		form: 'dollars',
		workload: Workload,
	) => { readonly encode: Derive; readonly plain: Derive; readonly workload: unknown };
}

type Derive = (raw: RawTransaction) => unknown;

/** Loads an engine's code, so that what it answers measures nothing but the building. */
export async function loadSubject(engine: string, harness: string): Promise<(workload: Workload) => Promise<Subject>> {
	if (engine === EARNEST) return (workload) => Promise.resolve(ofEarnest(workload));
	const bring = async (file: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(join(harness, file)).href);
	const module = (await bring(`engines/${engine}.mjs`)) as HarnessModule;
	const { money } = (await bring('bench/data.mjs')) as HarnessData;
	return (workload) => ofHarness(module, money, workload);
}

function ofEarnest(workload: Workload): Subject {
	const engine = buildEarnest(workload);
	return {
		isAsync: false,
		evaluateRaw: engine.evaluate,
		derive: engine.own,
		evaluateFacts: (facts) => engine.evaluateOwn(facts as ReturnType<typeof engine.own>),
		explain: engine.explain,
		hasOwnForm: true,
		close: () => {},
		compileMs: engine.compileMs,
		emitMs: engine.emitMs,
	};
}

async function ofHarness(module: HarnessModule, money: HarnessData['money'], workload: Workload): Promise<Subject> {
	const { encode, plain, workload: prepared } = money('dollars', workload);
	const derive = module.about.facts === 'encoded' ? encode : plain;
	const engine = await module.build(prepared);
	return {
		isAsync: engine.async === true,
		evaluateRaw: (raw) => engine.evaluate(derive(raw)),
		derive,
		evaluateFacts: (facts) => engine.evaluate(facts),
		explain: (raw) => engine.explain(derive(raw)),
		hasOwnForm: false,
		close: () => engine.close?.(),
		compileMs: null,
		emitMs: null,
	};
}
