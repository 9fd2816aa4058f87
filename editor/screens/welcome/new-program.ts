import { printText } from '#grammar';

/** An id for a name: lower case letters and digits, hyphens between words; `program` for a name without any. */
export function idOf(name: string): string {
	const words = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	return (words ?? ['program']).join('-').slice(0, 60).replace(/-$/, '');
}

/** The text that a program begins with: its settings, and one rule to start from. */
export function programText(name: string, currency: string, timezone: string): string {
	return [
		`program ${printText(name.trim())} {`,
		`  currency    ${currency}`,
		`  timezone    ${printText(timezone)}`,
		'  week        starts Monday',
		'  points      whole, rounded down per award',
		'  channels    app, web, pos',
		'  order types dine_in, pickup, delivery',
		'}',
		'',
		'filter "Net total" = total excluding taxes, fees, tip',
		'',
		'rule "Points for every purchase" {',
		'  about "One point for each unit of money."',
		'  earn "Net total" * 1',
		'}',
		'',
	].join('\n');
}
