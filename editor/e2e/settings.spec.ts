/** All that a program says besides its rules, changed by its fields: the text says it, comments stay, and undo brings back every letter. */
import type { APIRequestContext } from '@playwright/test';
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';

const TEXT = `// What we are.
program "Corner" {
  currency AED   // dirham
  timezone "Asia/Dubai"
  channels app, kiosk
}

filter "Food" = items in category "Food"

// The lunch.
rule "Lunch" {
  when { channel is kiosk }
  earn "Food" * 2   // twice
}
`;

test('settings are edits of the text, one step each, and undo brings every letter back', async ({ page, request }) => {
	const made = await request.post('v1/programs', { data: { id: 'corner', text: TEXT } });
	expect(made.status()).toBe(201);
	const settings = '/programs/corner/settings';
	const field = (name: string) => page.getByRole('textbox', { name, exact: true });

	await page.goto(settings);
	await test.step('a channel is renamed wherever it is used, and another one is added, by keys', async () => {
		await field('Rename kiosk').fill('counter');
		await page.keyboard.press('Enter');
		await field('Rename app').fill('mobile');
		await field('Rename counter').click();
		await expect(field('Rename counter')).toBeFocused();
		await field('New channel').fill('web');
		await page.keyboard.press('Enter');
		await expect(field('New channel')).toHaveValue('');
	});
	await test.step('what is used stays', async () => {
		const remove = page.getByRole('button', { name: 'Remove counter' });
		await expect(remove).toHaveAttribute('aria-disabled', 'true');
	});
	await test.step('a limit of the program is added and changed', async () => {
		await page.getByRole('button', { name: 'Add a limit' }).click();
		await field('At most so many points').fill('700');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('region', { name: 'Limit 1' })).toBeVisible();
	});
	await test.step('a cart filter is made, and another one renamed with the rule that uses it', async () => {
		await page.getByRole('link', { name: 'Cart filters' }).click();
		await page.getByRole('button', { name: 'Food', exact: true }).click();
		await field('Name').fill('Meals');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'New filter' }).click();
		const form = page.getByRole('region', { name: 'New cart filter' });
		await form.getByRole('textbox', { name: 'Name', exact: true }).fill('All');
		await form.getByText('Receipt', { exact: true }).click();
		await page.getByRole('button', { name: 'Create filter' }).click();
		await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveAttribute('aria-expanded', 'true');
	});
	await test.step('a campaign takes the rule in, with its comment', async () => {
		await page.getByRole('link', { name: 'Campaigns and sets' }).click();
		await page.getByRole('button', { name: 'New campaign', exact: true }).click();
		await page.getByRole('combobox', { name: 'Move a rule into the campaign' }).click();
		await page.getByRole('option', { name: 'Lunch' }).click();
		await expect(page.getByRole('link', { name: 'Lunch', exact: true })).toBeVisible();
	});
	await test.step('the text says all of it, and what nobody touched stays as it is', async () => {
		const wanted = [
			'channels mobile, counter, web',
			'channel is counter',
			'limit 700 points per',
			'filter "All" = total',
			'campaign "New campaign"',
			'// The lunch.',
			'earn "Meals" * 2   // twice',
			'currency AED   // dirham',
		];
		const missing = async () => {
			const text = await draftText(request);
			return wanted.filter((part) => !text.includes(part));
		};
		await expect.poll(missing).toEqual([]);
	});
	await test.step('undo brings every letter back', async () => {
		const undo = page.getByRole('button', { name: 'Undo', exact: true });
		for (let step = 0; step < 9; step++) await undo.click();
		await expect(undo).toHaveAttribute('aria-disabled', 'true');
		await expect.poll(() => draftText(request)).toBe(TEXT);
	});
});

async function draftText(request: APIRequestContext): Promise<string> {
	const reply = await request.get('v1/programs/corner');
	return ((await reply.json()) as ProgramDetail).draft.text;
}
