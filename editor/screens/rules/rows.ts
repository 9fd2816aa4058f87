import type { Catalog, Compilation, LocalMoment } from '#compiler';
import { plainText, type UsedName, usedNames } from '#compiler/service';
import type { Path } from '#compiler/edits';
import type { Condition, Missing, Moment, Problem, RuleDeclaration } from '#grammar';
import type { Activity } from '#server/contract';
import { hijriDates } from '../../canvas/dates.ts';
import { conditionSentence, effectSentence, ruleSentence, sentenceScope } from '../../canvas/rule-sentence.ts';
import type { SentenceScope } from '../../canvas/sentences.ts';
import { datesWords } from '../../canvas/words.ts';
import { problemsIn } from '../../document/problems.ts';
import { nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { type RuleState, stateOf, windowOf, windowWithin } from '../../document/rule-window.ts';
import type { QueryState, Searchable } from './rule-query.ts';

/** What the list shows of a rule, and can find it by. */
export interface RuleRow extends Searchable {
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
	/** The same by the Hijri calendar, for readers of Arabic. */
	readonly hijri: string | null;
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

/** What else is known of the rules besides their text. */
export interface KnownOfRules {
	readonly activity: Activity | 'loading' | 'unknown';
	readonly catalog: Catalog | null;
	/** The names of the rules in the version in force; null while they are not known. */
	readonly published: ReadonlySet<string | null> | null;
}

/** The rows of every rule of a program, in the order of the text. */
export function rowsOf(compilation: Compilation, now: LocalMoment, known: KnownOfRules): RuleRow[] {
	const { document } = compilation;
	const scope = sentenceScope(document, known.catalog);
	return placesOfRules(document).map(({ rule, declaration, campaign }) => {
		const name = nameOf(rule);
		const window = windowOf(rule);
		const state = stateOf(campaign ? windowWithin(window, windowOf(campaign)) : window, now);
		const prose = plainText(ruleSentence(rule, document, known.catalog));
		const effect = capital(effectSentence(rule));
		const problems = problemsIn(rule.span, compilation.problems);
		const inCampaign = campaign?.name.kind === 'name' ? campaign.name.text : null;
		return {
			declaration,
			campaign: inCampaign,
			name,
			state,
			enabled: window.enabled,
			prose,
			effect,
			...datesOf(rule),
			conditions: conditionsOf(rule, scope),
			problems,
			given: typeof known.activity === 'string' ? known.activity : givenBy(known.activity, name),
			text: `${name ?? ''} ${aboutOf(rule)} ${prose} ${effect}`.toLocaleLowerCase(),
			states: statesOf(state, problems, known.published !== null && !known.published.has(name)),
			uses: once(() => usesOf(compilation, rule, inCampaign, known.catalog)),
		};
	});
}

function aboutOf({ clauses }: RuleDeclaration): string {
	const about = clauses.find((clause) => clause.kind === 'about');
	return about?.text.kind === 'text' ? about.text.text : '';
}

function statesOf(state: RuleState, problems: readonly Problem[], isDraft: boolean): ReadonlySet<QueryState> {
	return new Set<QueryState>([state, ...problems.map(({ severity }) => severity), ...(isDraft ? ['draft' as const] : [])]);
}

/** A store goes by its name, too. */
function usesOf(
	compilation: Compilation,
	rule: RuleDeclaration,
	campaign: string | null,
	catalog: Catalog | null,
): readonly UsedName[] {
	const used = usedNames(compilation, rule.span);
	const stores = used.flatMap(({ kind, name }): UsedName[] => {
		const known = kind === 'store' ? catalog?.stores.find(({ id }) => id === name) : undefined;
		return known && known.name !== name ? [{ kind, name: known.name }] : [];
	});
	return [...used, ...stores, ...(campaign === null ? [] : [{ kind: 'campaign' as const, name: campaign }])];
}

/** A value that is worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A rule that the ledger does not mention gave nothing. */
function givenBy({ days, rules }: Activity, name: string | null): Given {
	return rules.find((entry) => entry.rule === name) ?? { points: 0, pointsByDay: Array<number>(days).fill(0) };
}

/** Says whether a rule cannot be published as it stands. */
export function hasErrors({ problems }: Pick<RuleRow, 'problems'>): boolean {
	return problems.some((problem) => problem.severity === 'error');
}

function datesOf({ clauses }: RuleDeclaration): Pick<RuleRow, 'dates' | 'hijri'> {
	const active = clauses.find((clause) => clause.kind === 'active');
	if (!active) return { dates: null, hijri: null };
	const ends = [momentOf(active.from), momentOf(active.until)] as const;
	return { dates: datesWords(...ends), hijri: hijriDates(...ends) };
}

function momentOf(moment: Moment | Missing | undefined): Moment | null {
	return moment?.kind === 'moment' ? moment : null;
}

function conditionsOf({ clauses }: RuleDeclaration, scope: SentenceScope): RuleRow['conditions'] {
	const conditions = clauses.find((clause) => clause.kind === 'when')?.conditions ?? [];
	return conditions
		.filter((condition) => condition.kind !== 'always')
		.map((condition) => ({ kind: condition.kind, words: conditionSentence(condition, scope) }));
}
