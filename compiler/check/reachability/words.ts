/** Parts of messages about conditions. */
import { type Condition, phrase, type Phrase, type PlainNode, print } from '#grammar';
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

/** Why a condition by itself cannot hold; null where its own words say it. */
export function describeLimits(condition: Condition, axes: ProgramAxes, context: CheckContext): Phrase | null {
	if (condition.kind !== 'spend') return whyNever[condition.kind] ?? null;
	const { filter } = condition;
	return filter.kind === 'name' ? boundWords(filter.text, axes.spend(filter.text), context) : null;
}

const whyNever: Partial<Record<Condition['kind'], Phrase>> = {
	quantity: phrase('a quantity is never below 0'),
	channel: phrase('it leaves out every channel of the program'),
	'order-type': phrase('it leaves out every order type of the program'),
	tier: phrase('it leaves out every tier of the program'),
	attribute: phrase('it leaves out every value of the attribute'),
	any: phrase('none of its alternatives can'),
	all: phrase('its parts exclude one another'),
	not: phrase('what is in it leaves nothing over'),
};

function boundWords(filter: string, number: NumberAxis | null, { currencyDecimals }: CheckContext): Phrase | null {
	const domain = number?.axis.domain;
	const end = domain?.kind === 'ordered' ? domain.stretches[1] : undefined;
	if (typeof end !== 'bigint') return null;
	if (end > BigInt(MAX_FILTER_MINOR)) return phrase('an amount is never below 0');
	return phrase('lies between', { filter, high: formatMinor(end - 1n, currencyDecimals) });
}
