/** Why a clause could not be read as it stands, in the user's words. */
import { EOF, type IRecognitionException, type IToken } from 'chevrotain';
import { problem } from './diagnostics/catalogue.ts';
import type { Problem } from './diagnostics/problem.ts';
import { nearest } from './diagnostics/suggest.ts';
import { isKeyword, keywords, longDays, shortDays } from './keywords.ts';
import { faultOf, quoteShort } from './literals.ts';
import { isName } from './openings.ts';
import { BareName, CloseParenthesis, Comma, Equals, isWord, LongDay, ShortDay, spanOf } from './tokens.ts';

/** What is missing in a clause that could be read otherwise. */
export function gapProblem(error: IRecognitionException): Problem {
	// Chevrotain types the word before as optional in one of its errors only; all errors that are kept have it.
	const { previousToken } = error as IRecognitionException & { readonly previousToken: IToken };
	const span = spanOf(previousToken);
	const parts = { after: quoteShort(previousToken.image), expected: error.message };
	const sign = [Comma, CloseParenthesis, Equals].find((type) => type.LABEL === error.message)?.PATTERN;
	if (typeof sign !== 'string') return problem('missing-part', span, parts);
	const edits = [{ span: { start: span.end, end: span.end }, text: sign === '=' ? ' =' : sign }];
	return problem('missing-part', span, parts, { fix: { title: `Add \`${sign}\``, edits } });
}

/** Why a clause could not be read. */
export function breakProblem(errors: readonly IRecognitionException[], tokens: readonly IToken[]): Problem {
	for (const token of tokens) {
		const fault = faultOf(token);
		if (fault) return fault;
	}
	const error = errors[0];
	const last = tokens.at(-1) as IToken;
	if (!error) return problem('unexpected', spanOf(last), { found: quoteShort(last.image), expected: 'something else' });
	return error.token.tokenType === EOF ? gapProblem(error) : unexpected(error.token, error.message);
}

function unexpected(token: IToken, expected: string): Problem {
	const span = spanOf(token);
	const found = quoteShort(token.image);
	const quote = { fix: { title: 'Put it in quotes', edits: [{ span, text: `"${token.image}"` }] } };
	if (expected === 'a name' && isWord(token)) return problem('keyword-as-name', span, { found }, quote);
	const isBare = [BareName, ShortDay, LongDay].includes(token.tokenType);
	if (expected === 'a text in quotes' && isBare) return problem('needs-quotes', span, { found }, quote);
	return problem('unexpected', span, { found, expected, nearest: nearestWord(token, expected) });
}

/** A word that was expected and is written nearly like this one; for a day, the day as it is written here. */
function nearestWord(token: IToken, expected: string): string | undefined {
	const words = [...expected.matchAll(/`([a-z_]+)`/g)].map((match) => match[1] ?? '').filter(isKeyword);
	const days = expected.includes('`Monday`') ? longDays : expected.includes('`Mon') ? shortDays : [];
	const sameDay = days.find((day) => token.image.slice(0, 3).toLowerCase() === day.slice(0, 3).toLowerCase());
	return sameDay ?? nearest(token.image, [...words, ...days]);
}

/** Words that follow a clause that is complete without them. */
export function leftoverProblem(tokens: readonly IToken[], after: IToken, isList = false): Problem {
	const token = tokens[0] as IToken;
	const fault = tokens.map(faultOf).find((found) => found !== undefined);
	if (fault) return fault;
	const near = token.tokenType === BareName ? nearest(token.image, Object.keys(keywords)) : undefined;
	const isEntry = isList && isName(token) && isName(after);
	const parts = { found: quoteShort(token.image), after: quoteShort(after.image), nearest: near, isEntry };
	const { end } = spanOf(after);
	const comma = { fix: { title: 'Add `,`', edits: [{ span: { start: end, end }, text: ',' }] } };
	return problem('left-over', spanOf(token), parts, isEntry && !near ? comma : {});
}
