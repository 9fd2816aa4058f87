import { covers, type Problem, type RuleClause, type RuleDeclaration, type Span, type WhenClause, walk } from '#grammar';
import { BUILT_IN_FILTERS, type Catalog, type Compilation } from '#compiler';
import { eventTitle, isDrawn, isPlainEarn, isPlainLimit } from './drawn.ts';
import { keepIdentities, type Recognisable } from './identity.ts';
import { activeParts, conditionParts, filterSummary, limitParts, plainSentence, type SentenceScope } from './sentences.ts';
import {
	type ConditionElement,
	type ElementBase,
	type ElementHealth,
	elementsOf,
	type FilterElement,
	type LimitElement,
	type MoneyWire,
	type NoteElement,
	type PointsElement,
	type RuleView,
	type ScheduleElement,
	type TextElement,
	type TransactionElement,
} from './view.ts';

/** What a projection may take into account besides the text. */
export interface ProjectionContext {
	readonly catalog?: Catalog | null;
	/** The last projection of the same rule: its elements keep their ids. */
	readonly previous?: RuleView | null;
}

/** The picture of a rule. Every clause is in it exactly once; what has no drawing is a text element. */
export function projectRule(rule: RuleDeclaration, compilation: Compilation, context: ProjectionContext = {}): RuleView {
	return new Projection(rule, compilation, context).view();
}

type Draft<T extends ElementBase> = Omit<T, 'id' | 'problems'> & { readonly kind: string };

class Projection {
	readonly #rule: RuleDeclaration;
	readonly #compilation: Compilation;
	readonly #previous: RuleView | null;
	readonly #scope: SentenceScope;
	/** Problems that no element has taken yet. */
	readonly #problems: Set<Problem>;
	#when: WhenClause | null = null;

	constructor(rule: RuleDeclaration, compilation: Compilation, context: ProjectionContext) {
		this.#rule = rule;
		this.#compilation = compilation;
		this.#previous = context.previous ?? null;
		this.#scope = { currency: currencyOf(compilation), catalog: context.catalog ?? null };
		this.#problems = new Set(compilation.problems.filter((problem) => touches(rule.span, problem.span)));
		this.#when = this.#first('when');
	}

