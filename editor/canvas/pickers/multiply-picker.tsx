import { useCanvas } from '../canvas-context.ts';
import { WithNames } from '../nodes/with-names.tsx';
import type { MultiplyElement } from '../view.ts';
import { MultiplyFields, multiplyNote } from './multiply-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

/** A multiplier of the rule. */
export function MultiplyPicker({ element }: { readonly element: MultiplyElement }) {
	const { declaration } = useCanvas();
	return (
		<PickerFrame id={element.id} title={says.multiplier} note={<WithNames text={multiplyNote(element.clause)} />}>
			<MultiplyFields multiplier={{ ...element, declaration }} />
		</PickerFrame>
	);
}
