import { applyEdits, type Comment, type Document, invertEdits, parse } from '#grammar';
import { expect, test } from 'vitest';
import { planOperation } from './index.ts';
import type { Operation } from './operation.ts';
import { Chance, shrink } from './testing/chance.ts';
import { coverage } from './testing/coverage.ts';
import { randomDocument } from './testing/documents.ts';
import { faultOfTree } from './testing/expectation.ts';
import { type Drawn, drawn, randomOperation } from './testing/operations.ts';
import { faultOfWritten } from './testing/on-comments.ts';
import { faultOfComments, faultOfOwners, faultOfReach } from './testing/remarks.ts';
import { holders } from './testing/standing.ts';

/** So many cases reach everything. */
const FULL = 20_000;
const cases = Number(process.env['CASES'] ?? FULL);
const seed = Number(process.env['SEED'] ?? 20_260_101);
/** The largest share of operations for which no safe edit is found: of all, and of those of one kind that occurs often. */
const MOST_REFUSED = { ofAll: 0.004, ofOne: 0.02 };
const OFTEN = 150;
/** How often each operation is done to each construct in {@link FULL} cases. */
const LEAST_COVERED = 3;

interface Case {
	readonly text: string;
	readonly document: Document;
	readonly what: Drawn;
	readonly about: string;
	readonly operation: Operation;
}

test('an operation on any document does what it says and nothing else', () => {
	const shares = new Shares();
	for (let index = 0; index < cases; index++) {
		const chance = Chance.seeded(seed + index);
		const one = draw(chance);
		const { outcome, fault } = examine(one);
		if (fault !== null) throw new Error(report(index, chance.record));
		shares.count(one, outcome);
	}
	console.log(shares.table());
	if (cases >= FULL) coverTheRest(shares);
	expect(shares.share('refused')).toBeLessThanOrEqual(Math.max(MOST_REFUSED.ofAll, 1 / cases));
	const often = drawn.filter((what) => shares.times(`operation ${what}`) >= OFTEN);
	const most = (what: Drawn) => shares.times(`operation ${what}`) * MOST_REFUSED.ofOne;
	expect(often.filter((what) => shares.times(`refused: ${what}`) > Math.max(most(what), 3))).toEqual([]);
	expect(cases < FULL ? [] : missedBy(shares)).toEqual([]);
});

/** What chance brought too rarely is drawn on purpose until it came often enough, so that coverage is never a matter of luck. */
function coverTheRest(shares: Shares): void {
	for (let index = FULL; index < 2 * FULL; index++) {
		const missed = missedBy(shares);
		if (missed.length === 0) return;
		const among = drawn.filter((what) => missed.some((key) => key.startsWith(`${what}: `)));
		const chance = Chance.seeded(seed + index);
		const one = draw(chance, among);
		if (!missed.includes(`${one.what}: ${one.about}`)) continue;
		const { outcome, fault } = examine(one);
		if (fault !== null) throw new Error(report(index, chance.record, among));
		shares.count(one, outcome);
	}
}

function missedBy(shares: Shares): readonly string[] {
	return coverage.filter((key) => shares.times(key) < LEAST_COVERED);
}

test('the documents are hard: cutting and adding whole lines, as one would do first, breaks many of them', () => {
	let broken = 0;
	let tried = 0;
	for (let index = 0; index < 3_000; index++) {
		const { text, document, operation } = draw(Chance.seeded(seed + index));
		const naive = byWholeLines(text, document, operation);
		if (naive === null) continue;
		tried++;
		if (faultOfTree(document, parse(naive).document, operation) !== null) broken++;
	}
	console.log(`whole lines: ${broken} of ${tried} broken`);
	expect(broken / tried).toBeGreaterThan(0.2);
});

/** The naive way to add or remove a condition; null for other operations. */
function byWholeLines(text: string, { declarations }: Document, operation: Operation): string | null {
	if (operation.kind !== 'add-condition' && operation.kind !== 'remove-condition') return null;
	const [declaration, ...inner] = [operation.declaration].flat();
	const rule = inner.length === 0 ? declarations[declaration ?? 0] : undefined;
	const when = rule?.kind === 'rule' ? rule.clauses.find((clause) => clause.kind === 'when') : undefined;
	const [index, ...deeper] =
		operation.kind === 'remove-condition' ? [operation.condition].flat() : [(operation.before ?? 1) - 1];
	const condition = deeper.length === 0 ? when?.conditions[index ?? 0] : undefined;
	if (!condition) return null;
	const lineEnd = condition.span.end + (/[\r\n]|$/.exec(text.slice(condition.span.end))?.index ?? 0);
	if (operation.kind === 'add-condition') return `${text.slice(0, lineEnd)}\n${operation.text}${text.slice(lineEnd)}`;
	const before = text.slice(0, condition.span.start);
	return before.slice(0, Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) + text.slice(lineEnd);
}

/** A document and an operation that it has something for. */
function draw(chance: Chance, among: readonly Drawn[] = drawn): Case {
	const text = randomDocument(chance);
	const { document } = parse(text);
	for (let tries = 0; ; tries++) {
		const what = tries < 20 ? chance.pick(among) : 'add';
		const found = randomOperation(chance, document, what);
		if (found) return { text, document, what, ...found };
	}
}

