import { applyEdits, type Document, type Node, parse, printText, type TextEdit, walk } from '#grammar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tables } from '../../vocabulary/testing/tables.ts';
import { plainText, prose, speechOf } from './index.ts';
import { numberText } from './words.ts';

const seed = Number(process.env['SEED'] ?? 20_260_207);

/** Shapes that the examples of the vocabulary do not have. */
const MORE = [
	'rule A { earn -("Food" + 1_000) * 2 - 5% }',
	'rule A { when { spend "Food" between 50 and 1_000 spend "Tea" < 5 } earn 5 / "Food" multiply points by 2 }',
	'expiry { available at month end expires at year end }',
	'rule A on referral { when { any { not { on Sat all { tier is G vip } } not { any { lifetime spend > 5 } } } } earn 5 for referrer earn 6 for referred }',
	'rule A { when { not { all { segment is not S quantity "Q" between 5 and 6 } } any { birthday within 5 days channel is not c } } limit 5 times per rolling 6 days }',
	'campaign C { active until 2026-01-01 limit 5 points per day limit points to "Food" * 10 per day rule R on event E { exclusive X earn 10 / 4 * "F" } rule S { multiply this by 1.5 } }',
	'test T { birthday at 2026-01-01 { item I category C subcategory D combo E 5 x litres for 6.50 } expect R earns 5 for referred }',
];

/** Every example of the vocabulary in its place. */
const EXAMPLES = tables
	.flatMap(({ rows, around }) => rows.map((row) => around(row).replace('‸', () => row.example)))
	.concat(MORE);

/** What a text that cannot be read looks like. */
const BROKEN = ['rule { earn limit }', 'program P { ?? 5 }', 'tiers by { tier }', '?? 5', 'test T { purchase at }'];

/** Names and numbers that occur nowhere by chance. */
const names = fc
	.string({ unit: 'grapheme', minLength: 3, maxLength: 12 })
	.filter((name) => /^[\p{L}\p{N} '-]+$/u.test(name) && name.trim() === name);
const numbers = fc.integer({ min: 1_000, max: 9_999_999 }).map((number) => String(number));

/** The text with another name for each name, and another number for each number. */
function changed(text: string, choices: readonly { readonly name: string; readonly number: string }[]): string {
	const edits: TextEdit[] = [];
	walk(parse(text).document, (node) => {
		const choice = choices[edits.length % choices.length];
		if (node.kind === 'name') edits.push({ span: node.span, text: printText(choice?.name ?? '') });
		else if (node.kind === 'number')
			edits.push({ span: node.span, text: (choice?.number ?? '') + (node.percent ? '%' : '') });
	});
	return applyEdits(text, edits);
}

const texts = fc
	.tuple(
		fc.subarray(EXAMPLES, { minLength: 1, maxLength: 6 }),
		fc.array(fc.record({ name: names, number: numbers }), { minLength: 8, maxLength: 8 }),
		fc.option(fc.nat(200), { freq: 2 }),
	)
	.map(([examples, choices, cut]) => {
		const text = changed(examples.join('\n'), choices);
		return cut === null ? text : text.slice(0, -cut - 1);
	});

/** What the sentence about a node must contain: its names as they are written, its numbers in groups. */
function contentsOf(node: Node): string[] {
	const contents: string[] = [];
	walk(node, (part, parents) => {
		// What a rule alone says has no name before it; where the rule is part of something, its name is said.
		const isOwnName = part.kind === 'name' && node.kind === 'rule' && parents.at(-1) === node && part === node.name;
		if (part.kind === 'name' && !isOwnName) contents.push(part.text);
		// Twice is said `doubled`, and three times `tripled`.
		const isWord = parents.at(-1)?.kind === 'multiply' && part.kind === 'number' && /^[23]$/.test(part.digits);
		if (part.kind === 'number' && !isWord) contents.push(numberText(part));
		if (part.kind === 'date') contents.push(String(part.year));
	});
	return contents;
}

function check(document: Document, kinds: Set<Node['kind']>): void {
	const speech = speechOf(document);
	walk(document, (node) => {
		kinds.add(node.kind);
		if (node.kind === 'document' && node.declarations.length === 0) return;
		const said = plainText(prose(node, speech));
		const missing = contentsOf(node).filter((content) => !said.includes(content));
		expect({ kind: node.kind, said, missing }).toEqual({ kind: node.kind, said, missing: [] });
		expect(said.trim()).not.toBe('');
		expect(said).not.toMatch(/undefined|\bnull\b|NaN|\[object| {2}| ,|,,|\.\.$/);
	});
}

test('every part of a program is said, with every name and number in it', () => {
	const kinds = new Set<Node['kind']>();
	for (const text of [...EXAMPLES, ...BROKEN]) check(parse(text).document, kinds);
	// Whatever the tree has, the vocabulary has an example of, and the prose a sentence for.
	expect(Object.keys(SAID).filter((kind) => !kinds.has(kind as Node['kind']))).toEqual([]);
	fc.assert(
		fc.property(texts, (text) => check(parse(text).document, new Set())),
		{ seed, numRuns: 200 },
	);
});

/** The kinds of the tree; complete by its type. */
const SAID: Readonly<Record<Node['kind'], true>> = {
	document: true,
	program: true,
	currency: true,
	timezone: true,
	week: true,
	day: true,
	points: true,
	channels: true,
	'order-types': true,
	returns: true,
	tiers: true,
	'tier-basis': true,
	'tier-declaration': true,
	'color-clause': true,
	multiply: true,
	'segment-declaration': true,
	'attribute-declaration': true,
	'one-of': true,
	filter: true,
	'total-source': true,
	'items-source': true,
	'attribute-source': true,
	'paid-source': true,
	selector: true,
	'exclusive-declaration': true,
	campaign: true,
	budget: true,
	rule: true,
	event: true,
	about: true,
	status: true,
	active: true,
	moment: true,
	priority: true,
	exclusive: true,
	when: true,
	always: true,
	any: true,
	all: true,
	not: true,
	'day-time': true,
	'day-time-alternative': true,
	'day-range': true,
	'time-range': true,
	'order-type': true,
	channel: true,
	tier: true,
	segment: true,
	store: true,
	'store-ref': true,
	spend: true,
	quantity: true,
	comparison: true,
	between: true,
	birthday: true,
	anniversary: true,
	within: true,
	'purchase-number': true,
	'member-fact': true,
	attribute: true,
	'attribute-is': true,
	earn: true,
	'every-step': true,
	limit: true,
	'limit-points': true,
	'limit-times': true,
	'limit-formula': true,
	rolling: true,
	redemption: true,
	worth: true,
	'at-most': true,
	'at-least': true,
	expiry: true,
	available: true,
	expires: true,
	duration: true,
	'period-end': true,
	test: true,
	'test-member': true,
	'test-event': true,
	'test-fact': true,
	'test-attribute': true,
	'test-line': true,
	'test-return': true,
	'test-spend': true,
	expect: true,
	'filter-ref': true,
	negation: true,
	binary: true,
	group: true,
	raw: true,
	missing: true,
	name: true,
	number: true,
	date: true,
	time: true,
	text: true,
	color: true,
	word: true,
};
