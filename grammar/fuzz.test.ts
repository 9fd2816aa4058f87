import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node } from './ast.ts';
import { children, pathAt, walk } from './children.ts';
import { keywords } from './keywords.ts';
import { parse, readDocument } from './parse.ts';
import { print } from './print.ts';
import { lex, spanOf } from './tokens.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const rounds = 20_000;
const slowest = 250;

/** A small generator of numbers (mulberry32): the same seed gives the same numbers. */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const read = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const corpus = [
	read('bluebird.earn'),
	...['not-evaluated-yet.page', 'unexpected.page', 'left-over.page', 'stray-character.page'].map(
		(name) => read(name).split('─'.repeat(60))[0],
	),
].flatMap((text = '') => [text, ...text.split(/\n(?=rule|tiers|filter|campaign)/)]);
const signs = [
	'{',
	'}',
	'(',
	')',
	'"',
	',',
	'%',
	'=',
	'!=',
	'<=',
	'>=',
	'-',
	'+',
	'*',
	'/',
	'//',
	'\n',
	'\r\n',
	' ',
	'\\',
	'#',
	';',
];
const values = [
	'1_000',
	'1,000',
	'.5',
	'2026-02-30',
	'2026-11-27',
	'25:00',
	'#B87333',
	'#x',
	'"Food"',
	'app',
	'Mon',
	'Monday',
	'٥',
];
const oddities = [
	'\u202e',
	'\u0000',
	'\ud800',
	'😀',
	'\ufeff',
	'\u2028',
	'rule "X" {',
	'when {',
	'any {',
	'or on',
	'((((',
	'}}}',
];
const pieces = [...Object.keys(keywords), ...signs, ...values, ...oddities];

function mutate(text: string, random: () => number): string {
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
	const at = () => Math.floor(random() * (text.length + 1));
	const tokens = lex(text).tokens;
	const token = tokens.length > 0 ? spanOf(pick(tokens)) : { start: 0, end: text.length };
	switch (Math.floor(random() * 9)) {
		case 0:
			return text.slice(0, token.start) + text.slice(token.end);
		case 1:
			return text.slice(0, token.start) + pick(pieces) + text.slice(token.end);
		case 2:
			return `${text.slice(0, token.end)} ${pick(pieces)} ${text.slice(token.end)}`;
		case 3: {
			const index = at();
			return text.slice(0, index) + pick(pieces) + text.slice(index);
		}
		case 4: {
			const [from = 0, to = 0] = [at(), at()].sort((a, b) => a - b);
			return text.slice(0, from) + text.slice(Math.min(to, from + 40));
		}
		case 5:
			return text.slice(0, at());
		case 6: {
			const lines = text.split('\n');
			const line = Math.floor(random() * lines.length);
			lines.splice(Math.floor(random() * lines.length), 0, ...lines.splice(line, 1 + Math.floor(random() * 3)));
			return lines.join('\n');
		}
		case 7:
			return text + pick(corpus);
		default:
			return text.replace(text.slice(token.start, token.end), (word) =>
				word
					.split('')
					.sort(() => random() - 0.5)
					.join(''),
			);
	}
}

/** How long a text takes to read, at best: the machine may have been busy the first time. */
function milliseconds(text: string): number {
	let least = Number.POSITIVE_INFINITY;
	for (let attempt = 0; attempt < 5 && least > slowest; attempt++) {
		const started = performance.now();
		parse(text);
		least = Math.min(least, performance.now() - started);
	}
	return least;
}

/** What must hold of any text at all; the first breach in words. */
function breach(text: string): string | undefined {
	const started = performance.now();
	const { document, problems } = parse(text);
	const took = performance.now() - started > slowest ? milliseconds(text) : 0;
	if (took > slowest) return `took ${took} ms`;
	const inside = ({ start, end }: { start: number; end: number }) => 0 <= start && start <= end && end <= text.length;
	const outside = problems.find(({ span }) => !inside(span));
	if (outside) return `${outside.code} lies outside of the text`;
	const { tokens, comments } = lex(text);
	if (document.comments.length !== comments.length) return 'a comment vanished';
	let at = 0;
	for (const token of tokens) {
		const span = spanOf(token);
		while ((document.declarations[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
		if ((document.declarations[at]?.span.start ?? Number.POSITIVE_INFINITY) > span.start) return `${token.image} vanished`;
	}
	return breachOfTree(document, text, problems.length);
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

describe('any text', () => {
	it(`is read: ${rounds} damaged programs`, { timeout: 240_000 }, () => {
		const random = generator(seed);
		for (let round = 0; round < rounds; round++) {
			let text = corpus[Math.floor(random() * corpus.length)] as string;
			for (let count = 1 + Math.floor(random() * 4); count > 0; count--) text = mutate(text, random).slice(0, 4_000);
			const fault = attempt(() => breach(text));
			expect({ SEED: seed, round, text, fault }).toMatchObject({ fault: 'none' });
		}
	});

	it('is found and printed at every offset', () => {
		const random = generator(seed);
		for (let round = 0; round < 50; round++) {
			const text = mutate(mutate(corpus[round % corpus.length] as string, random), random);
			const { document } = parse(text);
			for (let offset = 0; offset <= text.length; offset += 7) expect(pathAt(document, offset)[0]).toBe(document);
			const fault = attempt(() => void print(document));
			expect({ SEED: seed, round, text, fault }).toMatchObject({ fault: 'none' });
		}
	});
});

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
