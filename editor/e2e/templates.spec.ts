/** A rule out of a template: found, asked for, seen in advance, and added in one step. */
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';

test('three answers make a rule and the cart filter that it counts', async ({ page, request }) => {
	await page.goto('/programs/bluebird-cafe');
	const draft = async () => ((await (await request.get('/v1/programs/bluebird-cafe')).json()) as ProgramDetail).draft.text;
	const before = await draft();
	const opener = page.getByRole('button', { name: 'New rule', exact: true });

	await test.step('arrow keys walk the gallery, and back leads to where one came from', async () => {
		await opener.click();
		await expect(page.getByRole('searchbox', { name: 'Search templates' })).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('button', { name: 'Buy several' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('combobox', { name: '1. Which items count?' })).toBeFocused();
		await page.getByRole('button', { name: 'All templates' }).click();
		await expect(page.getByRole('button', { name: 'Buy several' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(opener).toBeFocused();
	});

	await test.step('a fault is said where it is, and nothing is added', async () => {
		await opener.click();
		await page.keyboard.type('favourite');
		await page.keyboard.press('Enter');
		const each = page.getByRole('textbox', { name: '2. How many points for each unit of money?' });
		await each.fill('0');
		await page.getByRole('button', { name: 'Add rule' }).click();
		await expect(each).toBeFocused();
		await expect(each).toHaveAccessibleDescription('Give more than 0.');
		await each.fill('3');
	});

	await test.step('the sentence and the points follow', async () => {
		await page.getByRole('combobox', { name: '1. Which items earn?' }).click();
		await page.getByRole('option', { name: 'New cart filter…' }).click();
		await page.getByRole('textbox', { name: 'Name' }).fill('Anything to drink');
		await page.getByRole('textbox', { name: 'For a purchase of' }).fill('50');
		const preview = page.getByRole('complementary', { name: 'What it gives' });
		await expect(preview).toContainText('Members get 3 points for each AED of Anything to drink, at most 200 a visit.');
		await expect(preview).toContainText('150 points by this rule');
	});

	await test.step('one step adds both, and one step takes both back', async () => {
		await page.getByRole('button', { name: 'Add rule' }).dblclick();
		await expect(page.getByRole('heading', { name: 'Favourite items', level: 1 })).toBeVisible();
		await expect.poll(draft).toContain('filter "Anything to drink"');
		expect(await draft()).toContain('earn "Anything to drink" * 3');
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect.poll(draft).toBe(before);
	});
});
