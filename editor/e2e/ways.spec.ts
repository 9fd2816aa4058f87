/** One piece of work by clicks alone, without a drag. */
import type { APIRequestContext, Page } from '@playwright/test';
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';

const PROGRAM = '/v1/programs/bluebird-cafe';
const HOME = '/programs/bluebird-cafe';

test('a rule is made and published by clicks alone', async ({ page, request }) => {
	await page.goto(HOME);
	await page.getByRole('button', { name: 'New rule', exact: true }).click();
	await blank(page).click();
	await add(page, 'Add condition', /^Tier/);
	await done(page);
	await add(page, 'Add condition', /^Days and times/);
	await page.getByRole('button', { name: 'Add alternative' }).click();
	await done(page);
	await add(page, 'Add condition', /^Spend/);
	await page.getByRole('textbox', { name: 'Cart filter' }).click();
	await page.getByRole('option', { name: 'Create a cart filter…' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Tea by hand');
	await names(page).fill('Drinks');
	await names(page).press('Enter');
	await page.getByRole('button', { name: 'Create filter' }).click();
	await done(page);
	await add(page, 'What do members get?', /^Points for full steps/);
	await add(page, /^No limit/, /^Points in one transaction/);
	await done(page);
	await expect(card(page, /Tea by hand spend is at least/)).toBeVisible();
	await publishes(page, request, async () => {
		await page.getByRole('button', { name: 'Publish', exact: true }).click();
		await page.getByRole('button', { name: /^Publish version/ }).click();
	});
});

const card = (page: Page, name: RegExp) => page.getByRole('group', { name });
const blank = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Blank/ });
const names = (page: Page) => page.getByRole('combobox', { name: 'Include: names 1' });

async function add(page: Page, button: string | RegExp, option: RegExp): Promise<void> {
	await page.getByRole('button', { name: button }).click();
	await page.getByRole('option', { name: option }).click();
}

const done = (page: Page) => page.getByRole('button', { name: 'Done' }).click();

/** The version in force is a new one, and has the rule with everything in it. */
async function publishes(page: Page, request: APIRequestContext, publish: () => Promise<void>): Promise<void> {
	const before = (await program(request)).published?.version ?? 0;
	await publish();
	await expect(page.getByRole('dialog', { name: 'Publish' })).toBeHidden();
	const { published, draft } = await program(request);
	expect(published?.version).toBe(before + 1);
	const name = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
	const rule = draft.text.slice(draft.text.indexOf(`rule "${name}"`));
	for (const clause of [
		/tier is Platinum/,
		/on Mon to Fri between 11:00 and 14:00 or on Sat, Sun/,
		/spend "Tea by hand" >= 50/,
		/earn 1 for every 10 of "/,
		/limit 500 points per transaction/,
	]) {
		expect(rule).toMatch(clause);
	}
	expect(draft.text).toMatch(/filter "Tea by hand" += items in category "Drinks"/);
}

async function program(request: APIRequestContext): Promise<ProgramDetail> {
	const response = await request.get(PROGRAM);
	expect(response.ok()).toBe(true);
	return (await response.json()) as ProgramDetail;
}
