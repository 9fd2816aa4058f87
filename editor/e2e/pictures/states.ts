/** Every state of the editor that is looked at: where it is, and how it is reached from the one before. */
import { expect, type Locator, type Page } from '@playwright/test';

/** One state of a screen. */
export interface State {
	readonly name: string;
	/** The address, where it is another than before. */
	readonly path?: string;
	readonly size?: { readonly width: number; readonly height: number };
	readonly media?: { readonly forcedColors?: 'active' | 'none'; readonly contrast?: 'more' | 'no-preference' };
	/** What is done before; what was open has been closed. */
	readonly reach?: (page: Page) => Promise<unknown>;
	/** What is there when the state is. */
	readonly ready: (page: Page) => Locator;
	/** What opened over a page that was looked at before: axe looks at that alone. */
	readonly over?: string;
	/** It is looked at in Arabic too. */
	readonly arabic?: true;
}

/** The size of a screen where a state has none of its own. */
export const SIZE = { width: 1_280, height: 800 };
/** More cards of a long rule are in view. */
const TALL = { width: 1_280, height: 1_400 };
const SMALL = { width: 700, height: 800 };
const NARROW = { width: 320, height: 800 };

const DEMO = '/programs/bluebird-cafe';
const ODD = '/programs/odd';
const POPOVER = '[data-canvas-popover]';
const MODAL = '[role="dialog"][aria-modal="true"]';
const MENU = '[role="menu"]';
const OVER = `${POPOVER}, ${MODAL}, ${MENU}`;

const first = (selector: string) => (page: Page) => page.locator(selector).filter({ visible: true }).first();
const card = (id: string) => first(`[data-card="${id}"]`);

/** Closes what is open. */
export async function close(page: Page): Promise<void> {
	const open = page.locator(OVER).filter({ visible: true });
	for (let times = 0; times < 3 && (await open.count()) > 0; times++) {
		await page.keyboard.press('Escape');
		await expect(open.first()).toBeHidden();
	}
}

const key = (id: string, pressed: string) => async (page: Page) => {
	await card(id)(page).focus();
	await page.keyboard.press(pressed);
};

const press = (selector: string) => (page: Page) => first(selector)(page).press('Enter');

/** What opens on a card. */
const opened = (name: string, id: string, pressed = 'Enter'): State => ({
	name,
	reach: key(id, pressed),
	ready: first(POPOVER),
	over: POPOVER,
});

const rules: readonly State[] = [
	{ name: 'rules', path: DEMO, ready: first('tbody >> text="Lunch rush"'), arabic: true },
	{
		name: 'what a search may go on with',
		reach: (page) => first('header [role="combobox"], main [role="combobox"]')(page).click(),
		ready: first('[role="option"] >> text="uses:"'),
		over: '[role="listbox"]',
	},
	{
		name: 'a search that means nothing and finds nothing',
		path: `${DEMO}?search=is:paused%20zebra`,
		ready: (page) => page.getByRole('button', { name: 'Search for is:disabled' }),
	},
	{ name: 'templates', path: `${DEMO}?new=rule`, ready: first(`${MODAL} li button`), over: MODAL, arabic: true },
	{
		name: 'questions of a template',
		path: `${DEMO}?new=rule&tab=all`,
		reach: press(`${MODAL} li:nth-child(2) button`),
		ready: first(`${MODAL} aside, ${MODAL} [role="complementary"]`),
		over: MODAL,
		arabic: true,
	},
	{
		name: 'anything',
		path: DEMO,
		reach: (page) => page.keyboard.press('Control+k'),
		ready: first(`${MODAL} [role="option"]`),
		over: MODAL,
	},
	{
		name: 'publishing',
		reach: (page) => page.getByRole('button', { name: /^(Publish|نشر)$/ }).press('Enter'),
		ready: first(`${MODAL} h2`),
		over: MODAL,
	},
	{
		name: 'colours to choose from',
		reach: press('nav button >> nth=-1'),
		ready: first(`${MENU} [role="menuitem"]`),
		over: MENU,
	},
];

const lunchRush: readonly State[] = [
	// Cards are drawn anew with what the sample comes to: before that they are not at rest.
	{
		name: 'canvas',
		path: `${DEMO}/rules/Lunch%20rush`,
		ready: (page) => page.getByText(/^(Total points|مجموع النقاط)$/),
		arabic: true,
	},
	{
		name: 'the canvas alone',
		reach: press('section[data-open] > * button[aria-expanded="true"]'),
		ready: card('add-condition'),
	},
	opened('conditions to add', 'add-condition'),
	{ ...opened('days and times', 'condition-1'), arabic: true },
	opened('order types', 'condition-2'),
	opened('spend', 'condition-3'),
	opened('limit', 'limit-5'),
	{ ...opened('schedule', 'schedule'), arabic: true },
	opened('description', 'note'),
	opened('cart filter', 'filter-6'),
	opened('comment', 'condition-2', 'm'),
	{
		name: 'menu of a card',
		reach: (page) => first('[data-card="condition-2"] > div > button')(page).click(),
		ready: first(MENU),
		over: MENU,
	},
	{
		name: 'a number of a formula',
		reach: press('[data-card="points-4"] button >> text="10"'),
		ready: first(POPOVER),
		over: POPOVER,
	},
	{ name: 'keys', reach: key('condition-2', '?'), ready: first(MODAL), over: MODAL },
	{ name: 'cards to find', reach: key('condition-2', 'Control+f'), ready: first(`${MODAL} [role="option"]`), over: MODAL },
];

