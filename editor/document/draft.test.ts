import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft, DraftSaved, ProblemDocument } from '#server/contract';
import type { Reply } from '../client.ts';
import { AUTOSAVE_AFTER_MS, DraftKeeper, type DraftPorts, type KeptText, RETRY_AFTER_MS } from './draft.ts';

/** A server of one draft, and a clock that the test moves. */
class World {
	text = 'one';
	server: Draft = { text: 'one', revision: 1, savedAt: 'at 1' };
	refuseWith: number | null = null;
	saves: string[] = [];
	/** Runs while a save is under way. */
	meanwhile: (() => void) | null = null;
	kept: KeptText | null = null;
	timers: { delayMs: number; work: () => void }[] = [];
	keeper = this.reopened();

	/** The page is loaded again. */
	reopened(): DraftKeeper {
		this.text = this.server.text;
		this.keeper = new DraftKeeper(this.server, this.ports());
		return this.keeper;
	}

	private ports(): DraftPorts {
		return {
			text: () => this.text,
			adopt: (text) => this.type(text),
			load: async () => ({ ok: true, value: this.server }),
			save: (text, baseRevision) => this.save(text, baseRevision),
			keep: (kept) => {
				this.kept = kept;
			},
			after: (delayMs, work) => {
				const timer = { delayMs, work };
				this.timers.push(timer);
				return () => {
					this.timers = this.timers.filter((other) => other !== timer);
				};
			},
		};
	}

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

	it('ends with both where they are apart, and undo is free of theirs', async () => {
		const other = new World();
		other.server = { text: 'a\nb\nc\n', revision: 1, savedAt: 'at 1' };
		other.reopened();
		other.type('A\nb\nc\n');
		other.somebodyElseSaves('a\nb\nC\n');
		expect(await other.keeper.save()).toMatchObject({ kind: 'conflict', together: 'A\nb\nC\n' });
		await other.keeper.takeBoth();
		expect(other.server).toMatchObject({ text: 'A\nb\nC\n', revision: 3 });
		expect(other.text).toBe('A\nb\nC\n');
	});

	it('leaves the choice where both changed the same line', () => {
		expect(world.keeper.state()).toMatchObject({ kind: 'conflict', together: null });
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

describe('what is not saved', () => {
	it('is kept for a reload until it is, or until it is undone', async () => {
		world.type('two');
		expect(world.kept).toEqual({ text: 'two', base: 'one', baseRevision: 1 });
		world.type('one');
		expect(world.kept).toBeNull();
		world.type('three');
		await world.keeper.save();
		expect(world.kept).toBeNull();
	});

	it('is kept through a failure and a conflict', async () => {
		world.refuseWith = 503;
		world.type('two');
		await world.keeper.save();
		expect(world.kept?.text).toBe('two');
		world.refuseWith = null;
		world.somebodyElseSaves('theirs');
		await world.keeper.save();
		expect(world.keeper.state().kind).toBe('conflict');
		world.type('two, still');
		expect(world.kept).toEqual({ text: 'two, still', base: 'one', baseRevision: 1 });
	});

	it('goes on after a reload, and is saved', async () => {
		world.keeper.resume({ text: 'two', base: 'one', baseRevision: 1 });
		expect(world.text).toBe('two');
		expect(world.keeper.state().kind).toBe('unsaved');
		await world.ring(AUTOSAVE_AFTER_MS);
		expect(world.saves).toEqual(['two']);
		expect(world.kept).toBeNull();
	});

	it('meets after a reload what somebody saved meanwhile', async () => {
		const opened = new World();
		opened.server = { text: 'a\nb\nC\n', revision: 4, savedAt: 'at 4' };
		const keeper = opened.reopened();
		keeper.resume({ text: 'A\nb\nc\n', base: 'a\nb\nc\n', baseRevision: 3 });
		expect(opened.text).toBe('A\nb\nc\n');
		expect(keeper.state()).toMatchObject({ kind: 'conflict', theirs: { revision: 4 }, together: 'A\nb\nC\n' });
		expect(opened.saves).toEqual([]);
		await keeper.takeBoth();
		expect(opened.server).toMatchObject({ text: 'A\nb\nC\n', revision: 5 });
		expect(opened.kept).toBeNull();
	});

	it('is nothing where the server has the same text by now', () => {
		world.server = { text: 'same', revision: 2, savedAt: 'at 2' };
		const keeper = world.reopened();
		keeper.resume({ text: 'same', base: 'one', baseRevision: 1 });
		expect(keeper.state().kind).toBe('saved');
		expect(world.kept).toBeNull();
	});
});
