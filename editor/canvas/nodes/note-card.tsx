import { IconNote } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import type { NoteElement } from '../view.ts';
import { Card } from './card.tsx';
import { boxWidth } from '../layout.ts';
import classes from './note-card.module.css';
import { says } from '../says.ts';

/** The rule's description, above the flow. */
export function NoteCard({ element }: { element: NoteElement }) {
	const canvas = useCanvas();
	const { id, text } = element;
	const open = () => canvas.open({ id, part: 'picker' });
	const words = text === '' ? says.addDescription : text;
	return (
		<div style={{ width: boxWidth('note', canvas.arrangement) }}>
			<Card element={element} Icon={IconNote} tone="plain" look="bare">
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
