/** Which words of a declaration begin lines, and how far they are indented. */
import type { IToken } from 'chevrotain';
import type {
	CampaignClause,
	Condition,
	Declaration,
	ExpiryClause,
	ProgramSetting,
	RedemptionClause,
	RuleClause,
	TestClause,
	TestEvent,
	TestMember,
	Tier,
	TierClause,
} from '../ast.ts';
import { columns } from '../columns.ts';
import type { Span } from '../text.ts';
import { type Lexed, spanOf } from '../tokens.ts';
import { type Row, rowOf } from './rows.ts';
import { mayBreakBefore, spaceBefore } from './spacing.ts';

/** The columns of a line, comments behind it aside. */
const mostColumns = 100;
const step = 2;
const continuation = 4;

/** Where a word stands. */
export interface Place {
	/** The first word of a declaration or clause, a `{` or `}` around clauses, or any other. */
	readonly role: 'item' | 'open' | 'close' | 'rest';
	/** Whether it begins a line. Behind a comment it does in any case. */
	readonly begins: boolean;
	/** Columns before it where it begins a line. */
	readonly indent: number;
	/** Columns before a comment on a line of its own above it. */
	readonly commentIndent: number;
	/** Columns between it and the word before on its line. */
	readonly space: number;
}

/** A declaration, or a clause of one. */
export type Item =
	| Declaration
	| ProgramSetting
	| Tier
	| TierClause
	| CampaignClause
	| RuleClause
	| Condition
	| RedemptionClause
	| ExpiryClause
	| TestClause
	| TestMember['facts'][number]
	| TestEvent['facts'][number];

/** What stands in the braces of an item. */
export interface Block {
	readonly body: Span;
	readonly parts: readonly Item[];
}

/** The braces of an item; undefined where it has none. */
export function blockOf(item: Item): Block | undefined {
	if (!('body' in item) || !item.body) return undefined;
	return { body: item.body, parts: partsOf(item) };
}

function partsOf(item: Extract<Item, { readonly body?: Span }>): readonly Item[] {
	if ('settings' in item) return item.settings;
	if ('tiers' in item) return item.tiers;
	if ('conditions' in item) return item.conditions;
	return 'facts' in item ? item.facts : item.clauses;
}

/** What may stand on one line with several parts: `rule "Check in" on check_in { earn 10  limit once per day }`. */
const shortKinds: ReadonlySet<Item['kind']> = new Set([
	'tier-declaration',
	'rule',
	'when',
	'any',
	'all',
	'not',
	'expiry',
	'test-member',
]);

/** Plans the declarations of a text one by one. */
export class Planner {
	/** By the index of each word of a declaration that was planned. */
	readonly places: Place[] = [];
	/** Items whose parts line up with those of their neighbours, by the index of their first word. */
	readonly rows = new Map<number, Row>();
	private readonly text: string;
	private readonly tokens: readonly IToken[];
	private readonly wordAt: ReadonlyMap<number, number>;
	private readonly wordEndingAt: ReadonlyMap<number, number>;

	constructor({ text, tokens }: Lexed) {
		this.text = text;
		this.tokens = tokens;
		this.wordAt = new Map(tokens.map((token, index) => [spanOf(token).start, index]));
		this.wordEndingAt = new Map(tokens.map((token, index) => [spanOf(token).end, index]));
	}

	/** Plans a declaration or clause that begins a line. */
	plan(item: Item, indent = 0): void {
		const from = this.wordAt.get(item.span.start) ?? 0;
		const to = (this.wordEndingAt.get(item.span.end) ?? 0) + 1;
		const later = indent + continuation;
		for (let index = from; index < to; index++) {
			const space = spaceBefore(this.tokens, index);
			this.places[index] = { role: 'rest', begins: false, indent: later, commentIndent: later, space };
		}
		this.place(from, { role: 'item', begins: true, indent, commentIndent: indent });
		const block = blockOf(item);
		const isOnOneLine = block === undefined || this.planBlock(item, block, { from, to, indent });
		if (!block) this.wrap(from, to, indent);
		const row = rowOf(item, from, isOnOneLine, (offset) => this.wordAt.get(offset) ?? from);
		if (row) this.rows.set(from, row);
	}