	view(): RuleView {
		const { name, span, body } = this.#rule;
		const emptyProblems = this.#takeWhere(({ code }) => code === 'no-effect');
		const conditions = this.#conditions();
		const points = this.#points();
		const limits = this.#limits();
		const texts = this.#texts();
		const filters = this.#filters([...conditions, ...points]);
		const drafts = [...conditions, ...points, ...limits, ...texts, ...filters];
		const { ids, next } = this.#identify(drafts);
		const named = new Map<object, string>(drafts.map((draft, index) => [draft, ids[index] as string]));
		const finish = <T extends ElementBase>(draft: Draft<T>): T =>
			({ ...draft, id: named.get(draft) ?? draft.kind, problems: this.#problemsOf(draft) }) as unknown as T;
		// Clauses take their problems before the schedule, note and head do, and the whole rule keeps the rest.
		const finished = {
			conditions: conditions.map((draft) => finish<ConditionElement>(draft)),
			points: points.map((draft) => finish<PointsElement>(draft)),
			limits: limits.map((draft) => finish<LimitElement>(draft)),
			texts: texts.map((draft) => finish<TextElement>(draft)),
			filters: filters.map((draft) => finish<FilterElement>(draft)),
		};
		return {
			name: name.kind === 'name' ? name.text : '',
			span,
			headBroken: body === undefined,
			...finished,
			note: this.#note(),
			schedule: this.#schedule(),
			transaction: this.#transaction(),
			result: { ...this.#ends('result', 'Points of this rule'), kind: 'result' },
			wires: wiresOf(finished.filters, [...finished.conditions, ...finished.points]),
			emptyProblems,
			counts: { earn: this.#all('earn').length, limit: this.#all('limit').length },
			problems: [...this.#problems],
			nextIdentity: next,
		};
	}

	#transaction(): TransactionElement {
		const title = eventTitle(this.#rule.on);
		const label = title === 'Purchase' ? 'Every purchase of a member' : `Every event of this kind: ${title}`;
		return { ...this.#ends('transaction', label), kind: 'transaction', title };
	}

	#conditions(): Draft<ConditionElement>[] {
		return (this.#when?.conditions ?? []).map((condition, index) => {
			const drawn = isDrawn(condition);
			const parts = drawn ? conditionParts(condition, this.#scope) : [];
			const filter = 'filter' in condition && condition.filter.kind === 'name' ? condition.filter : null;
			const base = this.#base(condition.span, filter?.span ?? condition.span);
			const label = drawn ? plainSentence(parts) : `Text: ${base.source.trim()}`;
			const health: ElementHealth = condition.kind === 'raw' || !drawn ? 'raw' : condition.health;
			return { ...base, health, label, kind: 'condition', condition, index, parts, filter: filter?.text ?? null };
		});
	}

	#points(): Draft<PointsElement>[] {
		return this.#all('earn').flatMap((clause, index) => {
			if (!isPlainEarn(clause)) return [];
			const base = this.#base(clause.span, clause.formula.span);
			const label = `Earn ${this.#text(clause.formula.span) || 'nothing yet'}`;
			return { ...base, health: clause.health, label, kind: 'points', clause, index, filter: filterOf(clause) } as const;
		});
	}

	#limits(): Draft<LimitElement>[] {
		return this.#all('limit').flatMap((clause, index) => {
			if (!isPlainLimit(clause)) return [];
			const parts = limitParts(clause);
			const base = this.#base(clause.span, clause.most.span);
			return { ...base, health: clause.health, label: plainSentence(parts), kind: 'limit', clause, index, parts } as const;
		});
	}

	/** Raw clauses, second ones where a rule may have one, and those without a drawing. */
	#texts(): Draft<TextElement>[] {
		return this.#rule.clauses.flatMap((clause, at) => {
			const repeated = !severalAllowed.has(clause.kind) && this.#first(clause.kind) !== clause;
			const isAdvanced = hasNoDrawing(clause);
			if (clause.kind !== 'raw' && !repeated && !isAdvanced) return [];
			const base = this.#base(clause.span, clause.span);
			const tone = isAdvanced && clause.health === 'ok' ? 'advanced' : 'broken';
			const stage = stageOf(clause, this.#rule.clauses.slice(0, at));
			return [{ ...base, health: 'raw', label: `Text: ${base.source}`, kind: 'text', clause, tone, stage } as const];
		});
	}

	#filters(users: readonly { readonly filter: string | null }[]): Draft<FilterElement>[] {
		const names = new Set(users.flatMap((user) => user.filter ?? []));
		return [...names].flatMap((name) => {
			const declaration = this.#compilation.symbols.filters.get(name) ?? null;
			if (!declaration && !(BUILT_IN_FILTERS as readonly string[]).includes(name)) return [];
			const span = declaration?.span ?? this.#rule.name.span;
			const summary = filterSummary(name, declaration);
			const health: ElementHealth = declaration?.health ?? 'ok';
			const base = { span, focusSpan: declaration?.name.span ?? span, source: name, health };
			return [{ ...base, label: `Cart filter ${name}: ${summary}`, kind: 'filter', name, declaration, summary }];
		});
	}

	#note(): NoteElement {
		const clause = this.#first('about');
		const text = clause?.text.kind === 'text' ? clause.text.text : '';
		const base = this.#base(clause?.span ?? null, clause?.text.span ?? null);
		const health = clause?.health ?? 'ok';
		const problems = clause ? this.#take(clause.span) : [];
		return { ...base, id: 'note', kind: 'note', health, problems, clause, text, label: text || 'No description yet' };
	}

	#schedule(): ScheduleElement {
		const active = this.#first('active');
		const status = this.#first('status');
		const priority = this.#first('priority');
		const parts = activeParts(active);
		const enabled = !(status?.status.kind === 'word' && status.status.text === 'disabled');
		const written = [active, status, priority].filter((clause) => clause !== null);
		const state = enabled ? 'enabled' : 'disabled';
		return {
			...this.#base(written[0]?.span ?? null, active?.span ?? null),
			id: 'schedule',
			kind: 'schedule',
			active,
			status,
			priority,
			parts,
			enabled,
			health: written.some((clause) => clause.health === 'incomplete') ? 'incomplete' : 'ok',
			problems: written.flatMap((clause) => this.#take(clause.span)),
			label: `When it runs: ${plainSentence(parts)}, ${state}`,
		};
	}

	#ends(id: 'transaction' | 'result', label: string): ElementBase {
		const problems = id === 'transaction' ? this.#take(this.#rule.name.span) : [];
		const nameless = id === 'transaction' && this.#rule.name.kind === 'missing';
		return { ...this.#base(null, null), id, health: nameless ? 'incomplete' : 'ok', problems, label };
	}

	/** A filter is declared elsewhere, so its problems are not the rule's to give away. */
	#problemsOf(draft: Draft<ElementBase>): Problem[] {
		if (draft.kind !== 'filter') return this.#take(draft.span);
		const declared = this.#compilation.symbols.filters.has(draft.source);
		return declared ? this.#compilation.problems.filter((problem) => touches(draft.span, problem.span)) : [];
	}

	#base(span: Span | null, focusSpan: Span | null) {
		const name = this.#rule.name.span;
		return { span: span ?? name, focusSpan: focusSpan ?? span ?? name, source: span ? this.#text(span) : '' };
	}

	#text({ start, end }: Span): string {
		return this.#compilation.source.slice(start, end);
	}

	/** The problems inside a span, each given away once. */
	#take(span: Span): Problem[] {
		return this.#takeWhere((problem) => touches(span, problem.span));
	}

	#takeWhere(wanted: (problem: Problem) => boolean): Problem[] {
		const taken = [...this.#problems].filter(wanted);
		for (const problem of taken) this.#problems.delete(problem);
		return taken;
	}

	#identify(drafts: readonly Recognisable[]) {
		const known = this.#previous ? elementsOf(this.#previous) : [];
		return keepIdentities(known, drafts, this.#previous?.nextIdentity ?? 1);
	}

	#first<K extends RuleClause['kind']>(kind: K): Extract<RuleClause, { kind: K }> | null {
		return this.#all(kind)[0] ?? null;
	}

	#all<K extends RuleClause['kind']>(kind: K): Extract<RuleClause, { kind: K }>[] {
		return this.#rule.clauses.filter((clause): clause is Extract<RuleClause, { kind: K }> => clause.kind === kind);
	}
}

