import type {
	AboutClause,
	ActiveClause,
	CampaignDeclaration,
	Condition,
	EarnClause,
	EventRef,
	ExclusiveClause,
	FilterDeclaration,
	GroupCondition,
	LimitClause,
	Missing,
	MultiplyClause,
	PriorityClause,
	Problem,
	RuleClause,
	Span,
	StatusClause,
} from '#grammar';

/** `ok`: drawn as written. `incomplete`: a slot is empty. `raw`: shown as text. */
export type ElementHealth = 'ok' | 'incomplete' | 'raw';

/** A piece of a sentence on a card. */
export type Part =
	| { readonly kind: 'text'; readonly text: string }
	/** A value that opens a picker. `missing` says, in the user's words, what belongs into an empty one. */
	| { readonly kind: 'value'; readonly text: string; readonly missing?: string };

/** What every picture of a clause has. */
export interface ElementBase {
	/** Kept from one projection to the next as long as the clause is recognisably the same one. */
	readonly id: string;
	/** The whole clause; for a clause that is not written, the rule's name. */
	readonly span: Span;
	/** The stretch that says the most about it. */
	readonly focusSpan: Span;
	readonly health: ElementHealth;
	readonly problems: readonly Problem[];
	/** The exact text of the clause; empty for what is not written. */
	readonly source: string;
	/** The same with the comments that belong to it, as it could stand elsewhere. */
	readonly written: string;
	/** The comments of the text that belong to the clause. */
	readonly remarks: readonly string[];
	/** The element in plain words, for names that are read aloud. */
	readonly label: string;
}

/** The rule's description, as a note above the flow. */
export interface NoteElement extends ElementBase {
	readonly kind: 'note';
	readonly clause: AboutClause | null;
	readonly text: string;
}

/** Where the flow begins: a purchase, or another event. Its span is the rule's head. */
export interface TransactionElement extends ElementBase {
	readonly kind: 'transaction';
	/** The event as it is written; a purchase where it is absent. */
	readonly on: EventRef | Missing | null;
	/** What the rule answers to: `Purchase`. */
	readonly title: string;
}

/** When the rule runs at all, and what it gives way to: its dates, its status, its priority and its exclusive set on one card. */
export interface ScheduleElement extends ElementBase {
	readonly kind: 'schedule';
	readonly active: ActiveClause | null;
	readonly status: StatusClause | null;
	readonly priority: PriorityClause | null;
	readonly exclusive: ExclusiveClause | null;
	readonly parts: readonly Part[];
	readonly enabled: boolean;
}

/** A condition of the rule, or of a group of conditions; raw ones and the groups themselves included. */
export interface ConditionElement extends ElementBase {
	readonly kind: 'condition';
	readonly condition: Condition;
	/** One index for each list on the way: into the conditions of the rule's `when`, then into groups. */
	readonly path: readonly number[];
	/** How many conditions stand in its list, itself among them. */
	readonly siblings: number;
	/** The conditions of a group, in their order; none for any other. */
	readonly inner: readonly ConditionElement[];
	/** Its sentence; nothing for what is shown as text. */
	readonly parts: readonly Part[];
	/** The cart filter it reads, where it reads one. */
	readonly filter: string | null;
}

/** A group of conditions: `any`, `all` or `not`. */
export type GroupElement = ConditionElement & { readonly condition: GroupCondition };

/** Says whether a condition is a group of others. */
export function isGroup(element: ConditionElement): element is GroupElement {
	const { kind } = element.condition;
	return kind === 'any' || kind === 'all' || kind === 'not';
}

/** One `earn` of the rule. */
export interface PointsElement extends ElementBase {
	readonly kind: 'points';
	readonly clause: EarnClause;
	/** Counts the rule's earns. */
	readonly index: number;
	readonly filter: string | null;
}

/** One `multiply` of the rule. */
export interface MultiplyElement extends ElementBase {
	readonly kind: 'multiply';
	readonly clause: MultiplyClause;
	/** Counts the rule's multipliers. */
	readonly index: number;
	readonly parts: readonly Part[];
	/** The cart filter that it is narrowed to. */
	readonly filter: string | null;
}

