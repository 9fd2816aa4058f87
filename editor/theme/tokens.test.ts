import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split(/:root\[data-mantine-color-scheme=.dark.\]/);
const light = readTokens(lightBlock);
const dark = new Map([...light, ...readTokens(darkBlock)]);

const surfaces = [
	'surface-page',
	'surface-sunken',
	'surface',
	'surface-raised',
	'surface-hover',
	'surface-selected',
	'canvas',
];
const texts = ['text', 'text-secondary', 'text-muted', 'text-link', 'accent-text'];
const messages = ['success', 'warning', 'danger', 'info', 'neutral'];
const types = ['flow', 'money', 'points', 'yes-no', 'names', 'number', 'error'];
const code = ['keyword', 'name', 'text', 'number', 'comment', 'operator'];

describe.each([
	['light', light],
	['dark', dark],
])('the %s scheme', (_scheme, tokens) => {
	const contrast = (a: string, b: string) => contrastOf(tokens.get(a), tokens.get(b));

	it.each(surfaces)('shows every text on %s at 4.5:1', (surface) => {
		expect(texts.filter((text) => contrast(text, surface) < 4.5)).toEqual([]);
	});

	it.each(messages)('shows %s on its soft background and on the page at 4.5:1', (message) => {
		expect(contrast(message, `${message}-soft`)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(message, 'surface')).toBeGreaterThanOrEqual(4.5);
	});

	it('shows white on what is filled at 4.5:1', () => {
		expect(['accent', 'accent-hover', 'danger-fill'].filter((fill) => contrast('text-on-accent', fill) < 4.5)).toEqual([]);
	});

	it.each(types)('draws %s at 4.5:1 on cards and at 3:1 on the canvas and on its soft background', (type) => {
		expect(contrast(`type-${type}`, 'surface')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(`type-${type}`, 'canvas')).toBeGreaterThanOrEqual(3);
		expect(contrast(`type-${type}`, `type-${type}-soft`)).toBeGreaterThanOrEqual(3);
	});

	it.each(code)('shows %s in code at 4.5:1, on the current line and in a selection too', (kind) => {
		expect(contrast(`code-${kind}`, 'code-background')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(`code-${kind}`, 'code-line')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(`code-${kind}`, 'code-selection')).toBeGreaterThanOrEqual(3);
	});

	it('draws controls and the focus ring at 3:1', () => {
		const behind = ['surface', 'surface-raised', 'surface-page'];
		expect(behind.filter((surface) => contrast('border-control', surface) < 3)).toEqual([]);
		expect(behind.filter((surface) => contrast('focus-color', surface) < 3)).toEqual([]);
	});
});

it('declares the dark scheme for every colour that has a scheme', () => {
	const lightColors = [...readTokens(lightBlock.slice(lightBlock.indexOf('color-scheme: light')))]
		.filter(([, value]) => value.startsWith('#'))
		.map(([name]) => name);
	const darkColors = new Set(readTokens(darkBlock).keys());
	expect(lightColors.filter((name) => !darkColors.has(name))).toEqual([]);
});

function readTokens(block: string): Map<string, string> {
	return new Map([...block.matchAll(/--en-([a-z0-9-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** The contrast ratio of WCAG 2.2 of two colours of six hexadecimal digits. */
function contrastOf(a: string | undefined, b: string | undefined): number {
	if (a === undefined || b === undefined) throw new Error('A token is missing');
	const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
	const channels = [1, 3, 5].map((start) => {
		const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	const [red = 0, green = 0, blue = 0] = channels;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
