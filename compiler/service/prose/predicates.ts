import type {
	AmountCondition,
	AttributeCondition,
	Condition,
	GroupCondition,
	MemberFactCondition,
	MembershipCondition,
	PurchaseNumberCondition,
} from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { circumstanceParts, isCircumstance, namesText } from './circumstances.ts';
import { amountText, countText, listText } from './comparisons.ts';
import { groupPhrases } from './groups.ts';
import { currencyFor, type Speech } from './speech.ts';
import { HOLE, nameText, ordinal, part, type ProsePart, spokenPhrases } from './words.ts';

/** How a verb stands: of one (`spends`), of several (`spend`), or behind another verb (`be`). */
export type Form = 'one' | 'many' | 'base';

/** What predicates must know besides the condition. */
export interface Setting {
	readonly speech: Speech;
	/** What members do when a circumstance holds: `buy`, or `do so` where it is another event. */
	readonly act: string;
}

/** A condition as what members do or are: `spend at least 50 AED on Food`, `either are Gold or buy on Saturdays`. */
export function predicateParts(condition: Condition, form: Form, setting: Setting): ProsePart[] {
	if (isCircumstance(condition)) return [{ text: `${verb(setting.act, form)} ` }, ...circumstanceParts(condition)];
	if (condition.kind === 'any' || condition.kind === 'all' || condition.kind === 'not') {
		return groupParts(condition, form, setting);
	}
	return [part(predicateText(condition, form, setting), condition)];
}

function predicateText(condition: Condition, form: Form, setting: Setting): string {
	switch (condition.kind) {
		case 'raw':
			return `${verb('meet', form)} a condition that cannot be read`;
		case 'tier':
		case 'segment':
			return membershipText(condition, form, condition.negated);
		case 'spend':
		case 'quantity':
			return amountPredicate(condition, form, setting.speech);
		case 'purchase-number':
			return purchaseText(condition, form);
		case 'member-fact':
			return factText(condition, form, setting.speech);
		case 'attribute':
			return attributeText(condition, form);
		case 'always':
			return `always ${verb('qualify', form)}`;
		case 'any':
		case 'all':
		case 'not':
		case 'day-time':
		case 'order-type':
		case 'channel':
		case 'store':
		case 'birthday':
		case 'anniversary':
			return `${verb('meet', form)} ${HOLE}`;
		default:
			return unreachable(condition);
	}
}

function groupParts(group: GroupCondition, form: Form, setting: Setting): ProsePart[] {
	const { kind, conditions } = group;
	const [first, ...others] = conditions;
	if (!first) return [part(`${verb('meet', form)} ${HOLE}`, group)];
	if (kind === 'not' && others.length === 0) return denied(first, form, setting);
	return groupPhrases(
		kind,
		conditions.map((each) => predicateParts(each, form, setting)),
	);
}

/** That one condition does not hold. */
function denied(condition: Condition, form: Form, setting: Setting): ProsePart[] {
	if (condition.kind === 'not') return groupParts({ ...condition, kind: 'any' }, form, setting);
	if (condition.kind === 'any') return groupParts({ ...condition, kind: 'not' }, form, setting);
	if (condition.kind === 'tier' || condition.kind === 'segment') {
		return [part(membershipText(condition, form, !condition.negated), condition)];
	}
	if (condition.kind === 'all' && condition.conditions.length > 1) {
		const inner = condition.conditions.map((each) => predicateParts(each, 'base', setting));
		return [{ text: `${verb('fail', form)} to do all of this: ` }, ...spokenPhrases(inner, 'and')];
	}
	if (condition.kind === 'all' && condition.conditions[0]) return denied(condition.conditions[0], form, setting);
	const isPerfect =
		condition.kind === 'member-fact' && condition.fact.kind === 'word' && condition.fact.text.startsWith('days');
	if (isPerfect) {
		const past = predicateText(condition, 'base', setting).slice('have '.length);
		return [part(`${form === 'base' ? 'not have' : `${verb('have', form)} not`} ${past}`, condition)];
	}
	const auxiliary = form === 'base' ? 'not' : `${verb('do', form)} not`;
	return [{ text: `${auxiliary} ` }, ...predicateParts(condition, 'base', setting)];
}

function membershipText(condition: MembershipCondition, form: Form, negated: boolean): string {
	const names = namesText(condition, 'or');
	const be = !negated ? verb('be', form) : form === 'base' ? 'not be' : `${verb('be', form)} not`;
	return condition.kind === 'segment' ? `${be} in the segment ${names}` : `${be} ${names}`;
}

function amountPredicate({ kind, filter, test }: AmountCondition, form: Form, speech: Speech): string {
	const name = nameText(filter);
	if (kind === 'quantity') return `${verb('buy', form)} ${countText(test, 'unit')} of ${name}`;
	const currency = currencyFor(name, speech);
	if (currency === null && speech.currency !== null) return `${verb('have', form)} ${amountText(test, null)} of ${name}`;
	return `${verb('spend', form)} ${amountText(test, currency)} on ${name}`;
}

function purchaseText({ isEvery, number }: PurchaseNumberCondition, form: Form): string {
	return `${verb('make', form)} ${isEvery ? 'every' : 'their'} ${ordinal(number)} purchase`;
}

function factText({ fact, test }: MemberFactCondition, form: Form, { currency }: Speech): string {
	const have = verb('have', form);
	if (fact.kind === 'missing') return `${have} ${HOLE}`;
	switch (fact.text) {
		case 'lifetime points':
			return `${have} ${countText(test, 'lifetime point')}`;
		case 'lifetime spend':
			return `${have} a lifetime spend of ${amountText(test, currency)}`;
		case 'balance':
			return `${have} a balance of ${countText(test, 'point')}`;
		case 'days since joining':
			return `${form === 'base' ? 'have joined' : 'joined'} ${countText(test, 'day')} ago`;
		case 'days since last purchase':
			return `${form === 'base' ? 'have last bought' : 'last bought'} ${countText(test, 'day')} ago`;
		default:
			return unreachable(fact.text);
	}
}

function attributeText({ name, test }: AttributeCondition, form: Form): string {
	const have = verb('have', form);
	const { text } = name;
	if (!test) return `${have} ${text} set`;
	if (test.kind !== 'attribute-is') return `${have} ${text} of ${amountText(test, null)}`;
	return test.negated ? `${have} another ${text} than ${listText(test)}` : `${have} the ${text} ${listText(test)}`;
}

/** A verb in a form: `buy`, `buys`. Of several words the first is changed. */
export function verb(phrase: string, form: Form): string {
	const [base = '', ...others] = phrase.split(' ');
	return [verbWord(base, form), ...others].join(' ');
}

function verbWord(base: string, form: Form): string {
	if (base === 'be') return form === 'base' ? 'be' : form === 'one' ? 'is' : 'are';
	if (form !== 'one') return base;
	if (base === 'have') return 'has';
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
	return base.endsWith('o') ? `${base}es` : `${base}s`;
}
