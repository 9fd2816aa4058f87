/** What can be changed in a document: fixes, changes of what it says, its layout. */
import { type CodeActionContext, CodeActionKind, type Connection } from 'vscode-languageserver/node';
import { fixAll, formatOnType, quickFixes } from '#compiler/service';
import { format, formatRange } from '#grammar';
import type { Served } from './answers.ts';
import { codeActionOf } from './present.ts';

/** Answers what can be changed at a place. */
export function answerWithChanges(connection: Connection, { ask, client }: Served): void {
	connection.onCodeAction(
		ask(({ document, compilation, options }, { range, context }) => {
			// Only who asks for fixes of the whole text by name gets them: editors do so while they save.
			const isWhole = context.only?.some((kind) => kind === 'source' || kind.startsWith(CodeActionKind.SourceFixAll));
			const whole = isWhole ? fixAll(compilation, undefined, options) : null;
			const offered = isWanted(CodeActionKind.QuickFix, context) || isWanted(CodeActionKind.RefactorRewrite, context);
			const here = offered ? quickFixes(compilation, document.places.span(range), options) : [];
			return [
				...here.map((each) => codeActionOf(document, each, client())).filter(({ kind }) => isWanted(kind, context)),
				...(whole ? [{ ...codeActionOf(document, whole, client()), kind: CodeActionKind.SourceFixAll }] : []),
			];
		}),
	);
	// The language has one layout; how wide an editor's tabs are does not change it.
	connection.onDocumentFormatting(ask(({ document: { text, places } }) => places.edits(format(text))));
	connection.onDocumentRangeFormatting(
		ask(({ document: { text, places } }, { range }) => places.edits(formatRange(text, places.span(range)))),
	);
	connection.onDocumentOnTypeFormatting(
		ask(({ document: { places }, compilation }, { position, ch }) => {
			const isKnown = ch === '}' || ch === '\n';
			return isKnown ? places.edits(formatOnType(compilation, places.offset(position), ch)) : null;
		}),
	);
}

/** Says whether an editor wants actions of a kind; `quickfix` stands for all kinds that begin so. */
function isWanted(kind: CodeActionKind | undefined, { only }: CodeActionContext): boolean {
	return !only || only.some((wanted) => kind === wanted || kind?.startsWith(`${wanted}.`));
}
