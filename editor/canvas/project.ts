import {
	type CampaignClause,
	type CampaignDeclaration,
	type Condition,
	covers,
	type Problem,
	type RuleClause,
	type RuleDeclaration,
	type Span,
	type WhenClause,
} from '#grammar';
import { BUILT_IN_FILTERS, type Catalog, type Compilation } from '#compiler';
import { filterOf } from './clause-filter.ts';
import { campaignFacts, limitParts, multiplyParts } from './clause-sentences.ts';
import { eventTitle, isDrawn, isPurchase } from './drawn.ts';
import { filterSummary } from './filter-words.ts';
import { keepIdentities, type Recognisable } from './identity.ts';
import { inOneSlot } from './parts.ts';
import { remarksOf, textWithRemarks } from './remarks.ts';
import { says } from './says.ts';
import { conditionSentence, earnSentence, sentenceScope } from './rule-sentence.ts';
import { activeParts, conditionParts, plainSentence, type SentenceScope } from './sentences.ts';
import { stageOf } from './text-stage.ts';
import {
	type CampaignElement,
	type ConditionElement,
	conditionsOf,
	type ElementBase,
	type ElementHealth,
	elementsOf,
	type FilterElement,
	type LimitElement,
	type MoneyWire,
	type MultiplyElement,
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
/** A condition with the drafts of its parts. */
type ConditionDraft = Omit<Draft<ConditionElement>, 'inner'> & { readonly inner: readonly ConditionDraft[] };

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
		this.#scope = sentenceScope(compilation.document, context.catalog ?? null);
		this.#problems = new Set(compilation.problems.filter((problem) => touches(rule.span, problem.span)));
		this.#when = this.#first('when');
	}

	view(): RuleView {
		const { name, span, body } = this.#rule;
		const emptyProblems = this.#takeWhere(({ code }) => code === 'no-effect');
		const conditions = this.#conditions(this.#when?.conditions ?? [], []);
		const points = this.#points();
		const multipliers = this.#multipliers();
		const limits = this.#limits();
		const campaign = this.#campaignAround();
		const shared = campaign ? this.#limitsOf(campaign, 'campaign') : [];
		const texts = this.#texts();
		const all = allDrafts(conditions);
		const filters = this.#filters([...all, ...points, ...multipliers, ...limits]);
		const drafts = [...all, ...points, ...multipliers, ...limits, ...shared, ...texts, ...filters];
		const { ids, next } = this.#identify(drafts.map(({ kind, source }, at) => ({ kind: kindOf(drafts[at], kind), source })));
		const named = new Map<object, string>(drafts.map((draft, index) => [draft, ids[index] as string]));
		const finish = <T extends ElementBase>(draft: Draft<T>): T =>
			({ ...draft, id: named.get(draft) ?? draft.kind, problems: this.#problemsOf(draft) }) as unknown as T;
		// The innermost clause takes a problem, and clauses take theirs before the schedule, note and head do.
		const finishCondition = (draft: ConditionDraft): ConditionElement => {
			const inner = draft.inner.map(finishCondition);
			return { ...finish<ConditionElement>(draft as Draft<ConditionElement>), inner };
		};
		const finished = {
			conditions: conditions.map(finishCondition),
			points: points.map((draft) => finish<PointsElement>(draft)),
			multipliers: multipliers.map((draft) => finish<MultiplyElement>(draft)),
			limits: limits.map((draft) => finish<LimitElement>(draft)),
			texts: texts.map((draft) => finish<TextElement>(draft)),
			filters: filters.map((draft) => finish<FilterElement>(draft)),
		};
		return {
			name: name.kind === 'name' ? name.text : '',
			span,
			headBroken: body === undefined,
			...finished,
			campaign:
				campaign &&
				this.#campaign(
					campaign,
					shared.map((draft) => finish<LimitElement>(draft)),
				),
			note: this.#note(),
			schedule: this.#schedule(),
			transaction: this.#transaction(),
			result: { ...this.#ends('result', says.pointsOfThisRule), kind: 'result' },
			wires: wiresOf(finished.filters, [
				...conditionsOf(finished),
				...finished.points,
				...finished.multipliers,
				...finished.limits,
			]),
			emptyProblems,
			counts: {
				earn: this.#all('earn').length,
				multiply: this.#all('multiply').length,
				limit: this.#all('limit').length,
			},
			problems: [...this.#problems],
			nextIdentity: next,
		};
	}

	#campaignAround(): CampaignDeclaration | null {
		const found = this.#compilation.document.declarations.find(
			(each) => each.kind === 'campaign' && (each.clauses as readonly unknown[]).includes(this.#rule),
		);
		return found?.kind === 'campaign' ? found : null;
	}

	/** The campaign that the rule stands in, with what is wrong in it outside of its rules. */
	#campaign(campaign: CampaignDeclaration, limits: readonly LimitElement[]): CampaignElement {
		const name = campaign.name.kind === 'name' ? campaign.name.text : '';
		const rules = campaign.clauses.filter((clause) => clause.kind === 'rule');
		const status = campaign.clauses.find((clause) => clause.kind === 'status');
		const facts = campaignFacts(campaign);
		return {
			...this.#base(campaign.name.span, campaign.name.span),
			id: 'campaign',
			kind: 'campaign',
			source: '',
			written: '',
			remarks: this.#remarks(campaign.span),
			campaign,
			limits,
			name,
			facts,
			enabled: !(status?.status.kind === 'word' && status.status.text === 'disabled'),
			health: campaign.health,
			problems: this.#compilation.problems.filter(
				({ span }) => touches(campaign.span, span) && ![...rules, ...limits].some((inner) => touches(inner.span, span)),
			),
			label: facts.length === 0 ? says.campaign({ name }) : says.campaignWith({ name, facts: inOneSlot(facts) }),
		};
	}

	#transaction(): TransactionElement {
		const on = this.#rule.on ?? null;
		const title = eventTitle(on);
		const label = isPurchase(on) ? says.everyPurchase : says.everyEvent({ event: title });
		const remarks = this.#remarks(this.#rule.span);
		return { ...this.#ends('transaction', label), kind: 'transaction', remarks, on, title };
	}

	#conditions(conditions: readonly Condition[], outer: readonly number[]): ConditionDraft[] {
		return conditions.map((condition, index) => {
			const path = [...outer, index];
			const drawn = isDrawn(condition);
			const parts = drawn ? conditionParts(condition, this.#scope) : [];
			const filter = 'filter' in condition && condition.filter.kind === 'name' ? condition.filter : null;
			const base = this.#base(condition.span, filter?.span ?? condition.span);
			const shared = { path, siblings: conditions.length, parts, filter: filter?.text ?? null };
			const inner = 'conditions' in condition ? this.#conditions(condition.conditions, path) : [];
			const sentence = drawn ? plainSentence(parts) : conditionSentence(condition, this.#scope);
			const label = condition.kind === 'raw' ? says.text({ source: base.source.trim() }) : sentence;
			const health: ElementHealth = condition.kind === 'raw' ? 'raw' : condition.health;
			return { ...base, health, label, kind: 'condition', condition, inner, ...shared };
		});
	}

	#points(): Draft<PointsElement>[] {
		return this.#all('earn').map((clause, index) => {
			const base = this.#base(clause.span, clause.formula.span);
			const label = says.earn({ formula: earnSentence(clause) });
			return { ...base, health: clause.health, label, kind: 'points', clause, index, filter: filterOf(clause) } as const;
		});
	}

	#multipliers(): Draft<MultiplyElement>[] {
		return this.#all('multiply').map((clause, index) => {
			const parts = multiplyParts(clause);
			const base = this.#base(clause.span, clause.factor.span);
			const filter = filterOf(clause);
			return { ...base, health: clause.health, label: plainSentence(parts), kind: 'multiply', clause, index, parts, filter };
		});
	}

	#limits(): Draft<LimitElement>[] {
		return this.#limitsOf(this.#rule, 'rule');
	}

	#limitsOf({ clauses }: RuleDeclaration | CampaignDeclaration, of: LimitElement['of']): Draft<LimitElement>[] {
		const limits = (clauses as readonly (RuleClause | CampaignClause)[]).filter((clause) => clause.kind === 'limit');
		return limits.map((clause, index) => {
			const parts = limitParts(clause);
			const base = this.#base(clause.span, clause.most.span);
			const filter = filterOf(clause);
			const sentence = plainSentence(parts);
			const label = of === 'campaign' ? says.overCampaign({ limit: sentence }) : sentence;
			return { ...base, health: clause.health, label, kind: 'limit', of, clause, index, parts, filter };
		});
	}

	/** Clauses that cannot be read, and second ones where a rule may have one. */
	#texts(): Draft<TextElement>[] {
		return this.#rule.clauses.flatMap((clause, at) => {
			const repeated = !severalAllowed.has(clause.kind) && this.#first(clause.kind) !== clause;
			if (clause.kind !== 'raw' && !repeated) return [];
			const base = this.#base(clause.span, clause.span);
			const stage = stageOf(clause, this.#rule.clauses.slice(0, at));
			const label = says.text({ source: base.source });
			return [{ ...base, health: 'raw', label, kind: 'text', clause, stage } as const];
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
			const remarks = declaration ? this.#remarks(span) : [];
			const base = { span, focusSpan: declaration?.name.span ?? span, source: name, written: '', remarks, health };
			return [{ ...base, label: says.cartFilter({ name, summary }), kind: 'filter', name, declaration, summary }];
		});
	}

	#note(): NoteElement {
		const clause = this.#first('about');
		const text = clause?.text.kind === 'text' ? clause.text.text : '';
		const base = this.#base(clause?.span ?? null, clause?.text.span ?? null);
		const health = clause?.health ?? 'ok';
		const problems = clause ? this.#take(clause.span) : [];
		return { ...base, id: 'note', kind: 'note', health, problems, clause, text, label: text || says.description };
	}

	#schedule(): ScheduleElement {
		const active = this.#first('active');
		const status = this.#first('status');
		const priority = this.#first('priority');
		const exclusive = this.#first('exclusive');
		const parts = activeParts(active);
		const enabled = !(status?.status.kind === 'word' && status.status.text === 'disabled');
		const written = [active, status, priority, exclusive].filter((clause) => clause !== null);
		const state = enabled ? says.enabled : says.disabled;
		return {
			...this.#base(written[0]?.span ?? null, active?.span ?? null),
			id: 'schedule',
			kind: 'schedule',
			remarks: written.flatMap(({ span }) => this.#remarks(span)),
			active,
			status,
			priority,
			exclusive,
			parts,
			enabled,
			health: written.some((clause) => clause.health === 'incomplete') ? 'incomplete' : 'ok',
			problems: written.flatMap((clause) => this.#take(clause.span)),
			label: says.whenItRuns({ dates: plainSentence(parts), state }),
		};
	}

	#ends(id: 'transaction' | 'result', label: string): ElementBase {
		const problems = id === 'transaction' ? this.#take(this.#rule.name.span) : [];
		const nameless = id === 'transaction' && this.#rule.name.kind === 'missing';
		return { ...this.#base(null, null), id, health: nameless ? 'incomplete' : 'ok', problems, label };
	}

	/** A filter is declared elsewhere, so its problems are not the rule's to give away. */
	#problemsOf(draft: Draft<ElementBase>): Problem[] {
		const isOutside = draft.kind === 'limit' && (draft as Draft<LimitElement>).of === 'campaign';
		if (isOutside) return this.#compilation.problems.filter((problem) => touches(draft.span, problem.span));
		if (draft.kind !== 'filter') return this.#take(draft.span);
		const declared = this.#compilation.symbols.filters.has(draft.source);
		return declared ? this.#compilation.problems.filter((problem) => touches(draft.span, problem.span)) : [];
	}

	#base(span: Span | null, focusSpan: Span | null) {
		const name = this.#rule.name.span;
		return {
			span: span ?? name,
			focusSpan: focusSpan ?? span ?? name,
			source: span ? this.#text(span) : '',
			written: span ? textWithRemarks(this.#compilation.source, this.#compilation.document.comments, span) : '',
			remarks: span ? this.#remarks(span) : [],
		};
	}

	#remarks(span: Span): string[] {
		return remarksOf(this.#compilation.source, this.#compilation.document.comments, span);
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
		const previous = this.#previous ? elementsOf(this.#previous) : [];
		const known = previous.map((element) => ({ ...element, kind: kindOf(element, element.kind) }));
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

/** Groups keep their ids apart from those of the conditions in them, and so does `always`, which gives way to a first condition. */
function kindOf(draft: unknown, kind: string): string {
	if (kind === 'limit') return (draft as LimitElement).of === 'campaign' ? 'campaign-limit' : kind;
	if (kind !== 'condition') return kind;
	const { condition } = draft as ConditionDraft;
	return 'conditions' in condition ? 'group' : condition.kind === 'always' ? 'always' : kind;
}

function allDrafts(conditions: readonly ConditionDraft[]): ConditionDraft[] {
	return conditions.flatMap((condition) => [condition, ...allDrafts(condition.inner)]);
}

/** A problem about something missing has an empty span, which may lie at an edge. */
function touches(outer: Span, inner: Span): boolean {
	return covers(outer, inner) || (inner.start < inner.end && inner.start < outer.end && outer.start < inner.end);
}

/** The cart filter that a clause names, the first of several. */
type FilterUser = ElementBase & { readonly filter: string | null };

function wiresOf(filters: readonly FilterElement[], users: readonly FilterUser[]): MoneyWire[] {
	return users.flatMap((user) => {
		const filter = filters.find((candidate) => candidate.name === user.filter);
		return filter ? [{ id: `${filter.id}-${user.id}`, from: filter.id, to: user.id }] : [];
	});
}