	/** Plans what is in braces; says whether it stays on the line of its head. */
	private planBlock(
		item: Item,
		{ body, parts }: Block,
		{ from, to, indent }: { from: number; to: number; indent: number },
	): boolean {
		const open = this.wordAt.get(body.start) ?? from;
		const close = to - 1;
		const inner = indent + step;
		this.place(open, { role: 'open', indent, commentIndent: indent });
		this.place(close, { role: 'close', begins: parts.length > 0, indent, commentIndent: inner });
		if (parts.length === 0) {
			this.place(close, { space: 0 });
			return !this.followsComment(close);
		}
		for (const part of parts) this.plan(part, inner);
		const firsts = parts.map((part) => this.wordAt.get(part.span.start) ?? from);
		// Wider, so that several clauses of a tier can be told apart on their line.
		for (const first of firsts.slice(1)) this.place(first, { space: 2 });
		if (!this.mayShareLine(item, body, parts) || indent + this.width(from, to) > mostColumns) return false;
		for (const index of [...firsts, close]) this.place(index, { begins: false });
		return true;
	}

	/** Something short may have all its parts on its line, anything else one; but only where it was written so. */
	private mayShareLine(item: Item, body: Span, parts: readonly Item[]): boolean {
		const isLong = parts.length > 1 || parts.some((part) => blockOf(part));
		if (isLong && !shortKinds.has(item.kind)) return false;
		return !/[\r\n]/.test(this.text.slice(body.start, body.end));
	}

	/** Breaks a clause that is too long for its line; a comment inside it breaks it in any case. */
	private wrap(from: number, to: number, indent: number): void {
		let start = from;
		for (let index = from + 1; index <= to; index++) {
			if (index < to && !this.followsComment(index)) continue;
			const own = start === from ? indent : indent + continuation;
			if (own + this.width(start, index) > mostColumns) this.wrapStretch(start, index, own, indent + continuation);
			start = index;
		}
	}

	/** Where its author broke it, it stays broken; where that is not enough, as much as fits goes on each line. */
	private wrapStretch(from: number, to: number, indent: number, later: number): void {
		const chunks = [from];
		for (let index = from + 1; index < to; index++) if (mayBreakBefore(this.tokens, index)) chunks.push(index);
		const written = chunks.slice(1).filter((index) => this.followsBreak(index));
		const lines = [from, ...written].map(
			(start, index) => this.width(start, written[index] ?? to) + (index > 0 ? later : indent),
		);
		const begins = lines.every((columns) => columns <= mostColumns) ? written : this.filled(chunks, to, indent, later);
		for (const index of begins) this.place(index, { begins: true });
	}

	/** Where lines begin when each is filled with as many of some chunks as it holds. */
	private filled(chunks: readonly number[], to: number, indent: number, later: number): number[] {
		const begins: number[] = [];
		let column = indent;
		for (const [position, chunk] of chunks.entries()) {
			const width = this.width(chunk, chunks[position + 1] ?? to);
			const space = position === 0 ? 0 : (this.places[chunk]?.space ?? 0);
			const isFull = position > 0 && column + space + width > mostColumns;
			if (isFull) begins.push(chunk);
			column = isFull ? later + width : column + space + width;
		}
		return begins;
	}

	/** The columns of some words on one line. */
	private width(from: number, to: number): number {
		let width = 0;
		for (let index = from; index < to; index++) {
			width += columns(this.tokens[index]?.image ?? '') + (index > from ? (this.places[index]?.space ?? 0) : 0);
		}
		return width;
	}

	private followsComment(index: number): boolean {
		return this.gapBefore(index).trim() !== '';
	}

	private followsBreak(index: number): boolean {
		return /[\r\n]/.test(this.gapBefore(index));
	}

	private gapBefore(index: number): string {
		const [before, token] = [this.tokens[index - 1], this.tokens[index]];
		return before && token ? this.text.slice(spanOf(before).end, spanOf(token).start) : '';
	}

	private place(index: number, change: Partial<Place>): void {
		this.places[index] = { ...(this.places[index] as Place), ...change };
	}
}
