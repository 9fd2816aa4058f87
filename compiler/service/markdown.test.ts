import { expect, it } from 'vitest';
import { snippetOf } from './completion/snippet.ts';
import { detailsMarkdown, hoverMarkdown } from './markdown.ts';

const span = { start: 0, end: 4 };

it('says a hover in paragraphs, with its example as Earn', () => {
	const hover = {
		span,
		title: 'Spend',
		doc: 'Compares a filter.',
		prose: 'at least 40 of Food',
		example: 'spend "Food" >= 40',
	};
	expect(hoverMarkdown(hover)).toBe(
		'**Spend**\n\nat least 40 of Food\n\nCompares a filter.\n\n```earn\nspend "Food" >= 40\n```',
	);
});

it('formats nothing that a name says', () => {
	const hover = { span, title: '[x](javascript:1)', doc: '<img src=x> **now**', prose: null, example: null };
	expect(hoverMarkdown(hover)).toBe('**\\[x\\]\\(javascript:1\\)**\n\n\\<img src=x\\> \\*\\*now\\*\\*');
	expect(detailsMarkdown({ documentation: '![a](http://b)', example: null })).toBe('\\!\\[a\\]\\(http://b\\)');
});

it('numbers the places to fill in, and leaves signs of the notation what they are', () => {
	const insert = 'rule "$5 }" { earn 10 }';
	const placeholders = [
		{ start: 6, end: 10 },
		{ start: 19, end: 21 },
	];
	expect(snippetOf({ insert, placeholders })).toBe('rule "${1:\\$5 \\}}" { earn ${2:10} \\}');
});
