/** A program that is being written: compiled once, then again after each edit at the cost of what the edit touched. */
import { type Reading, readProgram, reread, type TextEdit, toDocument } from '#grammar';
import { type Checked, type CheckOptions, check } from './check/check.ts';
import { collectSymbols } from './check/symbols.ts';
import type { Compilation } from './compile.ts';
import { healthyParts, lowerHealthy } from './healthy.ts';
import { Lowering } from './lowering.ts';

/** A compilation that another can go on from. */
export interface Snapshot extends Compilation {
	readonly reading: Reading;
	readonly checked: Checked;
	/** Shared with the snapshots that go on from this one. */
	readonly lowering: Lowering;
}

/** Reads and checks a program for the first time. */
export function openSnapshot(source: string, options: CheckOptions = {}): Snapshot {
	const reading = readProgram(source);
	return snapshotOf(reading, check(reading, options), new Lowering());
}

/** The program after edits of its text. It says the same as opening the new text would. */
export function advance(snapshot: Snapshot, edits: readonly TextEdit[]): Snapshot {
	if (edits.length === 0) return snapshot;
	const reading = reread(snapshot.reading, edits);
	return snapshotOf(reading, check(reading, snapshot.checked.options, snapshot.checked), snapshot.lowering);
}

/** The same text, checked against something else: a catalogue came, or a day went. */
export function recheck(snapshot: Snapshot, options: CheckOptions): Snapshot {
	const { reading, checked, lowering } = snapshot;
	return snapshotOf(reading, check(reading, options, checked), lowering);
}

function snapshotOf(reading: Reading, checked: Checked, lowering: Lowering): Snapshot {
	const { problems } = checked;
	const errors = once(() => problems.filter(({ severity }) => severity === 'error'));
	const document = once(() => toDocument(reading));
	const symbols = once(() => collectSymbols(document().declarations));
	const healthy = once(() => healthyParts(reading, errors()));
	const healthyPlan = once(() => (errors().length === 0 ? lowering.planOf(reading) : lowerHealthy(healthy())));
	return {
		reading,
		checked,
		lowering,
		problems,
		get source() {
			return reading.text;
		},
		get document() {
			return document();
		},
		get symbols() {
			return symbols();
		},
		get plan() {
			return errors().length === 0 ? healthyPlan() : null;
		},
		get healthyPlan() {
			return healthyPlan();
		},
		get healthyRules() {
			return healthy()?.rules.map(({ index }) => index) ?? [];
		},
	};
}

/** A value that is worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
