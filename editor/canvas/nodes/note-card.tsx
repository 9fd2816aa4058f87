import { Textarea } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import { aboutNode } from '../fragments.ts';
import { print } from '#grammar';
import { PickerFrame } from '../pickers/picker-frame.tsx';
import { useTyped } from '../pickers/use-typed.ts';
import type { NoteElement } from '../view.ts';
import { Card } from './card.tsx';
import { widthOf } from '../layout.ts';
import classes from './note-card.module.css';

/** The rule's description, above the flow. */
export function NoteCard({ element }: { element: NoteElement }) {
	const canvas = useCanvas();
	const { id, text } = element;
	const open = () => canvas.open({ id, part: 'picker' });
	const words = text === '' ? 'Add a description' : text;
	return (
		<div style={{ width: widthOf('note', canvas.arrangement) }}>
			<Card
				element={element}
				Icon={IconNote}
				tone="plain"
				look="bare"
				picker={{ label: 'Description', width: 420, content: <AboutPicker id={id} text={text} /> }}
			>
				{canvas.readOnly ? (
					<p className={classes['text']}>{text}</p>
				) : (
					<button
						type="button"
						className={classes['text']}
						data-empty={text === '' || undefined}
						tabIndex={-1}
						onClick={open}
					>
						<bdi>{words}</bdi>
					</button>
				)}
			</Card>
		</div>
	);
}

function AboutPicker({ id, text }: { id: string; text: string }) {
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
		<PickerFrame id={id} title="Description">
			<Textarea
				aria-label="Description"
				placeholder="What this rule is for"
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
