import type { Day } from '#grammar';
import { print, printName, printNumber, printText } from '#grammar';
import { readDigits } from '../../canvas/digits.ts';
import { daysNode, timesNode } from '../../canvas/fragments.ts';
import { initialAnswers, someItems, WHOLE_BILL } from './answers.ts';
import { filterNode } from '../../canvas/filters/filter-draft.ts';
import { daysLater, type ProgramFacts } from './program-facts.ts';
import type { Answers, FilterAnswer, QuestionKind } from './questions.ts';
import { formatIsoDate } from '#compiler';

/** The templates of the gallery. */
export type TemplateId =
	| 'points-for-spend'
	| 'spend-and-get'
	| 'tier-bonus'
	| 'favourites'
	| 'buy-several'
	| 'double-day'
	| 'happy-hour'
	| 'season'
	| 'welcome'
	| 'birthday'
	| 'channel-bonus'
	| 'new-store';

/** What a program may lack. */
export type Lack = 'tiers' | 'channels' | 'stores';

/** What the answers make: the rule without its frame, and whether it stands in a campaign of its own. */
interface RuleParts {
	readonly conditions: readonly (string | null)[];
	/** Effects and limits. */
	readonly clauses: readonly (string | null)[];
	/** The dates, of the rule or of its campaign. */
	readonly active?: string;
	readonly inCampaign?: boolean;
}

/** A rule to begin with, and the three questions that make it somebody's own. */
export interface RuleTemplate {
	readonly id: TemplateId;
	readonly asks: readonly [QuestionKind, QuestionKind, QuestionKind];
	/** The answers to begin with, where those of the kind do not fit. */
	readonly initial?: (facts: ProgramFacts) => Partial<Answers>;
	/** What the program must have. */
	readonly needs?: Lack;
	readonly parts: (answers: Answers) => RuleParts;
}

/** The gallery: the everyday first. All of them can be published. */
export const templates: readonly RuleTemplate[] = [
	{
		id: 'points-for-spend',
		asks: ['filter', 'rate', 'cap'],
		parts: ({ filter, rate, cap }) => ({ conditions: [], clauses: [earnRate(rate, filter), limit(cap)] }),
	},
	{
		id: 'spend-and-get',
		asks: ['filter', 'amount', 'points'],
		parts: ({ filter, amount, points }) => ({
			conditions: [`spend ${named(filter)} >= ${digits(amount)}`],
			clauses: [earn(points)],
		}),
	},
	{
		id: 'tier-bonus',
		asks: ['tiers', 'filter', 'rate'],
		needs: 'tiers',
		parts: ({ tiers, filter, rate }) => ({ conditions: [is('tier', tiers)], clauses: [earnRate(rate, filter)] }),
	},
	{
		id: 'favourites',
		asks: ['filter', 'each', 'cap'],
		initial: (facts) => ({ filter: someItems(ofMoney(facts), facts), cap: '200' }),
		parts: ({ filter, each, cap }) => ({ conditions: [], clauses: [`earn ${named(filter)} * ${digits(each)}`, limit(cap)] }),
	},
	{
		id: 'buy-several',
		asks: ['items', 'count', 'points'],
		parts: ({ items, count, points }) => ({
			conditions: [`quantity ${named(items)} >= ${digits(count)}`],
			clauses: [earn(points)],
		}),
	},
	{
		id: 'double-day',
		asks: ['days', 'factor', 'part'],
		parts: ({ days, factor, part }) => ({ conditions: [onDays(days, null)], clauses: [multiply(factor, part)] }),
	},
	{
		id: 'happy-hour',
		asks: ['days', 'times', 'factor'],
		initial: () => ({ days: ['Mon', 'Tue', 'Wed', 'Thu'] }),
		parts: ({ days, times, factor }) => ({ conditions: [onDays(days, times)], clauses: [multiply(factor, null)] }),
	},
	{
		id: 'season',
		asks: ['dates', 'factor', 'part'],
		initial: ({ today }) => ({
			dates: { from: formatIsoDate(daysLater(today, 7)), until: formatIsoDate(daysLater(today, 20)) },
		}),
		parts: ({ dates, factor, part }) => ({
			conditions: [],
			clauses: [multiply(factor, part)],
			active: active(dates),
			inCampaign: true,
		}),
	},
	{
		id: 'welcome',
		asks: ['joining', 'points', 'least'],
		parts: ({ joining, points, least }) => ({
			conditions: [`days since joining <= ${digits(joining)}`, spends(least)],
			clauses: [earn(points)],
		}),
	},
	{
		id: 'birthday',
		asks: ['birthday', 'points', 'least'],
		initial: () => ({ points: '100' }),
		parts: ({ birthday, points, least }) => ({
			conditions: [`birthday ${birthday}`, spends(least)],
			clauses: [earn(points)],
		}),
	},
	{
		id: 'channel-bonus',
		asks: ['channels', 'least', 'points'],
		needs: 'channels',
		initial: () => ({ points: '15', least: '25' }),
		parts: ({ channels, least, points }) => ({
			conditions: [is('channel', channels), spends(least)],
			clauses: [earn(points)],
		}),
	},
	{
		id: 'new-store',
		asks: ['stores', 'dates', 'points'],
		needs: 'stores',
		initial: () => ({ points: '25' }),
		parts: ({ stores, dates, points }) => ({
			conditions: [`store is ${stores.map((id) => printText(id)).join(', ')}`],
			clauses: [earn(points)],
			active: active(dates),
		}),
	},
];

