/** The text: it completes, explains, renames, finds, mends and lays out, and one history takes all of it back. */
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';

const PROGRAM = '/v1/programs/bluebird-cafe';
const RULE = '/programs/bluebird-cafe/rules/Lunch%20rush';

test('a rule is written with help, and everything is taken back by one history', async ({ page, request }) => {
	test.slow();
	const before = await draftText(request);
	// Monaco draws the lines in sight only: here the whole rule is.
	await page.setViewportSize({ width: 1_440, height: 1_400 });
	await page.goto(`${RULE}?view=split`);
	await expect(line(page, 'rule "Lunch rush" {')).toBeVisible();
	await expect(conditions(page)).not.toHaveCount(0);
	const conditionCount = await conditions(page).count();

	await test.step('a word that is begun is completed, with its places filled in one after the other', async () => {
		await line(page, /order\stype\sis/).click();
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.keyboard.type('spen');
		await expect(suggestion(page, 'spend')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(line(page, /^\s*spend\s"Eligible\sspend"\s>=\s\d+/)).toBeVisible();
		await expect(conditions(page)).toHaveCount(conditionCount + 1);
	});

	await test.step('after a blank what may follow is offered, and Enter still begins a line', async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.keyboard.type('tier is ');
		await expect(suggestion(page, 'Platinum')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(line(page, /^\s*tier\sis\s*$/)).toBeVisible();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Control+Shift+K');
		await page.keyboard.press('Control+Shift+K');
		await expect(line(page, /^\s*tier\sis\s*$/)).toBeHidden();
	});

	await test.step('a word says what it means', async () => {
		// Lines above declarations come when the text is at rest, and move it on beneath the pointer.
		await expect(async () => {
			await page.mouse.move(0, 0);
			await word(page, '"Food"').first().hover();
			await expect(page.locator('.monaco-hover').filter({ hasText: 'Cart filter' })).toBeVisible({ timeout: 3_000 });
		}).toPass();
	});

	await test.step('a filter leads to its declaration', async () => {
		await word(page, '"Food"').first().click();
		await page.keyboard.press('F12');
		const declared = before.slice(0, before.indexOf('filter "Food"')).split('\n').length;
		await expect(page.getByText(`Line ${declared}, column`, { exact: false })).toBeVisible();
	});

	await test.step('a filter is renamed in the whole program', async () => {
		await page.keyboard.press('F2');
		const name = page.getByRole('textbox', { name: /Rename input/ });
		await expect(name).toHaveValue('Food');
		await name.fill('Meals');
		await page.keyboard.press('Enter');
		await expect.poll(() => draftText(request)).toContain('earn "Meals" * 2 + 10');
		const renamed = await draftText(request);
		expect(renamed).toContain('filter "Meals" ');
		expect(renamed).toContain('earn "Meals" * 10%');
		expect(renamed).not.toContain('"Food"');
	});

	await test.step('the outline leads to a rule', async () => {
		await goTo(page, 'Lunch rush');
		await expect(line(page, 'rule "Lunch rush" {')).toBeVisible();
	});

	await test.step('a misspelt name is mended where it stands', async () => {
		await line(page, /earn\s"Meals"\s\*\s2/).click();
		await page.keyboard.press('End');
		await page.keyboard.type(' + "Meal"');
		await page.keyboard.press('Escape');
		await expect(page.locator('.squiggly-error').first()).toBeVisible();
		// The problem of the whole name, and not of what was there of it on the way.
		await expect(page.getByRole('region', { name: 'Canvas' }).getByText('There is no filter called')).toBeVisible();
		await page.keyboard.press('ArrowLeft');
		// Monaco takes the list back where it hears of the problems again just then.
		await expect(async () => {
			await page.keyboard.press('Control+.');
			await expect(page.getByRole('option', { name: /“Meals”/ }).first()).toBeVisible({ timeout: 3_000 });
		}).toPass();
		// The list takes the keys once it has the focus, a moment after it is seen.
		await expect(page.locator('.action-widget :focus')).toHaveCount(1);
		await page.keyboard.press('Enter');
		await expect(line(page, '+ "Meals"')).toBeVisible();
	});

	await test.step('the text is laid out when somebody says so', async () => {
		await line(page, /limit\s500/).click();
		await page.keyboard.press('Home');
		await page.keyboard.type('      ');
		await expect(line(page, /^\s{8}limit\s500/)).toBeVisible();
		await page.keyboard.press('Shift+Alt+F');
		await expect(line(page, /^\s{2}limit\s500/)).toBeVisible();
	});

	await test.step('one history takes everything back, and the canvas with it', async () => {
		const undo = page.getByRole('button', { name: 'Undo', exact: true });
		for (let step = 0; step < 99 && (await undo.getAttribute('aria-disabled')) === null; step++) await undo.click();
		await expect(conditions(page)).toHaveCount(conditionCount);
		await expect.poll(() => draftText(request), { message: 'the draft on the server' }).toBe(before);
	});
});

test('the keyboard finds its way out of the text', async ({ page }) => {
	await page.goto(`${RULE}?view=text`);
	await line(page, 'rule "Lunch rush" {').click();
	await expect(page.getByText('Press Ctrl M, then Tab to leave')).toBeVisible();
	await page.keyboard.press('Control+m');
	await expect(page.getByText('Tab now leaves the text').first()).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(page.locator('.monaco-editor.focused')).toHaveCount(0);
	await expect(page.locator(':focus')).not.toHaveAttribute('class', /monaco|inputarea|native-edit/);
});

test('the points of the sample stand behind what earns them, and can be put away', async ({ page }) => {
	await page.goto(`${RULE}?view=split`);
	// Monaco begins with hints and lines above declarations when the page is at rest.
	const withPoints = line(page, /earn\s"Food"\s\*\s2\s\+\s10\s*≈\s[\d,]+\spoints/);
	await expect(withPoints).toBeVisible({ timeout: 25_000 });
	await page.getByRole('button', { name: 'Hints on' }).click();
	await expect(line(page, /^\s*earn\s"Food"\s\*\s2\s\+\s10$/)).toBeVisible();
});

test('a rule of the whole text is shown on the canvas', async ({ page }) => {
	await page.goto('/programs/bluebird-cafe/text?at=0');
	await expect(line(page, /program\s"/)).toBeVisible();
	await goTo(page, 'Night owls');
	await page.locator('.codelens-decoration').getByText('Show on canvas').filter({ visible: true }).first().click();
	await expect(page.getByRole('region', { name: 'Conditions' })).toBeVisible();
});

test('what a draft changes is seen in the text, where it is published and beside the text', async ({ page, request }) => {
	await publish(request);
	const before = await draftText(request);
	await page.goto(`${RULE}?view=text`);
	await line(page, /priority\s20/).click();
	await page.keyboard.press('End');
	await page.keyboard.type('1');
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Publish' });
	await dialog.getByRole('button', { name: 'Show the text' }).click();
	const compared = dialog.getByRole('region', { name: 'The draft beside the version in force' });
	await expect(
		compared
			.locator('.view-line')
			.filter({ hasText: /priority\s201/ })
			.first(),
	).toBeVisible();
	await expect(compared.locator('.line-insert').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect.poll(() => draftText(request), { message: 'the draft on the server' }).toBe(before);

	await page.goto('/programs/bluebird-cafe/text?view=changes');
	await expect(page.getByText(/^Nothing has changed since version \d+\.$/)).toBeVisible();
});

const conditions = (page: Page): Locator => page.getByRole('region', { name: 'Conditions' }).getByRole('listitem');

/** A line of the text view; Monaco shows its blanks as no-break spaces, which count as blanks here. */
const line = (page: Page, text: string | RegExp): Locator =>
	page.getByRole('region', { name: 'Text' }).locator('.view-line').filter({ hasText: text }).first();

const word = (page: Page, text: string): Locator =>
	page.getByRole('region', { name: 'Text' }).locator('.view-line span span').getByText(text, { exact: true });

const suggestion = (page: Page, name: string): Locator =>
	page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: name }).first();

/** Goes to a declaration by the outline of the text. */
async function goTo(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Control+Shift+O');
	await page.keyboard.type(name);
	await expect(page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: name }).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.locator('.quick-input-widget')).toBeHidden();
}

/** Puts the draft in force, where stories before this have left one that is not. */
async function publish(request: APIRequestContext): Promise<void> {
	const { draft, hasUnpublishedChanges } = (await (await request.get(PROGRAM)).json()) as ProgramDetail;
	if (!hasUnpublishedChanges) return;
	const published = await request.post(`${PROGRAM}/versions`, { data: { draftRevision: draft.revision } });
	expect(published.status()).toBe(201);
}

async function draftText(request: APIRequestContext): Promise<string> {
	const response = await request.get(PROGRAM);
	return ((await response.json()) as ProgramDetail).draft.text;
}
