import { describe, expect, it } from 'vitest';
import type { Node, RuleDeclaration, WhenClause } from './ast.ts';
import { children } from './children.ts';
import { parse } from './parse.ts';
import { stripSpans } from './plain.ts';
import {
	braceDamages,
	campaign,
	clauses,
	conditions,
	damages,
	event,
	expiry,
	lineDamages,
	member,
	redemption,
	settings,
	tests,
	tiers,
} from './testing/damages.ts';

/** Says which parts of `all` are missing among `found`, in their order. */
function lost(all: readonly { readonly kind: string }[], found: readonly unknown[]): string[] {
	let at = 0;
	const gone = all.filter((part) => {
		const index = found.findIndex((candidate, index) => index >= at && JSON.stringify(candidate) === JSON.stringify(part));
		if (index < 0) return true;
		at = index + 1;
		return false;
	});
	return gone.map(({ kind }) => kind);
}

/** Whether there is an attribute more than before: what is no word of the language may be the name of one. */
function sayMore(before: readonly unknown[], found: readonly { readonly kind: string }[]): boolean {
	const known = new Set(before.map((part) => JSON.stringify(part)));
	return found.some((part) => part.kind.endsWith('attribute') && !known.has(JSON.stringify(part)));
}

interface Place {
	readonly parts: readonly string[];
	readonly around: (parts: readonly string[], joint: string) => string;
	readonly find: (declarations: readonly Node[]) => readonly Node[];
	/** What stands around the braces is of the same kind, so that a `}` too many cannot be told from theirs. */
	readonly isGroup?: true;
	/** The parts whose braces may hold what stands around them. */
	readonly shares?: RegExp;
}

