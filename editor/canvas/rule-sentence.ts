/**
 * What a rule says, as one text. In English the compiler says it; in other languages it is made of what the cards say, so that
 * a sentence and its card call everything by the same words.
 */
import { type Condition, type Document, type EarnClause, type RuleClause, type RuleDeclaration, type Span } from '#grammar';
import type { Catalog } from '#compiler';
import {
	plainText,
	proseOfCondition,
	type ProsePart,
	proseOfRule,
	type Speech,
	speechOf,
	summaryOfEarn,
	summaryOfEffect,
} from '#compiler/service';
import { nameOf, placesOfRules } from '../document/rule-tracking.ts';
import { countPoints } from '../messages/counted.ts';
import { localDigits } from '../messages/digits.ts';
import { formatMessage, isolated } from '../messages/message.ts';
import { expectedWords } from '../messages/problem-words.ts';
import type { ProseWords } from '../messages/prose-words.ts';
import { limitParts, multiplierSentence } from './clause-sentences.ts';
import { eventTitle, isDrawn } from './drawn.ts';
import { formulaText, proseWords } from './formula-sentence.ts';
import { textOf } from './parts.ts';
import { says } from './says.ts';
import { activeParts, conditionParts, type SentenceScope } from './sentences.ts';
import { groupDigits, literalWords, words } from './words.ts';

/** What sentences about a program need to know. */
export function sentenceScope(document: Document, catalog: Catalog | null): SentenceScope {
	const { currency, numberFilters } = speechOf(document);
	return { currency: currency ?? '', numberFilters, catalog };
}

/** A rule as one text. Each part that speaks of a clause has the clause's span. */
export function ruleSentence(rule: RuleDeclaration, document: Document, catalog: Catalog | null): readonly ProsePart[] {
	const said = proseWords();
	if (!said) return proseOfRule(rule, speechOf(document));
	const scope = sentenceScope(document, catalog);
	const sentences = [
		statusOf(rule, said),
		around(said.on, 'event', [partOf(eventTitle(rule.on ?? null), rule.on)]),
		...sentencesOf(rule.clauses, scope, said),
	].filter((sentence) => sentence.length > 0);
	return [...apart(sentences, said.apart.sentences), { text: said.end }];
}

/** A condition as one text, with everything in it. */
export function conditionSentence(condition: Condition, scope: SentenceScope): string {
	const said = proseWords();
	return said ? conditionText(condition, scope, said) : plainText(proseOfCondition(condition, speechOfScope(scope)));
}

/** The conditions of the rule of a name, each as one text. */
export function conditionSentences(name: string, document: Document, catalog: Catalog | null): string[] {
	const scope = sentenceScope(document, catalog);
	const rule = placesOfRules(document).find((placed) => nameOf(placed.rule) === name)?.rule;
	const conditions = rule?.clauses.flatMap((clause) => (clause.kind === 'when' ? clause.conditions : [])) ?? [];
	return conditions.map((condition) => conditionSentence(condition, scope));
}

/** What a rule gives, in few words. */
export function effectSentence(rule: RuleDeclaration): string {
	const said = proseWords();
	if (!said) return summaryOfEffect(rule);
	const effects = rule.clauses.flatMap((clause) => {
		if (clause.kind === 'earn') return [earnText(clause, said)];
		return clause.kind === 'multiply' ? [multiplierSentence(clause)] : [];
	});
	return effects.length === 0 ? said.nothing : effects.join(said.apart.others);
}

/** What an `earn` gives, in few words. */
export function earnSentence(earn: EarnClause): string {
	const said = proseWords();
	return said ? earnText(earn, said) : summaryOfEarn(earn);
}

function speechOfScope({ currency, numberFilters }: SentenceScope): Speech {
	return { currency: currency || null, numberFilters };
}

// ---------------------------------------------------------------- clauses

function statusOf({ clauses }: RuleDeclaration, said: ProseWords): ProsePart[] {
	const status = clauses.find((clause) => clause.kind === 'status');
	const isOff = status?.kind === 'status' && status.status.kind === 'word' && status.status.text === 'disabled';
	return isOff ? [partOf(said.disabled, status)] : [];
}

