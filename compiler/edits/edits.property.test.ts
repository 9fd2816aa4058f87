import { applyEdits, type Comment, type Document, invertEdits, parse, type Span, type TextEdit } from '#grammar';
import { expect, test } from 'vitest';
import { planOperation } from './index.ts';
import type { Operation } from './operation.ts';
import { Chance, shrink } from './testing/chance.ts';
import { randomDocument } from './testing/documents.ts';
import { faultOfTree, mayVanish, ownedComments } from './testing/expectation.ts';
import { type OperationKind, operationKinds, randomOperation } from './testing/operations.ts';

const cases = Number(process.env['CASES'] ?? 5_000);
const seed = Number(process.env['SEED'] ?? 20_260_101);

interface Case {
	readonly text: string;
	readonly document: Document;
	readonly kind: OperationKind;
	readonly operation: Operation;
}

test('an operation on any document does what it says and nothing else', () => {
	const shares = new Shares();
	for (let index = 0; index < cases; index++) {
		const chance = Chance.seeded(seed + index);
		const drawn = draw(chance);
		const { outcome, fault } = examine(drawn);
		if (fault !== null) throw new Error(report(index, chance.record));
		shares.count(drawn, outcome);
	}
	console.log(shares.table());
	expect(shares.share('refused') * cases).toBeLessThanOrEqual(Math.max(1, cases / 100));
}, 600_000);

