import type {
	AmountCondition,
	Condition,
	EarnClause,
	MembershipCondition,
	MultiplyClause,
	RuleClause,
	RuleDeclaration,
} from '#grammar';
import { circumstanceParts, isCircumstance, namesText } from './circumstances.ts';
import { datesText } from './dates.ts';
import { earnText, isFixed, multipliedText } from './effects.ts';
import { eventText } from './events.ts';
import type { Amounts } from './formulas.ts';
import { limitText } from './limits.ts';
import { type Form, predicateParts, type Setting } from './predicates.ts';
import { type Known, type Speech, speechFrom } from './speech.ts';
import {
	article,
	capitalised,
	HOLE,
	joined,
	nameText,
	priorityText,
	part,
	plainText,
	type ProsePart,
	says,
	spokenPhrases,
	wordText,
} from './words.ts';

/**
 * A rule as one plain English sentence. Each part that speaks of a clause carries the clause's span, so that pointing at a
 * phrase can show its card. What could not be read is named as such, and what is missing is `…`: nothing is guessed.
 */
export function proseOfRule(rule: RuleDeclaration, known: Known = null): ProsePart[] {
	const parts = [...ruleParts(rule, speechFrom(known)), { text: '.' }];
	// A tier's name keeps its own first letter.
	return beginsWithName(rule) ? parts : capitalised(parts);
}

/** A rule as a sentence without its capital and its full stop. */
export function ruleParts(rule: RuleDeclaration, speech: Speech): ProsePart[] {
	const { clauses } = rule;
	const conditions = conditionsOf(clauses);
	const effects = clauses.filter((clause) => clause.kind === 'earn' || clause.kind === 'multiply');
	const amounts = { speech, filter: onlyFilter(conditions) };
	const isPurchase = answersToPurchase(rule);
	const who = isPurchase ? buyers(conditions, speech) : actors(rule, conditions, speech);
	const isEvery = isPurchase && conditions.every(({ kind }, index) => kind === 'always' || isSubject(conditions, index));
	const occasion = isEvery ? 'every purchase' : isPurchase ? 'the purchase' : 'the event';
	const isAlways = isEvery && effects.length > 0 && effects.every((effect) => effect.kind === 'earn' && isFixed(effect));
	return [
		...opening(clauses),
		...who,
		...receipts(rule, effects, amounts, occasion),
		{ text: isAlways ? ' with every purchase' : '' },
		...endings(clauses, amounts, isPurchase),
		...leftovers(clauses),
	].filter(({ text }) => text !== '');
}

/** Who and under which conditions, without what they get: `Gold members who buy on Saturdays`. */
export function audienceParts(conditions: readonly Condition[], speech: Speech): ProsePart[] {
	return buyers(flattened(conditions), speech);
}

function answersToPurchase({ on }: Pick<RuleDeclaration, 'on'>): boolean {
	return !on || (on.kind === 'event' && on.event === 'purchase');
}

function beginsWithName(rule: RuleDeclaration): boolean {
	const isFirst = answersToPurchase(rule) && opening(rule.clauses).length === 0;
	return isFirst && subjectOf(conditionsOf(rule.clauses)) !== undefined;
}

function conditionsOf(clauses: readonly RuleClause[]): readonly Condition[] {
	return flattened(clauses.flatMap((clause) => (clause.kind === 'when' ? clause.conditions : [])));
}

/** A list of conditions already says that all of them hold. */
function flattened(conditions: readonly Condition[]): readonly Condition[] {
	return conditions.flatMap((condition) =>
		condition.kind === 'all' && condition.conditions.length > 0 ? flattened(condition.conditions) : [condition],
	);
}

/** Whether the rule is off, and its dates: `switched off: from 1 January to 31 March 2026, `. */
function opening(clauses: readonly RuleClause[]): ProsePart[] {
	const isOff = (clause: RuleClause) =>
		clause.kind === 'status' && clause.status.kind === 'word' && clause.status.text === 'disabled';
	const off = clauses.filter(isOff).map((clause) => part('switched off', clause));
	const dates = clauses.flatMap((clause) => (clause.kind === 'active' ? [part(datesText(clause), clause)] : []));
	return [...off.flatMap((each) => [each, { text: ': ' }]), ...dates.flatMap((each) => [each, { text: ', ' }])];
}

