/** The interface in Arabic, read from the right: it counts as Arabic does, and edits the same text. */
import type { APIRequestContext } from '@playwright/test';
import type { ProgramDetail } from '#server/contract';
import { expect, test } from './story.ts';

const PROGRAM = '/v1/programs/bluebird-cafe';
const HOME = '/programs/bluebird-cafe';
const RULE = `${HOME}/rules/Two%20new%20corners`;

test.use({ locale: 'ar-EG' });

test('a rule is changed by the mouse, its text stays as it was, and the language can be changed back', async ({
	page,
	request,
}) => {
	const before = await draftText(request);
	await page.goto(RULE);
	const conditions = page.getByRole('region', { name: 'الشروط' }).getByRole('listitem');
	await expect(conditions).toHaveCount(2);

	await test.step('the flow runs from the right', async () => {
		const [from, to] = await Promise.all(
			['الشروط', 'النقاط'].map((name) => page.getByRole('region', { name, exact: true }).boundingBox()),
		);
		expect(to?.x).toBeLessThan(from?.x ?? 0);
	});

	await test.step('add a condition', async () => {
		await page.getByRole('button', { name: 'إضافة شرط' }).click();
		await page.getByRole('option', { name: /^المستوى/ }).click();
		await expect(conditions).toHaveCount(3);
		await expect.poll(() => draftText(request)).toContain('\n    tier is Platinum\n');
	});

	await test.step('the text is written from the left', async () => {
		await page.getByRole('radiogroup', { name: 'العرض' }).getByText('معًا').click();
		const line = page.locator('.view-line').filter({ hasText: 'tier is Platinum' });
		await expect(line).toBeVisible();
		await expect(line).toHaveCSS('direction', 'ltr');
	});

	await test.step('in English again, with the history of before', async () => {
		await page.getByRole('button', { name: 'اللغة: العربية' }).click();
		await page.getByRole('menuitem', { name: 'English' }).click();
		await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
		await page.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect(page.getByRole('region', { name: 'Conditions' }).getByRole('listitem')).toHaveCount(2);
		await expect.poll(() => draftText(request), { message: 'the draft on the server' }).toBe(before);
	});

	await test.step('and still after the page was loaded anew', async () => {
		await page.reload();
		await expect(page.getByRole('region', { name: 'Conditions' })).toBeVisible();
	});
});

test('points are counted as Arabic counts them', async ({ page, request }) => {
	const before = await draftText(request);
	await page.goto(RULE);
	await page
		.getByRole('button', { name: 'إضافة حد' })
		.or(page.getByRole('button', { name: 'بلا حد' }))
		.first()
		.click();
	await page.getByRole('option', { name: /^نقاط في معاملة واحدة/ }).click();
	const most = page.getByRole('textbox', { name: 'أقصى عدد من النقاط' });
	const limits = page.getByRole('region', { name: 'الحدود' });
	for (const [typed, said] of [
		['1', 'نقطة واحدة'],
		['2', 'نقطتان'],
		['3', '٣ نقاط'],
		['١١', '١١ نقطة'],
		['100', '١٠٠ نقطة'],
	] as const) {
		await most.fill(typed);
		await most.press('Enter');
		await expect(limits.getByRole('button', { name: said, exact: true })).toBeVisible();
	}
	await page.keyboard.press('Escape');
	const undo = page.getByRole('button', { name: 'تراجع', exact: true });
	for (let step = 0; step < 9 && (await undo.getAttribute('aria-disabled')) === null; step++) await undo.click();
	await expect.poll(() => draftText(request), { message: 'the draft on the server' }).toBe(before);
});

test('three answers in Arabic make a rule whose text is as in any language', async ({ page, request }) => {
	const before = await draftText(request);
	await page.goto(HOME);
	await page.getByRole('button', { name: 'قاعدة جديدة', exact: true }).click();
	await page.getByRole('button', { name: 'متجر جديد' }).click();
	const stores = page.getByRole('combobox', { name: /أي متاجر؟$/ });
	await stores.fill('dxb-bay');
	await page.getByRole('option', { name: /dxb-bay/ }).click();
	await page.getByRole('textbox', { name: 'أول يوم' }).fill('١/٣/٢٠٩٩');
	const last = page.getByRole('textbox', { name: 'آخر يوم' });
	await last.fill('31 مارس 2099');
	await last.press('Enter');
	await expect(last).toHaveValue('٣١ مارس ٢٠٩٩');
	await expect(last).toHaveAccessibleDescription(/^٩ محرم ١٥٢٣\sهـ$/);
	await page.getByRole('textbox', { name: /كم نقطة؟$/ }).fill('٤٠');
	const preview = page.getByRole('complementary', { name: 'ما تمنحه' });
	await expect(preview).toContainText('٤٠ نقطة بهذه القاعدة');
	await expect(preview).toContainText('١ مارس ٢٠٩٩');
	await page.getByRole('button', { name: 'إضافة القاعدة' }).click();
	await expect(page.getByRole('heading', { name: 'متجر جديد', level: 1 })).toBeVisible();
	await expect
		.poll(() => draftText(request))
		.toContain(
			'rule "متجر جديد" {\n  active from 2099-03-01 until 2099-03-31\n  when {\n    store is "dxb-mall", "dxb-bay"\n  }\n  earn 40\n}',
		);
	await page.getByRole('button', { name: 'تراجع', exact: true }).click();
	await expect.poll(() => draftText(request), { message: 'the draft on the server' }).toBe(before);
});

async function draftText(request: APIRequestContext): Promise<string> {
	const response = await request.get(PROGRAM);
	return ((await response.json()) as ProgramDetail).draft.text;
}
