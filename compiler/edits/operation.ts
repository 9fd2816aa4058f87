import type { Span, TextEdit } from '#grammar';
import type { ClauseKind } from './parts.ts';
import type { Refusal } from './draft.ts';
import type { StepLabel } from './step.ts';

/**
 * What a person wishes to change, as data: the canvas, the outline, quick fixes and other tools all use these.
 *
 * `text` is a fragment of Earn: exactly one part of the kind that the operation names. Places are {@link Path}s, and always
 * those of the text before the operation, unless it is said otherwise.
 */
export type Operation = ConditionOperation | ClauseOperation | DeclarationOperation;

/**
 * Where something stands: one index for each list on the way, from the outside in; a number is a path of one.
 *
 * For a declaration the first index is that among `document.declarations`; a second leads to a rule of a campaign, a tier of
 * the tiers, or a clause of a test. For a condition the first index is that among the conditions of the rule's `when`; further
 * ones lead into groups.
 */
export type Path = number | readonly number[];

/** How a group takes its conditions: one holds, every one holds, or none holds. */
export type GroupKind = 'any' | 'all' | 'not';

/** A condition of a rule. */
interface OfCondition {
	/** The rule. One that has no condition has no `when`, or `when always`. */
	readonly declaration: Path;
	readonly condition: Path;
}

/** Operations on the conditions of a rule. A group that loses its last condition goes with it, and so does the `when`. */
export type ConditionOperation =
	/** Puts a condition into the `when`, or into the group at `into`; before the one with the index `before`, or at the end. */
	| {
			readonly kind: 'add-condition';
			readonly declaration: Path;
			readonly text: string;
			readonly into?: Path;
			readonly before?: number;
	  }
	| (OfCondition & { readonly kind: 'set-condition'; readonly text: string })
	/** Removes a condition with its comments; others between the braces that go with the last one stay. */
	| (OfCondition & { readonly kind: 'remove-condition' })
	/**
	 * Moves a condition with its comments. `to` is the index that it has afterwards, in its own list or in the group at
	 * `into`; an empty path is the `when`.
	 */
	| (OfCondition & { readonly kind: 'move-condition'; readonly to: number; readonly into?: Path })
	/** Puts a group around a condition, or around that and its next neighbours: `count` in all. */
	| (OfCondition & { readonly kind: 'wrap-condition'; readonly group: GroupKind; readonly count?: number })
	/** Puts the conditions of a group in its place. */
	| (OfCondition & { readonly kind: 'unwrap-condition' })
	/** Turns a condition into its opposite, in the shortest way that the language has for it. */
	| (OfCondition & { readonly kind: 'negate-condition' });

/** The clauses of a rule, without its conditions one by one. */
export type RuleClauseName =
	| 'about'
	| 'status'
	| 'active'
	| 'priority'
	| 'exclusive'
	| 'when'
	| 'earn'
	| 'multiply'
	| 'limit';

/** Operations on clauses: of rules, campaigns, tiers, redemption, expiry and tests, and the settings of a program. */
export type ClauseOperation =
	/**
	 * Sets, adds or (with null) removes a clause of what stands at `declaration`. `index` counts the clauses of that kind from
	 * 0 and is 0 where absent; the number of them adds one more. What is added goes to its usual place.
	 */
	| {
			readonly kind: 'set-clause';
			readonly declaration: Path;
			readonly clause: ClauseKind;
			readonly index?: number;
			readonly text: string | null;
	  }
	/** Moves a clause with its comments; `index` and `to`, that afterwards, count the clauses of its kind. */
	| {
			readonly kind: 'move-clause';
			readonly declaration: Path;
			readonly clause: ClauseKind;
			readonly index: number;
			readonly to: number;
	  }
	/**
	 * Sets what stands between the name and the braces: `on registration` of a rule, `by lifetime points` of the tiers,
	 * `from 1_000` of a tier; of the event of a test the whole head. An empty text removes it where it may be absent.
	 */
	| { readonly kind: 'set-head'; readonly declaration: Path; readonly text: string }
	/**
	 * Replaces the source of one clause, however broken, by what the user typed, which may be broken too as long as
	 * nothing around it changes. `span` is the clause's own; an empty text removes the clause with its comments.
	 */
	| { readonly kind: 'set-text'; readonly declaration: Path; readonly span: Span; readonly text: string }
	/**
	 * Sets what the comments of a part say, each without its slashes: those on the lines `above` it, and the one `behind` it on its
	 * last line, null for none. `span` is the part's own, and a comment that says this already keeps its writing.
	 */
	| {
			readonly kind: 'set-comments';
			readonly declaration: Path;
			readonly span: Span;
			readonly above: readonly string[];
			readonly behind: string | null;
	  };

/** What a program declares, and the tiers one by one. */
export type Noun =
	| 'program'
	| 'tiers'
	| 'tier'
	| 'segment'
	| 'attribute'
	| 'filter'
	| 'exclusive'
	| 'campaign'
	| 'rule'
	| 'redemption'
	| 'expiry'
	| 'test';

/** What has a name. */
export type NamedNoun = Exclude<Noun, 'tiers' | 'redemption' | 'expiry'>;

/** Operations on whole declarations, those inside campaigns and tiers too. What could not be read goes by `rule`. */
export type DeclarationOperation =
	/** Puts a declaration behind the one with the index `after`; where that is absent, at its usual place. */
	| { readonly kind: `add-${Exclude<Noun, 'rule' | 'tier'>}`; readonly text: string; readonly after?: number }
	/** The same for a rule; `into` is the index of a campaign whose rule it becomes, and `after` then counts its clauses. */
	| { readonly kind: 'add-rule'; readonly text: string; readonly after?: number; readonly into?: number }
	/** The same for a tier of the tiers at `declaration`. */
	| { readonly kind: 'add-tier'; readonly declaration: Path; readonly text: string; readonly after?: number }
	/** Replaces a whole declaration. Its name must stay: a rename changes that. */
	| { readonly kind: `set-${Noun}`; readonly declaration: Path; readonly text: string }
	/** Refused while something uses it. Tests do not count for rules: they say themselves that a rule is missing. */
	| { readonly kind: `remove-${Noun}`; readonly declaration: Path }
	/** Moves a declaration with its comments; `to` is the index in its list that it has afterwards. */
	| { readonly kind: `move-${Exclude<Noun, 'rule'>}`; readonly declaration: Path; readonly to: number }
	/** The same for a rule; with `into` it goes into the campaign with that index, or with null out of its campaign. */
	| { readonly kind: 'move-rule'; readonly declaration: Path; readonly to: number; readonly into?: number | null }
	/** Renames it where it is declared and wherever something that can be read uses it. `name` is bare; quotes are added. */
	| { readonly kind: `rename-${NamedNoun}`; readonly declaration: Path; readonly name: string }
	/** Copies a declaration, comments inside included, to below itself. */
	| { readonly kind: `duplicate-${'rule' | 'filter' | 'test'}`; readonly declaration: Path; readonly name: string };

/** What an operation does to a declaration. */
export type DeclarationVerb = 'add' | 'set' | 'remove' | 'move' | 'rename' | 'duplicate';

/**
 * The edits that fulfil an operation, with a label for the history (`Add condition`), or why it is refused, in words for
 * the person who asked. An operation that changes nothing gives no edits.
 */
export type Planned<Label extends string = StepLabel> =
	| { readonly ok: true; readonly edits: readonly TextEdit[]; readonly label: Label }
	| Refusal;