// ---------------------------------------------------------------- who

function subjectOf(conditions: readonly Condition[]): MembershipCondition | undefined {
	return conditions.find((condition): condition is MembershipCondition => condition.kind === 'tier' && !condition.negated);
}

function isSubject(conditions: readonly Condition[], index: number): boolean {
	return conditions[index] === subjectOf(conditions);
}

/** `Gold and Platinum members who spend at least 50 AED on Food on Saturdays`; names keep their own first letter. */
function buyers(conditions: readonly Condition[], speech: Speech): ProsePart[] {
	const subject = subjectOf(conditions);
	const setting: Setting = { speech, act: 'buy' };
	const { acts, circumstances, rest } = deedsOf(conditions, 'many', setting);
	const who = subject ? part(`${namesText(subject, 'and')} members`, subject) : { text: 'members' };
	const isPlain = circumstances.length > 0 && !acts.some(({ does }) => does);
	const verbs = [...acts.map(({ parts }) => parts), ...(isPlain ? [[{ text: 'buy' }]] : [])];
	const last = [...(verbs.pop() ?? []), ...circumstancesAfter(circumstances)];
	const deeds = [...verbs, last, ...rest].filter(hasText);
	return deeds.length === 0 ? [who] : says`${who} who ${spokenPhrases(deeds, 'and')}`;
}

/** `when a Gold member who has a balance of at least 500 points checks in on Saturdays,`. */
function actors(rule: RuleDeclaration, conditions: readonly Condition[], speech: Speech): ProsePart[] {
	const subject = subjectOf(conditions);
	const { acts, circumstances, rest } = deedsOf(conditions, 'one', { speech, act: 'do so' });
	const names = subject ? namesText(subject, 'or') : '';
	const who = subject ? part(`${article(names)} ${names} member`, subject) : { text: 'a member' };
	const deeds = [...acts.map(({ parts }) => parts), ...rest];
	const does = rule.on ? part(eventText(rule.on), rule.on) : { text: HOLE };
	const after = circumstancesAfter(circumstances);
	const isApart = after.at(-1)?.text === ',';
	// A group ends with a list, which would otherwise run into what happens.
	const told = deeds.length === 0 ? [] : says` who ${spokenPhrases(deeds, 'and')}${rest.length > 0 ? ',' : ''}`;
	return says`when ${who}${told} ${does}${after}${isApart ? '' : ','}`;
}

function hasText(parts: readonly ProsePart[]): boolean {
	return parts.length > 0;
}

interface Deeds {
	/** What members are and have, then what they do. */
	readonly acts: readonly { readonly parts: readonly ProsePart[]; readonly does: boolean }[];
	readonly circumstances: readonly (readonly ProsePart[])[];
	/** Groups, and what cannot be read. */
	readonly rest: readonly (readonly ProsePart[])[];
}

function deedsOf(conditions: readonly Condition[], form: Form, setting: Setting): Deeds {
	const states: { parts: ProsePart[]; does: boolean }[] = [];
	const deeds: { parts: ProsePart[]; does: boolean }[] = [];
	const circumstances: ProsePart[][] = [];
	const rest: ProsePart[][] = [];
	for (const [index, condition] of conditions.entries()) {
		if (isSubject(conditions, index) || condition.kind === 'always') continue;
		if (isCircumstance(condition)) {
			circumstances.push(circumstanceParts(condition));
			continue;
		}
		const parts = predicateParts(condition, form, setting);
		const { kind } = condition;
		if (kind === 'spend' || kind === 'quantity' || kind === 'purchase-number') deeds.push({ parts, does: true });
		else if (kind === 'raw' || kind === 'any' || kind === 'all' || kind === 'not') rest.push(parts);
		else states.push({ parts, does: false });
	}
	return { acts: [...states, ...deeds], circumstances, rest };
}

