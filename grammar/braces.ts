/** The braces of a block: which of the two are there, and what is said of one that is not. */
import type { IToken } from 'chevrotain';
import type { Health } from './ast.ts';
import { problem } from './diagnostics/catalogue.ts';
import { phrase } from './diagnostics/phrases.ts';
import { fixOf, type Problem } from './diagnostics/problem.ts';
import { innerLevels } from './constructs.ts';
import type { Keyword } from './keywords.ts';
import { quoteShort } from './literals.ts';
import { openingAt } from './openings.ts';
import type { Stretch } from './segments.ts';
import type { Span } from './text.ts';
import { CloseBrace, type Lexed, OpenBrace, spanOf } from './tokens.ts';

/** What the braces give to the node that they belong to, and what is wrong with them. */
export interface Braces {
	readonly span: Span;
	readonly health: Health;
	readonly body?: Span;
	readonly problems: readonly Problem[];
}

/** The braces of a stretch. A brace that a fault before it explains is not missed twice. */
export function bracesOf(lexed: Lexed, stretch: Stretch, what: Keyword, headHealth: Health): Braces {
	const { block } = stretch;
	const open = block?.open === undefined ? undefined : lexed.tokens[block.open];
	const close = block?.close === undefined ? undefined : lexed.tokens[block.close];
	const start = lexed.tokens[stretch.from] as IToken;
	const last = lexed.tokens[stretch.to - 1] as IToken;
	const span = { start: start.startOffset, end: spanOf(last).end };
	const health: Health = open && close && headHealth === 'ok' ? 'ok' : 'incomplete';
	const problems: Problem[] = [];
	if (!open && headHealth === 'ok' && !swallows(lexed, stretch, '{')) problems.push(missingOpen(lexed, stretch));
	if (open && !close && !swallows(lexed, stretch, '}') && !endsOpen(lexed, stretch)) {
		problems.push(missingClose(open, span.end, what));
	}
	return { span, health, problems, ...(open && close && { body: { start: open.startOffset, end: spanOf(close).end } }) };
}

/** Whether a text that does not end holds a brace. */
function swallows({ tokens, unclosed }: Lexed, { from, to }: Stretch, sign: string): boolean {
	return unclosed.some((index) => from <= index && index < to && tokens[index]?.image.includes(sign));
}

/** Whether the last part opened a brace too many, which then took the one that is missing here. */
function endsOpen(lexed: Lexed, { block }: Stretch): boolean {
	const last = block?.parts.at(-1);
	if (!last || last.block) return false;
	const level = block?.level ?? 'document';
	const word = openingAt(lexed, level, last.from)?.word;
	if (word && innerLevels[level][word]) return false;
	const signs = lexed.tokens.slice(last.from, last.to).map(({ tokenType }) => tokenType);
	const opened = signs.filter((sign) => sign === OpenBrace).length;
	return opened > 0 && opened >= signs.filter((sign) => sign === CloseBrace).length;
}

function missingOpen({ tokens }: Lexed, stretch: Stretch): Problem {
	const last = tokens[(stretch.block?.from ?? stretch.to) - 1] as IToken;
	const where = spanOf(last);
	const fix = fixOf(phrase('add', { text: '{' }), [{ span: { start: where.end, end: where.end }, text: ' {' }]);
	return problem('missing-open-brace', where, { after: quoteShort(last.image) }, { fix });
}

function missingClose(open: IToken, end: number, what: Keyword): Problem {
	const fix = fixOf(phrase('add', { text: '}' }), [{ span: { start: end, end }, text: '\n}' }]);
	return problem('missing-close-brace', spanOf(open), { what }, { fix });
}
