import axe from 'axe-core';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * One line for each element that breaks a rule of accessibility: what is wrong, where, and what axe says about it. All rules are
 * asked for, or contrast alone: nothing else differs between light and dark.
 */
export async function violations(page: Page, asked: 'everything' | 'contrast' = 'everything'): Promise<string[]> {
	await page.evaluate(axe.source);
	const runOnly: axe.RunOnly =
		asked === 'everything' ? { type: 'tag', values: TAGS } : { type: 'rule', values: ['color-contrast'] };
	const found = await page.evaluate(async (only) => {
		const runner = (window as unknown as { axe: typeof axe }).axe;
		return (await runner.run({ runOnly: only })).violations;
	}, runOnly);
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
	);
}
