import { useCanvas } from '../canvas-context.ts';
import { holderOf } from '../limit-holder.ts';
import { WithNames } from '../nodes/with-names.tsx';
import type { LimitElement } from '../view.ts';
import { LimitFields, periodNote } from './limit-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

/** A limit of the rule, or of the campaign around it. */
export function LimitPicker({ element }: { readonly element: LimitElement }) {
	const { declaration } = useCanvas();
	return (
		<PickerFrame
			id={element.id}
			title={element.of === 'campaign' ? says.limitOfCampaign : says.limit}
			note={<WithNames text={periodNote(element.clause) ?? ''} />}
		>
			<LimitFields limit={{ ...element, declaration: holderOf(declaration, element) }} />
		</PickerFrame>
	);
}
