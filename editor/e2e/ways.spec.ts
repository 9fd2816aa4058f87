/** One piece of work three ways: by the keyboard alone, by clicks alone, and in the outline alone. */
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';

const PROGRAM = '/v1/programs/bluebird-cafe';
const HOME = '/programs/bluebird-cafe';
/** What the keyboard may take for the whole of it. */
const MOST_PRESSES = 120;

test('a rule is made and published by the keyboard alone', async ({ page, request }) => {
	const keys = new Keys(page);
	await page.goto(HOME);
	await expect(page.getByRole('heading', { name: 'Rules', level: 1 })).toBeVisible();

	await test.step('a blank rule', async () => {
		await keys.tabTo(page.getByRole('button', { name: 'New rule', exact: true }));
		await keys.press('Enter');
		await keys.tabTo(blank(page), 'Shift+Tab');
		await keys.press('Enter');
		await expect(card(page, /^Every purchase/)).toBeFocused();
	});

	await test.step('a tier, and two alternatives of days', async () => {
		await keys.press('a');
		await keys.choose('tier');
		await keys.leave(/^Edit: Tier/);
		await expect(card(page, /Tier is Platinum/)).toBeFocused();
		await keys.press('a');
		await keys.choose('days and');
		await keys.tabTo(page.getByRole('button', { name: 'Add alternative' }));
		await keys.press('Enter');
		await keys.leave(/^Edit: On Mon to Fri/);
		await expect(card(page, /On Mon to Fri, 11:00–14:00 or Sat, Sun/)).toBeFocused();
	});

	await test.step('a cart filter on the way', async () => {
		await keys.press('a');
		await keys.choose('spend');
		const field = page.getByRole('textbox', { name: 'Cart filter' });
		await keys.tabTo(field, 'Shift+Tab');
		await keys.type('Tea');
		await keys.press('Enter');
		await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
		await keys.tabTo(names(page));
		await keys.type('Drinks');
		await keys.press('Enter');
		await keys.tabTo(page.getByRole('button', { name: 'Create filter' }), 'Shift+Tab');
		await keys.press('Enter');
		await expect(page.getByRole('button', { name: 'Create filter' })).toBeHidden();
		await keys.leave(/^Edit: Tea/);
		await expect(card(page, /Tea spend is at least/)).toBeFocused();
	});

	await test.step('points and a limit', async () => {
		await keys.press('ArrowRight');
		await keys.press('Enter');
		await keys.choose('full');
		await expect(card(page, /^Earn 1 point for every 10/)).toBeFocused();
		await keys.press('ArrowRight');
		await keys.press('Enter');
		await expect(page.getByRole('option').first()).toBeVisible();
		await keys.press('Enter');
		await keys.leave(/^Edit: At most/);
		await expect(card(page, /^At most 500 points per transaction/)).toBeFocused();
	});

	await test.step('what the sample earns', async () => {
		await keys.press('Control+Enter');
		await expect(card(page, /^Points of this rule/)).toBeFocused();
	});

	await publishes(page, request, async () => {
		await keys.tabTo(page.getByRole('button', { name: 'Publish', exact: true }), 'Shift+Tab');
		await keys.press('Enter');
		await keys.tabTo(page.getByRole('button', { name: /^Publish version \d+$/ }));
		await keys.press('Enter');
	});
	expect(keys.count).toBeLessThanOrEqual(MOST_PRESSES);
});

