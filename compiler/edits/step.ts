import type { nouns } from './nouns.ts';
import type { ClauseKind } from './parts.ts';
import type { WordsFor } from './usual-order.ts';

/** What a step of the history does. */
export type StepVerb =
	| 'Add'
	| 'Change'
	| 'Duplicate'
	| 'Group'
	| 'Move'
	| 'Negate'
	| 'Remove'
	| 'Rename'
	| 'Ungroup'
	| 'Write';

/** What a step of the history does it to. */
export type StepNoun =
	| (typeof nouns)[keyof typeof nouns]['words']
	| WordsFor<ClauseKind>
	| 'attribute value'
	| 'basis of tiers'
	| 'channel'
	| 'comment'
	| 'condition'
	| 'conditions'
	| 'event'
	| 'order type'
	| 'text'
	| 'threshold';

/** What a step of the history is called: `Add condition`. */
export type StepLabel = `${StepVerb} ${StepNoun}`;
