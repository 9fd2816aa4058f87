/** What the language service says, in the protocol's words. */
import {
	type CodeAction,
	CodeActionKind,
	type CompletionItem,
	CompletionItemKind,
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
	InsertTextMode,
	MarkupKind,
	type SelectionRange,
	type SignatureHelp as LspSignatureHelp,
	SymbolKind,
	type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type {
	Completion,
	Fold,
	Hover,
	InlayHint,
	OfferedChange,
	OutlineSymbol,
	Reference,
	SignatureHelp,
} from '#compiler/service';
import type { Problem, Span, TextEdit } from '#grammar';
import type { TextPlaces } from './convert.ts';
import type { OpenDocument } from './open-document.ts';

/** A problem as a diagnostic; its hint is the last line of the message. */
export function diagnosticOf({ uri, places }: OpenDocument, problem: Problem): Diagnostic {
	const { code, severity, span, message, hint, related } = problem;
	return {
		range: places.range(span),
		severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
		code,
		source: 'earnest',
		message: hint === undefined ? message : `${message}\n${hint}`,
		...(code === 'unused-filter' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
		...(related
			? { relatedInformation: [{ location: { uri, range: places.range(related.span) }, message: related.message }] }
			: {}),
	};
}

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
	construct: CompletionItemKind.Snippet,
	keyword: CompletionItemKind.Keyword,
	name: CompletionItemKind.Variable,
	value: CompletionItemKind.Value,
};

/** The items of a completion; they keep their order. */
export function completionItems({ text, places }: OpenDocument, completions: readonly Completion[]): CompletionItem[] {
	return completions.map(({ kind, label, insert, detail, replace }, index) => ({
		label,
		kind: COMPLETION_KINDS[kind],
		...(kind === 'construct' ? { documentation: detail } : { detail }),
		sortText: String(index).padStart(4, '0'),
		// Editors compare with what stands in the text, the opening quote included.
		filterText: text[replace.start] === '"' ? insert : label,
		insertTextMode: InsertTextMode.adjustIndentation,
		textEdit: { range: places.range(replace), newText: insert },
	}));
}

/** A hover as Markdown. Names come from the user: nothing in them is formatting. */
export function hoverOf(places: TextPlaces, { span, title, doc, example }: Hover): LspHover {
	const lines = [`**${escaped(title)}**`, escaped(doc), ...(example === null ? [] : [`\`\`\`earn\n${example}\n\`\`\``])];
	return { range: places.range(span), contents: { kind: MarkupKind.Markdown, value: lines.join('\n\n') } };
}

/** Backticks stay: texts of the language use them for its words. */
function escaped(text: string): string {
	return text.replace(/[\\*_{}[\]()#+!|<>~&]/g, '\\$&');
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
	filter: SymbolKind.Variable,
	rule: SymbolKind.Function,
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
export function codeActionOf(document: OpenDocument, offered: OfferedChange, isVersioned: boolean): CodeAction {
	const { title, kind, edits, solves, preferred } = offered;
	return {
		title,
		kind: kind === 'fix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
		edit: workspaceEdit(document, edits, isVersioned),
		...(solves ? { diagnostics: [diagnosticOf(document, solves)] } : {}),
		...(preferred ? { isPreferred: true } : {}),
	};
}
