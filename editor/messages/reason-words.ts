/** Why a rule gave nothing, and what its conditions saw, in another language than the compiler's. */
import type { ChangeOfRule, ConditionChange, ConditionTrace, WhyNot } from '#compiler';

type MissingFact = Extract<ConditionTrace['seen'], { readonly kind: 'missing' }>['fact'];
type CutBy = Extract<WhyNot, { readonly by: unknown; readonly cuts: unknown }>['by'];

/** The sentences, by the kinds of what is said; each with the values that its kind has. */
export interface ReasonWords {
	readonly seen: {
		readonly always: string;
		/** `{holding}`, `{all}`, `{unknown}` */
		readonly group: string;
		readonly missing: { readonly [F in MissingFact]: string };
		/** `{name}`, `{chain}` */
		readonly nameOf: string;
		readonly noSegment: string;
		/** `{filter}`, `{amount}` */
		readonly amount: string;
		readonly quantity: string;
		/** `{day}`, `{time}` */
		readonly time: string;
		/** `{days}` */
		readonly daysFrom: Readonly<Record<'birthday' | 'anniversary', Readonly<Record<'today' | 'before' | 'after', string>>>>;
		/** `{number}` */
		readonly number: string;
		/** `{fact}` or `{name}`, `{value}` */
		readonly fact: string;
		readonly attribute: string;
		readonly flag: Readonly<Record<'on' | 'off', string>>;
	};
	readonly whyNot: { readonly [K in Exclude<WhyNot['kind'], 'not-started' | 'ended' | 'nothing-left'>]: string };
	/** `{date}`, `{name}` of the campaign */
	readonly dates: Readonly<Record<'not-started' | 'ended', Readonly<Record<'rule' | 'campaign', string>>>>;
	readonly cut: { readonly [B in CutBy]: string };
	readonly change: ChangeWords;
}

type ChangeOf<K extends ConditionChange['kind']> = Extract<ConditionChange, { readonly kind: K }>;
type RenewalKind = Extract<ChangeOfRule, { readonly kind: 'renewal' }>['renews']['kind'];
type OneOf<K extends string> = Readonly<Record<K, string>>;

/** The nearest change by which something would have come of a rule, in another language than the compiler's. */
export interface ChangeWords {
	/** `{change}` */
	readonly smallest: string;
	/** `{why}` */
	readonly hopeless: string;
	readonly because: OneOf<ChangeOf<'unreachable'>['because'] | 'never anew'>;
	/** Two ways, the nearer one first: `{first}`, `{second}`. Two changes that belong together: the same. */
	readonly or: string;
	readonly and: string;
	/** `{by}` */
	readonly much: OneOf<'more' | 'less' | 'either'>;
	/** `{much}`, `{of}` */
	readonly muchOf: string;
	/** `{days}` */
	readonly days: OneOf<'later' | 'earlier'>;
	/** `{time}`, `{day}`, `{date}` */
	readonly moment: OneOf<'after' | 'before' | 'on' | 'last' | 'dated' | 'dayAndTime'>;
	/** `{names}` */
	readonly name: OneOf<ChangeOf<'name'>['fact']>;
	/** `{names}`, and with points that are missing `{points}`, `{tier}`. */
	readonly tier: OneOf<'named' | 'climbed'>;
	/** `{names}` of stores and `chain`s, whose own is `{name}`. */
	readonly store: OneOf<'one' | 'of' | 'other' | 'chain'>;
	readonly segment: OneOf<'joining' | 'leaving'>;
	/** `{count}` */
	readonly purchases: string;
	/** `{name}`, `{value}` */
	readonly attribute: OneOf<'number' | 'on' | 'off' | 'text' | 'other'>;
	readonly missing: OneOf<ChangeOf<'missing'>['fact']>;
	readonly enable: OneOf<'rule' | 'campaign'>;
	/** `{event}` */
	readonly event: string;
	/** `{name}`, `{from}`, `{until}` */
	readonly date: OneOf<'some' | 'from' | 'until' | 'both'>;
	/** `{days}` */
	readonly renewal: OneOf<Exclude<RenewalKind, 'at' | 'never'>>;
	/** `{rule}`, `{points}` */
	readonly set: OneOf<'priority' | 'any' | 'points'>;
	/** `{filter}`, `{amount}` */
	readonly divisor: OneOf<'amount' | 'formula'>;
}
