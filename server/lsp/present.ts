/** What the language service says, in the protocol's words. */
import {
	type CodeAction,
	CodeActionKind,
	type CodeLens as LspLens,
	type Diagnostic,
	DiagnosticSeverity,
	DiagnosticTag,
	DocumentHighlightKind,
	type DocumentSymbol,
	type FoldingRange,
	FoldingRangeKind,
	type Hover as LspHover,
	type InlayHint as LspHint,
	InlayHintKind,
	MarkupKind,
	type SelectionRange,
	type SignatureHelp as LspSignatureHelp,
	SymbolKind,
	type SymbolInformation,
	type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
	type CodeLens,
	type DeclaredSymbol,
	type Fold,
	type Hover,
	type InlayHint,
	type OfferedChange,
	type OutlineSymbol,
	type Reference,
	type SignatureHelp,
	hoverMarkdown,
	isUnused,
} from '#compiler/service';
import type { Problem, Span, TextEdit } from '#grammar';
import type { Client } from './client.ts';
import type { TextPlaces } from './convert.ts';
import type { OpenDocument } from './open-document.ts';

/** A problem as a diagnostic; its hint is the last line of the message. `page` is where problems are explained. */
export function diagnosticOf({ uri, places }: OpenDocument, problem: Problem, page: string | null = null): Diagnostic {
	const { code, severity, span, message, hint, related } = problem;
	return {
		range: places.range(span),
		severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
		code,
		source: 'earnest',
		message: hint === undefined ? message : `${message}\n${hint}`,
		...(page === null ? {} : { codeDescription: { href: `${page}#${code}` } }),
		...(isUnused(code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
		...(related
			? { relatedInformation: [{ location: { uri, range: places.range(related.span) }, message: related.message }] }
			: {}),
	};
}

/** What a hover says, with the word that it is about. */
export function hoverOf(places: TextPlaces, hover: Hover): LspHover {
	return { range: places.range(hover.span), contents: { kind: MarkupKind.Markdown, value: hoverMarkdown(hover) } };
}

/** The places of a name; where it is declared counts as written. */
export function highlightsOf(places: TextPlaces, references: readonly Reference[]) {
	return references.map(({ span, declares }) => ({
		range: places.range(span),
		kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
	}));
}

const SYMBOL_KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
	program: SymbolKind.Module,
	setting: SymbolKind.Property,
	tiers: SymbolKind.Enum,
	tier: SymbolKind.EnumMember,
	segment: SymbolKind.Class,
	attribute: SymbolKind.Property,
	filter: SymbolKind.Variable,
	'exclusive set': SymbolKind.Interface,
	campaign: SymbolKind.Namespace,
	rule: SymbolKind.Function,
	redemption: SymbolKind.Object,
	expiry: SymbolKind.Object,
	test: SymbolKind.Method,
	clause: SymbolKind.Field,
	condition: SymbolKind.Boolean,
	raw: SymbolKind.String,
};

/** An entry of the outline with everything in it. */
export function symbolOf(places: TextPlaces, symbol: OutlineSymbol): DocumentSymbol {
	const { kind, name, detail, span, nameSpan, disabled, children } = symbol;
	return {
		name,
		detail: disabled ? `disabled, ${detail}` : detail,
		kind: SYMBOL_KINDS[kind],
		range: places.range(span),
		selectionRange: places.range(nameSpan),
		children: children.map((child) => symbolOf(places, child)),
	};
}

const DECLARED_KINDS: Readonly<Record<DeclaredSymbol['kind'], SymbolKind>> = {
	program: SymbolKind.Module,
	tier: SymbolKind.EnumMember,
	segment: SymbolKind.Class,
	attribute: SymbolKind.Property,
	'attribute value': SymbolKind.EnumMember,
	filter: SymbolKind.Variable,
	'exclusive set': SymbolKind.Interface,
	campaign: SymbolKind.Namespace,
	rule: SymbolKind.Function,
	test: SymbolKind.Method,
	channel: SymbolKind.EnumMember,
	'order type': SymbolKind.EnumMember,
};

/** A declared name, with the document that it is in. */
export function workspaceSymbolOf({ uri, places }: OpenDocument, symbol: DeclaredSymbol): SymbolInformation {
	const { kind, name, nameSpan, container } = symbol;
	return {
		name,
		kind: DECLARED_KINDS[kind],
		location: { uri, range: places.range(nameSpan) },
		...(container === null ? {} : { containerName: container }),
	};
}

/** A line above a declaration; it says something and does nothing. */
export function codeLensOf(places: TextPlaces, { span, title }: CodeLens): LspLens {
	return { range: places.range(span), command: { title, command: '' } };
}

/** Lines that can be folded away; the first of them stays. */
export function foldOf(places: TextPlaces, { span, kind }: Fold): FoldingRange {
	const { start, end } = places.range(span);
	return { startLine: start.line, endLine: end.line, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) };
}

/** The steps of a growing selection, from the caret out; the protocol links each to the next larger one. */
export function selectionOf(places: TextPlaces, offset: number, spans: readonly Span[]): SelectionRange {
	const whole = spans.toReversed().reduce<SelectionRange | undefined>((parent, span) => {
		return { range: places.range(span), ...(parent ? { parent } : {}) };
	}, undefined);
	return whole ?? { range: places.range({ start: offset, end: offset }) };
}

/** A hint, with a gap before it. */
export function hintOf(places: TextPlaces, { offset, label, kind, tooltip }: InlayHint): LspHint {
	return {
		position: places.position(offset),
		label,
		paddingLeft: true,
		...(kind === 'unit' ? { kind: InlayHintKind.Type } : {}),
		...(tooltip === null ? {} : { tooltip }),
	};
}

/** The shapes of a clause; each part is given by its place in the label. */
export function signatureHelpOf({ signatures, active, activeParameter }: SignatureHelp): LspSignatureHelp {
	return {
		signatures: signatures.map(({ label, doc, parameters }) => ({
			label,
			documentation: doc,
			parameters: parameters.map(({ name, doc: documentation }) => {
				const start = label.indexOf(name);
				return { label: [start, start + name.length], documentation };
			}),
		})),
		activeSignature: active,
		activeParameter,
	};
}

/** Edits of a document, of exactly this version where the editor can tell. */
export function workspaceEdit(document: OpenDocument, edits: readonly TextEdit[], isVersioned: boolean): WorkspaceEdit {
	const { uri, version, places } = document;
	const converted = places.edits(edits);
	return isVersioned
		? { documentChanges: [{ textDocument: { uri, version }, edits: converted }] }
		: { changes: { [uri]: converted } };
}

/** A change that is offered, with the problem that it solves. */
export function codeActionOf(
	document: OpenDocument,
	offered: OfferedChange,
	{ versionedEdits, problemPage }: Pick<Client, 'versionedEdits' | 'problemPage'>,
): CodeAction {
	const { title, kind, edits, solves, preferred } = offered;
	return {
		title,
		kind: kind === 'refactor' ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
		edit: workspaceEdit(document, edits, versionedEdits),
		...(solves ? { diagnostics: [diagnosticOf(document, solves, problemPage)] } : {}),
		...(preferred ? { isPreferred: true } : {}),
	};
}
