import type { Node } from '@xyflow/react';
import { CAMPAIGN_ID, CAMPAIGN_LIMITS_ID, LANE_ID, type Layout, LIMITS_ID, POINTS_ID, type Size } from './layout.ts';
import type { RuleElement, RuleView } from './view.ts';

/** What a node of the drawing shows: an element, or one of the stages that hold several. */
export interface NodeData extends Record<string, unknown> {
	readonly element: RuleElement | null;
}

export type FlowNode = Node<NodeData>;

/** The nodes of a rule's drawing at their places. Stages hold their cards themselves, so that the browser stacks them. */
export function nodesOf(
	view: RuleView,
	layout: Layout,
	measured: ReadonlyMap<string, Size>,
	dir: 'ltr' | 'rtl',
): FlowNode[] {
	const single = [view.note, view.transaction, view.schedule, ...view.texts, ...view.filters, view.result];
	const frame = view.campaign ? [[CAMPAIGN_ID, 'campaign', view.campaign] as const] : [];
	const shared = view.campaign && view.campaign.limits.length > 0 ? [CAMPAIGN_LIMITS_ID] : [];
	return [
		...frame,
		...single.map((element) => [element.id, element.kind, element] as const),
		...[LANE_ID, POINTS_ID, LIMITS_ID, ...shared].map((id) => [id, `${id}-stage`, null] as const),
	].map(([id, type, element]): FlowNode => {
		const place = layout.get(id);
		const size = measured.get(id);
		return {
			id,
			type,
			data: { element },
			position: { x: place?.x ?? 0, y: place?.y ?? 0 },
			...(size && { measured: size }),
			draggable: false,
			selectable: false,
			focusable: false,
			connectable: false,
			deletable: false,
			// A node that can neither be dragged nor selected is dead to the pointer otherwise.
			style:
				id === CAMPAIGN_LIMITS_ID
					? { pointerEvents: 'none', width: place?.width ?? 0 }
					: id === CAMPAIGN_ID
						? { pointerEvents: 'none', width: place?.width ?? 0, height: place?.height ?? 0 }
						: { pointerEvents: 'all' },
			// The frame lies under everything, its own heading apart.
			zIndex: id === CAMPAIGN_ID ? -1 : 0,
			// The cards inside carry the names and roles; the library forces one direction of writing on everything around them.
			domAttributes: { dir, 'aria-roledescription': undefined, 'aria-describedby': undefined },
		};
	});
}
