/** Cards go from rule to rule, and from browser to browser, as their text. */
import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';

const RULES = '/programs/bluebird-cafe/rules';
const card = (page: Page, name: RegExp) => page.getByRole('group', { name });
const onClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('a card is copied as text into another rule, in another browser too', async ({ page, browser, baseURL }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${RULES}/Lunch%20rush`);
	const spend = card(page, /^Condition .*spend is/);
	await spend.focus();
	await page.keyboard.press('Control+c');
	await expect.poll(() => onClipboard(page)).toMatch(/^spend "/);
	const text = await onClipboard(page);

	await test.step('into another rule', async () => {
		await page.goto(`${RULES}/Hello%20again`);
		await card(page, /^Every purchase/).focus();
		await page.keyboard.press('Control+v');
		await expect(spend).toBeFocused();
		await expect(page.getByRole('dialog')).toBeHidden();
	});

	await test.step('by the menu, with a comment', async () => {
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(spend).toBeHidden();
		await page.evaluate((clause) => navigator.clipboard.writeText(`// large ones\n${clause}`), text);
		await card(page, /^Every purchase/)
			.getByRole('button', { name: /^More for/ })
			.click();
		await page.getByRole('menuitem', { name: 'Paste' }).click();
		await expect(spend).toContainText('large ones');
	});

	await test.step('and what is no clause is refused in words', async () => {
		await page.evaluate(() => navigator.clipboard.writeText('See you tomorrow!'));
		await spend.focus();
		await page.keyboard.press('Control+v');
		await expect(page.getByRole('region', { name: 'Canvas' }).getByRole('alert')).toContainText(
			'Nothing was pasted. See you tomorrow! is no condition',
		);
	});

	await test.step('in another browser', async () => {
		const other = await browser.newPage({ ...(baseURL && { baseURL }) });
		await other.goto(`${RULES}/Hello%20again`);
		await card(other, /^Every purchase/).focus();
		await page.bringToFront();
		await spend.focus();
		await page.keyboard.press('Control+c');
		await expect.poll(() => onClipboard(page)).toMatch(/^\/\/ large ones\n/);
		await other.bringToFront();
		await other.keyboard.press('Control+v');
		await expect(card(other, /^Condition .*spend is/).last()).toContainText('large ones');
		await other.close();
	});
});