const odd: readonly State[] = [
	{
		name: 'a card of every kind',
		path: `${ODD}/rules/Everything`,
		size: TALL,
		ready: card('condition-16'),
		arabic: true,
	},
	{ ...opened('stores', 'condition-1'), size: TALL },
	{ ...opened('attribute', 'condition-2'), size: TALL },
	{ ...opened('tiers', 'condition-4'), size: TALL },
	{ ...opened('birthday', 'condition-7'), size: TALL },
	{ ...opened('multiplier', 'multiply-19'), size: TALL },
	{ name: 'a rule of a campaign', path: `${ODD}/rules/Ice%20cream`, ready: card('campaign') },
	opened('campaign', 'campaign'),
	{ name: 'an empty rule', path: `${ODD}/rules/Nothing%20yet`, ready: card('add-points') },
	{ name: 'raw and incomplete cards', path: `${ODD}/rules/Half%20written`, ready: card('text-7'), arabic: true },
];

const others: readonly State[] = [
	{ name: 'members', path: `${DEMO}/members`, ready: first('tbody >> text="Bo Li"'), arabic: true },
	{
		name: 'ledger of a member',
		path: `${DEMO}/members/GEN-M-11`,
		ready: first('tbody >> text="Hello again"'),
		arabic: true,
	},
	{
		name: 'a rule that is not there',
		path: `${ODD}/rules/Never`,
		ready: (page) => page.getByRole('heading', { level: 1 }).filter({ hasText: 'Never' }),
	},
];

// The browser keeps that it is shown: it comes last.
const outline: readonly State[] = [
	{
		name: 'outline',
		path: `${ODD}/rules/Everything`,
		reach: (page) => page.getByRole('button', { name: /^(Outline|المخطط)$/ }).press('Enter'),
		ready: first('[role="tree"] [role="treeitem"]'),
		arabic: true,
	},
];

const texts: readonly State[] = [
	{
		name: 'canvas and text',
		path: `${DEMO}/rules/Lunch%20rush?view=split`,
		ready: first('.view-line >> text=Lunch'),
		arabic: true,
	},
	{ name: 'text of a rule', path: `${DEMO}/rules/Lunch%20rush?view=text`, ready: first('.codelens-decoration') },
	{ name: 'text with problems', path: `${ODD}/text`, ready: first('.view-line >> nth=5') },
	{ name: 'changes', path: `${DEMO}/text?view=changes`, ready: first('text=Nothing has changed') },
];

const settings: readonly State[] = [
	{ name: 'settings', path: `${DEMO}/settings`, size: TALL, ready: first('h2'), arabic: true },
	{
		name: 'tiers and segments',
		path: `${DEMO}/settings?section=tiers`,
		size: TALL,
		ready: (page) => page.getByText('Platinum').first(),
		arabic: true,
	},
	{
		name: 'cart filters',
		path: `${DEMO}/settings?section=filters`,
		size: TALL,
		reach: press('h2 button >> nth=1'),
		ready: first('h2 button[aria-expanded="true"]'),
	},
	{
		name: 'campaigns and sets',
		path: `${ODD}/settings?section=groups`,
		size: TALL,
		reach: press('h2 button >> nth=0'),
		ready: first('h2 button[aria-expanded="true"]'),
		arabic: true,
	},
	{ name: 'using points', path: `${ODD}/settings?section=spending`, size: TALL, ready: first('h2'), arabic: true },
	{ name: 'attributes', path: `${ODD}/settings?section=attributes`, ready: first('h2 >> text="payment_method"') },
	// Until then they are being run.
	{ name: 'tests', path: `${DEMO}/settings?section=tests`, ready: (page) => page.getByText('3 hold', { exact: true }) },
];

const small: readonly State[] = [
	{ name: 'cards on a small screen', path: `${DEMO}/rules/Lunch%20rush`, size: SMALL, ready: card('condition-1') },
	{ ...opened('days and times on a small screen', 'condition-1'), size: SMALL },
	{
		name: 'cards on a phone',
		path: `${DEMO}/rules/Lunch%20rush`,
		size: NARROW,
		ready: card('condition-1'),
		arabic: true,
	},
	{
		name: 'tiers on a phone',
		path: `${DEMO}/settings?section=tiers`,
		size: NARROW,
		ready: (page) => page.getByText('Platinum').first(),
		arabic: true,
	},
	{ name: 'rules on a phone', path: DEMO, size: NARROW, ready: first('text="Lunch rush"'), arabic: true },
	{ name: 'members on a phone', path: `${DEMO}/members`, size: NARROW, ready: first('text="Bo Li"'), arabic: true },
];

const media: readonly State[] = [
	{
		name: 'canvas in forced colours',
		path: `${DEMO}/rules/Lunch%20rush`,
		media: { forcedColors: 'active' },
		ready: card('condition-1'),
	},
	{ name: 'rules in forced colours', path: DEMO, media: { forcedColors: 'active' }, ready: first('text="Lunch rush"') },
];

/** The states in the order in which they are looked at. */
export const states: readonly State[] = [
	...rules,
	...lunchRush,
	...odd,
	...others,
	...settings,
	...small,
	...texts,
	...media,
	...outline,
];
