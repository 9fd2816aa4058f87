/** The cards of a canvas as they stand on the screen. */
import { isGroup, type RuleElement, type RuleView } from '../view.ts';
import { kindOf, type Movable, type MovableKind, peersOf } from './drop.ts';
import type { Box, SeenCard, SeenList } from './landing.ts';

/** The stages that take dragged cards, as their elements name them in `data-stage-of`. */
export const stageOf = {
	condition: 'conditions',
	points: 'points',
	multiply: 'points',
	limit: 'limits',
	'limit of the campaign': 'limits-of-campaign',
} as const satisfies Record<MovableKind, string>;

/** Measures the cards that a dragged one can land among. `home` is where it stands itself, whatever it is shifted by; null for unseen ones. */
export function seenAround(frame: HTMLElement, view: RuleView, dragged: Movable, home: Box): SeenList | null {
	const kind = kindOf(dragged);
	const stage = frame.querySelector(`[data-stage-of="${stageOf[kind]}"]`);
	if (!stage) return null;
	const boxes = new Map<string, Box>();
	for (const element of stage.querySelectorAll<HTMLElement>('[data-box]')) {
		boxes.set(element.dataset['box'] ?? '', element.getBoundingClientRect());
	}
	boxes.set(dragged.id, home);
	const seen = { group: null, box: stage.getBoundingClientRect(), cards: seenCards(peersOf(view, dragged), boxes) };
	if (kind !== 'limit of the campaign') return seen;
	return { ...seen, beside: getComputedStyle(stage).direction === 'rtl' ? 'rtl' : 'ltr' };
}

function seenCards(elements: readonly RuleElement[], boxes: ReadonlyMap<string, Box>): SeenCard[] {
	return elements.flatMap((element) => {
		const box = boxes.get(element.id);
		if (!box) return [];
		const { id } = element;
		const isOpen = element.kind === 'condition' && isGroup(element);
		return [{ id, box, list: isOpen ? { group: id, box, cards: seenCards(element.inner, boxes) } : null }];
	});
}
