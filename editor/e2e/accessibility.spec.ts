/** The documentation, in light and in dark: axe finds nothing. The editor's own states are looked at in `pictures.spec.ts`. */
import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';
import { violations } from './violations.ts';

const pages = [
	{ path: '/docs', title: 'Guide' },
	{ path: '/docs/problems', title: 'Problems' },
] as const;

for (const { path, title } of pages) {
	test(`${title}, in light and in dark`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(path);
		await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
		const light = await paper(page);
		expect(await violations(page), 'in light').toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expect.poll(() => paper(page)).not.toBe(light);
		expect(await violations(page, 'colours'), 'in dark').toEqual([]);
	});
}

/** The colour that everything stands on. */
function paper(page: Page): Promise<string> {
	return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
