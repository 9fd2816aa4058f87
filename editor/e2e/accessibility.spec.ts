/** Every screen, in light and in dark: axe finds nothing. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './story.ts';
import { violations } from './violations.ts';

const RULE = '/programs/bluebird-cafe/rules/Lunch%20rush';

interface Screen {
	readonly name: string;
	readonly path: string;
	readonly ready: (page: Page) => Locator;
	/** What is done on the page before it is looked at. */
	readonly open?: (page: Page) => Promise<void>;
}

const screens: readonly Screen[] = [
	{
		name: 'the list of rules',
		path: '/programs/bluebird-cafe',
		ready: (page: Page) => page.getByRole('link', { name: 'Lunch rush' }),
	},
	{
		name: 'the templates',
		path: '/programs/bluebird-cafe',
		open: newRule,
		ready: (page: Page) => page.getByRole('list', { name: 'Templates' }),
	},
	{
		name: 'the questions of a template',
		path: '/programs/bluebird-cafe',
		open: async (page: Page) => {
			await newRule(page);
			await page.getByRole('button', { name: 'Happy hour' }).click();
		},
		ready: (page: Page) => page.getByText(/points by this rule$/),
	},
	{
		name: 'a search that means nothing, and finds nothing',
		path: '/programs/bluebird-cafe?search=is:paused%20zebra',
		ready: (page: Page) => page.getByRole('button', { name: 'Search for is:disabled' }),
	},
	{
		name: 'what a search may go on with',
		path: '/programs/bluebird-cafe',
		open: (page: Page) => page.getByRole('combobox', { name: 'Search rules' }).click(),
		ready: (page: Page) => page.getByRole('option', { name: /^uses:/ }),
	},
	{
		name: 'the palette',
		path: '/programs/bluebird-cafe',
		open: (page: Page) => page.getByRole('button', { name: /^Find anything/ }).click(),
		ready: (page: Page) => page.getByRole('option', { name: 'Lunch rush' }),
	},
	// Cards are drawn anew with what the sample comes to: before that they are not at rest.
	{ name: 'a rule on the canvas', path: RULE, ready: (page: Page) => page.getByText('Total points', { exact: true }) },
	{
		name: 'a rule on the canvas and as text',
		path: `${RULE}?view=split`,
		ready: (page: Page) => page.locator('.view-line').filter({ hasText: 'rule "Lunch rush" {' }),
	},
	{
		name: 'a rule as text',
		path: `${RULE}?view=text`,
		ready: (page: Page) => page.locator('.codelens-decoration').filter({ visible: true }).first(),
	},
	{
		name: 'the members',
		path: '/programs/bluebird-cafe/members',
		ready: (page: Page) => page.getByRole('link', { name: 'Bo Li' }),
	},
	{
		name: 'a member',
		path: '/programs/bluebird-cafe/members/GEN-M-11',
		ready: (page: Page) => page.getByRole('row').filter({ hasText: 'Hello again' }).first(),
	},
	{ name: 'the guide', path: '/docs', ready: (page: Page) => page.getByRole('heading', { name: 'Guide', level: 1 }) },
	{
		name: 'the problems',
		path: '/docs/problems',
		ready: (page: Page) => page.getByRole('heading', { name: 'Problems', level: 1 }),
	},
];

for (const { name, path, ready, open } of screens) {
	test(`${name}, in light and in dark`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(path);
		await open?.(page);
		await expect(ready(page)).toBeVisible();
		// A page at rest: what is still on its way may redraw it.
		await page.waitForLoadState('networkidle');
		const light = await paper(page);
		expect(await violations(page), 'in light').toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expect.poll(() => paper(page)).not.toBe(light);
		await expect(ready(page)).toBeVisible();
		await twoFrames(page);
		expect(await violations(page, 'contrast'), 'in dark').toEqual([]);
	});
}

/** The colour that everything stands on. */
function paper(page: Page): Promise<string> {
	return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** What is drawn by the program itself, such as the text's colours, follows in the next frame. */
function twoFrames(page: Page): Promise<void> {
	return page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

function newRule(page: Page): Promise<void> {
	return page.getByRole('button', { name: 'New rule', exact: true }).click();
}
