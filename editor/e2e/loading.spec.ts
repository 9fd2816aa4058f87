/** The canvas does not wait for Monaco: it is fetched when a text is shown, or ahead for who has seen one before. */
import type { Page } from '@playwright/test';
import { expect, test } from './story.ts';

/** A class that Monaco's code and styles are full of. */
const MONACO = /monaco-editor/;

test('the canvas is drawn without Monaco, the text with it', async ({ page }) => {
	const monaco = watchFor(page, MONACO);
	await page.goto('/programs/bluebird-cafe');
	await page.getByRole('link', { name: 'Lunch rush' }).click();
	await expect(page.getByRole('region', { name: 'Conditions' })).toBeVisible();
	await page.getByRole('button', { name: 'Add condition', exact: true }).click();
	await expect(page.getByRole('option', { name: /^Tier/ })).toBeVisible();
	await page.keyboard.press('Escape');
	expect(await monaco()).toEqual([]);

	await page.getByRole('radiogroup', { name: 'View' }).getByText('Text').click();
	await expect(page.locator('.view-line').first()).toBeVisible();
	expect(await monaco()).not.toEqual([]);
});

test('who has used the text before gets it ahead of its use', async ({ page }) => {
	const rule = '/programs/bluebird-cafe/rules/Lunch%20rush';
	await page.goto(`${rule}?view=text`);
	await expect(page.locator('.view-line').first()).toBeVisible();
	const monaco = watchFor(page, MONACO);
	await page.goto(rule);
	await expect(page.getByRole('region', { name: 'Conditions' })).toBeVisible();
	await expect.poll(async () => (await monaco()).length).toBeGreaterThan(0);
});

test('who opens a rule by its address has its program and its scripts fetched at once, and only once', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	const program = '/v1/programs/bluebird-cafe';
	const isWanted = (path: string) => path.startsWith(program) || path.startsWith('/assets/rule-screen-');
	// The page's own script is held back until all is asked for that it would ask for later.
	await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
		await expect.poll(() => asked.filter(isWanted).length).toBe(4);
		await route.continue();
	});
	await page.goto('/programs/bluebird-cafe/rules/Lunch%20rush', { waitUntil: 'commit' });
	await expect(page.getByRole('region', { name: 'Conditions' })).toBeVisible();
	const found = asked.filter(isWanted);
	expect(found.toSorted()).toEqual([...new Set(found)].toSorted());
	expect(found).toEqual(expect.arrayContaining([program, `${program}/catalog`]));
});

/** Answers with the addresses of the scripts and styles so far that contain something. */
function watchFor(page: Page, what: RegExp): () => Promise<string[]> {
	const found: Promise<string | null>[] = [];
	page.on('response', (response) => {
		if (!['script', 'stylesheet'].includes(response.request().resourceType())) return;
		found.push(
			response.text().then(
				(text) => (what.test(text) ? response.url() : null),
				() => null,
			),
		);
	});
	return async () => (await Promise.all(found)).filter((url) => url !== null);
}
