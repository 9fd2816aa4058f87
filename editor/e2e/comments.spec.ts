/** What somebody wrote in the text stands on the cards, and is changed there. */
import { expect, test } from './story.ts';

const PROGRAM = '/v1/programs/bluebird-cafe';

test('a comment is changed, written and removed on its card', async ({ page, request }) => {
	const draft = async () => ((await (await request.get(PROGRAM)).json()) as { draft: { text: string } }).draft.text;
	const dialog = page.getByRole('dialog', { name: /^Comment on/ });
	const field = dialog.getByRole('textbox', { name: 'Comment' });
	const card = (name: RegExp) => page.getByRole('group', { name });
	await page.goto('/programs/bluebird-cafe/rules/Lunch%20rush');

	await test.step('the one above a clause', async () => {
		await card(/On Mon to Fri/).focus();
		await page.keyboard.press('m');
		await expect(field).toHaveValue(/^The weekend starts later/);
		await field.fill('Guests first.\nThen everybody.');
		await page.keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(card(/On Mon to Fri/)).toBeFocused();
		await expect(card(/On Mon to Fri/)).toContainText('Guests first. Then everybody.');
	});

	await test.step('the one behind a clause, by a press', async () => {
		await card(/spend is/)
			.getByRole('button', { name: /raised from 30/ })
			.click();
		await dialog.getByRole('textbox', { name: 'Behind it' }).fill('raised again');
		await dialog.getByRole('button', { name: 'Done' }).click();
		await expect(card(/spend is/)).toContainText('raised again');
	});

	await test.step('a new one, and none', async () => {
		await card(/^At most 500/).focus();
		await page.keyboard.press('m');
		await field.fill('The board wants it.');
		await page.keyboard.press('Escape');
		await expect(card(/^At most 500/)).toContainText('The board wants it.');
		await card(/On Mon to Fri/).focus();
		await page.keyboard.press('m');
		await dialog.getByRole('button', { name: 'Remove the comment' }).click();
		await expect(card(/On Mon to Fri/)).not.toContainText('Guests first.');
	});

	await expect.poll(draft).toContain('  // The board wants it.\n  limit 500 points per transaction');
	const text = await draft();
	expect(text).toContain('when {\n    on Mon to Fri');
	expect(text).toContain('spend "Food" >= 40          // raised again');
});