/** One `limit` of the rule, or of the campaign around it. */
export interface LimitElement extends ElementBase {
	readonly kind: 'limit';
	/** Whose it is: the rule's own, or one that all rules of the campaign share. */
	readonly of: 'rule' | 'campaign';
	readonly clause: LimitClause;
	readonly index: number;
	readonly parts: readonly Part[];
	/** The cart filter of a limit by spend. */
	readonly filter: string | null;
}

/** The campaign around the rule: its dates, budget and multipliers hold for the rule too. */
export interface CampaignElement extends ElementBase {
	readonly kind: 'campaign';
	readonly campaign: CampaignDeclaration;
	readonly name: string;
	/** What it says of itself, each in few words: its dates, its budget, its multipliers. */
	readonly facts: readonly string[];
	readonly enabled: boolean;
	readonly limits: readonly LimitElement[];
}

/** Where the flow ends: the points of the sample. */
export interface ResultElement extends ElementBase {
	readonly kind: 'result';
}

/** A clause of the rule that the picture shows as text: unreadable, or repeated where there may be only one. */
export interface TextElement extends ElementBase {
	readonly kind: 'text';
	readonly clause: RuleClause;
	readonly stage: 'schedule' | 'points' | 'limits';
}

/** A cart filter that the rule uses, once. */
export interface FilterElement extends ElementBase {
	readonly kind: 'filter';
	readonly name: string;
	/** Null for the two filters that always exist. */
	readonly declaration: FilterDeclaration | null;
	/** What it counts, in plain words. */
	readonly summary: string;
}

export type RuleElement =
	| NoteElement
	| TransactionElement
	| ScheduleElement
	| ConditionElement
	| PointsElement
	| MultiplyElement
	| LimitElement
	| CampaignElement
	| ResultElement
	| TextElement
	| FilterElement;

/** A thin wire from a cart filter to what reads its amount. */
export interface MoneyWire {
	readonly id: string;
	/** Ids of elements. */
	readonly from: string;
	readonly to: string;
}

/** The picture of one rule. */
export interface RuleView {
	readonly name: string;
	readonly span: Span;
	/** The head of the rule cannot be read, so the rest is not trustworthy. */
	readonly headBroken: boolean;
	/** Null for a rule that stands on its own. */
	readonly campaign: CampaignElement | null;
	readonly note: NoteElement;
	readonly transaction: TransactionElement;
	readonly schedule: ScheduleElement;
	readonly conditions: readonly ConditionElement[];
	readonly points: readonly PointsElement[];
	readonly multipliers: readonly MultiplyElement[];
	readonly limits: readonly LimitElement[];
	readonly result: ResultElement;
	readonly texts: readonly TextElement[];
	readonly filters: readonly FilterElement[];
	readonly wires: readonly MoneyWire[];
	/** What is said of a rule that gives nothing; it stands where its points would. */
	readonly emptyProblems: readonly Problem[];
	/** How many clauses of a kind the rule has, those shown as text too: the index of one more. */
	readonly counts: { readonly earn: number; readonly multiply: number; readonly limit: number };
	/** Problems of the rule that belong to none of its clauses. */
	readonly problems: readonly Problem[];
	/** The next number for a new identity; see `identity.ts`. */
	readonly nextIdentity: number;
}

/** Every element, in the order of the flow. */
export function elementsOf(view: RuleView): RuleElement[] {
	return [
		...(view.campaign ? [view.campaign, ...view.campaign.limits] : []),
		view.note,
		view.transaction,
		view.schedule,
		...conditionsOf(view),
		...view.filters,
		...view.points,
		...view.multipliers,
		...view.limits,
		...view.texts,
		view.result,
	];
}

/** Every condition, those of groups behind their group. */
export function conditionsOf({ conditions }: Pick<RuleView, 'conditions'>): ConditionElement[] {
	return conditions.flatMap((condition) => [condition, ...conditionsOf({ conditions: condition.inner })]);
}
