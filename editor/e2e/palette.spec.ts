/** Everything within reach of one key: rules, screens and commands. */
import { expect, test } from './story.ts';

test('the palette leads to rules, views, commands and screens by the keyboard alone', async ({ page }) => {
	await page.goto('/programs/bluebird-cafe');
	await expect(page.getByRole('link', { name: 'Lunch rush' })).toBeVisible();
	const field = page.getByRole('combobox', { name: 'Find a rule, a screen or a command' });
	const find = async (typed: string) => {
		await page.keyboard.press('Control+k');
		await expect(field).toBeFocused();
		await page.keyboard.type(typed);
	};

	await find('lunr');
	await expect(page.getByRole('option', { selected: true })).toHaveText('Lunch rush');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Lunch rush', level: 1 })).toBeVisible();

	await find('canvas text');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/view=split/);

	await find('new rule');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'New rule' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog', { name: 'New rule' })).toBeHidden();

	await find('uses:"Coffee"');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('combobox', { name: 'Search rules' })).toHaveValue('uses:"Coffee"');
	await expect(page.getByRole('table', { name: 'All' }).getByRole('link')).toHaveText(['First coffee', 'Quiet afternoons']);

	await find('publish');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Publish' })).toBeVisible();
});
