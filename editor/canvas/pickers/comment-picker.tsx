import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Operation } from '#compiler/edits';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import type { RuleElement } from '../view.ts';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

/** A comment that is written above a clause, in the text. */
export function CommentPicker({ element }: { readonly element: RuleElement }) {
	const canvas = useCanvas();
	const [typed, setTyped] = useState('');
	const { id } = element;
	const write = () => {
		const operation = commentOn(canvas, element, typed);
		if (!operation || !canvas.perform(operation, says.comment)) return;
		canvas.open(null);
		canvas.focusCard(id);
	};
	return (
		<PickerFrame id={id} title={says.comment} note={says.commentNote}>
			<Textarea
				aria-label={says.comment}
				data-autofocus
				autosize
				minRows={2}
				maxRows={6}
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key !== 'Enter' || event.shiftKey) return;
					event.preventDefault();
					write();
				}}
			/>
			<Group justify="flex-end">
				<Button size="compact-sm" disabled={typed.trim() === ''} onClick={write}>
					{says.writeIt}
				</Button>
			</Group>
		</PickerFrame>
	);
}

/** Says whether a card stands for a clause that a comment can be written above. */
export function takesComment(element: RuleElement): boolean {
	return clauseOf(element) !== null;
}

function commentOn({ declaration }: CanvasValue, element: RuleElement, typed: string): Operation | null {
	const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`// ${line.trim()}`]));
	const text = [...lines, element.source].join('\n');
	if (lines.length === 0) return null;
	if (element.kind === 'condition') return { kind: 'set-condition', declaration, condition: element.path, text };
	const clause = clauseOf(element);
	return clause && clause !== 'when' ? { kind: 'set-clause', declaration, clause, index: indexOf(element), text } : null;
}

function clauseOf(element: RuleElement) {
	if (element.kind === 'condition') return element.health === 'raw' ? null : 'when';
	if (element.kind === 'points') return 'earn';
	return element.kind === 'multiply' || element.kind === 'limit' ? element.kind : null;
}

function indexOf(element: RuleElement): number {
	return 'index' in element ? element.index : 0;
}
