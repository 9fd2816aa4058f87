import type { CardActions } from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';

/** Does what Enter does on a card: opens its picker, or steps into its own controls. */
export function openCard(
	canvas: Pick<CanvasValue, 'open' | 'enter' | 'inOutline'>,
	id: string,
	edit: CardActions['edit'],
): void {
	// A line of the outline has no controls of its own; what a card holds then stands in its picker.
	if (edit === 'picker' || (canvas.inOutline && id.startsWith('points'))) canvas.open({ id, part: 'picker' });
	else if (edit === 'inside') canvas.enter(id);
}
