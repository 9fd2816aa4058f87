import type * as Monaco from 'monaco-editor/editor';
import {
	definition,
	type Hover,
	highlights,
	hoverAt,
	hoverMarkdown,
	prepareRename,
	references,
	rename,
} from '#compiler/service';
import { clausesInWords, clauseWords } from '../../canvas/clause-words.ts';
import { spoken } from '../../messages/language.ts';
import { saidWords, wordOf } from '../../messages/service-words.ts';
import type { Asked } from '../asked.ts';
import type { TextPosition, TextRange } from '../convert.ts';
import { LANGUAGE_ID } from '../language.ts';
import { quoted } from '../markers.ts';
import { allOf, answer, type Provided } from './provide.ts';
import { refusalWords } from '../../messages/refusal-words.ts';

/** What the word at a place means, as Markdown that is not trusted: names in it come from users. */
export function hoverText(
	{ text, compilation, places }: Asked,
	position: TextPosition,
): { readonly range: TextRange; readonly contents: { readonly value: string }[] } | null {
	const hover = hoverAt(text, compilation.document, places.at(position));
	return hover && { range: places.range(hover.span), contents: [{ value: hoverMarkdown(hoverWords(hover, compilation)) }] };
}

/** A hover in the language that is spoken. */
function hoverWords(
	hover: Hover,
	{ document, checked }: Asked['compilation'],
): Pick<Hover, 'title' | 'doc' | 'prose' | 'example'> {
	const { catalog = null } = checked.options;
	const { title, doc, prose, example, says } = hover;
	return {
		title: says.title ? wordOf(title) : title,
		doc: saidWords(says.doc, doc, (clauses) => clausesInWords(clauses, document, catalog)),
		prose: spoken().translation ? says.prose && clauseWords(says.prose, document, catalog) : prose,
		example,
	};
}

/** Where the name at a place is declared. */
export function declaredAt(
	{ compilation, places }: Asked,
	position: TextPosition,
): { readonly origin: TextRange; readonly name: TextRange; readonly whole: TextRange } | null {
	const found = definition(compilation, places.at(position));
	if (!found) return null;
	return { origin: places.range(found.from), name: places.range(found.nameSpan), whole: places.range(found.span) };
}

/** Everywhere the name at a place stands. */
export function standsAt(
	{ compilation, places }: Asked,
	position: TextPosition,
	includeDeclaration: boolean,
): readonly TextRange[] {
	return references(compilation, places.at(position), { includeDeclaration }).map(({ span }) => places.range(span));
}

/** The name that would be changed at a place, or why there is none. */
export function renameTarget(
	{ compilation, places }: Asked,
	position: TextPosition,
): Monaco.languages.RenameLocation & Monaco.languages.Rejection {
	const offset = places.at(position);
	const target = prepareRename(compilation, offset);
	if (target.ok) return { range: places.range(target.span), text: target.name };
	return { range: places.range({ start: offset, end: offset }), text: '', rejectReason: quoted(refusalWords(target)) };
}

/** What changes when the name at a place becomes another, or why it cannot. */
export function renameEdits(
	{ compilation, places }: Asked,
	position: TextPosition,
	newName: string,
):
	| { readonly ok: true; readonly edits: ReturnType<Asked['places']['edits']> }
	| { readonly ok: false; readonly reason: string } {
	const planned = rename(compilation, places.at(position), newName, compilation.checked.options);
	return planned.ok
		? { ok: true, edits: places.edits(planned.edits) }
		: { ok: false, reason: quoted(refusalWords(planned)) };
}

/** Answers what a name means, where it is declared and used, and renames it. */
export function provideNames({ monaco, model: { uri }, ask }: Provided): Monaco.IDisposable {
	const { languages } = monaco;
	const { Read, Write } = languages.DocumentHighlightKind;
	return allOf([
		languages.registerHoverProvider(LANGUAGE_ID, {
			provideHover: (model, position) => answer(ask(model), (asked) => hoverText(asked, position)),
		}),
		languages.registerDefinitionProvider(LANGUAGE_ID, {
			provideDefinition: (model, position) =>
				answer(ask(model), (asked) => {
					const found = declaredAt(asked, position);
					if (!found) return null;
					return [{ uri, originSelectionRange: found.origin, range: found.whole, targetSelectionRange: found.name }];
				}),
		}),
		languages.registerReferenceProvider(LANGUAGE_ID, {
			provideReferences: (model, position, { includeDeclaration }) =>
				answer(ask(model), (asked) => standsAt(asked, position, includeDeclaration).map((range) => ({ uri, range }))),
		}),
		languages.registerDocumentHighlightProvider(LANGUAGE_ID, {
			provideDocumentHighlights: (model, position) =>
				answer(ask(model), ({ compilation, places }) =>
					highlights(compilation, places.at(position)).map(({ span, declares }) => ({
						range: places.range(span),
						kind: declares ? Write : Read,
					})),
				),
		}),
		languages.registerRenameProvider(LANGUAGE_ID, {
			resolveRenameLocation: (model, position) => answer(ask(model), (asked) => renameTarget(asked, position)),
			provideRenameEdits: (model, position, newName) =>
				answer(ask(model), (asked) => {
					const planned = renameEdits(asked, position, newName);
					if (!planned.ok) return { edits: [], rejectReason: planned.reason };
					const versionId = model.getVersionId();
					return { edits: planned.edits.map((textEdit) => ({ resource: uri, textEdit, versionId })) };
				}),
		}),
	]);
}