/** Several circumstances of which one is a list are kept apart by commas. */
function circumstancesAfter(circumstances: readonly (readonly ProsePart[])[]): ProsePart[] {
	if (circumstances.length === 0) return [];
	const isApart = circumstances.length > 1 && circumstances.some((parts) => / (?:or|and|nor) /.test(plainText(parts)));
	return [{ text: ' ' }, ...joined(circumstances, isApart ? ', ' : ' '), ...(isApart ? [{ text: ',' }] : [])];
}

// ---------------------------------------------------------------- what they get

type Effect = EarnClause | MultiplyClause;

/** ` get 10 points`, or for each recipient of a referral: ` the referrer gets 200 points and the referred member gets 100`. */
function receipts(rule: RuleDeclaration, effects: readonly Effect[], amounts: Amounts, occasion: string): ProsePart[] {
	const isReferral = rule.on?.kind === 'event' && rule.on.event === 'referral';
	if (!isReferral || effects.length === 0) {
		const verb = answersToPurchase(rule) ? ' get ' : ' they get ';
		return [{ text: verb }, ...effectsParts(effects, amounts, occasion, true)];
	}
	const groups = new Map<string, Effect[]>();
	for (const effect of effects) {
		const whom = effect.kind === 'earn' && effect.recipient ? wordText(effect.recipient) : 'referrer';
		groups.set(whom, [...(groups.get(whom) ?? []), effect]);
	}
	const receivers = [...groups].map(([whom, group]) => {
		const who = whom === 'referred' ? 'the referred member' : whom === HOLE ? HOLE : `the ${whom}`;
		return says`${who} gets ${effectsParts(group, amounts, occasion, false)}`;
	});
	return [{ text: ' ' }, ...joined(receivers, ' and ')];
}

function effectsParts(effects: readonly Effect[], amounts: Amounts, occasion: string, names: boolean): ProsePart[] {
	if (effects.length === 0) return [{ text: 'nothing yet' }];
	const earns = effects.filter((effect) => effect.kind === 'earn');
	const multipliers = effects.filter((effect) => effect.kind === 'multiply');
	const earned = earns.map((earn) => {
		const whom = names && earn.recipient ? ` for the ${wordText(earn.recipient)}` : '';
		return [part(earnText(earn, amounts) + whom, earn)];
	});
	const multiplied = multipliers.map((multiply) => [part(multipliedText(multiply, occasion), multiply)]);
	return joined([joined(earned, ', plus '), ...multiplied].filter(hasText), ', and ');
}

/** What the sentence ends with: limits, then what decides between rules. */
function endings(clauses: readonly RuleClause[], amounts: Amounts, isPurchase: boolean): ProsePart[] {
	const limits = clauses.flatMap((clause) =>
		clause.kind === 'limit' ? [part(limitText(clause, amounts, isPurchase), clause)] : [],
	);
	const sets = clauses.flatMap((clause) =>
		clause.kind === 'exclusive' ? [part(`unless another rule of ${nameText(clause.set)} counts instead`, clause)] : [],
	);
	const priorities = clauses.flatMap((clause) =>
		clause.kind === 'priority' ? [part(`with priority ${priorityText(clause)}`, clause)] : [],
	);
	return [...limits, ...sets, ...priorities].flatMap((each) => [{ text: ', ' }, each]);
}

function leftovers(clauses: readonly RuleClause[]): ProsePart[] {
	return clauses
		.filter((clause) => clause.kind === 'raw')
		.flatMap((clause, index) => [
			{ text: ', and ' },
			part(`${index === 0 ? 'a' : 'another'} part that cannot be read`, clause),
		]);
}

/** The filter of the one `spend` condition: then a sentence need not name it again. */
function onlyFilter(conditions: readonly Condition[]): string | null {
	const spends = conditions.filter((condition): condition is AmountCondition => condition.kind === 'spend');
	const [first] = spends;
	return spends.length === 1 && first?.filter.kind === 'name' ? nameText(first.filter) : null;
}
