import type { CardActions } from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';

/** Does what Enter does on a card: opens its picker, or steps into its own controls. */
export function openCard(canvas: Pick<CanvasValue, 'open' | 'enter'>, id: string, edit: CardActions['edit']): void {
	if (edit === 'picker') canvas.open({ id, part: 'picker' });
	else if (edit === 'inside') canvas.enter(id);
}
