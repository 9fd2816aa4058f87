/** The main story: draw, write, take back, publish, buy, and see the points. */
import type { APIRequestContext, Page } from '@playwright/test';
import type { MemberDetail, MemberList, ProgramDetail, Receipt, TransactionWire } from '#server/contract';
import { expect, test } from './story.ts';

const PROGRAM = '/v1/programs/bluebird-cafe';
const RULE = 'Two new corners';
/** The last condition of the rule as it stands in the text, with its comment. */
const LAST_CONDITION = /^ {4}spend "Menu price" >= 50 +\/\/ a voucher .*\n/m;
const NEW_CONDITION = '    tier is Platinum\n';

test('a rule is drawn, written, taken back, published, and pays', async ({ page, request }) => {
	const before = await draftText(request);
	const withCondition = before.replace(LAST_CONDITION, (line) => line + NEW_CONDITION);
	const withBoth = withCondition.replace('earn 25\n', 'earn 40\n');

	await test.step('open the demo', async () => {
		await page.goto('/');
		await expect(page.getByRole('heading', { name: 'Rules', level: 1 })).toBeVisible();
		await page.getByRole('link', { name: RULE }).click();
		await expect(page.getByRole('heading', { name: RULE })).toBeVisible();
		await expect(conditions(page)).toHaveCount(2);
	});

	await test.step('add a condition by clicking on the canvas', async () => {
		await page.getByRole('button', { name: 'Add condition', exact: true }).click();
		await page.getByRole('option', { name: /^Tier/ }).click();
		await expect(conditions(page)).toHaveCount(3);
		await expect(page.getByRole('group', { name: 'Condition 3 of 3, Tier is Platinum' })).toBeVisible();
	});

	await test.step('the text gains exactly that line, and every comment is still there', async () => {
		await page.getByRole('radiogroup', { name: 'View' }).getByText('Split').click();
		await expect(textLine(page, 'tier is Platinum')).toBeVisible();
		await expect(textLine(page, '// a voucher must not keep a new guest out')).toBeVisible();
		await expectDraft(request, withCondition);
	});

	await test.step('type a change in the text, and the card follows', async () => {
		const points = page.getByRole('region', { name: 'Points', exact: true });
		await expect(points.getByRole('button', { name: 'Number 25' })).toBeVisible();
		await textLine(page, /^\s*earn\s25(?!\d)/).click();
		await page.keyboard.press('End');
		await page.keyboard.press('Backspace');
		await page.keyboard.press('Backspace');
		await page.keyboard.type('40');
		await expect(points.getByRole('button', { name: 'Number 40' })).toBeVisible();
		await expectDraft(request, withBoth);
	});

	await test.step('undo both, and do them again', async () => {
		await pressUntilSpent(page, 'Undo');
		await expect(conditions(page)).toHaveCount(2);
		await expect(page.getByRole('button', { name: 'Number 25' })).toBeVisible();
		await expectDraft(request, before);
		await pressUntilSpent(page, 'Redo');
		await expect(conditions(page)).toHaveCount(3);
		await expectDraft(request, withBoth);
	});

	await test.step('publish', async () => {
		await page.getByRole('button', { name: 'Publish', exact: true }).click();
		const dialog = page.getByRole('dialog', { name: 'Publish' });
		await expect(dialog.getByRole('list', { name: 'What changes' })).toContainText(RULE);
		await dialog.getByRole('button', { name: 'Publish version 2', exact: true }).click();
		await expect(dialog).toBeHidden();
		const program = await getJson<ProgramDetail>(request, PROGRAM);
		expect(program.published?.version).toBe(2);
	});

	await test.step('post a transaction, and see the points on the member', async () => {
		const member = await memberInTier(request, 'Platinum');
		const receipt = await buy(request, member.id);
		expect(receipt.version).toBe(2);
		// 40 for the rule, and Platinum lifts everything by half.
		expect(receipt.awards).toContainEqual({ source: 'rule', name: RULE, points: 60, wanted: 60 });

		await page.getByRole('navigation', { name: 'Program' }).getByRole('link', { name: 'Members' }).click();
		await page.getByRole('searchbox', { name: 'Search members' }).fill(member.id);
		await expect(page.getByText('1 member', { exact: true })).toBeVisible();
		await page.getByRole('link', { name: member.name ?? member.id }).click();
		const row = page.getByRole('row').filter({ hasText: RULE }).filter({ hasText: receipt.transaction });
		await expect(row).toContainText('+60');
		const balance = (member.balance + receipt.points).toLocaleString('en-GB');
		await expect(page.getByRole('definition').filter({ hasText: balance }).first()).toBeVisible();
	});
});

const conditions = (page: Page) => page.getByRole('region', { name: 'Conditions' }).getByRole('listitem');

/** A line of the text view; Monaco shows its blanks as no-break spaces, which count as blanks here. */
const textLine = (page: Page, text: string | RegExp) =>
	page.getByRole('region', { name: 'Text' }).locator('.view-line').filter({ hasText: text });

async function pressUntilSpent(page: Page, name: 'Undo' | 'Redo'): Promise<void> {
	const button = page.getByRole('button', { name, exact: true });
	// Typing may have become one step or a few.
	for (let step = 0; step < 6 && (await button.getAttribute('aria-disabled')) === null; step++) await button.click();
	await expect(button).toHaveAttribute('aria-disabled', 'true');
}

async function getJson<T>(request: APIRequestContext, path: string): Promise<T> {
	const response = await request.get(path);
	expect(response.ok(), `${path} ${response.status()}`).toBe(true);
	return (await response.json()) as T;
}

async function draftText(request: APIRequestContext): Promise<string> {
	return (await getJson<ProgramDetail>(request, PROGRAM)).draft.text;
}

/** The draft saves itself; until then the server has the text of before. */
async function expectDraft(request: APIRequestContext, text: string): Promise<void> {
	await expect.poll(() => draftText(request), { message: 'the draft on the server' }).toBe(text);
}

async function memberInTier(request: APIRequestContext, tier: string): Promise<MemberDetail> {
	const { members } = await getJson<MemberList>(request, `${PROGRAM}/members?limit=100`);
	const found = members.find((member) => member.tier === tier);
	expect(found, `a member in ${tier}`).toBeDefined();
	return getJson<MemberDetail>(request, `${PROGRAM}/members/${found?.id}`);
}

/** Seven teas in Al Ain: no rule but the changed one and those that always pay care about them by day. */
async function buy(request: APIRequestContext, member: string): Promise<Receipt> {
	const data: TransactionWire = {
		id: `STORY-${Date.now()}`,
		member,
		at: new Date().toISOString(),
		store: 'aan-jimi',
		channel: 'pos',
		orderType: 'pickup',
		items: [{ sku: 'KARAK', quantity: 7, amount: '63.00' }],
		taxes: '3.15',
		total: '66.15',
	};
	const response = await request.post(`${PROGRAM}/transactions`, { data });
	expect(response.status(), await response.text()).toBe(201);
	return (await response.json()) as Receipt;
}
