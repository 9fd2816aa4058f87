import { withoutMarks } from '../../../messages/message.ts';
import type { Model } from './ladder.ts';
import { words } from '../words.ts';

const colors = {
	bronze: '#B87333',
	silver: '#A8A9AD',
	gold: '#D4AF37',
	platinum: '#6F7FA1',
	diamond: '#3E9DB8',
} as const;

/** Colours that tiers often have. */
export const tierColors: readonly string[] = [...Object.values(colors), '#1F2A44', '#8E3B46', '#3F7D58', '#7A4FA3'];

/** What tiers are often called, from the lowest, in the language that is spoken. */
export function tierModels(): Model[] {
	const names = words.tiers.models;
	return Object.entries(colors).map(([key, color]) => ({
		name: withoutMarks(names[key as keyof typeof colors]),
		color,
	}));
}
