import { compile, type PlanRule } from '#compiler';
import { describe, expect, it } from 'vitest';
import { bluebird } from '../index.ts';

const today = { year: 2026, month: 11, day: 22 };
const epochDay = Date.UTC(2026, 10, 22) / 86_400_000;
const { plan, problems } = compile(bluebird.programText, { today });
const rules = plan?.rules ?? [];

const isOver = ({ dates: { until } }: PlanRule) => until !== null && until.day <= epochDay;
const isToCome = ({ dates: { from } }: PlanRule) => from !== null && from.day > epochDay;
const names = (chosen: readonly PlanRule[]) => chosen.map(({ name }) => name);

describe('the demo program', () => {
	it('has one thing to be criticised: a rule whose dates are over', () => {
		expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning dates-over']);
	});

	it('has something for each tab of the list of rules', () => {
		expect(names(rules.filter(({ enabled }) => !enabled))).toEqual(['Kiosk trial']);
		expect(names(rules.filter(isOver))).toEqual(['Ramadan nights']);
		expect(names(rules.filter(isToCome))).toEqual(['Ten years of Bluebird']);
		expect(rules.filter((rule) => rule.enabled && !isOver(rule) && !isToCome(rule)).length).toBeGreaterThanOrEqual(12);
	});

	it('uses every kind of condition', () => {
		const kinds = new Set(rules.flatMap(({ conditions }) => conditions.map(({ kind }) => kind)));
		expect([...kinds].sort((a, b) => a.localeCompare(b))).toEqual([
			'always',
			'birthday',
			'channel',
			'day-time',
			'order-type',
			'spend',
			'store',
			'tier',
		]);
	});

	it('uses every kind of filter, the built-in ones among them', () => {
		const used = new Set(
			rules.flatMap(({ conditions }) => conditions.flatMap((each) => (each.kind === 'spend' ? [each.filter] : []))),
		);
		const builtIn = ['Total with fees, taxes and tip', 'Total without fees, taxes and tip'];
		const indexes = builtIn.map((name) => plan?.filters.findIndex((filter) => filter.name === name));
		expect(indexes.filter((index) => index === undefined || !used.has(index))).toEqual([]);
		const modes = new Set(plan?.filters.map((filter) => (filter.kind === 'items' ? filter.mode : filter.kind)));
		expect(modes).toEqual(new Set(['total', 'in', 'not in', 'all']));
	});
});