/** The answers that a template begins with in a program. */
export function answersFor(template: RuleTemplate, facts: ProgramFacts): Answers {
	return { ...initialAnswers(facts), ...template.initial?.(facts) };
}

/** What the program lacks for a template; null where it has everything. */
export function lackOf({ needs }: RuleTemplate, facts: ProgramFacts): Lack | null {
	if (needs === undefined) return null;
	const has = needs === 'stores' ? facts.stores.length : facts.scope[needs].length;
	return has > 0 ? null : needs;
}

/** The rule of a template under a name; with the campaign around it where it has one. */
export function ruleText(template: RuleTemplate, name: string, campaign: string, answers: Answers): string {
	const { conditions, clauses, active: dates, inCampaign = false } = template.parts(answers);
	const written = conditions.filter((condition) => condition !== null);
	const lines = [
		...(dates === undefined || inCampaign ? [] : [dates]),
		...(written.length === 0 ? [] : ['when {', ...written.map((condition) => `  ${condition}`), '}']),
		...clauses.filter((clause) => clause !== null),
	];
	const rule = block(`rule ${printText(name)}`, lines);
	if (!inCampaign || dates === undefined) return rule;
	return block(`campaign ${printText(campaign)}`, [dates, ...rule.split('\n')]);
}

/** A rule in which nothing is filled in. */
export function blankRule(name: string): string {
	return `rule ${printText(name)} {\n}`;
}

/** The declarations of the filters that the answers bring along. */
export function newFilters(template: RuleTemplate, answers: Answers): string[] {
	return filterAnswers(template, answers).flatMap((answer) =>
		answer.from === 'here' ? [print(filterNode({ ...answer.draft, name: answer.draft.name.trim() }))] : [],
	);
}

/** The answers of a template that are cart filters. */
export function filterAnswers({ asks }: RuleTemplate, answers: Answers): FilterAnswer[] {
	return asks.flatMap((kind) => {
		const answer = kind === 'filter' || kind === 'items' || kind === 'part' ? answers[kind] : null;
		return answer ? [answer] : [];
	});
}

/** What a filter answer is called. */
export function filterName(answer: FilterAnswer): string {
	return answer.from === 'here' ? answer.draft.name.trim() : answer.name;
}

function ofMoney({ filters }: ProgramFacts): ProgramFacts['filters'] {
	return filters.filter(({ counts }) => counts === 'money');
}

function block(head: string, lines: readonly string[]): string {
	return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

const named = (answer: FilterAnswer) => printText(filterName(answer));

const MOST_DECIMALS = 6;

/** A number as it is written in a program; what is typed was read before. */
function digits(typed: string): string {
	return printNumber({ kind: 'number', digits: readDigits(typed, MOST_DECIMALS) ?? '0', percent: false });
}

const earn = (points: string) => `earn ${digits(points)}`;

function earnRate({ points, every }: Answers['rate'], filter: FilterAnswer): string {
	return `earn ${digits(points)} for every ${digits(every)} of ${named(filter)}`;
}

function multiply(factor: string, part: FilterAnswer | null): string {
	return part ? `multiply points on ${named(part)} by ${digits(factor)}` : `multiply points by ${digits(factor)}`;
}

function limit(cap: string): string | null {
	if (cap.trim() === '') return null;
	const number = digits(cap);
	return `limit ${number} ${number === '1' ? 'point' : 'points'} per transaction`;
}

function spends(least: string): string | null {
	const number = digits(least);
	return Number(number) === 0 ? null : `spend ${printText(WHOLE_BILL)} >= ${number}`;
}

function is(what: string, names: readonly string[]): string {
	return `${what} is ${names.map((name) => printName(name)).join(', ')}`;
}

function onDays(days: readonly Day[], times: Answers['times'] | null): string | null {
	const node = daysNode(days);
	const said = node === 'any' ? 'any day' : node.map((range) => print(range)).join(', ');
	if (times?.from != null && times.until !== null) return `on ${said} ${print(timesNode(times.from, times.until))}`;
	return node === 'any' ? null : `on ${said}`;
}

function active({ from, until }: Answers['dates']): string {
	return ['active', from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ');
}
