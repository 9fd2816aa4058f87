import type { Span } from '#grammar';
import { unreachable } from '#compiler';
import type { Path } from '#compiler/edits';
import type { CanvasValue } from './canvas-context.ts';
import { holderOf } from './limit-holder.ts';
import type { RuleElement } from './view.ts';

/** A part of the text that somebody can write a comment about. */
export interface Commented {
	/** What it is called beside others of its card. */
	readonly part: 'comment' | 'active' | 'status' | 'priority' | 'exclusive';
	readonly declaration: Path;
	readonly span: Span;
}

/** The parts of the text that a card stands for; none for what is not written. */
export function commentedBy(
	{ view, declaration, compilation }: Pick<CanvasValue, 'view' | 'declaration' | 'compilation'>,
	element: RuleElement,
): readonly Commented[] {
	const own = (span: Span, part: Commented['part'] = 'comment'): Commented => ({ part, declaration, span });
	switch (element.kind) {
		case 'condition':
		case 'points':
		case 'multiply':
		case 'text':
			return [own(element.span)];
		case 'limit':
			return [{ ...own(element.span), declaration: holderOf(declaration, element) }];
		case 'note':
			return element.clause ? [own(element.clause.span)] : [];
		case 'schedule': {
			const { active, status, priority, exclusive } = element;
			const clauses = [active, status, priority, exclusive].filter((clause) => clause !== null);
			return clauses.map(({ kind, span }) => own(span, clauses.length > 1 ? kind : undefined));
		}
		case 'transaction':
			return [own(view.span)];
		case 'campaign':
			return [{ ...own(element.campaign.span), declaration: [[declaration].flat()[0] ?? 0] }];
		case 'filter': {
			const at = element.declaration ? compilation.document.declarations.indexOf(element.declaration) : -1;
			return at < 0 ? [] : [{ part: 'comment', declaration: at, span: element.span }];
		}
		case 'result':
			return [];
		default:
			return unreachable(element);
	}
}