/** A block that is not closed takes the clauses after it that may stand in it too: nothing tells them apart. */
function isUnbraced({ isGroup, shares }: Place, part: string, damaged: string): boolean {
	if (!shares?.test(part)) return false;
	const [opened, closed] = ['{', '}'].map((brace) => damaged.replace(/"[^"]*("|$)/g, '').split(brace).length);
	return opened !== closed || (isGroup === true && opened === 1);
}

const filter = 'filter "Food" = total';
const other = 'tiers by hand { tier Gold { earn 1 } }';
const nothing: Node = { kind: 'raw', span: { start: 0, end: 0 }, text: '' };
const only = (nodes: readonly Node[], kind: Node['kind']) => nodes.find((node) => node.kind === kind) ?? nothing;
const partsOf = (node: Node): readonly Node[] =>
	children(node).filter(({ kind }) => kind !== 'name' && kind !== 'event' && kind !== 'moment' && kind !== 'tier-basis');

/** Parts in the braces of a declaration of its own. */
function inBraces(kind: Node['kind'], head: string, parts: readonly string[]): Place {
	return {
		parts,
		around: (parts, joint) => `${filter}\n${head} {${joint}${parts.join(joint)}\n}\n${other}`,
		find: (nodes) => partsOf(only(nodes, kind)),
	};
}

/** Parts in the braces of a clause of a declaration, with a clause before and one after it. */
function inClause(path: readonly Node['kind'][], heads: readonly [string, string, string], parts: readonly string[]): Place {
	const [before, head, after] = heads;
	return {
		parts,
		around: (parts, joint) => `${filter}\n${before}\n ${head} {${joint}${parts.join(joint)}\n }\n ${after}\n${other}`,
		shares: /^(any|all|rule) /,
		find: (nodes) => path.reduce((parts, kind) => partsOf(only(parts, kind)), nodes),
	};
}

const places: Record<string, Place> = {
	'settings of a program': inBraces('program', 'program "Bluebird"', settings),
	'clauses of a rule': inBraces('rule', 'rule "Lunch rush"', clauses),
	'clauses of a campaign': { ...inBraces('campaign', 'campaign "Black Friday"', campaign), shares: /^rule / },
	'clauses of a redemption': inBraces('redemption', 'redemption', redemption),
	'clauses of an expiry': inBraces('expiry', 'expiry', expiry),
	'parts of a test': inBraces('test', 'test "Saturday"', tests),
	tiers: {
		parts: tiers,
		around: (parts, joint) =>
			`${filter}\ntiers by lifetime points {${joint}${parts.join(joint)}\n}\nrule "Other" { earn 1 }`,
		find: (nodes) => partsOf(only(nodes, 'tiers')),
	},
	'conditions of a when': inClause(['rule', 'when'], ['rule "R" {\nstatus enabled', 'when', 'earn 5\n}'], conditions),
	'conditions of a group': {
		...inClause(
			['rule', 'when', 'any'],
			['rule "R" {\nwhen {\ntier is Gold', 'any', 'channel is app\n}\nearn 5\n}'],
			conditions,
		),
		isGroup: true,
	},
	'clauses of a rule of a campaign': {
		...inClause(
			['campaign', 'rule'],
			['campaign "C" {\n budget 5 points', 'rule "R"', 'rule "Next" { earn 1 }\n}'],
			clauses,
		),
		isGroup: true,
	},
	'facts of a member': inClause(['test', 'test-member'], ['test "T" {', 'member', 'expect total 5\n}'], member),
	'facts of an event': inClause(
		['test', 'test-event'],
		['test "T" {\nmember { tier Gold }', 'purchase at 2026-02-07', 'expect total 5\n}'],
		event,
	),
};

/** The parts found after one is damaged, and the declarations around. */
function damaged({ parts, around, find }: Place, index: number, damage: (text: string) => string, joint: string) {
	const text = around(
		parts.map((part, at) => (at === index ? damage(part) : part)),
		joint,
	);
	const { document, problems } = parse(text);
	return { problems, parts: stripSpans(find(document.declarations)), declarations: stripSpans(document.declarations) };
}

describe.each(Object.entries(places))('%s', (_, place) => {
	const whole = damaged(place, -1, (text) => text, '\n\t');

	/** What a damage to each part in turn costs beside that part. */
	function costs(damage: (text: string) => string, joint: string): string[] {
		return place.parts.flatMap((part, index) => {
			if (damage(part) === part || isUnbraced(place, part, damage(part))) return [];
			const found = damaged(place, index, damage, joint);
			const siblings = whole.parts.filter((_, at) => at !== index);
			const gone = lost([...siblings], found.parts);
			const around = [whole.declarations[0], whole.declarations.at(-1)];
			gone.push(
				...lost(
					around.filter((node) => node !== undefined),
					found.declarations,
				),
			);
			if (found.problems.length === 0 && !sayMore(whole.parts, found.parts)) gone.push('a problem');
			return gone.length === 0 ? [] : [`${damage(part)} costs ${gone.join(', ')}`];
		});
	}

	it('is whole at first', () => expect(whole.problems).toEqual([]));

	it.each(Object.entries(damages))('%s: the others stay, each on its line', (_, damage) => {
		expect(costs(damage, '\n\t')).toEqual([]);
	});
	it.each(Object.entries(damages))('%s: the others stay, all on one line', (_, damage) => {
		expect(costs(damage, ' ')).toEqual([]);
	});
	it.each(Object.entries({ ...lineDamages, ...braceDamages }))('%s: the others stay, each on its line', (name, damage) => {
		if (place.isGroup && name === 'a closing brace too many') return;
		expect(costs(damage, '\n\t')).toEqual([]);
	});
});

describe('a raw clause', () => {
	it('is its exact source, and one problem', () => {
		const text =
			'rule "R" {\n  when {\n    tier is Gold\n    brithday within // how long?\n      3 days\n    order type is pickup\n  }\n}';
		const { document, problems } = parse(text);
		const { conditions } = (document.declarations[0] as RuleDeclaration).clauses[0] as WhenClause;
		expect(conditions.map(({ kind }) => kind)).toEqual(['tier', 'raw', 'order-type']);
		expect(conditions[1]).toMatchObject({ text: 'brithday within // how long?\n      3 days' });
		expect(problems).toMatchObject([{ code: 'unknown-clause', hint: 'Did you mean `birthday`?' }]);
		expect(document.comments).toMatchObject([{ text: '// how long?' }]);
	});

	it('never has a problem more than its own', () => {
		const texts = [...clauses, ...conditions]
			.filter((part) => !/^(when|any|all) /.test(part))
			.flatMap((part) => [...Object.values(damages), ...Object.values(lineDamages)].map((damage) => damage(part)));
		const crowded = texts.filter((text) => {
			const { document, problems } = parse(`rule "R" {\n${text}\n}`);
			const raw = (document.declarations[0] as RuleDeclaration).clauses.filter(({ kind }) => kind === 'raw');
			return raw.length === 1 && problems.length !== 1;
		});
		expect(crowded).toEqual([]);
	});
});

describe('braces', () => {
	const rules = ['A', 'B', 'C'].map(
		(name) =>
			`rule "${name}" {\n  status enabled\n  when {\n    channel is app\n    tier is Gold\n  }\n  earn 5\n  priority 1\n}`,
	);
	const whole = stripSpans(parse(rules.join('\n')).document.declarations);

	/** The rule with the brace at an index taken away. */
	function without(text: string, nth: number): string {
		let count = 0;
		return text.replace(/[{}]/g, (brace) => (count++ === nth ? '' : brace));
	}

	it.each([
		[0, 'missing-open-brace'],
		[1, 'missing-open-brace'],
		[2, 'missing-close-brace'],
		[3, 'missing-close-brace'],
	])('brace %i missing costs nothing but itself', (nth, code) => {
		for (const broken of [0, 1, 2]) {
			const text = rules.map((rule, index) => (index === broken ? without(rule, nth) : rule)).join('\n');
			const { document, problems } = parse(text);
			expect(problems.map((problem) => problem.code)).toEqual([code]);
			expect(stripSpans(document.declarations)).toEqual(whole);
		}
	});

	it('first braces missing in every rule cost nothing but themselves', () => {
		const { document, problems } = parse(rules.map((rule) => without(rule, 0)).join('\n'));
		expect(problems.map(({ code }) => code)).toEqual(Array(3).fill('missing-open-brace'));
		expect(stripSpans(document.declarations)).toEqual(whole);
	});

	it('make the rule incomplete and its body unknown while one is missing', () => {
		const { document } = parse(without(rules[0] ?? '', 3));
		expect(document.declarations[0]).toMatchObject({ health: 'incomplete' });
		expect(document.declarations[0]).not.toHaveProperty('body');
	});

	it('are not missed where an open quote swallowed them', () => {
		const { document, problems } = parse(`rule "A {\n  earn 5\n}\n${rules[1]}`);
		expect(problems.map(({ code }) => code)).toEqual(['unclosed-text']);
		expect(document.declarations).toMatchObject([{ name: { kind: 'missing', span: { start: 5, end: 9 } } }, {}]);
		expect(stripSpans(document.declarations[1])).toEqual(whole[1]);
	});

	const inner = rules.join('\n').replaceAll('\n', '\n  ');

	it.each(['  ', '\t', ' '])('of a campaign hold its rules, indented by %j', (indent) => {
		const { document, problems } = parse(`campaign "X" {\n  ${inner.replaceAll('\n  ', `\n${indent}`)}\n}\n${rules[0]}`);
		expect(problems).toEqual([]);
		expect(document.declarations).toMatchObject([{ kind: 'campaign' }, { kind: 'rule' }]);
		expect(stripSpans(document.declarations[0])).toMatchObject({ clauses: whole });
	});

	it('of a rule that are missing in a campaign cost nothing but themselves', () => {
		for (const [nth, code] of [
			[1, 'missing-open-brace'],
			[2, 'missing-open-brace'],
			[3, 'missing-close-brace'],
		] as const) {
			const { document, problems } = parse(`${without(`campaign "X" {\n  ${inner}\n}`, nth)}\nfilter "Food" = total`);
			expect(problems.map((problem) => problem.code)).toEqual([code]);
			expect(stripSpans(document.declarations)).toMatchObject([{ clauses: whole }, { kind: 'filter' }]);
		}
	});

	it.each([
		'program "P" { currency AED }',
		'tiers by hand { tier Gold { } }',
		'segment "Staff"',
		'attribute member vip flag',
		'filter "Food" = total',
		'exclusive "Set" picks highest points',
		'campaign "Other" { budget 5 points }',
		'redemption { at most 50% of "Food" }',
		'expiry { expires at year end }',
		'test "T" { expect total 5 }',
	])('of a campaign that are not closed are missed where %s begins', (next) => {
		const { document, problems } = parse(`campaign "X" {\n  ${inner}\n\n${next}`);
		expect(problems.map(({ code }) => code)).toEqual(['missing-close-brace']);
		expect(stripSpans(document.declarations)).toMatchObject([{ kind: 'campaign', clauses: whole }, {}]);
		expect(stripSpans(document.declarations[1])).toEqual(stripSpans(parse(next).document.declarations[0]));
	});

	it.each([
		['when { any { channel is app  vip }  tier is Gold }', 1],
		['when { tier is Gold  not { all { channel is app } balance > 5 } }', 1],
	])('of the groups of %s are missed one by one', (text, first) => {
		const around = (when: string) => `rule "A" {\n  ${when.replaceAll('  ', '\n    ')}\n  earn 5\n}\n${rules[1]}`;
		const expected = stripSpans(parse(around(text)).document.declarations);
		for (let nth = first; nth < text.split('{').length - 1; nth++) {
			const open = text.split(/(?=\{)/).map((part, index) => (index === nth + 1 ? part.slice(1) : part));
			const { document, problems } = parse(around(open.join('')));
			expect(problems.map(({ code }) => code)).toEqual(['missing-open-brace']);
			expect(stripSpans(document.declarations)).toEqual(expected);
		}
	});

	it('that are missing at the end of a group take the conditions after it, and nothing else', () => {
		const { document, problems } = parse(`rule "A" {\n  when {\n any {\n vip\n tier is Gold\n }\n earn 5\n}\n${rules[1]}`);
		expect(problems.map(({ code }) => code)).toEqual(['missing-close-brace']);
		expect(stripSpans(document.declarations)).toMatchObject([
			{
				clauses: [
					{ conditions: [{ kind: 'any', conditions: [{ kind: 'attribute' }, { kind: 'tier' }] }] },
					{ kind: 'earn' },
				],
			},
			whole[1],
		]);
	});

	it('of what happens in a test may be left out', () => {
		const { document, problems } = parse('test "T" {\n check_in at 2026-02-07\n expect total 5 }');
		expect(problems).toEqual([]);
		expect(document.declarations).toMatchObject([
			{ clauses: [{ kind: 'test-event', health: 'ok', facts: [] }, { kind: 'expect' }] },
		]);
	});

	it.each([
		['member {', 'member', 'missing-open-brace'],
		['purchase at 2026-02-07 {', 'purchase at 2026-02-07', 'missing-open-brace'],
		['segment "Staff" }', 'segment "Staff"', 'missing-close-brace'],
		['channel app }', 'channel app', 'missing-close-brace'],
	])('of a test: %s without its brace', (written, broken, code) => {
		const text =
			'test "T" {\n member {\n  tier Gold\n  segment "Staff" }\n purchase at 2026-02-07 {\n  taxes 5\n  channel app }\n expect total 5\n}';
		const { document, problems } = parse(`${text.replace(written, broken)}\n${rules[0]}`);
		expect(problems.map((problem) => problem.code)).toEqual([code]);
		expect(stripSpans(document.declarations)).toEqual(stripSpans(parse(`${text}\n${rules[0]}`).document.declarations));
	});
});
