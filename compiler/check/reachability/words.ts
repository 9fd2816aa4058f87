/** Parts of messages about conditions. */
import { type Condition, type PlainNode, print } from '#grammar';
import type { NumberAxis, ProgramAxes } from '../../analyse/index.ts';
import { formatMinor } from '../../domain/money.ts';
import { MAX_FILTER_MINOR } from '../../formula/analyse.ts';
import type { CheckContext } from '../report.ts';

/** Longer conditions are cut in a message: the place shows them whole. */
const MOST_CHARACTERS = 60;

/** A part of a program as a message quotes it, on one line. */
export function quoted(node: PlainNode): string {
	const text = print(node).replace(/\s+/g, ' ');
	const cut = Array.from(text)
		.slice(0, MOST_CHARACTERS - 1)
		.join('')
		.trimEnd();
	return `\`${text.length > MOST_CHARACTERS ? `${cut}…` : text}\``;
}

/** `a`, `a and b`, `a, b and c`. */
export function several(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Why a condition by itself cannot hold; null where its own words say it. */
export function describeLimits(condition: Condition, axes: ProgramAxes, context: CheckContext): string | null {
	if (condition.kind !== 'spend') return whyNever[condition.kind] ?? null;
	const { filter } = condition;
	return filter.kind === 'name' ? boundWords(filter.text, axes.spend(filter.text), context) : null;
}

const whyNever: Partial<Record<Condition['kind'], string>> = {
	quantity: 'a quantity is never below 0',
	channel: 'it leaves out every channel of the program',
	'order-type': 'it leaves out every order type of the program',
	tier: 'it leaves out every tier of the program',
	attribute: 'it leaves out every value of the attribute',
	any: 'none of its alternatives can',
	all: 'its parts exclude one another',
	not: 'what is in it leaves nothing over',
};

function boundWords(filter: string, number: NumberAxis | null, { currencyDecimals }: CheckContext): string | null {
	const domain = number?.axis.domain;
	const end = domain?.kind === 'ordered' ? domain.stretches[1] : undefined;
	if (typeof end !== 'bigint') return null;
	if (end > BigInt(MAX_FILTER_MINOR)) return 'an amount is never below 0';
	return `\`${filter}\` lies between 0 and ${formatMinor(end - 1n, currencyDecimals)}`;
}
