import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft, DraftSaved, ProblemDocument } from '#server/contract';
import type { Reply } from '../client.ts';
import { AUTOSAVE_AFTER_MS, DraftKeeper, RETRY_AFTER_MS } from './draft.ts';

/** A server of one draft, and a clock that the test moves. */
class World {
	text = 'one';
	server: Draft = { text: 'one', revision: 1, savedAt: 'at 1' };
	refuseWith: number | null = null;
	saves: string[] = [];
	/** Runs while a save is under way. */
	meanwhile: (() => void) | null = null;
	timers: { delayMs: number; work: () => void }[] = [];
	readonly keeper = new DraftKeeper(this.server, {
		text: () => this.text,
		adopt: (text) => this.type(text),
		load: async () => ({ ok: true, value: this.server }),
		save: (text, baseRevision) => this.save(text, baseRevision),
		after: (delayMs, work) => {
			const timer = { delayMs, work };
			this.timers.push(timer);
			return () => {
				this.timers = this.timers.filter((other) => other !== timer);
			};
		},
	});

	type(text: string): void {
		this.text = text;
		this.keeper.textChanged();
	}

	/** Lets the running timer of this length ring. */
	async ring(delayMs: number): Promise<void> {
		const timer = this.timers.find((candidate) => candidate.delayMs === delayMs);
		if (!timer) throw new Error(`No timer of ${delayMs} ms`);
		this.timers = this.timers.filter((other) => other !== timer);
		timer.work();
		await this.keeper.save();
	}

	somebodyElseSaves(text: string): void {
		const revision = this.server.revision + 1;
		this.server = { text, revision, savedAt: `at ${revision}` };
	}

	private async save(text: string, baseRevision: number): Promise<Reply<DraftSaved>> {
		await Promise.resolve();
		this.meanwhile?.();
		this.meanwhile = null;
		if (this.refuseWith !== null) return { ok: false, problem: problemOf(this.refuseWith) };
		if (baseRevision !== this.server.revision) return { ok: false, problem: problemOf(409) };
		this.saves.push(text);
		this.somebodyElseSaves(text);
		return { ok: true, value: { revision: this.server.revision, savedAt: this.server.savedAt, problems: [] } };
	}
}

function problemOf(status: number): ProblemDocument {
	return { type: '/docs/problems#x', title: 'x', status, detail: 'x', requestId: '' };
}

let world: World;
beforeEach(() => {
	world = new World();
});

describe('the draft', () => {
	it('is saved by itself after a pause, counted from the last change', async () => {
		world.type('two');
		expect(world.keeper.state().kind).toBe('unsaved');
		world.type('three');
		expect(world.timers.map((timer) => timer.delayMs)).toEqual([AUTOSAVE_AFTER_MS]);
		await world.ring(AUTOSAVE_AFTER_MS);
		expect(world.saves).toEqual(['three']);
		expect(world.keeper.state()).toEqual({ kind: 'saved', savedAt: 'at 2' });
		expect(world.keeper.revision()).toBe(2);
		expect(world.keeper.hasUnsaved()).toBe(false);
	});

	it('is saved at once on request, and the pause is called off', async () => {
		world.type('two');
		expect((await world.keeper.save()).kind).toBe('saved');
		expect(world.timers).toEqual([]);
	});

	it('is not saved where nothing changed, and not after a change was undone', async () => {
		await world.keeper.save();
		world.type('two');
		world.type('one');
		expect(world.timers).toEqual([]);
		expect(world.keeper.state()).toEqual({ kind: 'saved', savedAt: 'at 1' });
		expect(world.saves).toEqual([]);
	});

	it('is saved again where the text changed during the save, one save at a time', async () => {
		world.type('two');
		world.meanwhile = () => world.type('three');
		await Promise.all([world.keeper.save(), world.keeper.save()]);
		expect(world.saves).toEqual(['two', 'three']);
		expect(world.server.revision).toBe(3);
		expect(world.keeper.state().kind).toBe('saved');
	});

	it('says that a save failed, keeps the text and tries again', async () => {
		world.type('two');
		world.refuseWith = 503;
		expect((await world.keeper.save()).kind).toBe('failed');
		expect(world.keeper.hasUnsaved()).toBe(true);
		world.refuseWith = null;
		await world.ring(RETRY_AFTER_MS);
		expect(world.saves).toEqual(['two']);
		expect(world.keeper.state().kind).toBe('saved');
	});

	it('does not repeat by itself what the server refused', async () => {
		world.type('two');
		world.refuseWith = 413;
		await world.keeper.save();
		expect(world.timers).toEqual([]);
		world.type('tw');
		expect(world.timers.map((timer) => timer.delayMs)).toEqual([AUTOSAVE_AFTER_MS]);
	});
});

describe('a conflict', () => {
	beforeEach(async () => {
		world.somebodyElseSaves('theirs');
		world.type('mine');
		await world.keeper.save();
	});

	it('shows their draft and saves nothing until a choice is made', async () => {
		expect(world.keeper.state()).toMatchObject({ kind: 'conflict', theirs: { text: 'theirs', revision: 2 } });
		world.type('mine, still');
		expect(world.timers).toEqual([]);
		expect((await world.keeper.save()).kind).toBe('conflict');
		expect(world.saves).toEqual([]);
	});

	it('ends with their text', () => {
		world.keeper.loadTheirs();
		expect(world.text).toBe('theirs');
		expect(world.keeper.state()).toEqual({ kind: 'saved', savedAt: 'at 2' });
		expect(world.keeper.revision()).toBe(2);
	});

	it('ends with mine, on top of theirs', async () => {
		expect((await world.keeper.keepMine()).kind).toBe('saved');
		expect(world.server).toMatchObject({ text: 'mine', revision: 3 });
	});

	it('comes back where they saved once more', async () => {
		world.somebodyElseSaves('theirs again');
		await world.keeper.keepMine();
		expect(world.keeper.state()).toMatchObject({ kind: 'conflict', theirs: { text: 'theirs again' } });
		await world.keeper.keepMine();
		expect(world.server.text).toBe('mine');
	});

	it('is none where both wrote the same', async () => {
		const other = new World();
		other.somebodyElseSaves('same');
		other.type('same');
		expect((await other.keeper.save()).kind).toBe('saved');
		expect(other.keeper.revision()).toBe(2);
	});
});
