import { useCanvas } from '../canvas-context.ts';
import type { NoteElement } from '../view.ts';
import { AboutField } from './about-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

/** The rule's description. */
export function AboutPicker({ element: { id, text } }: { readonly element: NoteElement }) {
	const { declaration } = useCanvas();
	return (
		<PickerFrame id={id} title={says.description}>
			<AboutField declaration={declaration} text={text} placeholder={says.whatFor} />
		</PickerFrame>
	);
}
