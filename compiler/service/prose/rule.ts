import type { Condition, Document, EarnClause, RuleClause, RuleDeclaration, SpendCondition } from '#grammar';
import { circumstanceText, namesText, spendText } from './conditions.ts';
import { summaryOfDates } from './dates.ts';
import { effectText, isFixed } from './formulas.ts';
import { capital, nameText, numberText, type ProsePart } from './words.ts';

/**
 * A rule as one plain English sentence. Each part that speaks of a clause carries the clause's span, so that pointing at a
 * phrase can show its card. What could not be read is named as such, and what is missing is `…`: nothing is guessed.
 */
export function proseOfRule(rule: RuleDeclaration, currency: string | null = null): ProsePart[] {
	const conditions = rule.clauses.find((clause) => clause.kind === 'when')?.conditions ?? [];
	const earns = rule.clauses.filter((clause) => clause.kind === 'earn');
	const lead = opening(rule.clauses);
	const deeds = deedsOf(conditions, currency);
	const always = deeds.length === 0 && earns.length > 0 && earns.every(isFixed);
	return [
		...lead,
		subject(conditions, lead.length === 0),
		...deeds,
		{ text: ' get ' },
		...effects(earns, currency, onlyFilter(conditions)),
		{ text: always ? ' with every purchase' : '' },
		...limits(rule.clauses),
		...leftovers(rule.clauses),
		{ text: '.' },
	].filter((part) => part.text !== '');
}

/** A sentence without its spans. */
export function plainText(parts: readonly ProsePart[]): string {
	return parts.map((part) => part.text).join('');
}

/** The currency that a document's program names, where it names one. */
export function currencyOf(document: Document): string | null {
	const program = document.declarations.find((declaration) => declaration.kind === 'program');
	const setting = program?.settings.find((candidate) => candidate.kind === 'currency');
	return setting?.code.kind === 'name' ? setting.code.text : null;
}

/** Whether the rule is off, and its dates: `Switched off: from 1 January to 31 March 2026, `. */
function opening(clauses: readonly RuleClause[]): ProsePart[] {
	const parts: ProsePart[] = [];
	for (const clause of clauses) {
		if (clause.kind !== 'status' || clause.status.kind !== 'word' || clause.status.text !== 'disabled') continue;
		parts.push({ text: 'switched off', span: clause.span }, { text: ': ' });
	}
	for (const clause of clauses) {
		if (clause.kind !== 'active') continue;
		const dates = summaryOfDates(clause);
		const preposition = clause.from && clause.until ? (dates.includes(' to ') ? 'from ' : 'on ') : '';
		parts.push({ text: preposition + dates, span: clause.span }, { text: ', ' });
	}
	return parts.map((part, index) => (index === 0 ? { ...part, text: capital(part.text) } : part));
}

/** Who: `Gold and Platinum members`. Names keep their own first letter, even where a sentence begins. */
function subject(conditions: readonly Condition[], begins: boolean): ProsePart {
	const tier = conditions.find(isSubject);
	if (tier?.kind === 'tier') return { text: `${namesText(tier, 'and')} members`, span: tier.span };
	return { text: begins ? 'Members' : 'members' };
}

function isSubject(condition: Condition): boolean {
	return condition.kind === 'tier' && !condition.negated;
}

/** What they do: ` who spend at least 50 AED on Food on Saturdays`; nothing where every purchase will do. */
function deedsOf(conditions: readonly Condition[], currency: string | null): ProsePart[] {
	const subject = conditions.find(isSubject);
	const states: ProsePart[] = [];
	const spends: ProsePart[] = [];
	const circumstances: ProsePart[] = [];
	const unread: ProsePart[] = [];
	for (const condition of conditions) {
		const { kind, span } = condition;
		if (condition === subject || kind === 'always') continue;
		if (kind === 'tier') {
			states.push({ text: `are ${condition.negated ? 'not ' : ''}${namesText(condition, 'or')}`, span });
		} else if (kind === 'spend') spends.push({ text: spendText(condition, currency), span });
		else if (kind === 'raw') {
			unread.push({ text: `meet ${unread.length === 0 ? 'a' : 'another'} condition written as text`, span });
		} else circumstances.push({ text: circumstanceText(condition), span });
	}
	if (circumstances.length > 0 && spends.length === 0) spends.push({ text: 'buy' });
	const verbs = [...states, ...spends, ...unread];
	if (verbs.length === 0) return [];
	const acts = joined([...states, ...spends], ' and ');
	const rest = joined(unread, ' and ');
	return [
		{ text: ' who ' },
		...acts,
		...circumstancesAfter(circumstances),
		...(acts.length > 0 && rest.length > 0 ? [{ text: ' and ' }] : []),
		...rest,
	];
}

/** Several circumstances of which one is a list are kept apart by commas. */
function circumstancesAfter(parts: readonly ProsePart[]): ProsePart[] {
	if (parts.length === 0) return [];
	const apart = parts.length > 1 && parts.some((part) => / (or|and) /.test(part.text));
	return [{ text: ' ' }, ...joined(parts, apart ? ', ' : ' '), { text: apart ? ',' : '' }];
}

function effects(earns: readonly EarnClause[], currency: string | null, filter: string | null): ProsePart[] {
	if (earns.length === 0) return [{ text: 'nothing yet' }];
	const parts = earns.map((earn) => ({ text: effectText(earn, { currency, filter }), span: earn.span }));
	return joined(parts, ', plus ');
}

function limits(clauses: readonly RuleClause[]): ProsePart[] {
	return clauses.flatMap((clause) => {
		if (clause.kind !== 'limit') return [];
		return [{ text: ', ' }, { text: `at most ${numberText(clause.points)} a visit`, span: clause.span }];
	});
}

function leftovers(clauses: readonly RuleClause[]): ProsePart[] {
	return clauses
		.filter((clause) => clause.kind === 'raw')
		.flatMap(({ span }, index) => [
			{ text: index === 0 ? ', with ' : ' and ' },
			{ text: `${index === 0 ? 'a' : 'another'} clause written as text`, span },
		]);
}

/** The filter of the one `spend` condition: then a sentence need not name it again. */
function onlyFilter(conditions: readonly Condition[]): string | null {
	const spends = conditions.filter((condition): condition is SpendCondition => condition.kind === 'spend');
	const [first] = spends;
	return spends.length === 1 && first?.filter.kind === 'name' ? nameText(first.filter) : null;
}

function joined(parts: readonly ProsePart[], separator: string): ProsePart[] {
	return parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: separator }, part]));
}
