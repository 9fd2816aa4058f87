import { readFileSync } from 'node:fs';

/** The page's tokens by their names, of both schemes. */
export function tokensOf(): Readonly<Record<'light' | 'dark', ReadonlyMap<string, string>>> {
	const { lightBlock, darkBlock } = tokenBlocks();
	const light = readTokens(lightBlock);
	return { light, dark: new Map([...light, ...readTokens(darkBlock)]) };
}

/** The part of the style sheet that both schemes begin with, and what the dark one says differently. */
export function tokenBlocks(): { readonly lightBlock: string; readonly darkBlock: string } {
	const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');
	const [lightBlock = '', darkBlock = ''] = css.split(/:root\[data-mantine-color-scheme=.dark.\]/);
	return { lightBlock, darkBlock };
}

/** The tokens that a block of a style sheet declares. */
export function readTokens(block: string): Map<string, string> {
	return new Map([...block.matchAll(/--en-([a-z0-9-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** The contrast ratio of WCAG 2.2 of two colours of six hexadecimal digits. */
export function contrastOf(a: string | undefined, b: string | undefined): number {
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
