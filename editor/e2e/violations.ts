import axe from 'axe-core';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules that axe leaves out unless they are asked for. */
const MORE_RULES = ['label-content-name-mismatch', 'css-orientation-lock'];
/** What can differ between light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * One line for each element that breaks a rule of accessibility: what is wrong, where, and what axe says about it. All rules are
 * asked for, or those of colours alone: nothing else differs between light and dark. With `within`, a selector, the elements that
 * it finds are looked at, and the rest of the page is not.
 */
export async function violations(
	page: Page,
	asked: 'everything' | 'colours' = 'everything',
	within: string | null = null,
): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const options: axe.RunOptions = {
		resultTypes: ['violations'],
		...(asked === 'everything'
			? {
					runOnly: { type: 'tag', values: TAGS },
					rules: Object.fromEntries(MORE_RULES.map((rule) => [rule, { enabled: true }])),
				}
			: { runOnly: { type: 'rule', values: COLOUR_RULES } }),
	};
	const found = await page.evaluate(
		async ({ context, asking }) => {
			const runner = (window as unknown as { axe: typeof axe }).axe;
			return (await runner.run(context === null ? document : context, asking)).violations;
		},
		{ context: within, asking: options },
	);
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
	);
}
