import type { Scope } from '#compiler/service';
import { printText } from '#grammar';

/** A rule to begin with. */
export interface RuleTemplate {
	readonly id: string;
	/** The name that the rule gets, unless another one has it. */
	readonly name: string;
	/** What the gallery calls it, where that is not the name of the rule. */
	readonly title?: string;
	readonly doc: string;
	/** The text of the rule under a name; null where the program lacks what it needs, see `needs`. */
	readonly text: (name: string, scope: Scope) => string | null;
	readonly needs?: string;
}

/** The gallery, the blank rule last. */
export const templates: readonly RuleTemplate[] = [
	{
		id: 'every-purchase',
		name: 'Points for every purchase',
		doc: 'Points for each unit of money, whatever is bought.',
		text: (name, scope) => rule(name, [], `earn ${filter(scope)} * 1`),
	},
	{
		id: 'happy-hour',
		name: 'Happy hour',
		doc: 'Double points on weekday afternoons.',
		text: (name, scope) => rule(name, ['on Mon to Fri between 15:00 and 18:00'], `earn ${filter(scope)} * 2`),
	},
	{
		id: 'weekend',
		name: 'Weekend bonus',
		doc: 'Double points on Saturday and Sunday, with a cap for each visit.',
		text: (name, scope) => rule(name, ['on Sat, Sun'], `earn ${filter(scope)} * 2`, 'limit 500 points per transaction'),
	},
	{
		id: 'spend-and-get',
		name: 'Spend and get',
		doc: 'A fixed bonus once enough is spent.',
		text: (name, scope) => rule(name, [`spend ${filter(scope)} >= 50`], 'earn 25'),
	},
	{
		id: 'tier-booster',
		name: 'Tier booster',
		doc: 'Extra points for the members of the highest tier.',
		text: (name, scope) => {
			const tier = scope.tiers.at(-1);
			return tier === undefined ? null : rule(name, [`tier is ${printText(tier)}`], `earn ${filter(scope)} * 1`);
		},
		needs: 'The program declares no tiers yet.',
	},
	{
		id: 'birthday',
		name: 'Birthday week',
		doc: 'A present for purchases around the member’s birthday.',
		text: (name) => rule(name, ['birthday within 3 days'], 'earn 100'),
	},
	{
		id: 'blank',
		name: 'New rule',
		title: 'Blank rule',
		doc: 'Nothing filled in: add conditions and points on the canvas, or write them.',
		text: (name) => `rule ${printText(name)} {\n}`,
	},
];

/** The filter that a template counts: the program's first own one, else the whole bill without fees, taxes and tip. */
function filter({ filters }: Scope): string {
	return printText(filters[0] ?? 'Total without fees, taxes and tip');
}

function rule(name: string, conditions: readonly string[], ...clauses: readonly string[]): string {
	const when = conditions.length === 0 ? [] : ['\twhen {', ...conditions.map((condition) => `\t\t${condition}`), '\t}'];
	return [`rule ${printText(name)} {`, ...when, ...clauses.map((clause) => `\t${clause}`), '}'].join('\n');
}
