/** No word is lost: without a net, across a reload, and where two people change one draft. */
import type { APIRequestContext, Page } from '@playwright/test';
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';
import { violations } from './violations.ts';

const TEXT = `program "Shared" {
  currency AED
  timezone "Asia/Dubai"
  channels app, web
}

// Ours.
rule "First" {
  when { channel is app }
  earn 1
}

rule "Second" {
  earn 2
}
`;
const MINE = TEXT.replace('channel is app', 'channel is not app');
const THEIRS = TEXT.replace('earn 2', 'earn 3');
const BOTH = MINE.replace('earn 2', 'earn 3');

test.describe('without a net', () => {
	test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

	test('what was changed is there after a reload, and saved once the net is back', async ({ page, context, request }) => {
		await open(page, request, 'offline');
		await context.setOffline(true);
		await change(page);
		await expect(page.getByText('Not saved', { exact: true })).toBeVisible({ timeout: 15_000 });
		page.on('dialog', (dialog) => void dialog.accept());
		await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
		expect(await draftText(request, 'offline')).toBe(TEXT);

		await context.setOffline(false);
		await page.goto(addressOf('offline'));
		await expect(page.getByRole('group', { name: /Channel is not app/ })).toBeVisible();
		await expect.poll(() => draftText(request, 'offline'), { message: 'the draft on the server' }).toBe(MINE);
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect(page.getByRole('group', { name: /Channel is app/ })).toBeVisible();
	});
});

test.describe('where somebody else saved meanwhile', () => {
	test.use({ expected: [/409/] });

	test('theirs is taken, and undo brings mine back', async ({ page, request }) => {
		await conflict(page, request, 'theirs');
		await answer(page, 'Load theirs');
		await expect(page.getByRole('group', { name: /Channel is app/ })).toBeVisible();
		expect(await draftText(request, 'theirs')).toBe(THEIRS);
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect.poll(() => draftText(request, 'theirs')).toBe(MINE);
	});

	test('mine is kept', async ({ page, request }) => {
		await conflict(page, request, 'mine');
		await answer(page, 'Keep mine and save it over theirs');
		await expect.poll(() => draftText(request, 'mine')).toBe(MINE);
	});

	test('both are taken, and undo leads back to mine alone', async ({ page, request }) => {
		await conflict(page, request, 'both');
		expect(await violations(page, 'everything', '[role="alert"]')).toEqual([]);
		await answer(page, 'Take the changes of both');
		await expect.poll(() => draftText(request, 'both')).toBe(BOTH);
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect.poll(() => draftText(request, 'both')).toBe(MINE);
	});

	test('a reload in the middle of the choice leaves the choice', async ({ page, request }) => {
		await conflict(page, request, 'reloaded');
		page.on('dialog', (dialog) => void dialog.accept());
		await page.reload();
		await expect(page.getByRole('group', { name: /Channel is not app/ })).toBeVisible();
		await answer(page, 'Take the changes of both');
		await expect.poll(() => draftText(request, 'reloaded')).toBe(BOTH);
	});
});

const addressOf = (id: string) => `/programs/${id}/rules/First`;

async function open(page: Page, request: APIRequestContext, id: string): Promise<void> {
	const made = await request.post('/v1/programs', { data: { id, text: TEXT } });
	expect(made.status()).toBe(201);
	await page.goto(addressOf(id));
	await expect(page.getByRole('group', { name: /Channel is app/ })).toBeVisible();
	await page.waitForLoadState('networkidle');
}

/** Turns the condition into its opposite by its key. */
async function change(page: Page): Promise<void> {
	await page.getByRole('group', { name: /Channel is app/ }).focus();
	await page.keyboard.press('n');
	await expect(page.getByRole('group', { name: /Channel is not app/ })).toBeVisible();
}

async function conflict(page: Page, request: APIRequestContext, id: string): Promise<void> {
	await open(page, request, id);
	const saved = await request.put(`/v1/programs/${id}/draft`, { data: { text: THEIRS, baseRevision: 1 } });
	expect(saved.ok()).toBe(true);
	await change(page);
	await expect(alert(page)).toBeVisible();
	expect(await draftText(request, id)).toBe(THEIRS);
}

const alert = (page: Page) => page.getByRole('alert', { name: 'Somebody else saved this draft' });

async function answer(page: Page, name: string): Promise<void> {
	await alert(page).getByRole('button', { name }).click();
	await expect(alert(page)).toBeHidden();
}

async function draftText(request: APIRequestContext, id: string): Promise<string> {
	const response = await request.get(`/v1/programs/${id}`);
	expect(response.ok()).toBe(true);
	return ((await response.json()) as ProgramDetail).draft.text;
}
