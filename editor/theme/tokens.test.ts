import { describe, expect, it } from 'vitest';
import { contrastOf, readTokens, tokenBlocks, tokensOf } from './testing/contrast.ts';

const { lightBlock, darkBlock } = tokenBlocks();
const { light, dark } = tokensOf();

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
const code = ['keyword', 'name', 'kind', 'text', 'number', 'comment', 'operator', 'faded'];

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
		expect(contrast(`code-${kind}`, 'code-selection')).toBeGreaterThanOrEqual(4.5);
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
