/** Every state of the editor, in light and in dark, many in Arabic too: it looks as it was accepted, and axe finds nothing. */
import type { Page } from '@playwright/test';
import { englishOn } from './foreign.ts';
import { Looker } from './pictures/looking.ts';
import { ODD_PROGRAM } from './pictures/odd-program.ts';
import { close, SIZE, type State, states } from './pictures/states.ts';
import { expect, test } from './story.ts';

/** A Wednesday, half past twelve in Dubai. */
const NOW_MS = Date.UTC(2026, 2, 4, 8, 30);
const NO_WISHES = { forcedColors: 'none', contrast: 'no-preference' } as const;
/** `PICTURES_OF=phone` looks at no other states than those with that in their name. */
const asked = process.env['PICTURES_OF'] ?? '';
const WITHIN_MS = 300_000;
const REACHED_WITHIN_MS = 15_000;

test.use({ startsAtMs: NOW_MS, viewport: SIZE });

test.beforeAll(async ({ server }) => {
	const made = await fetch(new URL('v1/programs', server.url), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ id: 'odd', text: ODD_PROGRAM }),
	});
	expect(made.status).toBe(201);
});

test('every state in English', async ({ page }, info) => {
	test.setTimeout(WITHIN_MS);
	await lookAtAll(page, await Looker.at(page, NOW_MS, info), states, ({ media }) => !media);
	await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test.describe('for who reads Arabic', () => {
	test.use({ locale: 'ar-EG' });

	test('states in Arabic, from the right', async ({ page }, info) => {
		test.setTimeout(WITHIN_MS);
		const inArabic = states.filter(({ arabic }) => arabic).map((state) => ({ ...state, name: `${state.name}, in arabic` }));
		await lookAtAll(page, await Looker.at(page, NOW_MS, info), inArabic, ({ over }) => !over, 'Arabic');
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	});
});

/**
 * One after the other on one page: to load it anew for each takes longer than all that is looked at. Where `isAsked` says so, axe is
 * asked too.
 */
async function lookAtAll(
	page: Page,
	looker: Looker,
	all: readonly State[],
	isAsked: (state: State) => boolean,
	says: 'English' | 'Arabic' = 'English',
): Promise<void> {
	let here: string | null = null;
	let path = '';
	for (const state of all) {
		path = state.path ?? path;
		if (!state.name.includes(asked)) continue;
		await test.step(state.name, async () => {
			// One that cannot be reached must not hide the others.
			try {
				if (here !== null) await close(page);
				await page.setViewportSize(state.size ?? SIZE);
				await looker.under({ ...NO_WISHES, ...state.media });
				if (here !== path || state.path !== undefined) await go(page, path, here === null);
				here = path;
				await state.reach?.(page);
				await expect(state.ready(page)).toBeVisible({ timeout: REACHED_WITHIN_MS });
				expect.soft(await overhang(page), `${state.name}: pixels beyond the side`).toBe(0);
				await looker.look({ name: state.name, axe: isAsked(state) ? (state.over ?? null) : undefined });
				if (says === 'Arabic') expect.soft(await englishOn(page), `${state.name}: English in Arabic`).toEqual([]);
			} catch (error) {
				expect.soft(String(error), state.name).toBe('');
			}
		});
	}
}

/** Goes to an address as a link does, without loading the page anew but for the first time. */
async function go(page: Page, path: string, isFirst: boolean): Promise<void> {
	if (isFirst) {
		await page.goto(path);
		return;
	}
	await page.evaluate((to) => {
		(document.activeElement as HTMLElement | null)?.blur();
		history.pushState({}, '', to);
		dispatchEvent(new PopStateEvent('popstate', { state: {} }));
	}, path);
}

/** By how many pixels the page is wider than its window. */
function overhang(page: Page): Promise<number> {
	return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
