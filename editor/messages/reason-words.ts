/** Why a rule gave nothing, and what its conditions saw, in another language than the compiler's. */
import type { ConditionTrace, WhyNot } from '#compiler';

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
}
