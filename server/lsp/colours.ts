/** The colours of a document's words, whole or as the difference from what the editor has. */
import type { Connection, ResponseError, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver/node';
import { semanticTokens } from '#compiler/service';
import type { Ask } from './answers.ts';
import { encodedTokens } from './semantic-legend.ts';

/** What an editor was told last. */
interface Told {
	readonly resultId: string;
	readonly data: readonly number[];
}

/** Answers with colours; answers a way to let go of those of a document that was closed. */
export function answerWithColours(connection: Connection, ask: Ask): (uri: string) => void {
	const told = new Map<string, Told>();
	let count = 0;
	const tell = (uri: string, data: number[]): { resultId: string; data: number[] } => {
		const result = { resultId: String(++count), data };
		told.set(uri, result);
		return result;
	};
	const whole = ask(({ document, compilation }) => {
		return tell(document.uri, encodedTokens(document.places, semanticTokens(compilation)));
	});
	const delta = ask(({ document, compilation }, { previousResultId }: DeltaParams) => {
		const before = told.get(document.uri);
		const after = tell(document.uri, encodedTokens(document.places, semanticTokens(compilation)));
		if (before?.resultId !== previousResultId) return after;
		return { resultId: after.resultId, edits: editsBetween(before.data, after.data) } satisfies SemanticTokensDelta;
	});
	connection.languages.semanticTokens.on((params, token) => orNone(whole(params, token)));
	connection.languages.semanticTokens.onDelta((params, token) => orNone(delta(params, token)));
	return (uri) => void told.delete(uri);
}

interface DeltaParams {
	readonly textDocument: { readonly uri: string };
	readonly previousResultId: string;
}

/** A document that is not open has no colours. */
function orNone<T>(answer: T | ResponseError | null): T | ResponseError | { data: number[] } {
	return answer ?? { data: [] };
}

/** One edit that makes a list of numbers another one: everything between what they begin and what they end with alike. */
export function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
	const most = Math.min(before.length, after.length);
	let same = 0;
	while (same < most && before[same] === after[same]) same++;
	let behind = 0;
	while (behind < most - same && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
	const deleteCount = before.length - behind - same;
	const data = after.slice(same, after.length - behind);
	return deleteCount === 0 && data.length === 0 ? [] : [{ start: same, deleteCount, data }];
}