type Outcome = 'done' | 'refused' | 'not allowed';

/** Plans, applies and compares; `fault` says what is wrong. */
function examine({ text, document, operation }: Case): { outcome: Outcome; fault: string | null } {
	const planned = planOperation(text, document, operation);
	if (!planned.ok) return { outcome: /safely/.test(planned.reason) ? 'refused' : 'not allowed', fault: null };
	const after = applyEdits(text, planned.edits);
	if (applyEdits(after, invertEdits(text, planned.edits)) !== text) return { outcome: 'done', fault: 'the inverse differs' };
	const read = parse(after).document;
	const fault =
		faultOfTree(document, read, operation) ??
		faultOfLineBreaks(text, after) ??
		faultOfComments(text, document, read, operation) ??
		(operation.kind === 'set-comments'
			? faultOfWritten({ text, document }, { text: after, document: read }, operation)
			: null) ??
		faultOfReach(document, operation, planned.edits) ??
		faultOfOwners(text, document, after, read, operation);
	return { outcome: 'done', fault };
}

/** A text keeps to its kind of line break. */
function faultOfLineBreaks(before: string, after: string): string | null {
	const breaks = (text: string) => text.match(/\r\n|\r|\n/g) ?? [];
	const known = new Set(breaks(before).length > 0 ? breaks(before) : ['\n']);
	return breaks(after).every((kind) => known.has(kind)) ? null : 'a line break of another kind';
}

/** The smallest case that still fails, with everything needed to see it again. */
function report(index: number, record: readonly number[], among = drawn as readonly Drawn[]): string {
	const faultOf = (candidate: readonly number[]) => examine(draw(Chance.replayed(candidate), among)).fault;
	const smallest = shrink(record, (candidate) => faultOf(candidate) !== null);
	const { text, document, operation } = draw(Chance.replayed(smallest), among);
	const planned = planOperation(text, document, operation);
	const after = planned.ok ? applyEdits(text, planned.edits) : planned.reason;
	return [
		`${faultOf(smallest)} (SEED=${seed + index} CASES=1)`,
		JSON.stringify(operation),
		JSON.stringify(text),
		JSON.stringify(after),
	].join('\n');
}

/** How often each feature and each operation occurred. */
class Shares {
	private readonly counts = new Map<string, number>();
	private total = 0;

	count({ text, document, what, about }: Case, outcome: Outcome): void {
		this.total++;
		this.add(outcome);
		if (outcome === 'done') this.add(`${what}: ${about}`);
		else this.add(`${outcome}: ${what}`);
		this.add(`operation ${what}`);
		for (const [feature, present] of Object.entries(features(text, document))) if (present) this.add(`has ${feature}`);
	}

	share(key: string): number {
		return this.times(key) / this.total;
	}

	times(key: string): number {
		return this.counts.get(key) ?? 0;
	}

	table(): string {
		const rows = [...this.counts.keys()].sort().map((key) => `${(this.share(key) * 100).toFixed(2).padStart(7)} %  ${key}`);
		return [`${this.total} cases from SEED=${seed}`, ...rows].join('\n');
	}

	private add(key: string): void {
		this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
	}
}

function features(text: string, document: Document): Record<string, boolean> {
	const { comments } = document;
	const parts = holders(document).flatMap((holder) => holder.parts);
	const leaves = parts.filter(({ isLeaf }) => isLeaf).toSorted((a, b) => a.span.start - b.span.start);
	const behind = (comment: Comment) => /[^\s][^\S\r\n]*$/.test(text.slice(0, comment.span.start));
	const shares = leaves.some((leaf, index) => {
		const next = leaves[index + 1];
		return next && leaf.span.end <= next.span.start && !/[\r\n]/.test(text.slice(leaf.span.end, next.span.start));
	});
	const inside = ({ span }: Comment) => leaves.some((leaf) => leaf.span.start < span.start && span.start < leaf.span.end);
	return {
		comments: comments.length > 0,
		'Arabic in a comment': comments.some((comment) => /\p{Script=Arabic}/u.test(comment.text)),
		'Hebrew in a comment': comments.some((comment) => /\p{Script=Hebrew}/u.test(comment.text)),
		'CJK in a comment': comments.some((comment) => /\p{Script=Han}/u.test(comment.text)),
		'a comment behind a clause': comments.some(behind),
		'a comment inside a clause': comments.some(inside),
		CRLF: text.includes('\r\n'),
		'lone CR': /\r(?!\n)/.test(text),
		'clauses that share a line': shares,
		'no line break at the end': !/[\r\n]$/.test(text),
		'blank lines': /(\r\n|\n|\r(?!\n))[^\S\r\n]*(\r|\n)/.test(text),
		tabs: text.includes('\t'),
		'clauses that cannot be read': parts.some(({ kind }) => kind === 'raw'),
		'groups in groups': holders(document).some(({ kind, path }) => /any|all|not/.test(kind) && path.length > 3),
		'a clause over several lines': leaves.some((leaf) => /[\r\n]/.test(text.slice(leaf.span.start, leaf.span.end))),
	};
}
