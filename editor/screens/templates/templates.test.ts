import { describe, expect, it } from 'vitest';
import { type Catalog, openSnapshot } from '#compiler';
import { applyEdits } from '#grammar';
import { planOperations } from '#compiler/edits';
import { emptyDraft } from '../../canvas/filters/filter-draft.ts';
import { faultIn } from './answers.ts';
import { draftRule, type DraftedRule } from './draft-rule.ts';
import { factsOf } from './program-facts.ts';
import type { Answers, QuestionKind } from './questions.ts';
import { pictureParts } from './picture-parts.ts';
import { templatesFor } from './find-templates.ts';
import { samplePoints } from './template-sample.ts';
import { answersFor, blankRule, lackOf, type RuleTemplate, type TemplateId, templates } from './templates.ts';

const today = { year: 2026, month: 2, day: 4 };
const catalog: Catalog = {
	stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Express', city: 'Dubai' }],
	items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: 1_800 }],
};
const bare = 'program "P" {\n  currency AED\n  timezone "Asia/Dubai"\n  channels app, web\n  order types pickup\n}\n';
/** One point for every dirham, which multipliers can multiply. */
const rich = `${bare}
tiers by lifetime points {
  tier Bronze from 0 { }
  tier Gold from 100 { }
}

filter "The \\"best\\" food" = items in category "Food"

rule "Every dirham" {
  earn "Total without fees, taxes and tip" * 1
}

rule "Best" { when { spend "The \\"best\\" food" > 1_000_000 } earn 1 }
`;

const programs = { bare, rich };

function open(text: string, known: Catalog | null = catalog) {
	const program = openSnapshot(text, { catalog: known, today });
	return { program, facts: factsOf(program, known, today) };
}

const find = (id: string) => templates.find((template) => template.id === id) as RuleTemplate;

function drafted(text: string, template: RuleTemplate, said: Partial<Answers> = {}): DraftedRule {
	const { program, facts } = open(text);
	const answer = draftRule(program, template, { ...answersFor(template, facts), ...said });
	if (!answer.ok) throw new Error(answer.reason);
	return answer.drafted;
}

/** What a purchase of so many dirhams earns: by the rule alone, and in all. */
function points(text: string, template: RuleTemplate, dirhams: number, said: Partial<Answers> = {}) {
	const { program, facts } = open(text);
	const answers = { ...answersFor(template, facts), ...said };
	const found = samplePoints(program, drafted(text, template, said), template, answers, dirhams * 100, catalog, today);
	return [found?.added, found?.units];
}

