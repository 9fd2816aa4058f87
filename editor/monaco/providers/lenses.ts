import type * as Monaco from 'monaco-editor/editor';
import { codeLenses } from '#compiler/service';
import { nameOf } from '../../document/rule-tracking.ts';
import { insideOfText } from '../../messages/message.ts';
import { saidWords } from '../../messages/service-words.ts';
import type { Asked } from '../asked.ts';
import type { TextRange } from '../convert.ts';
import { LANGUAGE_ID } from '../language.ts';
import { allOf, answer, nothingToDispose, type Provided } from './provide.ts';
import { says } from '../../document/says.ts';

/** A line above a declaration. */
export interface Lens {
	readonly range: TextRange;
	readonly title: string;
	/** Where it leads: to the canvas of the rule of a name, to places in the text, or nowhere. */
	readonly leads: { readonly canvas: string } | { readonly places: readonly TextRange[] };
}

/** What stands above the rules of a text, and how often its filters and other names are used. */
export function lenses({ compilation, places }: Asked): Lens[] {
	const used = codeLenses(compilation).map(
		({ span, title, says: said, places: found }): Lens => ({
			range: places.range(span),
			title: insideOfText(saidWords([said], title)),
			leads: { places: found.map((each) => places.range(each)) },
		}),
	);
	const rules = compilation.document.declarations.flatMap((declaration): Lens[] => {
		const name = declaration.kind === 'rule' ? nameOf(declaration) : null;
		if (declaration.kind !== 'rule' || name === null) return [];
		return [{ range: places.range(declaration.name.span), title: insideOfText(says.showRule), leads: { canvas: name } }];
	});
	return [...rules, ...used];
}

/** Shows the lines above declarations, and goes where they lead. */
export function provideLenses(provided: Provided, showOnCanvas: (rule: string) => void): Monaco.IDisposable {
	const { monaco, model: own, ask } = provided;
	const commandId = `earn.canvas.${own.id}`;
	const commandOf = ({ title, leads, range }: Lens): Monaco.languages.Command => {
		if ('canvas' in leads) return { id: commandId, title, arguments: [leads.canvas] };
		if (leads.places.length === 0) return { id: '', title };
		const position = { lineNumber: range.startLineNumber, column: range.startColumn };
		const locations = leads.places.map((place) => ({ uri: own.uri, range: place }));
		return { id: 'editor.action.showReferences', title, arguments: [own.uri, position, locations] };
	};
	return allOf([
		monaco.editor.registerCommand(commandId, (_accessor: unknown, rule: string) => showOnCanvas(rule)),
		monaco.languages.registerCodeLensProvider(LANGUAGE_ID, {
			provideCodeLenses: (model) =>
				answer(ask(model), (asked) => ({
					lenses: lenses(asked).map((lens) => ({ range: lens.range, command: commandOf(lens) })),
					dispose: nothingToDispose,
				})),
		}),
	]);
}
