/** Exclusive sets: those with fewer than two rules, and what their priorities do to rules that match together. */
import { type ExclusiveDeclaration, phrase, relatedAt, type RuleDeclaration, several, type Span } from '#grammar';
import {
	type Boxes,
	coversAll,
	intersect,
	isSurelyPossible,
	type PlacedRule,
	type ProgramAxes,
	ruleBoxes,
} from '../../analyse/index.ts';
import type { Report } from '../report.ts';
import type { Symbols } from '../symbols.ts';
import { MOST_COMPARED_RULES } from './bounds.ts';
import { isDisabled } from './reachability.ts';

/** A rule and where its spans lie in the whole text. */
export interface ShiftedRule extends PlacedRule {
	readonly shift: number;
}

/** An exclusive set and where its spans lie. */
export interface ShiftedSet {
	readonly set: ExclusiveDeclaration;
	readonly shift: number;
}

/** What sets are weighed with. */
export interface SetContext {
	readonly symbols: Symbols;
	readonly axes: ProgramAxes;
	/** Something could not be read, and might be in any set. */
	readonly hasRaw: boolean;
	readonly report: Report;
}

interface Member extends ShiftedRule {
	readonly name: string;
	readonly priority: number;
	/** What decides: its priority where it has one, else its place in the set. */
	readonly span: Span;
	readonly boxes: Boxes;
	/** Its limits may keep it from matching at times. */
	readonly isLimited: boolean;
}

/** Warns of what is wrong with a set and the rules in it. */
export function checkSet({ set, shift }: ShiftedSet, rules: readonly ShiftedRule[], context: SetContext): void {
	const { name, picks } = set;
	if (name.kind === 'missing') return;
	const inside = rules.filter(({ rule }) => setsOf(rule).includes(name.text));
	checkSize(name.text, shifted(name.span, shift), inside, context);
	if (picks.kind === 'missing' || picks.text !== 'highest priority') return;
	if (inside.length > MOST_COMPARED_RULES) return;
	const members = inside.flatMap((placed) => memberOf(placed, context) ?? []);
	for (const member of members) {
		if (!checkHidden(member, members, name.text, context)) checkEqual(member, members, name.text, context);
	}
}

function setsOf({ clauses }: RuleDeclaration): string[] {
	return clauses.flatMap((clause) => (clause.kind === 'exclusive' && clause.set.kind === 'name' ? [clause.set.text] : []));
}

/** Disabled rules count: whoever switches one off for a while still has a set of several. */
function checkSize(name: string, span: Span, inside: readonly ShiftedRule[], { hasRaw, report }: SetContext): void {
	if (hasRaw || inside.length > 1) return;
	const [only] = inside;
	if (!only) report('exclusive-unused', span, { name });
	else if (only.rule.name.kind === 'name') {
		const related = relatedAt(shifted(only.rule.name.span, only.shift), phrase('This rule is alone in it.'));
		report('exclusive-of-one', span, { name, rule: only.rule.name.text }, { related });
	}
}

/** A rule that may match; null where it cannot, or where that cannot be told. */
function memberOf(placed: ShiftedRule, { axes }: SetContext): Member | null {
	const { rule, campaign, shift } = placed;
	if (rule.name.kind === 'missing' || isDisabled(placed)) return null;
	const clauses = [...rule.clauses, ...(campaign?.clauses ?? [])];
	const givesNothing = !rule.clauses.some(({ kind }) => kind === 'earn' || kind === 'multiply');
	if (givesNothing || clauses.some(({ kind }) => kind === 'raw')) return null;
	const boxes = ruleBoxes(placed, axes);
	const [priority, ...others] = rule.clauses.filter((clause) => clause.kind === 'priority');
	if (!boxes || boxes.length === 0 || priority?.value.kind === 'missing' || others.length > 0) return null;
	const exclusive = rule.clauses.find((clause) => clause.kind === 'exclusive');
	return {
		...placed,
		name: rule.name.text,
		priority: priority ? Number(priority.value.digits) * (priority.negative ? -1 : 1) : 0,
		span: shifted((priority ?? exclusive ?? rule.name).span, shift),
		boxes,
		isLimited: clauses.some((clause) => clause.kind === 'limit' && clause.most.kind !== 'limit-points'),
	};
}

/** Warns of a rule that another one of higher priority always displaces. */
function checkHidden(member: Member, members: readonly Member[], set: string, { report }: SetContext): boolean {
	const higher = members.filter((other) => other.priority > member.priority && !other.isLimited);
	const single = higher.find((other) =>
		kept(covering, other.boxes, member.boxes, () => coversAll(other.boxes, member.boxes)),
	);
	if (!single && !coveredTogether(member, higher)) return false;
	const others = single ? [single] : higher;
	const [first] = others;
	const [only = '', ...more] = others.map(({ name }) => `\`${name}\``);
	const words = more.length === 0 ? only : phrase('one of', { names: several('and', [only, ...more]) });
	const related = first && relatedAt(first.span, phrase('This has the higher priority.'));
	report('hidden-rule', member.span, { rule: member.name, others: words, set }, related ? { related } : {});
	return true;
}

/** Says whether several rules displace one between them. Only those that match with it at times can. */
function coveredTogether({ boxes }: Member, higher: readonly Member[]): boolean {
	const meeting = higher.filter((other) => kept(overlapping, other.boxes, boxes, () => overlaps(other.boxes, boxes)));
	const known = displaced.get(boxes);
	const isSame = known?.by.length === meeting.length && known.by.every((by, index) => by === meeting[index]?.boxes);
	if (known && isSame) return known.verdict;
	const verdict =
		meeting.length > 1 &&
		coversAll(
			meeting.flatMap((other) => other.boxes),
			boxes,
		);
	displaced.set(boxes, { by: meeting.map((other) => other.boxes), verdict });
	return verdict;
}

/** More boxes than are counted may hold anything. */
function overlaps(a: Boxes, b: Boxes): boolean {
	return intersect(a, b)?.length !== 0;
}

// A set is looked at again at each keystroke, of whose rules one has changed: verdicts are kept as long as their boxes.
type Verdicts = WeakMap<Boxes, WeakMap<Boxes, boolean>>;
const covering: Verdicts = new WeakMap();
const overlapping: Verdicts = new WeakMap();
const possible: Verdicts = new WeakMap();
const displaced = new WeakMap<Boxes, { readonly by: readonly Boxes[]; readonly verdict: boolean }>();

function kept(verdicts: Verdicts, a: Boxes, b: Boxes, decide: () => boolean): boolean {
	let row = verdicts.get(a);
	if (!row) verdicts.set(a, (row = new WeakMap()));
	const known = row.get(b);
	if (known !== undefined) return known;
	const verdict = decide();
	row.set(b, verdict);
	return verdict;
}

/** Warns where an earlier rule of the same priority surely matches together with this one at times. */
function checkEqual(member: Member, members: readonly Member[], set: string, { report, symbols }: SetContext): void {
	const earlier = members.slice(0, members.indexOf(member));
	const other = earlier.find(({ priority, boxes }) => {
		if (priority !== member.priority) return false;
		const isPossible = () => intersect(boxes, member.boxes)?.some((box) => isSurelyPossible(box, symbols)) === true;
		return kept(possible, boxes, member.boxes, isPossible);
	});
	if (!other) return;
	const parts = { rule: member.name, other: other.name, set, priority: String(member.priority || 0) };
	const related = relatedAt(other.span, phrase('This has the same priority.'));
	report('exclusive-equal-priorities', member.span, parts, { related });
}

function shifted({ start, end }: Span, shift: number): Span {
	return { start: start + shift, end: end + shift };
}
