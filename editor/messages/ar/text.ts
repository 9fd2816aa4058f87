import type { Translated } from '../catalogue.ts';
import type { text as english } from '../en/text.ts';

export const text = {
	viewLabel: 'العرض',
	text: 'النص',
	changesSince: 'التغييرات منذ الإصدار {version}',
	nothingChanged: 'لم يتغير شيء منذ الإصدار {version}.',
} satisfies Translated<typeof english>;
