import {
	cartOf,
	type Catalog,
	type Compilation,
	dateOfEpochDay,
	epochDay,
	evaluateReference,
	type Explanation,
	filterAmounts,
	type Line,
	type LocalDate,
	localToInstant,
	newcomer,
	parseIsoDate,
	type Plan,
	stateOf,
	type Transaction,
	weekdayName,
} from '#compiler';
import { whyNotWords } from '../../canvas/reason-words.ts';
import { conditionSentences } from '../../canvas/rule-sentence.ts';
import { barePurchase } from '../../preview/bare-purchase.ts';
import { WHOLE_BILL } from './answers.ts';
import type { DraftedRule } from './draft-rule.ts';
import type { Answers, QuestionKind } from './questions.ts';
import { filterAnswers, filterName, type RuleTemplate } from './templates.ts';

/** What a purchase that fits a drafted rule earns. */
export interface SamplePoints {
	/** Points of the whole purchase, in point units. */
	readonly units: number;
	/** How many of them would not be there without the rule. */
	readonly added: number;
	readonly pointDecimals: number;
	/** Why the rule gives nothing, in sentences; null where it gives something. */
	readonly whyNot: string | null;
	/** The local day and minute of the purchase. */
	readonly date: LocalDate;
	readonly minute: number;
}

/** A purchase, in the program's own local time. */
interface Occasion {
	readonly date: LocalDate;
	readonly minute: number;
}

const NOON = 12 * 60;
/** How long a member who answers to nothing about joining has been one. */
const LONG_AGO_DAYS = 400;

/**
 * What a purchase of some money earns with a drafted rule and without it, by the evaluator that the preview of a rule uses. The
 * purchase answers to the rule's conditions where it can: its day and hour, its member, its place and what is bought.
 */
export function samplePoints(
	before: Compilation,
	{ name, compilation }: DraftedRule,
	template: RuleTemplate,
	answers: Answers,
	spentMinor: number,
	catalog: Catalog | null,
	today: LocalDate,
): SamplePoints | null {
	const plan = compilation.healthyPlan;
	if (!plan) return null;
	const asked = (kind: QuestionKind) => template.asks.includes(kind);
	const occasion = occasionOf(template, answers, plan, today);
	const sale = saleOf(template, answers, plan, spentMinor, catalog, occasion);
	if (!sale) return null;
	const member = {
		id: 'sample',
		tier: asked('tiers') ? (answers.tiers[0] ?? null) : (plan.tiers?.steps[0]?.name ?? null),
		birthDate: asked('birthday') ? { ...occasion.date, year: occasion.date.year - 30 } : null,
		joinedDate: dateOfEpochDay(epochDay(occasion.date) - (asked('joining') ? 0 : LONG_AGO_DAYS)),
	};
	const evaluated = (each: Plan) => evaluateReference(each, sale, stateOf(each, newcomer(each, member)));
	const after = evaluated(plan);
	const units = unitsOf(after);
	const trace = after.rules.find((rule) => rule.name === name);
	return {
		units,
		added: units - (before.healthyPlan ? unitsOf(evaluated(before.healthyPlan)) : 0),
		pointDecimals: plan.program.pointDecimals,
		whyNot: trace?.whyNot ? whyNotWords(plan, trace, conditionSentences(name, compilation.document, catalog)) : null,
		...occasion,
	};
}

function unitsOf({ outcome }: Explanation): number {
	return outcome.kind === 'awarded' ? outcome.totalUnits : 0;
}

function occasionOf({ asks }: RuleTemplate, answers: Answers, { program }: Plan, today: LocalDate): Occasion {
	const minute = asks.includes('times') ? (answers.times.from ?? NOON) : NOON;
	if (asks.includes('dates')) return { date: dateWithin(answers.dates, today), minute };
	if (!asks.includes('days')) return { date: today, minute };
	// Before the business day begins, the hour belongs to the day before.
	const shift = minute < program.dayStartsMinute ? 1 : 0;
	const first = epochDay(today);
	const wanted = [0, 1, 2, 3, 4, 5, 6].find((later) => answers.days.includes(weekdayName(first + later)));
	return { date: dateOfEpochDay(first + (wanted ?? 0) + shift), minute };
}

function dateWithin({ from, until }: Answers['dates'], today: LocalDate): LocalDate {
	const [first, last] = [parseIsoDate(from), parseIsoDate(until)];
	if (first && epochDay(first) > epochDay(today)) return first;
	return last && epochDay(last) < epochDay(today) ? last : today;
}

function saleOf(
	template: RuleTemplate,
	answers: Answers,
	plan: Plan,
	spentMinor: number,
	catalog: Catalog | null,
	{ date, minute }: Occasion,
): Transaction | null {
	const { program } = plan;
	const atMs = localToInstant(date, minute, program.timezone);
	if (atMs === null) return null;
	const asked = (kind: QuestionKind) => template.asks.includes(kind);
	const store = asked('stores') ? (answers.stores[0] ?? null) : (catalog?.stores[0]?.id ?? null);
	const sale: Transaction = {
		...barePurchase([]),
		member: 'sample',
		atMs,
		store,
		chain: catalog?.stores.find(({ id }) => id === store)?.chain ?? null,
		channel: asked('channels') ? (answers.channels[0] ?? null) : (program.channels[0] ?? null),
		orderType: program.orderTypes[0] ?? null,
	};
	const [filter] = filterAnswers(template, answers);
	const counted = filter ? filterName(filter) : WHOLE_BILL;
	const quantity = asked('items') ? Number(answers.count) * 1_000 : 1_000;
	return { ...sale, lines: [fittingLine(plan, counted, sale, linesToTry(plan, catalog, spentMinor, quantity))] };
}

/** The line of which a filter counts most. */
function fittingLine(plan: Plan, counted: string, sale: Transaction, lines: readonly Line[]): Line {
	const filter = plan.filters.findIndex(({ name }) => name === counted);
	const amount = (line: Line) => filterAmounts(plan, cartOf({ ...sale, lines: [line] }))[filter] ?? 0;
	return lines.reduce((best, line) => (amount(line) > amount(best) ? line : best));
}

/** One line without an item, one for every name that a filter chooses by, and one for every item of the catalogue. */
function linesToTry({ filters }: Plan, catalog: Catalog | null, amountMinor: number, quantityThousandths: number): Line[] {
	const bare: Line = { sku: '', category: null, subcategory: null, combo: null, quantityThousandths, amountMinor };
	const selectors = filters.flatMap((filter) => (filter.kind === 'items' ? filter.selectors : []));
	const named = selectors.flatMap(({ by, names }) =>
		names.map((name): Line => (by === 'item' ? { ...bare, sku: name } : { ...bare, [by]: name })),
	);
	const items = (catalog?.items ?? []).map(
		({ sku, category, subcategory }): Line => ({ ...bare, sku, category, subcategory }),
	);
	return [bare, ...named, ...items];
}
