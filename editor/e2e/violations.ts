import axe from 'axe-core';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One line for each element that breaks a rule of accessibility: what is wrong, where, and what axe says about it. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found = await page.evaluate(async (tags) => {
		const runner = (window as unknown as { axe: typeof axe }).axe;
		return (await runner.run({ runOnly: { type: 'tag', values: tags } })).violations;
	}, TAGS);
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
	);
}
