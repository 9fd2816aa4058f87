/** Conditions that could be left out: they always or never hold, or another one of their list says as much. */
import { type Condition, phrase, type ProblemExtra, relatedAt } from '#grammar';
import {
	type Boxes,
	conditionBoxes,
	coversAll,
	EVERY_TRANSACTION,
	factsOf,
	isGroup,
	type ProgramAxes,
	type Verdict,
} from '../../analyse/index.ts';
import { removal, replacement } from '../places.ts';
import type { CheckContext } from '../report.ts';
import { checkAlternatives } from './alternatives.ts';
import { MOST_COMPARED_CONDITIONS } from './bounds.ts';
import { quoted } from './words.ts';

/** Conditions that stand side by side. */
export interface List {
	readonly conditions: readonly Condition[];
	/** Whether all of them or one of them must come to `verdict`. */
	readonly combines: 'all' | 'any';
	/** What they must come to, for the rule to match: inside a `not` they must fail. */
	readonly verdict: Verdict;
}

interface Entry {
	readonly condition: Condition;
	/** Where it comes to the verdict of its list. */
	readonly boxes: Boxes;
	readonly facts: ReadonlySet<string>;
}

/**
 * Warns of every condition of a list, and of those inside, that could be left out without changing when the rule matches. Says
 * whether it warned of one that always or never holds: whatever contains that one does not need a warning of its own.
 */
export function checkList(list: List, axes: ProgramAxes, context: CheckContext): boolean {
	const telling: Entry[] = [];
	let hasWarned = false;
	for (const condition of list.conditions) {
		if (condition.kind === 'day-time') checkAlternatives(condition, axes.dayStarts, context);
		const hasInside = isGroup(condition) && checkList(listOf(condition, list.verdict), axes, context);
		const boxes = conditionBoxes(condition, axes, list.verdict);
		const isConstant = boxes !== null && (boxes.length === 0 || isEverything(boxes));
		if (boxes && !isConstant) telling.push({ condition, boxes, facts: factsOf(boxes) });
		if (hasInside || (isConstant && reportConstant(condition, boxes, list, axes, context))) hasWarned = true;
	}
	checkRepeats(telling, list, context);
	return hasWarned;
}

function isEverything(boxes: Boxes): boolean {
	return coversAll(boxes, [EVERY_TRANSACTION]);
}

/** Of a group, what its conditions must come to for the group to come to a verdict. */
function listOf({ kind, conditions }: Extract<Condition, { readonly conditions: unknown }>, verdict: Verdict): List {
	const inner = kind === 'not' ? (verdict === 'holds' ? 'fails' : 'holds') : verdict;
	const combines = (kind === 'any') === (verdict === 'holds') ? 'any' : 'all';
	return { conditions, combines, verdict: inner };
}

/** Reports a condition that comes to the verdict of its list always or never, and says whether it did. */
function reportConstant(condition: Condition, boxes: Boxes, list: List, axes: ProgramAxes, context: CheckContext): boolean {
	const isAlways = boxes.length > 0;
	// One that empties a list of which all must come true is told of where the list stands.
	if (list.combines === 'all' && !isAlways) return false;
	if ((list.verdict === 'holds') === isAlways) return reportAlways(condition, list, isAlways, axes, context);
	const fix = dropping(condition, list, isAlways, context);
	context.report('never-holds', condition.span, { condition: quoted(condition) }, fix);
	return true;
}

function reportAlways(
	condition: Condition,
	list: List,
	isAlways: boolean,
	axes: ProgramAxes,
	context: CheckContext,
): boolean {
	const { span } = condition;
	const isOnly = list.conditions.length === 1;
	// `when always` is how one says so; and what can only not fail may still be unknown.
	const holds = conditionBoxes(condition, axes);
	if ((condition.kind === 'always' && isOnly) || !holds || !isEverything(holds)) return false;
	const fix =
		isOnly && list.verdict === 'holds'
			? replacement(phrase('write', { text: 'always' }), span, 'always')
			: dropping(condition, list, isAlways, context);
	context.report('always-true', span, { condition: quoted(condition).slice(1, -1) }, fix);
	return true;
}

/** The fix that removes a condition beside others, unless it is the one that decides. */
function dropping({ span }: Condition, list: List, isAlways: boolean, { source }: CheckContext): ProblemExtra {
	const isIdle = isAlways === (list.combines === 'all');
	return isIdle && list.conditions.length > 1 ? removal(phrase('Remove the condition'), source, span) : {};
}

function checkRepeats(all: readonly Entry[], list: List, context: CheckContext): void {
	const entries = all.slice(0, MOST_COMPARED_CONDITIONS);
	const idle = new Set<Entry>();
	for (const entry of entries) {
		const other = entries.find((other) => other !== entry && !idle.has(other) && makesIdle(other, entry, list, entries));
		if (!other) continue;
		idle.add(entry);
		const { span } = entry.condition;
		const isWider = list.verdict === 'fails' || list.combines === 'any';
		const parts = {
			condition: quoted(entry.condition),
			other: quoted(other.condition),
			verb: isSame(other, entry) ? ('says' as const) : isWider ? ('covers' as const) : ('implies' as const),
		};
		const related = relatedAt(other.condition.span, phrase('This one is enough.'));
		context.report('condition-repeats', span, parts, {
			related,
			...removal(phrase('Remove the condition'), context.source, span),
		});
	}
}

/** Says whether a condition changes nothing beside another one; of two that are the same the later one is idle. */
function makesIdle(other: Entry, entry: Entry, { combines }: List, entries: readonly Entry[]): boolean {
	// Two that ask for nothing in common do not imply one another, as neither is constant.
	if (![...entry.facts].some((fact) => other.facts.has(fact))) return false;
	const [narrow, wide] = combines === 'all' ? [other, entry] : [entry, other];
	if (!coversAll(wide.boxes, narrow.boxes)) return false;
	return !isSame(other, entry) || entries.indexOf(other) < entries.indexOf(entry);
}

function isSame(a: Entry, b: Entry): boolean {
	return coversAll(a.boxes, b.boxes) && coversAll(b.boxes, a.boxes);
}