const severalAllowed: ReadonlySet<string> = new Set(['earn', 'limit', 'multiply', 'raw']);

/** A clause that can be read and that the picture shows as text. */
function hasNoDrawing(clause: RuleClause): clause is Exclude<RuleClause, { kind: 'raw' }> {
	if (clause.kind === 'earn') return !isPlainEarn(clause);
	if (clause.kind === 'limit') return !isPlainLimit(clause);
	return clause.kind === 'multiply' || clause.kind === 'exclusive';
}

function currencyOf({ symbols }: Compilation): string {
	const setting = symbols.program?.settings.find((candidate) => candidate.kind === 'currency');
	return setting?.kind === 'currency' && setting.code.kind === 'name' ? setting.code.text : '';
}

/** A problem about something missing has an empty span, which may lie at an edge. */
function touches(outer: Span, inner: Span): boolean {
	return covers(outer, inner) || (inner.start < inner.end && inner.start < outer.end && outer.start < inner.end);
}

function filterOf(clause: Extract<RuleClause, { kind: 'earn' }>): string | null {
	let found: string | null = null;
	walk(clause, (node) => {
		if (node.kind === 'filter-ref') found ??= node.name.text;
	});
	return found;
}

/** Beside which stage a clause without a drawing stands: by its first word, else where the clause before it stands. */
function stageOf(clause: RuleClause, before: readonly RuleClause[]): TextElement['stage'] {
	const word = clause.kind === 'raw' ? (/^[a-z]+/.exec(clause.text.trim())?.[0] ?? '') : clause.kind;
	const last = before.at(-1);
	return stageOfWord[word] ?? (last ? stageOf(last, before.slice(0, -1)) : 'schedule');
}

const stageOfWord: Readonly<Record<string, TextElement['stage']>> = {
	about: 'schedule',
	status: 'schedule',
	active: 'schedule',
	priority: 'schedule',
	exclusive: 'schedule',
	when: 'points',
	earn: 'points',
	multiply: 'points',
	limit: 'limits',
};

function wiresOf(filters: readonly FilterElement[], users: readonly (ConditionElement | PointsElement)[]): MoneyWire[] {
	return users.flatMap((user) => {
		const filter = filters.find((candidate) => candidate.name === user.filter);
		return filter ? [{ id: `${filter.id}-${user.id}`, from: filter.id, to: user.id }] : [];
	});
}
