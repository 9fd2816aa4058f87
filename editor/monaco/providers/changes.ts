import type * as Monaco from 'monaco-editor/editor';
import type { Snapshot } from '#compiler';
import { formatOnType, type OfferedChange, quickFixes } from '#compiler/service';
import { format, formatRange, type Span, type TextEdit } from '#grammar';
import { titleWords } from '../../messages/problem-words.ts';
import type { DocumentController } from '../../document/controller.ts';
import type { Asked } from '../asked.ts';
import type { TextPosition, TextRange } from '../convert.ts';
import { LANGUAGE_ID } from '../language.ts';
import { markerOf, quoted } from '../markers.ts';
import { allOf, answer, nothingToDispose, type Provided } from './provide.ts';

const kindOf: Readonly<Record<OfferedChange['kind'], string>> = {
	fix: 'quickfix',
	'fix all': 'quickfix',
	refactor: 'refactor.rewrite',
};

/** What can be done about a stretch of a text. */
export function offeredChanges({ compilation, places }: Asked, range: TextRange): OfferedChange[] {
	return quickFixes(compilation, places.span(range), compilation.checked.options);
}

/** The edits that lay out a text, or only a stretch of it. White space is all that changes. */
export function layoutEdits(text: string, selection: Span | null): TextEdit[] {
	return selection && selection.start < selection.end ? formatRange(text, selection) : format(text);
}

/** The layout that follows what was just typed before a place. */
export function layoutAfter(
	{ compilation, places }: Asked,
	position: TextPosition,
	typed: string,
): ReturnType<Asked['places']['edits']> {
	if (typed !== '}' && typed !== '\n') return [];
	return places.edits(formatOnType(compilation, places.at(position), typed));
}

/**
 * Offers fixes and other changes where the caret is. Each is a change of the document like any other, so that one undo takes
 * it back; Monaco's own way of applying it would not.
 */
export function provideChanges({ monaco, model: own, ask }: Provided, document: DocumentController<Snapshot>) {
	const commandId = `earn.change.${own.id}`;
	const isWanted = (kind: string, only: string | undefined) =>
		only === undefined || kind === only || kind.startsWith(`${only}.`);
	return allOf([
		monaco.editor.registerCommand(commandId, (_accessor: unknown, version: number, change: OfferedChange) => {
			if (document.state().version === version)
				document.apply(change.edits, { label: titleWords(change), origin: 'quick fix' });
		}),
		monaco.languages.registerCodeActionProvider(
			LANGUAGE_ID,
			{
				provideCodeActions: (model, range, { only }) =>
					answer(ask(model), (asked) => {
						const actions = offeredChanges(asked, range).map((change): Monaco.languages.CodeAction => {
							const { kind, solves, preferred } = change;
							const title = titleWords(change);
							return {
								title: quoted(title),
								kind: kindOf[kind],
								isPreferred: preferred,
								...(solves ? { diagnostics: [markerOf(monaco, own, asked.places, solves)] } : {}),
								command: { id: commandId, title, arguments: [asked.version, change] },
							};
						});
						return { actions: actions.filter(({ kind = '' }) => isWanted(kind, only)), dispose: nothingToDispose };
					}),
			},
			{ providedCodeActionKinds: Object.values(kindOf) },
		),
		monaco.languages.registerOnTypeFormattingEditProvider(LANGUAGE_ID, {
			autoFormatTriggerCharacters: ['}', '\n'],
			provideOnTypeFormattingEdits: (model, position, typed) =>
				answer(ask(model), (asked) => layoutAfter(asked, position, typed)),
		}),
	]);
}
