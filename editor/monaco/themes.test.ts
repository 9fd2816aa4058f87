import { describe, expect, it } from 'vitest';
import { contrastOf, tokensOf } from '../theme/testing/contrast.ts';
import { highContrastColour } from './high-contrast.ts';
import { partOf, themeTokens, tokenOf } from './theme-parts.ts';

type ColourOf = (token: string) => string;

const words = [...new Set(Object.values(tokenOf))];
/** What words of a program stand on. */
const behindWords = [
	'editor.background',
	'editor.lineHighlightBackground',
	'editor.selectionBackground',
	'editor.inactiveSelectionBackground',
	'editor.wordHighlightBackground',
	'editor.foldBackground',
	'editor.snippetTabstopHighlightBackground',
	'editorHoverWidget.background',
	'textCodeBlock.background',
	'peekViewResult.background',
	'diffEditor.insertedLineBackground',
	'diffEditor.removedLineBackground',
	'diffEditor.insertedTextBackground',
	'diffEditor.removedTextBackground',
] as const;
/** Texts of other parts, with what they stand on. */
const pairs = [
	['editorLineNumber.foreground', 'editor.background'],
	['editorCodeLens.foreground', 'editor.background'],
	['editorInlayHint.typeForeground', 'editorInlayHint.typeBackground'],
	['editorInlayHint.parameterForeground', 'editorInlayHint.parameterBackground'],
	['editorSuggestWidget.foreground', 'editorSuggestWidget.background'],
	['editorSuggestWidget.highlightForeground', 'editorSuggestWidget.background'],
	['editorSuggestWidget.selectedForeground', 'editorSuggestWidget.selectedBackground'],
	['editorSuggestWidget.focusHighlightForeground', 'editorSuggestWidget.selectedBackground'],
	['editorSuggestWidgetStatus.foreground', 'editorSuggestWidget.background'],
	['editorHoverWidget.foreground', 'editorHoverWidget.background'],
	['textLink.foreground', 'editorHoverWidget.background'],
	['textLink.foreground', 'editorHoverWidget.statusBarBackground'],
	['input.foreground', 'input.background'],
	['input.placeholderForeground', 'input.background'],
	['inputValidation.errorForeground', 'inputValidation.errorBackground'],
	['inputValidation.infoForeground', 'inputValidation.infoBackground'],
	['keybindingLabel.foreground', 'keybindingLabel.background'],
	['menu.foreground', 'menu.background'],
	['menu.selectionForeground', 'menu.selectionBackground'],
	['quickInputList.focusForeground', 'quickInputList.focusBackground'],
	['pickerGroup.foreground', 'quickInput.background'],
	['peekViewTitleDescription.foreground', 'peekViewTitle.background'],
	['peekViewResult.lineForeground', 'peekViewResult.matchHighlightBackground'],
	['diffEditor.unchangedRegionForeground', 'diffEditor.unchangedRegionBackground'],
	['button.foreground', 'button.background'],
	['badge.foreground', 'badge.background'],
] as const;

const page = tokensOf();
const ofPage = (scheme: 'light' | 'dark') => (token: string) => page[scheme].get(token) ?? `no token ${token}`;

describe.each<[string, ColourOf, number]>([
	['light', ofPage('light'), 4.5],
	['dark', ofPage('dark'), 4.5],
	['high-contrast light', (token) => highContrastColour('light', token), 7],
	['high-contrast dark', (token) => highContrastColour('dark', token), 7],
])('the %s look of a text', (_, colour, least) => {
	it('has a colour for every token', () => {
		expect(themeTokens.filter((token) => !/^#[0-9a-f]{6}$/.test(colour(token)))).toEqual([]);
	});

	it.each(behindWords)(`shows every word at that contrast on %s`, (part) => {
		const behind = colour(partOf[part]);
		const dim = words.filter((word) => contrastOf(colour(word), behind) < least);
		expect(dim.map((word) => `${word} ${contrastOf(colour(word), behind).toFixed(2)}`)).toEqual([]);
	});

	it.each(pairs)('shows %s on %s', (text, behind) => {
		expect(contrastOf(colour(partOf[text]), colour(partOf[behind]))).toBeGreaterThanOrEqual(least);
	});
});