it('are twelve, each with three questions of its own', () => {
	expect(templates).toHaveLength(12);
	expect(new Set(templates.map(({ id }) => id)).size).toBe(12);
	for (const { asks } of templates) expect(new Set(asks).size).toBe(3);
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
	it.each(Object.keys(programs) as (keyof typeof programs)[])('begins with answers that fit, in a %s program', (name) => {
		const { facts } = open(programs[name]);
		if (lackOf(template, facts) === 'tiers') return;
		const answers = answersFor(template, facts);
		for (const kind of template.asks) expect([kind, faultIn(kind, answers, facts)]).toEqual([kind, null]);
		const { problems, compilation } = drafted(programs[name], template);
		expect(problems).toEqual([]);
		expect(compilation.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('is one edit that takes nothing from the text', () => {
		const { program } = open(rich);
		const { operations, compilation } = drafted(rich, template);
		const planned = planOperations(rich, program.document, operations, 'Add');
		expect(planned.ok && applyEdits(rich, planned.edits)).toBe(compilation.source);
		for (const line of rich.split('\n')) expect(compilation.source).toContain(line);
		// A program that is indented with blanks gets no tab.
		expect(compilation.source).not.toContain('\t');
	});

	it('says its rule in a sentence', () => {
		expect(drafted(rich, template).sentence).toMatch(/^[A-Z].*\.$/);
	});
});

/** What each gives with its first answers for a purchase of 100 dirhams, besides 100 that any purchase earns. */
const given: Readonly<Record<TemplateId, number>> = {
	'points-for-spend': 10,
	'spend-and-get': 50,
	'tier-bonus': 10,
	favourites: 200,
	'buy-several': 50,
	'double-day': 100,
	'happy-hour': 100,
	season: 100,
	welcome: 50,
	birthday: 100,
	'channel-bonus': 15,
	'new-store': 25,
};

it.each(Object.entries(given))('%s gives %i for a hundred dirhams', (id, added) => {
	expect(points(rich, find(id), 100)).toEqual([added, added + 100]);
});

/** Answers at the edge of what is taken, with what 100 dirhams then earn by the rule. */
const atTheEdge: readonly (readonly [TemplateId, Partial<Answers>, number])[] = [
	['points-for-spend', { rate: { points: '1', every: '0.01' }, cap: '' }, 10_000],
	['points-for-spend', { rate: { points: '1,000', every: '1' }, cap: '1' }, 1],
	['points-for-spend', { rate: { points: '1', every: '100.01' } }, 0],
	['spend-and-get', { amount: '100.01' }, 0],
	['spend-and-get', { amount: '0.01', points: '1_000_000' }, 1_000_000],
	['tier-bonus', { tiers: ['Bronze', 'Gold'] }, 10],
	['favourites', { each: '0.0001', cap: '' }, 0],
	['favourites', { each: '1000', cap: '1000000000' }, 100_000],
	['favourites', { each: '0.25', cap: '20' }, 20],
	['buy-several', { count: '2', points: '1' }, 1],
	['double-day', { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], factor: '1.01' }, 1],
	['double-day', { factor: '100' }, 9_900],
	['happy-hour', { times: { from: 22 * 60, until: 2 * 60 } }, 100],
	['happy-hour', { times: { from: 0, until: 1440 }, days: ['Sun'] }, 100],
	['season', { dates: { from: '2026-02-04', until: '2026-02-04' } }, 100],
	['season', { dates: { from: '', until: '2030-12-31' }, factor: '3' }, 200],
	['welcome', { joining: '1', least: '100' }, 50],
	['welcome', { joining: '3650', least: '100.01' }, 0],
	['birthday', { birthday: 'today' }, 100],
	['birthday', { birthday: 'this month', least: '0' }, 100],
	['channel-bonus', { channels: ['app', 'web'], least: '' }, 15],
	['new-store', { dates: { from: '2026-02-04', until: '' } }, 25],
];

it.each(atTheEdge)('%s with %j is clean, and gives %i', (id, said, added) => {
	const { facts } = open(rich);
	const template = find(id);
	const answers = { ...answersFor(template, facts), ...said };
	for (const kind of template.asks) expect([kind, faultIn(kind, answers, facts)]).toEqual([kind, null]);
	expect(drafted(rich, template, said).problems).toEqual([]);
	expect(points(rich, template, 100, said)).toEqual([added, added + 100]);
});

it('narrows a multiplier to what a filter chooses', () => {
	const part = { from: 'program', name: 'The "best" food' } as const;
	expect(points(rich, find('double-day'), 100, { part })).toEqual([100, 200]);
});

it('brings a new filter along, in the same edit', () => {
	const draft = { ...newDraft('Tea'), include: [{ by: 'item' as const, names: ['KARAK'] }] };
	const { compilation, operations } = drafted(bare, find('favourites'), { filter: { from: 'here', draft } });
	expect(operations.map(({ kind }) => kind)).toEqual(['add-filter', 'add-rule']);
	expect(compilation.source).toContain('filter "Tea" = items in item "KARAK"');
	expect(points(bare, find('favourites'), 10, { filter: { from: 'here', draft } })).toEqual([20, 20]);
});

it('buys within the business day, which may begin after midnight', () => {
	const late = rich.replace('order types pickup', 'order types pickup\n  day starts 04:00');
	const said: Partial<Answers> = { days: ['Fri'], times: { from: 2 * 60, until: 3 * 60 } };
	expect(points(late, find('happy-hour'), 100, said)).toEqual([100, 200]);
});

it('says what the server could not record', () => {
	const every = { ...find('welcome'), parts: () => ({ conditions: ['purchase number is 1'], clauses: ['earn 1'] }) };
	expect(drafted(rich, every).problems.map(({ code }) => code)).toEqual(['not-recorded-yet']);
});

it('gives its campaign a name that no other has', () => {
	const text = `${rich}campaign "Campaign weeks" { active until 2030-01-01 }\n`;
	expect(drafted(text, find('season')).compilation.source).toContain('campaign "Campaign weeks 2"');
});

it('says why nothing is given', () => {
	const { program, facts } = open(bare);
	const template = find('double-day');
	const found = samplePoints(program, drafted(bare, template), template, answersFor(template, facts), 100, catalog, today);
	expect(found).toMatchObject({ units: 0, added: 0 });
	expect(found?.whyNot).toContain('multiply');
});

it('says what a program lacks', () => {
	const { facts } = open('program "P" { currency AED timezone "Asia/Dubai" }', null);
	const lacks = templates.flatMap((template) => lackOf(template, facts) ?? []);
	expect(lacks).toEqual(['tiers', 'channels', 'stores']);
});

it.each<readonly [QuestionKind, Partial<Answers>, RegExp]>([
	['points', { points: '' }, /whole number/],
	['points', { points: '0' }, /more than 0/],
	['points', { points: '1.5' }, /whole number/],
	['points', { points: '1000001' }, /1,000,000 or less/],
	['amount', { amount: '1.999' }, /at most 2 decimals/],
	['factor', { factor: '1' }, /more than 1/],
	['count', { count: '1' }, /2 or more/],
	['joining', { joining: '0' }, /1 or more/],
	['rate', { rate: { points: '1', every: '0' } }, /more than 0/],
	['rate', { rate: { points: 'x', every: '1' } }, /whole number/],
	['cap', { cap: '0' }, /more than 0/],
	['filter', { filter: { from: 'program', name: 'Gone' } }, /no such/],
	['items', { items: { from: 'here', draft: newDraft('') } }, /name/],
	['part', { part: { from: 'here', draft: newDraft('Tea') } }, /Choose what it counts/],
	['tiers', { tiers: [] }, /at least one tier/],
	['days', { days: [] }, /at least one day/],
	['times', { times: { from: 60, until: 60 } }, /different/],
	['times', { times: { from: 60, until: null } }, /both/],
	['dates', { dates: { from: '', until: '' } }, /at least one/],
	['dates', { dates: { from: '2026-03-02', until: '2026-03-01' } }, /before the first/],
	['dates', { dates: { from: '', until: '2026-02-03' } }, /over already/],
])('finds the fault in %s: %j', (kind, said, fault) => {
	const { facts } = open(rich);
	expect(faultIn(kind, { ...answersFor(find('points-for-spend'), facts), ...said }, facts)).toMatch(fault);
});

it('draws what each rule is made of', () => {
	const drawn = templates.map((template) => {
		const { dates, conditions, effect, counts, limit } = pictureParts(template);
		return [template.id, dates && 'dates', ...conditions, effect, counts && 'filter', limit && 'limit']
			.filter(Boolean)
			.join(' ');
	});
	expect(drawn).toEqual([
		'points-for-spend 1/10 filter limit',
		'spend-and-get spend +50',
		'tier-bonus tier 1/10 filter',
		'favourites 2× filter limit',
		'buy-several quantity +50',
		'double-day day-time ×2',
		'happy-hour day-time ×2',
		'season dates ×2',
		'welcome member-fact +50',
		'birthday birthday +100',
		'channel-bonus channel spend +15',
		'new-store dates store +25',
	]);
});

it.each([
	['', 12],
	['birth', 1],
	['TIER bonus', 1],
	['days after joining', 1],
	['nothing like it', 0],
])('finds for %j %i templates', (search, count) => {
	expect(templatesFor(search)).toHaveLength(count);
});

it('adds a blank rule under any name', () => {
	const text = blankRule('Say "hi" \\ there');
	expect(openSnapshot(`${bare}${text}`).problems.map(({ code }) => code)).toEqual(['no-effect']);
});

function newDraft(name: string) {
	return { ...emptyDraft(name) };
}
