/**
 * One transaction at a time: received, checked against the version in force at its own moment, evaluated with the member's
 * state as it was before, and — where it counts — recorded exactly once.
 */
import { CatalogCache } from './catalog.ts';
import { evaluate, type EvaluateRequest, type Evaluation } from './evaluate.ts';
import { type PreparedProgram, PreparedPrograms } from './prepared.ts';
import { record, type RecordReply } from './record.ts';
import type { World } from './world.ts';

/** What an engine is made of. */
export interface EngineOptions extends Pick<World, 'stores' | 'now' | 'hash'> {
	/** How many compiled programs are kept; 64 where nothing is said. */
	readonly keptPrograms?: number;
}

/** What evaluates and records. It never throws for anything that a till or an author did. */
export interface Engine {
	/** What a transaction would earn, and why. Nothing is recorded. */
	evaluate(program: string, request: EvaluateRequest): Promise<Evaluation>;
	/** Records what a transaction earns, once: the same id and content give the same answer again, forever. */
	record(program: string, wire: unknown): Promise<RecordReply>;
	/** A text, compiled without a catalogue, and kept. */
	prepare(text: string): PreparedProgram;
}

/** An engine over stores. Everything it keeps is known by a hash or a revision, so several engines may share their stores. */
export function createEngine({ stores, now, hash, keptPrograms = 64 }: EngineOptions): Engine {
	const programs = new PreparedPrograms(keptPrograms);
	const world: World = { stores, now, hash, programs, catalogs: new CatalogCache(stores.catalogs) };
	return {
		evaluate: (program, request) => evaluate(world, program, request),
		record: (program, wire) => record(world, program, wire),
		prepare: (text) => programs.get(text, hash(text)),
	};
}