test('the documents are hard: cutting and adding whole lines, as one would do first, breaks many of them', () => {
	let broken = 0;
	let tried = 0;
	for (let index = 0; index < 1_000; index++) {
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
	const rule = declarations[operation.declaration];
	const when = rule?.kind === 'rule' ? rule.clauses.find((clause) => clause.kind === 'when') : undefined;
	const condition =
		when?.conditions[operation.kind === 'remove-condition' ? operation.condition : (operation.before ?? 1) - 1];
	if (!condition) return null;
	const lineEnd = condition.span.end + (/[\r\n]|$/.exec(text.slice(condition.span.end))?.index ?? 0);
	if (operation.kind === 'add-condition') return `${text.slice(0, lineEnd)}\n${operation.text}${text.slice(lineEnd)}`;
	const before = text.slice(0, condition.span.start);
	return before.slice(0, Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) + text.slice(lineEnd);
}

/** A document and an operation that it has something for. */
function draw(chance: Chance): Case {
	const text = randomDocument(chance);
	const { document } = parse(text);
	for (let tries = 0; ; tries++) {
		const kind = tries < 20 ? chance.pick(operationKinds) : 'add-filter';
		const operation = randomOperation(chance, document, kind);
		if (operation) return { text, document, kind, operation };
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
		faultOfComments(text, document, read, operation) ??
		faultOfReach(document, operation, planned.edits) ??
		faultOfOwners(text, document, after, read, operation);
	return { outcome: 'done', fault };
}

/** Every comment is still there, unless it belonged to what went; those of what came in are there too. */
function faultOfComments(text: string, before: Document, after: Document, operation: Operation): string | null {
	const gone = mayVanish(text, before, operation);
	const stays = before.comments.filter((comment) => !gone.has(comment)).map((comment) => comment.text);
	const found = after.comments.map((comment) => comment.text);
	if (operation.kind === 'set-text') return operation.text === '' ? null : faultOfTyped(before, operation.span, found);
	const added =
		'text' in operation && operation.text !== null ? parse(operation.text).document.comments.map((c) => c.text) : [];
	if (operation.kind === 'duplicate-rule') {
		const { span } = before.declarations[operation.declaration] as { span: Span };
		added.push(...before.comments.filter((comment) => inside(comment, span)).map((comment) => comment.text));
	}
	const expected = [...stays, ...added].sort();
	return JSON.stringify(found.sort()) === JSON.stringify(expected) ? null : 'comments were lost or made up';
}

function faultOfTyped(before: Document, span: Span, found: string[]): string | null {
	const rest = [...found];
	for (const comment of before.comments) {
		const at = rest.indexOf(comment.text);
		if (inside(comment, span)) continue;
		if (at < 0) return 'a comment outside was lost';
		rest.splice(at, 1);
	}
	return null;
}

/** No edit touches another clause or declaration. */
function faultOfReach(document: Document, operation: Operation, edits: readonly TextEdit[]): string | null {
	if (operation.kind === 'rename-filter') return null;
	const index = 'declaration' in operation ? operation.declaration : -1;
	const others = document.declarations.filter((_, at) => at !== index).map(({ span }) => span);
	for (const { span } of edits) {
		if (others.some((other) => span.start < other.end && other.start < span.end)) return 'an edit reaches too far';
	}
	const rule = document.declarations[index];
	if (rule?.kind !== 'rule' || !('condition' in operation)) return null;
	const when = rule.clauses.find((clause) => clause.kind === 'when');
	const still = [...rule.clauses.filter((each) => each !== when), ...(when?.conditions ?? [])].filter(
		(each) => each !== when?.conditions[operation.condition],
	);
	const touched = edits.some((edit) => still.some(({ span }) => edit.span.start < span.end && span.start < edit.span.end));
	return touched ? 'an edit touches another clause' : null;
}

/** Every other clause still has the comments that belonged to it, and a moved one takes its own along. */
function faultOfOwners(text: string, before: Document, after: string, read: Document, operation: Operation): string | null {
	if (!('declaration' in operation)) return null;
	const old = owners(text, before, operation.declaration);
	const now = owners(after, read, operation.declaration);
	const same = (list: readonly string[], other: readonly string[]) => JSON.stringify(list) === JSON.stringify(other);
	const sameButOne = (longer: readonly string[], shorter: readonly string[]) =>
		longer.some((_, index) => same(longer.toSpliced(index, 1), shorter));
	const first = conditionsFrom(before, operation.declaration);
	if (operation.kind === 'move-condition') {
		const [moved = ''] = old.splice(first + operation.condition, 1);
		old.splice(first + operation.to, 0, moved);
		return same(old, now) ? null : 'comments changed their owner';
	}
	if (operation.kind === 'set-condition') {
		const others = old.toSpliced(first + operation.condition, 1);
		return sameButOne(now, others) ? null : 'comments of another clause changed';
	}
	if (!['add-condition', 'remove-condition', 'set-clause'].includes(operation.kind)) return null;
	// With its first condition a rule gets a `when`, too, and loses it with the last one.
	if (Math.abs(now.length - old.length) !== 1) return null;
	return sameButOne(old, now) || sameButOne(now, old) ? null : 'comments of another clause changed';
}

/** The comments around each clause and condition of a rule, in the order of the text. */
function owners(text: string, document: Document, declaration: number): string[] {
	const rule = document.declarations[declaration];
	if (rule?.kind !== 'rule') return [];
	const around = (span: Span) =>
		[...ownedComments(text, document, [span])]
			.filter((comment) => !inside(comment, span))
			.map((comment) => comment.text)
			.join('\n');
	return rule.clauses.flatMap((clause) => {
		if (clause.kind !== 'when') return [around(clause.span)];
		// Without its `}` a `when` ends where its last condition ends, and so do their comments.
		const ends = clause.body !== undefined || clause.conditions[0]?.kind === 'always';
		return [ends ? around(clause.span) : '', ...clause.conditions.map(({ span }) => around(span))];
	});
}

/** The index of the first condition among what {@link owners} lists. */
function conditionsFrom(document: Document, declaration: number): number {
	const rule = document.declarations[declaration];
	return rule?.kind === 'rule' ? rule.clauses.findIndex((clause) => clause.kind === 'when') + 1 : 0;
}

function inside(comment: Comment, span: Span): boolean {
	return span.start <= comment.span.start && comment.span.start < span.end;
}

/** The smallest case that still fails, with everything needed to see it again. */
function report(index: number, record: readonly number[]): string {
	const faultOf = (candidate: readonly number[]) => examine(draw(Chance.replayed(candidate))).fault;
	const smallest = shrink(record, (candidate) => faultOf(candidate) !== null);
	const { text, document, operation } = draw(Chance.replayed(smallest));
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

	count({ text, document, kind }: Case, outcome: Outcome): void {
		this.total++;
		this.add(outcome);
		if (outcome !== 'done') this.add(`${outcome}: ${kind}`);
		this.add(`operation ${kind}`);
		for (const [feature, present] of Object.entries(features(text, document))) if (present) this.add(`has ${feature}`);
	}

	share(key: string): number {
		return (this.counts.get(key) ?? 0) / this.total;
	}

	table(): string {
		const rows = [...this.counts.keys()].sort().map((key) => `${(this.share(key) * 100).toFixed(2).padStart(7)} %  ${key}`);
		return [`${this.total} cases from SEED=${seed}`, ...rows].join('\n');
	}

	private add(key: string): void {
		this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
	}
}

function features(text: string, { comments, declarations }: Document): Record<string, boolean> {
	const rules = declarations.filter((declaration) => declaration.kind === 'rule');
	const clauses = rules.flatMap((rule) => rule.clauses);
	const whens = clauses.filter((clause) => clause.kind === 'when');
	const leaves = [...clauses.filter((clause) => clause.kind !== 'when'), ...whens.flatMap((when) => when.conditions)];
	const behind = (comment: Comment) => /[^\s][^\S\r\n]*$/.test(text.slice(0, comment.span.start));
	const shares = leaves.some((leaf, index) => {
		const next = leaves[index + 1];
		return next && leaf.span.end <= next.span.start && !/[\r\n]/.test(text.slice(leaf.span.end, next.span.start));
	});
	return {
		comments: comments.length > 0,
		'Arabic in a comment': comments.some((comment) => /\p{Script=Arabic}/u.test(comment.text)),
		'CJK in a comment': comments.some((comment) => /\p{Script=Han}/u.test(comment.text)),
		'a comment behind a clause': comments.some(behind),
		'a comment inside a clause': comments.some((comment) => leaves.some((leaf) => inside(comment, leaf.span))),
		CRLF: text.includes('\r\n'),
		'lone CR': /\r(?!\n)/.test(text),
		'clauses that share a line': shares,
		'no line break at the end': !/[\r\n]$/.test(text),
		'blank lines': /(\r\n|\n|\r(?!\n))[^\S\r\n]*(\r|\n)/.test(text),
		tabs: text.includes('\t'),
		'clauses that cannot be read': [...leaves, ...declarations].some((clause) => clause.kind === 'raw'),
		'incomplete clauses': leaves.some((leaf) => 'health' in leaf && leaf.health === 'incomplete'),
		'when always': whens.some((when) => !when.body && when.conditions.length === 1),
		'an empty when': whens.some((when) => when.conditions.length === 0),
		'a rule without when': rules.some((rule) => rule.clauses.every((clause) => clause.kind !== 'when')),
		'a clause over several lines': leaves.some((leaf) => /[\r\n]/.test(text.slice(leaf.span.start, leaf.span.end))),
	};
}
