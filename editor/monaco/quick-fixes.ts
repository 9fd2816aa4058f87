import type * as Monaco from 'monaco-editor/editor';
import { overlaps, type Problem } from '#grammar';
import type { DocumentController } from '../document/controller.ts';
import { TextPlaces } from './convert.ts';
import { LANGUAGE_ID } from './language.ts';

/**
 * Offers the fixes of problems where the caret is. A fix is a change of the document like any other, so that one undo
 * takes it back; Monaco's own way of applying it would not.
 */
export function registerQuickFixes(
	monaco: typeof Monaco,
	model: Monaco.editor.ITextModel,
	document: DocumentController<{ readonly problems: readonly Problem[] }>,
): () => void {
	const commandId = `earn.fix.${model.id}`;
	const command = monaco.editor.registerCommand(commandId, (_accessor: unknown, version: number, index: number) => {
		const { reading, version: current } = document.current();
		const fix = reading.problems[index]?.fix;
		if (fix && version === current) document.apply(fix.edits, { label: fix.title, origin: 'quick fix' });
	});
	const provider = monaco.languages.registerCodeActionProvider(LANGUAGE_ID, {
		provideCodeActions(asked, range) {
			if (asked !== model) return { actions: [], dispose: () => {} };
			const { text, reading, version } = document.current();
			const { start, end } = new TextPlaces(text).span(range);
			const actions = reading.problems.flatMap(({ span, fix }, index) =>
				fix && overlaps(span, { start, end: Math.max(end, start + 1) })
					? [
							{
								title: fix.title,
								kind: 'quickfix',
								command: { id: commandId, title: fix.title, arguments: [version, index] },
							},
						]
					: [],
			);
			return { actions, dispose: () => {} };
		},
	});
	return () => {
		command.dispose();
		provider.dispose();
	};
}
