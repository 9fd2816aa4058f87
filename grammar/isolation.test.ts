import { describe, expect, it } from 'vitest';
import type { Node, RuleDeclaration, TiersDeclaration, WhenClause } from './ast.ts';
import { parse } from './parse.ts';
import { stripSpans } from './plain.ts';

const conditions = [
	'on Mon to Fri between 11:00 and 14:00 or on Sat',
	'order type is dine_in, pickup',
	'channel is not kiosk',
	'store is "dxb-mall", chain "Bluebird Express"',
	'tier is Gold',
	'spend "Food" >= 50',
	'birthday within 3 days',
];
const clauses = [
	'about "Double points."',
	'status enabled',
	'active from 2026-01-01 until 2026-03-31',
	'priority 20',
	`when { ${conditions.join(' ')} }`,
	'earn "Food" * 2 + 10',
	'earn 5',
	'limit 500 points per transaction',
];
const tiers = [
	'tier Bronze from 0 { color #B87333  earn 1 }',
	'tier Silver from 1_000 { earn "Food" * 3 }',
	'tier Gold from 5_000 { multiply points by 1.5 }',
];

/** Damages of one clause: what is written instead of it. */
const damages: Record<string, (text: string) => string> = {
	'first word misspelt': (text) => text.replace(/^(.)(.)/, '$2$1'),
	'first word capital': (text) => text.replace(/^./, (letter) => letter.toUpperCase()),
	'first word gone': (text) => text.replace(/^\w+ /, ''),
	'second word gone': (text) => text.replace(/^(\w+) ("[^"]*"|\S+)/, '$1'),
	'last word gone': (text) => text.replace(/ ("[^"]*"|\S+)$/, ''),
	'only the first word': (text) => text.replace(/ .*$/, ''),
	'garbage after the first word': (text) => text.replace(' ', ' ?? '),
	'garbage at the end': (text) => `${text} %% ;`,
	'a word too many': (text) => `${text} extra`,
	'numbers with commas': (text) => `${text} 1,000`,
	'a parenthesis too many': (text) => `${text} )`,
	'nothing but garbage': () => '§ $ ~',
	'an impossible date': (text) => `${text} 2026-02-30`,
};
/** Damages that go on to the end of the line. */
const lineDamages: Record<string, (text: string) => string> = {
	'a quote too many': (text) => `${text} "`,
	'an open quote first': (text) => `"${text}`,
	'a quote gone': (text) => text.replace('"', '').replace(/^(\w+) (?!.*")/, '$1 "'),
};
/** Damages of the braces around a clause. */
const braceDamages: Record<string, (text: string) => string> = {
	'an open brace too many': (text) => `${text} {`,
	'a closing brace too many': (text) => `${text} }`,
	braces: (text) => `${text} { 5 }`,
};

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

interface Place {
	readonly parts: readonly string[];
	readonly around: (parts: readonly string[], joint: string) => string;
	readonly find: (declarations: readonly Node[]) => readonly Node[];
}

const other = 'rule "Other" { when { tier is Gold } earn 1 }';
const rule = (nodes: readonly Node[]) => nodes.find((node) => node.kind === 'rule') as RuleDeclaration;
const places: Record<string, Place> = {
	'clauses of a rule': {
		parts: clauses,
		around: (parts, joint) => `filter "Food" = total\nrule "Lunch rush" {${joint}${parts.join(joint)}\n}\n${other}`,
		find: (nodes) => rule(nodes).clauses,
	},
	'conditions of a when': {
		parts: conditions,
		around: (parts, joint) =>
			`filter "Food" = total\nrule "Lunch rush" {\nstatus enabled\nwhen {${joint}${parts.join(joint)}\n}\nearn 5\n}\n${other}`,
		find: (nodes) => (rule(nodes).clauses.find(({ kind }) => kind === 'when') as WhenClause).conditions,
	},
	tiers: {
		parts: tiers,
		around: (parts, joint) => `filter "Food" = total\ntiers by lifetime points {${joint}${parts.join(joint)}\n}\n${other}`,
		find: (nodes) => (nodes.find(({ kind }) => kind === 'tiers') as TiersDeclaration).tiers,
	},
};

/** The parts found after one is damaged, and the declarations around. */
function damaged({ parts, around, find }: Place, index: number, damage: (text: string) => string, joint: string) {
	const text = around(
		parts.map((part, at) => (at === index ? damage(part) : part)),
		joint,
	);
	const { document, problems } = parse(text);
	return { text, problems, parts: stripSpans(find(document.declarations)), declarations: stripSpans(document.declarations) };
}

describe.each(Object.entries(places))('%s', (_, place) => {
	const whole = damaged(place, -1, (text) => text, '\n');

	/** What a damage to each part in turn costs beside that part. */
	function costs(damage: (text: string) => string, joint: string): unknown[] {
		return place.parts.flatMap((part, index) => {
			if (damage(part) === part) return [];
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
			if (found.problems.length === 0) gone.push('a problem');
			return gone.length === 0 ? [] : [{ text: found.text, gone }];
		});
	}

	it('is whole at first', () => expect(whole.problems).toEqual([]));

	it.each(Object.entries(damages))('%s: the others stay, each on its line', (_, damage) => {
		expect(costs(damage, '\n')).toEqual([]);
	});
	it.each(Object.entries(damages))('%s: the others stay, all on one line', (_, damage) => {
		expect(costs(damage, ' ')).toEqual([]);
	});
	it.each(Object.entries({ ...lineDamages, ...braceDamages }))('%s: the others stay, each on its line', (_, damage) => {
		expect(costs(damage, '\n')).toEqual([]);
	});
});

describe('a raw clause', () => {
	it('is its exact source, and one problem', () => {
		const text =
			'rule "R" {\n  when {\n    tier is Gold\n    chanel is // which?\n      app\n    order type is pickup\n  }\n}';
		const { document, problems } = parse(text);
		const { conditions } = (document.declarations[0] as RuleDeclaration).clauses[0] as WhenClause;
		expect(conditions.map(({ kind }) => kind)).toEqual(['tier', 'raw', 'order-type']);
		expect(conditions[1]).toMatchObject({ text: 'chanel is // which?\n      app' });
		expect(problems).toMatchObject([{ code: 'unknown-clause', hint: 'Did you mean `channel`?' }]);
		expect(document.comments).toMatchObject([{ text: '// which?' }]);
	});

	it('never has a problem more than its own', () => {
		const texts = [...clauses, ...conditions]
			.filter((part) => !part.startsWith('when'))
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

	it('of a campaign hold its rules, however they are indented', () => {
		const inner = rules.join('\n').replaceAll('\n', '\n  ');
		const { document } = parse(`campaign "X" {\n  ${inner}\n}\n${rules[0]}`);
		expect(document.declarations).toMatchObject([{ kind: 'raw', unsupported: 'campaign' }, { kind: 'rule' }]);
	});

	it('of a campaign that is not closed end before the next rule at its own margin', () => {
		const { document } = parse(`campaign "X" {\n  rule "in" { earn 1 }\n${rules[0]}`);
		expect(document.declarations).toMatchObject([{ kind: 'raw', unsupported: 'campaign' }, { kind: 'rule' }]);
		expect(stripSpans(document.declarations[1])).toEqual(whole[0]);
	});
});
