import type { Compilation, LocalMoment } from '#compiler';
import { plainText, proseOfCondition, proseOfRule, speechOf, type Speech, summaryOfEffect } from '#compiler/service';
import type { Path } from '#compiler/edits';
import type { Condition, Missing, Moment, Problem, RuleDeclaration } from '#grammar';
import type { Activity } from '#server/contract';
import { datesWords } from '../../canvas/words.ts';
import { problemsIn } from '../../document/problems.ts';
import { nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { type RuleState, stateOf, windowOf, windowWithin } from '../../document/rule-window.ts';

/** What the list shows of a rule. */
export interface RuleRow {
	/** Where it stands in the document. */
	readonly declaration: Path;
	/** The campaign that it stands in; null for none, and for one whose name cannot be read. */
	readonly campaign: string | null;
	/** Null while the name cannot be read. */
	readonly name: string | null;
	readonly state: RuleState;
	readonly enabled: boolean;
	/** The rule as one sentence. */
	readonly prose: string;
	/** What it gives, in few words. */
	readonly effect: string;
	/** Its dates in few words; null for a rule without any. */
	readonly dates: string | null;
	readonly conditions: readonly { readonly kind: Condition['kind']; readonly words: string }[];
	readonly problems: readonly Problem[];
	/** What it gave in the last days; `loading` until that is known, `unknown` where the server cannot say. */
	readonly given: Given | 'loading' | 'unknown';
}

/** Points of the last days: all of them, and of each day, oldest first. */
export interface Given {
	readonly points: number;
	readonly pointsByDay: readonly number[];
}

/** The rows of every rule of a program, in the order of the text. */
export function rowsOf(compilation: Compilation, now: LocalMoment, activity: Activity | 'loading' | 'unknown'): RuleRow[] {
	const speech = speechOf(compilation.document);
	return placesOfRules(compilation.document).map(({ rule, declaration, campaign }) => {
		const name = nameOf(rule);
		const window = windowOf(rule);
		const state = stateOf(campaign ? windowWithin(window, windowOf(campaign)) : window, now);
		return {
			declaration,
			campaign: campaign?.name.kind === 'name' ? campaign.name.text : null,
			name,
			state,
			enabled: window.enabled,
			prose: plainText(proseOfRule(rule, speech)),
			effect: capital(summaryOfEffect(rule)),
			dates: datesOf(rule),
			conditions: conditionsOf(rule, speech),
			problems: problemsIn(rule.span, compilation.problems),
			given: typeof activity === 'string' ? activity : givenBy(activity, name),
		};
	});
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A rule that the ledger does not mention gave nothing. */
function givenBy({ days, rules }: Activity, name: string | null): Given {
	return rules.find((entry) => entry.rule === name) ?? { points: 0, pointsByDay: Array<number>(days).fill(0) };
}

/** The rows whose name, sentence or problems speak of what was searched for; `is:error` asks for broken rules. */
export function searched(rows: readonly RuleRow[], search: string): RuleRow[] {
	const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		const text = `${row.name ?? ''} ${row.prose} ${row.effect}`.toLocaleLowerCase();
		return words.every((word) => (word === 'is:error' ? hasErrors(row) : text.includes(word)));
	});
}

/** Says whether a rule cannot be published as it stands. */
export function hasErrors({ problems }: Pick<RuleRow, 'problems'>): boolean {
	return problems.some((problem) => problem.severity === 'error');
}

function datesOf({ clauses }: RuleDeclaration): string | null {
	const active = clauses.find((clause) => clause.kind === 'active');
	if (!active) return null;
	return datesWords(momentOf(active.from), momentOf(active.until));
}

function momentOf(moment: Moment | Missing | undefined): Moment | null {
	return moment?.kind === 'moment' ? moment : null;
}

function conditionsOf({ clauses }: RuleDeclaration, speech: Speech): RuleRow['conditions'] {
	const conditions = clauses.find((clause) => clause.kind === 'when')?.conditions ?? [];
	return conditions
		.filter((condition) => condition.kind !== 'always')
		.map((condition) => ({ kind: condition.kind, words: plainText(proseOfCondition(condition, speech)) }));
}
