import { useCanvas } from '../canvas-context.ts';
import type { PointsElement } from '../view.ts';
import { EarnFields } from './earn-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

/** What an `earn` of the rule gives. */
export function EarnPicker({ element }: { readonly element: PointsElement }) {
	const { declaration, view } = useCanvas();
	const { on } = view.transaction;
	const ofReferral = on?.kind === 'event' && on.event === 'referral';
	return (
		<PickerFrame id={element.id} title={says.points}>
			<EarnFields earn={{ ...element, declaration }} ofReferral={ofReferral} />
		</PickerFrame>
	);
}
