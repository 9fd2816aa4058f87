/** Long lists: thousands of stores in a picker, hundreds of rules on a page. */
import { timeOf, timeOfOpening } from './page-clock.ts';
import { bringLarge, bringStores } from './programs.ts';
import { onFreshPage, pause, repeat, type Scene } from './scene.ts';

const STORES = 5_000;
/** About as many as a text may have. */
const RULES = 800;

export const stores: Scene = async (stage) => {
	const { id } = await bringStores(stage.server, STORES);
	return onFreshPage(stage, async (page) => {
		await timeOfOpening(page, `${stage.server}programs/${id}/rules/Stores`, { selector: '[data-card]', text: 'Store' });
		await page.evaluate(() => window.pageClock.idle());
		await pause(page, 1_000);
		const card = page.getByRole('region', { name: 'Conditions' }).locator('[data-card]').first();
		await card.focus();
		const tree = { selector: '[role="tree"] [role="treeitem"]' };
		const opened = await repeat(Math.ceil(stage.times / 3), async () => {
			await pause(page, 300);
			const took = await timeOf(page, tree, () => page.keyboard.press('Enter'));
			await page.keyboard.press('Escape');
			await card.focus();
			return took;
		});
		await page.keyboard.press('Enter');
		const search = page.getByRole('textbox', { name: 'Search stores' });
		await search.click();
		const typed = await repeat(stage.times, async (index) => {
			await pause(page, 200);
			// `store-1`, `store-12`, …: each key leaves other lines.
			if (index % 4 === 0) await search.fill('store-');
			const wanted = 'store-1234'.slice(0, 7 + (index % 4));
			return timeOf(page, { selector: '[role="treeitem"]', text: wanted }, () => page.keyboard.press(wanted.at(-1) ?? ''));
		});
		return [
			{ says: `the picker of ${STORES} stores is opened`, most: 200, unit: 'ms', values: opened },
			{ says: `a key in its search, ${STORES} stores`, most: 100, unit: 'ms', values: typed },
		];
	});
};

export const rules: Scene = async (stage) => {
	const { id } = await bringLarge(stage.server, RULES);
	const list = `${stage.server}programs/${id}`;
	const whole: number[] = [];
	const opened = await repeat(Math.ceil(stage.times / 10), () =>
		onFreshPage(stage, async (page) => {
			const took = await timeOfOpening(page, `${list}?tab=all`, { selector: 'tbody tr' });
			const all = { selector: 'tbody tr', count: RULES };
			await page.evaluate((wanted) => window.pageClock.waitFor(wanted, 'navigation'), all);
			whole.push(await page.evaluate(() => window.pageClock.seen()));
			return took;
		}),
	);
	const typed = await onFreshPage(stage, async (page) => {
		await timeOfOpening(page, list, { selector: 'tbody tr' });
		await pause(page, 2_000);
		const search = page.getByRole('combobox', { name: 'Search' });
		await search.click();
		const values: number[] = [];
		for (let index = 0; index < stage.times / 2; index++) {
			await pause(page, 500);
			// Nothing is called so: the list empties, and with the next key comes back whole.
			values.push(await timeOf(page, { selector: 'tbody tr', absent: true }, () => page.keyboard.press('~')));
			await pause(page, 500);
			values.push(await timeOf(page, { selector: 'tbody tr' }, () => page.keyboard.press('Backspace')));
		}
		return values;
	});
	return [
		{ says: `a cold page to its list of ${RULES} rules`, most: null, unit: 'ms', values: opened },
		{ says: `a cold page to all ${RULES} of its lines`, most: null, unit: 'ms', values: whole },
		{ says: `a key in the search of ${RULES} rules`, most: 200, unit: 'ms', values: typed },
	];
};
