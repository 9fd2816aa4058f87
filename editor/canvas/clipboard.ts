import type { ClipboardEvent } from 'react';
import type { Span } from '#grammar';
import type { Operation } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import { keysInWords } from '../panels/key-names.ts';
import { actionsOf, addIntoId } from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';
import { pasteOf } from './paste.ts';
import { textWithRemarks } from './remarks.ts';
import { says } from './says.ts';
import { elementsOf, type RuleElement } from './view.ts';

/** Puts the text of the card that has the focus on the clipboard; with `cut` the card is then removed. */
export function copyCard(event: ClipboardEvent, canvas: CanvasValue, cut: boolean): void {
	const element = isOnCanvas(event) && getSelection()?.isCollapsed !== false ? cardAt(event, canvas) : null;
	if (!element) return;
	event.preventDefault();
	const text = cardText(canvas, element);
	if (text === '') return canvas.say(says.said.noText);
	event.clipboardData.setData('text/plain', text);
	afterCopying(canvas, element, cut);
}

/** Puts what the clipboard holds into the rule, at the card that has the focus. */
export function pasteIntoRule(event: ClipboardEvent, canvas: CanvasValue): void {
	if (!isOnCanvas(event) || canvas.readOnly) return;
	event.preventDefault();
	pasteText(event.clipboardData.getData('text/plain'), cardAt(event, canvas), canvas);
}

/** Says whether the page may use the clipboard without a key being pressed for it. */
export function hasClipboard(): boolean {
	// Browsers have none on a page that came without encryption from another machine.
	return (navigator as { readonly clipboard?: Clipboard }).clipboard !== undefined;
}

/** What the menu of a card does instead of the keys. */
export async function copyByMenu(canvas: CanvasValue, element: RuleElement, cut: boolean): Promise<void> {
	try {
		await navigator.clipboard.writeText(cardText(canvas, element));
	} catch {
		canvas.tell({
			tone: 'refused',
			words: says.clipboard.closed({ keys: keysInWords(cut ? 'Ctrl X' : 'Ctrl C') }),
		});
		return;
	}
	afterCopying(canvas, element, cut);
}

/** The same for what is pasted. */
export async function pasteByMenu(canvas: CanvasValue, element: RuleElement): Promise<void> {
	let text: string;
	try {
		text = await navigator.clipboard.readText();
	} catch {
		canvas.tell({ tone: 'refused', words: says.clipboard.closed({ keys: keysInWords('Ctrl V') }) });
		return;
	}
	pasteText(text, element, canvas);
}

/** The clauses of a card as text, each with its comments; empty for a card without any. */
export function cardText({ compilation, view }: CanvasValue, element: RuleElement): string {
	const { source, document, symbols } = compilation;
	const written = (span: Span) => textWithRemarks(source, document.comments, span);
	if (element.kind === 'filter') {
		const declaration = symbols.filters.get(element.name);
		return declaration ? written(declaration.span) : '';
	}
	// The last whole picture of a rule that cannot be read is older than the text.
	const isCurrent = source.startsWith(element.source, element.span.start);
	if (element.source === '' || !isCurrent) return element.source;
	return element.kind === 'schedule'
		? scheduled(view)
				.map(({ span }) => written(span))
				.join('\n')
		: written(element.span);
}

function scheduled({ schedule: { active, status, priority, exclusive } }: CanvasValue['view']) {
	return [active, status, priority, exclusive].filter((clause) => clause !== null);
}

function afterCopying(canvas: CanvasValue, element: RuleElement, cut: boolean): void {
	const remove = cut && !canvas.readOnly ? removalOf(canvas, element) : null;
	if (remove) canvas.perform(remove, says.said.cut);
	else canvas.say(says.said.copied);
}

/** Takes away what was copied: of the schedule all its clauses. */
function removalOf({ view, declaration }: CanvasValue, element: RuleElement): Wish | null {
	if (element.kind !== 'schedule') return actionsOf(view, element, declaration).remove;
	return scheduled(view).map(({ kind }): Operation => ({ kind: 'set-clause', declaration, clause: kind, text: null }));
}

function pasteText(text: string, at: RuleElement | null, canvas: CanvasValue): void {
	const found = pasteOf(text, at, canvas);
	if (!found.ok) return canvas.tell({ tone: 'refused', words: found.reason });
	if (!canvas.perform(found.wish, says.said.paste, 'focus')) return undefined;
	// What does not show on the canvas is said on it.
	if (found.wish.every(({ kind }) => kind === 'add-filter')) canvas.tell({ tone: 'done', words: `${found.said}.` });
	return canvas.say(found.said.replaceAll('`', ''));
}

/** Text fields and what is opened over the canvas have a clipboard of their own. */
function isOnCanvas({ target }: ClipboardEvent): boolean {
	return (target as Element).closest('[data-canvas-popover], input, textarea, [contenteditable]') === null;
}

/** The card that the event comes from; of a button that adds to a group that group, null elsewhere. */
function cardAt({ target }: ClipboardEvent, { view }: CanvasValue): RuleElement | null {
	const id = (target as Element).closest('[data-card]')?.getAttribute('data-card');
	return elementsOf(view).find((element) => element.id === id || addIntoId(element.id) === id) ?? null;
}
