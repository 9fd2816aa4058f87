import { epochDay, formatIsoDate, parseIsoDate, unreachable } from '#compiler';
import { emptyDraft, type FilterDraft, whyNotYet } from '../../canvas/filters/filter-draft.ts';
import { readDigits } from '../../canvas/digits.ts';
import { daysLater, type ProgramFacts, type UsableFilter } from './program-facts.ts';
import type { Answers, FilterAnswer, QuestionKind } from './questions.ts';
import { words } from './words.ts';

/** The built-in filter that every program has and most mean. */
export const WHOLE_BILL = 'Total without fees, taxes and tip';

/** The numbers of each kind of question: their decimals where they are not the currency's or the points', and their bounds. */
const numbers = {
	points: { least: 0, most: 1_000_000, mayBeLeast: false },
	each: { least: 0, most: 1_000, mayBeLeast: false },
	factor: { least: 1, most: 100, mayBeLeast: false },
	count: { least: 2, most: 1_000, mayBeLeast: true },
	joining: { least: 1, most: 3_650, mayBeLeast: true },
	amount: { least: 0, most: 1_000_000_000, mayBeLeast: false },
	least: { least: 0, most: 1_000_000_000, mayBeLeast: true },
	cap: { least: 0, most: 1_000_000_000, mayBeLeast: false },
} as const;

/** The kinds of questions that a number answers. */
export type NumberKind = keyof typeof numbers;

/** Says whether a plain number answers a question. */
export function isNumberKind(kind: QuestionKind): kind is NumberKind {
	return kind in numbers;
}

/** How many decimals an answer may have. */
export function decimalsFor(kind: NumberKind, { currencyDecimals, pointDecimals }: ProgramFacts): number {
	const decimals: Readonly<Record<NumberKind, number>> = {
		points: pointDecimals,
		cap: pointDecimals,
		amount: currencyDecimals,
		least: currencyDecimals,
		each: 4,
		factor: 2,
		count: 0,
		joining: 0,
	};
	return decimals[kind];
}

/** What stands in the form before anything is answered: what fits the program at hand. */
export function initialAnswers(facts: ProgramFacts): Answers {
	const { scope, today, stores } = facts;
	const money = facts.filters.find(({ counts }) => counts === 'money');
	return {
		points: '50',
		each: '2',
		rate: { points: '1', every: '10' },
		factor: '2',
		count: '3',
		joining: '30',
		amount: '100',
		least: '',
		cap: '500',
		filter: { from: 'program', name: money?.name ?? WHOLE_BILL },
		items: someItems(facts.filters, facts),
		part: null,
		tiers: scope.tiers.slice(-1),
		channels: [scope.channels.find((name) => name === 'app') ?? scope.channels[0]].filter((name) => name !== undefined),
		stores: stores.slice(0, 1).map(({ id }) => id),
		days: ['Fri'],
		times: { from: 15 * 60, until: 18 * 60 },
		dates: { from: formatIsoDate(today), until: formatIsoDate(daysLater(today, 27)) },
		birthday: 'within 3 days',
	};
}

/** The first filter that chooses items; a new one of the catalogue's first category where there is none. */
export function someItems(filters: readonly UsableFilter[], { scope }: ProgramFacts): FilterAnswer {
	const declared = filters.find(({ choosesItems }) => choosesItems);
	if (declared) return { from: 'program', name: declared.name };
	const [category] = scope.categories;
	return { from: 'here', draft: draftOfCategory(category ?? null) };
}

/** A new filter of a category; an empty one without it. */
export function draftOfCategory(category: string | null): FilterDraft {
	if (category === null) return emptyDraft('');
	return { ...emptyDraft(category), include: [{ by: 'category', names: [category] }] };
}

/** What is wrong with an answer, as a sentence; null where it can be used. */
export function faultIn(kind: QuestionKind, answers: Answers, facts: ProgramFacts): string | null {
	if (isNumberKind(kind)) return faultInNumber(kind, answers[kind], facts);
	switch (kind) {
		case 'rate':
			return faultInNumber('points', answers.rate.points, facts) ?? faultInNumber('amount', answers.rate.every, facts);
		case 'filter':
		case 'items':
			return faultInFilter(answers[kind], facts);
		case 'part':
			return answers.part && faultInFilter(answers.part, facts);
		case 'tiers':
		case 'channels':
		case 'stores':
		case 'days':
			return answers[kind].length === 0 ? words.faults[kind] : null;
		case 'times':
			return faultInTimes(answers.times);
		case 'dates':
			return faultInDates(answers.dates, facts);
		case 'birthday':
			return null;
		default:
			return unreachable(kind);
	}
}

function faultInNumber(kind: NumberKind, typed: string, facts: ProgramFacts): string | null {
	if (typed.trim() === '' && (kind === 'least' || kind === 'cap')) return null;
	const decimals = decimalsFor(kind, facts);
	const digits = readDigits(typed, decimals);
	if (digits === null) return words.faults.notNumber({ decimals });
	const { least, most, mayBeLeast } = numbers[kind];
	const value = Number(digits);
	if (value < least || (value === least && !mayBeLeast))
		return mayBeLeast ? words.faults.atLeast({ least }) : words.faults.moreThan({ least });
	return value > most ? words.faults.atMost({ most }) : null;
}

function faultInFilter(answer: FilterAnswer, facts: ProgramFacts): string | null {
	if (answer.from === 'here') return whyNotYet(answer.draft, facts.scope.filters);
	return facts.scope.filters.includes(answer.name) ? null : words.faults.filter;
}

function faultInTimes({ from, until }: Answers['times']): string | null {
	if (from === null || until === null) return words.faults.times;
	return from === until || from === 1440 ? words.faults.sameTimes : null;
}

function faultInDates({ from, until }: Answers['dates'], { today }: ProgramFacts): string | null {
	const [first, last] = [parseIsoDate(from), parseIsoDate(until)];
	if (!first && !last) return words.faults.dates;
	if (first && last && epochDay(last) < epochDay(first)) return words.faults.datesTurned;
	return last && epochDay(last) < epochDay(today) ? words.faults.datesOver : null;
}
