import type { ClipboardEvent } from 'react';
import { parseCondition, parseRuleClause } from '#grammar';
import type { ClauseKind, Operation, RuleClauseName } from '#compiler/edits';
import { actionsOf } from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';
import { elementsOf, isGroup, type RuleElement } from './view.ts';
import { says } from './says.ts';

/** Puts the text of the card that has the focus on the clipboard; with `cut` the card is then removed. */
export function copyCard(event: ClipboardEvent, canvas: CanvasValue, cut: boolean): void {
	const element = focused(event, canvas);
	if (!element || element.source === '') return;
	event.clipboardData.setData('text/plain', element.source);
	event.preventDefault();
	const { remove } = actionsOf(canvas.view, element, canvas.declaration);
	if (cut && remove && !canvas.readOnly) canvas.perform(remove, says.said.cut);
	else canvas.say(says.said.copied);
}

/** Puts what the clipboard has into the rule: a condition behind the card that has the focus, any other clause at its usual place. */
export function pasteIntoRule(event: ClipboardEvent, canvas: CanvasValue): void {
	const element = focused(event, canvas);
	if (!element || canvas.readOnly) return;
	const text = event.clipboardData.getData('text/plain').trim();
	const operation = text === '' ? null : pasted(canvas, element, text);
	if (!operation) return;
	event.preventDefault();
	canvas.perform(operation, says.said.paste);
}

/** What a pasted text becomes; null for one that is neither a condition nor a clause. */
export function pasted({ view, declaration }: CanvasValue, at: RuleElement, text: string): Operation | null {
	const clause = parseRuleClause(text);
	if (clause.problems.length === 0 && clause.node && clause.node.kind !== 'raw' && clause.node.kind !== 'when') {
		const kind: ClauseKind = clause.node.kind;
		const counted = kind === 'earn' || kind === 'multiply' || kind === 'limit' ? view.counts[kind] : 0;
		return { kind: 'set-clause', declaration, clause: kind as RuleClauseName, index: counted, text };
	}
	if (parseCondition(text).problems.length > 0) return null;
	if (at.kind !== 'condition') return { kind: 'add-condition', declaration, text };
	if (isGroup(at)) return { kind: 'add-condition', declaration, text, into: at.path };
	const outer = at.path.slice(0, -1);
	const into = outer.length === 0 ? {} : { into: outer };
	return { kind: 'add-condition', declaration, text, before: (at.path.at(-1) as number) + 1, ...into };
}

/** The card that has the focus itself; null while something in it or outside has. */
function focused(event: ClipboardEvent, { view }: CanvasValue): RuleElement | null {
	const target = event.target as Element;
	const id = target.getAttribute('data-card');
	return elementsOf(view).find((element) => element.id === id) ?? null;
}