function sentencesOf(clauses: readonly RuleClause[], scope: SentenceScope, said: ProseWords): ProsePart[][] {
	const all = <K extends RuleClause['kind']>(kind: K) =>
		clauses.filter((clause): clause is Extract<RuleClause, { kind: K }> => clause.kind === kind);
	const listed = (message: string, place: string, parts: readonly ProsePart[], between = said.apart.others) =>
		parts.length === 0
			? []
			: around(
					message,
					place,
					apart(
						parts.map((each) => [each]),
						between,
					),
				);
	const conditions = all('when').flatMap((when) => when.conditions);
	const told = conditions.map((each) => partOf(conditionText(each, scope, said), each));
	const earns = all('earn').map((earn) => partOf(earnText(earn, said), earn));
	const multiplied = all('multiply').map((each) => partOf(multiplierSentence(each), each));
	const limits = all('limit').map((limit) => partOf(textOf(limitParts(limit)), limit));
	return [
		listed(said.when, 'conditions', told, said.apart.conditions),
		listed(said.earns, 'points', earns),
		listed(said.multiplies, 'targets', multiplied),
		earns.length + multiplied.length === 0 ? [{ text: said.nothing }] : [],
		listed(said.limits, 'limits', limits),
		...all('active').map((active) => around(said.active, 'dates', [partOf(textOf(activeParts(active)), active)])),
		...all('priority').map((priority) => {
			const { value, negative } = priority;
			const rank = value.kind === 'number' ? localDigits(`${negative ? '−' : ''}${value.digits}`) : '…';
			return around(said.priority, 'rank', [partOf(rank, priority)]);
		}),
		...all('exclusive').map((exclusive) => {
			const name =
				exclusive.set.kind === 'name' ? exclusive.set.text : expectedWords(exclusive.set.expected).replaceAll('`', '');
			return around(said.exclusive, 'name', [partOf(isolated(name), exclusive)]);
		}),
		...all('raw').map((raw) => [partOf(said.unread, raw)]),
	];
}

function conditionText(condition: Condition, scope: SentenceScope, said: ProseWords): string {
	if (isDrawn(condition)) return textOf(conditionParts(condition, scope));
	if (condition.kind === 'raw') return said.unread;
	const { title, one } = words.groups[condition.kind];
	const inner = condition.conditions.map((each) => isolated(conditionText(each, scope, said)));
	return formatMessage(said.group, {
		title: inner.length > 1 ? title : one,
		conditions: inner.join(said.apart.conditions) || '…',
	});
}

// ---------------------------------------------------------------- points

function earnText({ formula, every, atLeast, exempt, recipient }: EarnClause, said: ProseWords): string {
	const points = formulaText(formula, said);
	const filter = every?.filter.kind === 'name' ? every.filter.text : '…';
	const step = every?.step.kind === 'number' ? literalWords(every.step) : '…';
	const floor = atLeast?.kind === 'number' ? countPoints(groupDigits(atLeast.digits)) : '…';
	return [
		every ? formatMessage(said.bySteps, { points, step, filter }) : points,
		...(atLeast ? [says.atLeastPoints({ points: floor })] : []),
		...(exempt ? [says.withoutMultipliers] : []),
		...(recipient?.kind === 'word' ? [says.recipients[recipient.text]] : []),
	].join(words.comma);
}

// ---------------------------------------------------------------- texts

function partOf(text: string, node: { readonly span: Span } | undefined): ProsePart {
	return node ? { text, span: node.span } : { text };
}

function apart(parts: readonly (readonly ProsePart[])[], between: string): ProsePart[] {
	return parts.flatMap((part, index) => (index === 0 ? part : [{ text: between }, ...part]));
}

/** Stands in a message where parts belong; no keyboard writes it. */
const PLACE = '\uE000';

/** A message with parts in its place. */
function around(message: string, place: string, parts: readonly ProsePart[]): ProsePart[] {
	const [before = '', after = ''] = formatMessage(message, { [place]: PLACE }).split(PLACE);
	return [{ text: before }, ...parts, { text: after }].filter(({ text }) => text !== '');
}
