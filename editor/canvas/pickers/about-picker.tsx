import { Textarea } from '@mantine/core';
import { print } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { aboutNode } from '../fragments.ts';
import type { NoteElement } from '../view.ts';
import { PickerFrame } from './picker-frame.tsx';
import { useTyped } from './use-typed.ts';
import { says } from './says.ts';

/** The rule's description. */
export function AboutPicker({ element: { id, text } }: { readonly element: NoteElement }) {
	const canvas = useCanvas();
	const [typed, setTyped] = useTyped(text);
	const settle = () => {
		// A quoted text of the language stays on one line.
		const next = typed.replace(/\s+/g, ' ').trim();
		if (next === text) return;
		const written = next === '' ? null : print(aboutNode(next));
		canvas.perform({ kind: 'set-clause', declaration: canvas.declaration, clause: 'about', text: written });
	};
	return (
		<PickerFrame id={id} title={says.description}>
			<Textarea
				aria-label={says.description}
				placeholder={says.whatFor}
				autosize
				minRows={2}
				maxRows={6}
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
				onBlur={settle}
				onKeyDown={(event) => {
					if (event.key !== 'Enter' || event.shiftKey) return;
					event.preventDefault();
					settle();
				}}
			/>
		</PickerFrame>
	);
}
