/** All that a program says besides its rules, changed by its fields: the text says it, comments stay, and undo brings back every letter. */
import type { APIRequestContext } from '@playwright/test';
import type { ProgramDetail, VersionList } from '#server/contract';
import { expect, test } from './story.ts';
import { violations } from './violations.ts';

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

const PROMISE = `${TEXT}
test "Lunch at the kiosk" {
  purchase at 2026-02-07 12:30 { channel kiosk  item "SALAD" category "Food" 1 x 10.00 }
  expect "Lunch" earns 30
}
`;

test.describe('a draft whose test fails', () => {
	test.use({ expected: [/422.*\/programs\/promise\/versions/] });

	test('is published by the button that says so, and by no other', async ({ page, request }) => {
		const made = await request.post('v1/programs', { data: { id: 'promise', text: PROMISE } });
		expect(made.status()).toBe(201);
		// Tests that take for ever: who runs them is never answered.
		await page.route(/tests\.worker/, () => {});
		await page.goto('/programs/promise/settings');
		await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Another');
		await page.keyboard.press('Enter');
		const open = () => page.getByRole('button', { name: 'Publish', exact: true }).click();
		const publish = page.getByRole('button', { name: /^Publish version 1/ });
		const despite = 'Publish version 1 despite 1 failing test';
		const failing = page.getByRole('button', { name: 'The test Lunch at the kiosk fails' });

		await test.step('the server refuses what was not tested yet, and the dialog offers another way', async () => {
			await open();
			await expect(publish).toHaveText('Publish version 1');
			await publish.click();
			await expect(publish).toHaveText(despite);
			// Who clicked twice meant what the button said at first.
			await publish.dispatchEvent('click', { detail: 2 });
			await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
			await expect(failing).toContainText('expected Lunch to earn 30; it earned 20.');
			expect(await violations(page, 'everything', '[role="dialog"]')).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await violations(page, 'colours', '[role="dialog"]')).toEqual([]);
			expect((await versions(request)).length).toBe(0);
		});
		await test.step('of a text that is another one by now nothing was said', async () => {
			await page.keyboard.press('ControlOrMeta+z');
			await expect(publish).toHaveText('Publish version 1');
			await expect(failing).toBeHidden();
			await publish.click();
			await expect(publish).toHaveText(despite);
		});
		await test.step('what fails leads to its place', async () => {
			await failing.click();
			await expect(page.getByRole('dialog')).toBeHidden();
			await expect(page.locator('.monaco-editor')).toBeVisible();
		});
		await test.step('what fails here is known before the server is asked', async () => {
			await page.unroute(/tests\.worker/);
			await open();
			await expect(publish).toHaveText(despite);
			await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
			await publish.click();
			await expect(page.getByRole('dialog')).toBeHidden();
			expect((await versions(request)).length).toBe(1);
		});
	});
});

async function versions(request: APIRequestContext): Promise<VersionList['versions']> {
	const reply = await request.get('v1/programs/promise/versions');
	return ((await reply.json()) as VersionList).versions;
}

async function draftText(request: APIRequestContext): Promise<string> {
	const reply = await request.get('v1/programs/corner');
	return ((await reply.json()) as ProgramDetail).draft.text;
}
