import type { Span, TextEdit } from '#grammar';

/**
 * What a person wishes to change, as data: the canvas, the outline, quick fixes and other tools all use these.
 *
 * `declaration` is an index into `document.declarations`, `condition` an index into the conditions of the rule's `when`.
 * `text` is a fragment of Earn: exactly one clause of the kind that the operation names.
 */
export type Operation = ConditionOperation | ClauseOperation | RuleOperation | FilterOperation;

/** Operations on the conditions of a rule. A rule that has no condition has no `when`, or `when always`. */
export type ConditionOperation =
	/** Puts a condition before another one; at the end where `before` is absent. */
	| { readonly kind: 'add-condition'; readonly declaration: number; readonly text: string; readonly before?: number }
	| { readonly kind: 'set-condition'; readonly declaration: number; readonly condition: number; readonly text: string }
	/** Removes a condition with its comments. With the last one goes the `when`; other comments between its braces stay. */
	| { readonly kind: 'remove-condition'; readonly declaration: number; readonly condition: number }
	/** Moves a condition with its comments; `to` is the index that it has afterwards. */
	| { readonly kind: 'move-condition'; readonly declaration: number; readonly condition: number; readonly to: number };

/** The clauses of a rule that are set as a whole. Only `earn` and `limit` may stand more than once. */
export type RuleClauseName = 'about' | 'status' | 'active' | 'priority' | 'earn' | 'limit';

/** Operations on the other clauses. */
export type ClauseOperation =
	/**
	 * Sets, adds or (with null) removes a clause of a rule. `index` counts the clauses of that kind from 0 and is 0 where
	 * absent; the number of them adds one more. What is added goes to its usual place in the rule.
	 */
	| {
			readonly kind: 'set-clause';
			readonly declaration: number;
			readonly clause: RuleClauseName;
			readonly index?: number;
			readonly text: string | null;
	  }
	/**
	 * Replaces the source of one clause, however broken, by what the user typed, which may be broken too as long as
	 * nothing around it changes. `span` is the clause's own; an empty text removes the clause with its comments.
	 */
	| { readonly kind: 'set-text'; readonly declaration: number; readonly span: Span; readonly text: string };

/** Operations on whole rules. */
export type RuleOperation =
	/** `name` is the bare name; quotes are added. */
	| { readonly kind: 'rename-rule'; readonly declaration: number; readonly name: string }
	/** Puts a rule after a declaration; at the end of the text where `after` is absent. */
	| { readonly kind: 'add-rule'; readonly text: string; readonly after?: number }
	| { readonly kind: 'remove-rule'; readonly declaration: number }
	/** Copies a rule, comments inside included, to below itself. */
	| { readonly kind: 'duplicate-rule'; readonly declaration: number; readonly name: string }
	/** Moves a rule with its comments; `to` is the index among all declarations that it has afterwards. */
	| { readonly kind: 'move-rule'; readonly declaration: number; readonly to: number };

/** Operations on cart filters. */
export type FilterOperation =
	/** Puts a filter after the last one; before the first rule where there is none. */
	| { readonly kind: 'add-filter'; readonly text: string }
	/** Replaces a whole filter declaration. Its name must stay: `rename-filter` changes that. */
	| { readonly kind: 'set-filter'; readonly declaration: number; readonly text: string }
	/** Refused while something uses the filter. */
	| { readonly kind: 'remove-filter'; readonly declaration: number }
	/** Renames a filter where it is declared and wherever it is used by something that can be read. */
	| { readonly kind: 'rename-filter'; readonly from: string; readonly to: string };

/**
 * The edits that fulfil an operation, with a label for the history (`Add condition`), or why it is refused, in words for
 * the person who asked. An operation that changes nothing gives no edits.
 */
export type Planned =
	| { readonly ok: true; readonly edits: readonly TextEdit[]; readonly label: string }
	| { readonly ok: false; readonly reason: string };
