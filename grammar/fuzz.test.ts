import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document, Node } from './ast.ts';
import { children, pathAt, walk } from './children.ts';
import type { Problem } from './diagnostics/problem.ts';
import { format } from './format.ts';
import { parse, readDocument } from './parse.ts';
import { print } from './print.ts';
import { Chance } from './testing/chance.ts';
import { damaged, randomDamage } from './testing/mutations.ts';
import { randomDeclaration, randomProgram } from './testing/random-program.ts';
import { lex, spanOf } from './tokens.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const cases = Number(process.env['CASES'] ?? 200_000);
const slowestMs = 100;
/** A text is damaged again and again up to this length. */
const longest = 700;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const examples = readdirSync(new URL('../examples/', import.meta.url), { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.earn'))
	.map((path) => read(`../examples/${path}`));
/** Whole programs are long; most of what can go wrong goes wrong in a few declarations. */
const corpus = [...examples, read('./fixtures/bluebird.earn')].flatMap((text) => text.split(/\n(?=[a-z])/));

function freshText(chance: Chance): string {
	const share = chance.next();
	if (share < 0.3) return `${chance.pick(corpus)}\n${chance.happens(0.3) ? chance.pick(corpus) : ''}`;
	return share < 0.85 ? randomDeclaration(chance, 0) : randomProgram(chance, 2);
}

/** How long a text takes to read and to lay out, at best: the machine may have been busy the first time. */
function least(text: string, firstMs: number): number {
	let leastMs = firstMs;
	for (let attempt = 0; attempt < 10 && leastMs > slowestMs; attempt++) {
		const started = performance.now();
		format(text, parse(text));
		leastMs = Math.min(leastMs, performance.now() - started);
	}
	return leastMs;
}

/** What must hold of any text at all; the first breach in words. */
function breach(text: string, seen: Seen): string | undefined {
	const started = performance.now();
	const parsed = parse(text);
	const edits = format(text, parsed);
	const tookMs = least(text, performance.now() - started);
	seen.count(text, parsed.document, parsed.problems);
	if (tookMs > slowestMs) return `took ${tookMs} ms`;
	const inside = ({ start, end }: { start: number; end: number }) => 0 <= start && start <= end && end <= text.length;
	const outside = placesOf(parsed.problems).find(({ span }) => !inside(span));
	if (outside) return `${outside.code} lies outside of the text`;
	if (!edits.every(({ span }) => inside(span))) return 'it is laid out outside of the text';
	return breachOfWords(text, parsed.document) ?? breachOfTree(parsed.document, text, parsed.problems.length);
}

/** The spans of problems, of their second places and of their fixes. */
function placesOf(problems: readonly Problem[]) {
	return problems.flatMap(({ code, span, related, fix }) =>
		[span, ...(related ? [related.span] : []), ...(fix?.edits.map((edit) => edit.span) ?? [])].map((span) => ({
			code,
			span,
		})),
	);
}

/** Every word is in a declaration, every comment in the list of them. */
function breachOfWords(text: string, { declarations, comments }: Document): string | undefined {
	const lexed = lex(text);
	if (comments.length !== lexed.comments.length) return 'a comment vanished';
	let at = 0;
	for (const token of lexed.tokens) {
		const span = spanOf(token);
		while ((declarations[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
		if ((declarations[at]?.span.start ?? Number.POSITIVE_INFINITY) > span.start) return `${token.image} vanished`;
	}
	return undefined;
}

function breachOfTree(document: Node, text: string, problems: number): string | undefined {
	let found: string | undefined;
	walk(document, (node) => {
		const { span } = node;
		const isHole = node.kind === 'missing' || node.kind === 'raw' || ('health' in node && node.health === 'incomplete');
		if (isHole && problems === 0) found ??= `${node.kind} without a problem`;
		if (node.kind === 'raw' && node.text !== text.slice(span.start, span.end)) found ??= 'a raw text is not its source';
		if (span.start > span.end) found ??= `${node.kind} ends before it begins`;
		let end = span.start;
		for (const child of children(node)) {
			if (child.span.start < end || child.span.end > span.end) found ??= `${child.kind} in ${node.kind} is out of place`;
			end = child.span.end;
		}
	});
	return found;
}

/** What went wrong, in words; an exception is the worst of it. */
function attempt(work: () => string | undefined): string {
	try {
		return work() ?? 'none';
	} catch (error) {
		return String(error);
	}
}

/** What the texts came to, so that nobody praises a test that saw nothing. */
class Seen {
	texts = 0;
	characters = 0;
	withProblems = 0;
	readonly damages = new Map<string, number>();
	/** In how many texts a kind of declaration stood, and in how many without a fault of its own. */
	readonly declarations = new Map<string, number>();
	readonly whole = new Map<string, number>();
	readonly nodes = new Set<string>();
	readonly codes = new Set<string>();

	count(text: string, document: Document, problems: readonly Problem[]): void {
		this.texts++;
		this.characters += text.length;
		if (problems.length > 0) this.withProblems++;
		for (const { code } of problems) this.codes.add(code);
		for (const kind of new Set(document.declarations.map((each) => each.kind))) add(this.declarations, kind);
		const whole = document.declarations.filter((each) => 'health' in each && each.health === 'ok');
		for (const kind of new Set(whole.map((each) => each.kind))) add(this.whole, kind);
		// A sample is enough to say what was never reached.
		if (this.texts % 10 === 0) walk(document, ({ kind }) => void this.nodes.add(kind));
	}

	share(count: number | undefined): number {
		return (count ?? 0) / this.texts;
	}

	table(): string {
		const percent = (count: number | undefined) => `${(this.share(count) * 100).toFixed(2)} %`;
		const rows = [...this.declarations].map(
			([kind, count]) => `${kind} ${percent(count)}, sound ${percent(this.whole.get(kind))}`,
		);
		const mean = Math.round(this.characters / this.texts);
		return [
			`${this.texts} texts of ${mean} characters from SEED=${seed}; with problems ${percent(this.withProblems)}`,
			...rows.sort(),
			...[...this.damages].map(([damage, count]) => `${damage} ${count}`).sort(),
		].join('\n  ');
	}
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Every kind of node; the compiler sees that none is forgotten. */
const kinds: Record<Exclude<Node['kind'], 'document'>, true> = {
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

describe('any text', () => {
	it(`is read and laid out: ${cases} damaged programs`, () => {
		const chance = new Chance(seed);
		const seen = new Seen();
		let text = freshText(chance);
		let report = 'none';
		for (let count = 0; count < cases && report === 'none'; count++) {
			const before = text;
			const damage = randomDamage(chance);
			text = damaged(before, damage, chance);
			add(seen.damages, damage);
			const fault = attempt(() => breach(text, seen));
			if (fault !== 'none')
				report = `${fault} at text ${count}: ${damage}\n${JSON.stringify(before)}\n${JSON.stringify(text)}`;
			if (text.length > longest || text.length < 8 || chance.happens(0.3)) text = freshText(chance);
		}
		expect({ SEED: seed, report }).toEqual({ SEED: seed, report: 'none' });
		console.info(seen.table());
		if (cases >= 200_000) expectReach(seen);
	});

	it('is found and printed at every offset', () => {
		const chance = new Chance(seed);
		for (let round = 0; round < 200; round++) {
			const text = damaged(damaged(freshText(chance), 'break', chance), 'delete', chance);
			const { document } = parse(text);
			for (let offset = 0; offset <= text.length; offset += 7) expect(pathAt(document, offset)[0]).toBe(document);
			const fault = attempt(() => void print(document));
			expect({ SEED: seed, round, text, fault }).toMatchObject({ fault: 'none' });
		}
	});
});

/** The texts must have been worth it: damaged, but not beyond recognition, and of everything that the language has. */
function expectReach(seen: Seen): void {
	expect(seen.share(seen.withProblems)).toBeGreaterThan(0.5);
	expect(seen.share(seen.withProblems)).toBeLessThan(0.98);
	const declared = ['program', 'tiers', 'filter', 'rule', 'campaign', 'test', 'redemption', 'expiry'];
	declared.push('segment-declaration', 'attribute-declaration', 'exclusive-declaration');
	for (const kind of declared) {
		expect([kind, seen.share(seen.declarations.get(kind)) > 0.01]).toEqual([kind, true]);
		expect([kind, seen.share(seen.whole.get(kind)) > 0.005]).toEqual([kind, true]);
	}
	expect(Object.keys(kinds).filter((kind) => !seen.nodes.has(kind))).toEqual([]);
	expect(seen.codes.size).toBeGreaterThan(15);
	expect(seen.damages.get('grow')).toBeGreaterThan(50);
}

describe('the work grows with the text, not faster', () => {
	const families: Record<string, string> = {
		rules: 'rule "a" { when { channel is app, web } earn "Food" * 2 }\n',
		'open braces': '{',
		'closed braces': '}',
		'open rules': 'rule "a" { ',
		'open whens': 'when { ',
		'open campaigns': 'campaign "a" {\n rule "b" {',
		'broken clauses': 'status 5 ',
		'halves of clauses': 'spend >= ',
		'closed too early': 'earn 1 } ',
		quotes: '"',
		words: 'x\n',
		commas: 'channel is ,,,, ',
		digits: '1',
		minuses: '-',
		parentheses: '(',
		backslashes: '"\\',
		'tiers and tiers': 'tier a { } ',
		'invisible characters': '\u202e',
	};

	/** How often the words of a text are looked at while it is read. */
	function looks(text: string): number {
		let count = 0;
		const lexed = lex(text);
		const tokens = new Proxy(lexed.tokens as unknown[], {
			get(target, key, receiver) {
				count++;
				return Reflect.get(target, key, receiver);
			},
		});
		readDocument({ ...lexed, tokens: tokens as typeof lexed.tokens });
		return count;
	}

	it.each(Object.entries(families))('%s', (_, family) => {
		const prefix = 'rule "a" { when { ';
		for (const start of ['', prefix]) {
			const small = looks(start + family.repeat(500));
			const large = looks(start + family.repeat(2_000));
			expect(large / small).toBeLessThan(4 * 1.25);
		}
	});
});