test('a rule is made and published by clicks alone', async ({ page, request }) => {
	await page.goto(HOME);
	const rules = async () => (await program(request)).draft.text.match(/^\s*rule "/gm)?.length ?? 0;
	const before = await rules();
	await page.getByRole('button', { name: 'New rule', exact: true }).click();
	// The second click of a double one adds no second rule.
	await blank(page).dblclick();
	await add(page, /^Add condition$/, /^Tier/);
	await done(page);
	await add(page, /^Add condition$/, /^Days and times/);
	await page.getByRole('button', { name: 'Add alternative' }).click();
	await done(page);
	await add(page, /^Add condition$/, /^Spend/);
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
	await expect.poll(rules).toBe(before + 1);
	await publishes(page, request, async () => {
		await page.getByRole('button', { name: 'Publish', exact: true }).click();
		await page.getByRole('button', { name: /^Publish version \d+$/ }).click();
	});
});

test('a rule is made and published in the outline alone', async ({ page, request }) => {
	const keys = new Keys(page);
	await page.goto(HOME);
	await page.getByRole('button', { name: 'New rule', exact: true }).click();
	await blank(page).click();
	await page.getByRole('button', { name: 'Outline' }).click();
	const tree = page.getByRole('tree', { name: /^Outline of the rule/ });
	const line = (name: string | RegExp) => tree.getByRole('treeitem', { name });
	const addAt = async (name: string, search: string) => {
		await line(name).focus();
		await keys.press('Enter');
		await keys.choose(search);
	};
	await addAt('Add condition', 'tier');
	await keys.leave(/^Edit: Tier/);
	await expect(line(/Tier is Platinum/)).toBeFocused();
	await keys.press('o');
	await keys.choose('days and');
	await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: 'Add alternative' }));
	await keys.press('Enter');
	await keys.leave(/^Edit: On Mon to Fri/);
	await expect(line(/^Condition 1 of 1, Any of these/)).toBeVisible();
	await expect(line(/^Condition 2 of 2, On Mon to Fri/)).toBeFocused();
	await addAt('Add condition', 'spend');
	await keys.tabTo(page.getByRole('textbox', { name: 'Cart filter' }), 'Shift+Tab');
	await keys.type('Mint');
	await keys.press('Enter');
	await keys.tabTo(names(page));
	await keys.type('Drinks');
	await keys.press('Enter');
	await keys.tabTo(page.getByRole('button', { name: 'Create filter' }), 'Shift+Tab');
	await keys.press('Enter');
	await expect(page.getByRole('button', { name: 'Create filter' })).toBeHidden();
	await keys.leave(/^Edit: Mint/);
	await expect(line(/Mint is at least|Mint spend is at least/)).toBeFocused();
	await addAt('Add points or a multiplier', 'full');
	await addAt('Add limit', 'one transaction');
	await keys.leave(/^Edit: At most/);
	await expect(line(/^At most 500 points per transaction/)).toBeFocused();
	await keys.press('Control+Enter');
	await expect(line(/^Points of this rule/)).toBeFocused();
	await publishes(page, request, async () => {
		await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
		await page.getByRole('button', { name: /^Publish version \d+$/ }).press('Enter');
	});
});

/** The keyboard, and how often it was pressed. */
class Keys {
	count = 0;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	async press(key: string): Promise<void> {
		this.count++;
		await this.#page.keyboard.press(key);
	}

	async type(text: string): Promise<void> {
		for (const character of text) await this.press(character === ' ' ? 'Space' : character);
	}

	/** Types into the search of a list that is open, and takes the first that is found. */
	async choose(search: string): Promise<void> {
		await expect(this.#page.getByRole('option').first()).toBeVisible();
		await expect(this.#page.locator('input[placeholder="Search"]:focus')).toHaveCount(1);
		await this.type(search);
		await this.press('Enter');
	}

	/** Leaves a picker, once it is there. */
	async leave(name: RegExp): Promise<void> {
		const dialog = this.#page.getByRole('dialog', { name });
		// It has the focus once it is there to be left.
		await expect(dialog.locator(':focus')).toHaveCount(1);
		await this.press('Escape');
		await expect(dialog).toBeHidden();
	}

	/** Presses a key until something has the focus; the focus must not be lost on the way. */
	async tabTo(target: Locator, key = 'Tab', most = 30): Promise<void> {
		await expect(target).toBeVisible();
		for (let step = 0; step < most; step++) {
			if (await target.evaluate((element) => element === document.activeElement)) return;
			await this.press(key);
		}
		await expect(target).toBeFocused();
	}
}

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
		/spend "(Tea|Tea by hand|Mint)" >= 50/,
		/earn 1 for every 10 of "/,
		/limit 500 points per transaction/,
	]) {
		expect(rule).toMatch(clause);
	}
	expect(draft.text).toMatch(/filter "(Tea|Tea by hand|Mint)" += items in category "Drinks"/);
}

async function program(request: APIRequestContext): Promise<ProgramDetail> {
	const response = await request.get(PROGRAM);
	expect(response.ok()).toBe(true);
	return (await response.json()) as ProgramDetail;
}
