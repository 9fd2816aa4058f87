/** Looking at a state: in light and in dark it looks as it was accepted, and axe finds nothing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, expect, type Page, type TestInfo } from '@playwright/test';
import { violations } from '../violations.ts';
import { type PictureFont, pictureFonts } from './fonts.ts';
import type { Picture } from './png.ts';
import { type Difference, largestDifference, reduced, stacked, unstacked } from './reduced.ts';

const ACCEPTED = join(import.meta.dirname, 'accepted');
/** `PICTURES=accept` keeps what looks different, instead of complaining. */
const accepts = process.env['PICTURES'] === 'accept';
/**
 * How far the mean colours of squares that touch may be off, of 255, and how many of them may be further off: a few by much, as of a
 * card's icon, or many by little, as of a panel's ground. Another version of the browser that sets the same font moves letters by less
 * than a pixel: by up to 20, and 32 squares by up to 8, was measured.
 */
const MARGINS = [
	{ tolerance: 22, squares: 3 },
	{ tolerance: 8, squares: 60 },
] as const;
/** For how long what is still being drawn is looked at again. */
const PATIENCE_MS = 6_000;
const AGAIN_AFTER_MS = 120;
const NO_DIFFERENCE = { squares: 0, x: 0, y: 0, width: 0, height: 0, by: 0 };

type Scheme = 'light' | 'dark';

/** How a page is to be looked at. */
export interface Look {
	readonly name: string;
	/** What axe looks at; the whole page if it is null, nothing if it is not asked. */
	readonly axe: string | null | undefined;
}

/** Somebody who looks at a page, first in one scheme and then in the other, and begins with the one that is on. */
export class Looker {
	readonly #page: Page;
	readonly #session: CDPSession;
	readonly #info: TestInfo;
	#scheme: Scheme = 'light';
	#media = '';

	private constructor(page: Page, session: CDPSession, info: TestInfo) {
		this.#page = page;
		this.#session = session;
		this.#info = info;
	}

	/** Prepares a page that has not been opened yet: its fonts, its clock, and nothing that moves. */
	static async at(page: Page, nowMs: number, info: TestInfo): Promise<Looker> {
		await page.addInitScript(prepare, { nowMs, fonts: pictureFonts() });
		await page.emulateMedia({ colorScheme: 'light' });
		return new Looker(page, await page.context().newCDPSession(page), info);
	}

	/** Sets what the system asks of colours besides the scheme. */
	async under(media: NonNullable<Parameters<Page['emulateMedia']>[0]>): Promise<void> {
		const wanted = JSON.stringify(media);
		if (wanted === this.#media) return;
		this.#media = wanted;
		await this.#page.emulateMedia({ ...media, colorScheme: this.#scheme });
	}

	/** Compares the state that the page is in, in both schemes, with what was accepted; or accepts what differs from that. */
	async look({ name, axe }: Look): Promise<void> {
		const file = join(ACCEPTED, `${name.replaceAll(/[^a-z0-9]+/g, '-')}.png`);
		const [light = null, dark = null] = existsSync(file) ? unstacked(readFileSync(file)) : [];
		if (!accepts && light === null) throw new Error(`Nobody has accepted a picture of ${name} yet: PICTURES=accept does`);
		const seen: Partial<Record<Scheme, Picture>> = {};
		const first = this.#scheme;
		for (const scheme of [first, first === 'light' ? 'dark' : 'light'] as const) {
			await this.#turn(scheme);
			seen[scheme] = await this.#see(`${name}, ${scheme}`, scheme === 'light' ? light : dark);
			// What is accepted is looked at by people.
			if (axe === undefined || accepts) continue;
			const found = await violations(this.#page, scheme === first ? 'everything' : 'colours', axe);
			expect.soft(found, `${name}, ${scheme}`).toEqual([]);
		}
		if (!accepts || !seen.light || !seen.dark) return;
		if (light && dark && isAlike(seen.light, light) && isAlike(seen.dark, dark)) return;
		mkdirSync(ACCEPTED, { recursive: true });
		writeFileSync(file, stacked(seen.light, seen.dark));
	}

	async #turn(scheme: Scheme): Promise<void> {
		if (scheme === this.#scheme) return;
		await this.#page.emulateMedia({ colorScheme: scheme });
		this.#scheme = scheme;
	}

	/** Looks until the page is as it was accepted, and tells what is different where it never is. */
	async #see(name: string, accepted: Picture | null): Promise<Picture> {
		const until = Date.now() + PATIENCE_MS;
		let before: Picture | null = null;
		for (;;) {
			const png = await this.#shoot();
			const seen = reduced(png);
			if (!accepts && accepted && isAlike(seen, accepted)) return seen;
			if (accepts && before && largestDifference(seen, before, 0) === null) {
				if (accepted === null || !isAlike(seen, accepted)) writeFileSync(this.#info.outputPath(`${name}.png`), png);
				return seen;
			}
			if (Date.now() > until) {
				this.#complain(name, png, seen, accepted ?? before ?? seen);
				return seen;
			}
			before = seen;
			await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
		}
	}

	async #shoot(): Promise<Buffer> {
		await this.#page.evaluate(twoFrames);
		const { data } = await this.#session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
		return Buffer.from(data, 'base64');
	}

	#complain(name: string, png: Buffer, seen: Picture, accepted: Picture): void {
		const { x, y, width, height, by } =
			differenceOf(seen, accepted) ?? largestDifference(seen, accepted, 0) ?? NO_DIFFERENCE;
		writeFileSync(this.#info.outputPath(`${name}.png`), png);
		writeFileSync(this.#info.outputPath(`${name}, seen above accepted.png`), stacked(seen, accepted));
		const where = `${width} × ${height} pixels at ${x}, ${y} by up to ${by} of 255`;
		expect.soft(true, `${name} looks different: ${where}. Pictures are in ${this.#info.outputDir}`).toBe(false);
	}
}

function isAlike(seen: Picture, accepted: Picture): boolean {
	return differenceOf(seen, accepted) === null;
}

/** A difference that people would see, if there is one. */
function differenceOf(seen: Picture, accepted: Picture): Difference | null {
	for (const { tolerance, squares } of MARGINS) {
		const difference = largestDifference(seen, accepted, tolerance);
		if (difference !== null && difference.squares > squares) return difference;
	}
	return null;
}

function twoFrames(): Promise<void> {
	return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** Runs in the page, before anything of its own: it is always the same moment, and letters are those of the pictures. */
function prepare({ nowMs, fonts }: { readonly nowMs: number; readonly fonts: readonly PictureFont[] }): void {
	globalThis.Date = class extends Date {
		constructor(...given: readonly []) {
			if (given.length === 0) super(nowMs);
			else super(...given);
		}
		static override now(): number {
			return nowMs;
		}
	} as DateConstructor;
	for (const { family, weight, base64 } of fonts) {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		document.fonts.add(new FontFace(family, bytes, { weight }));
	}
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`
		:root {
			--en-font: 'Picture letters', 'Picture blocks' !important;
			--en-font-mono: 'Picture blocks' !important;
		}
		/* The browser writes dates as the machine does. */
		::-webkit-datetime-edit { visibility: hidden !important; }
		/* Widths are those of the font, whatever a browser thinks of its screen: fields and buttons take none from what is around. */
		* { text-rendering: geometricPrecision !important; }
		*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
	`);
	document.adoptedStyleSheets.push(sheet);
}
