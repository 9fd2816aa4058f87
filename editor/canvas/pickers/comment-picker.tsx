import { Button, Group, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useCanvas } from '../canvas-context.ts';
import { type Commented, commentedBy } from '../commented.ts';
import { ownRemarks, saidBy } from '../remarks.ts';
import type { RuleElement } from '../view.ts';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';
import { useTyped } from './use-typed.ts';

/** The comments that stand with a card's clauses in the text: written, changed and removed as they are there. */
export function CommentPicker({ element }: { readonly element: RuleElement }) {
	const canvas = useCanvas();
	const parts = commentedBy(canvas, element);
	return (
		<PickerFrame id={element.id} title={says.comment} note={says.commentNote}>
			{parts.map((part, at) => (
				<CommentFields key={part.part} id={element.id} part={part} isFirst={at === 0} />
			))}
		</PickerFrame>
	);
}

interface CommentFieldsProps {
	readonly id: string;
	readonly part: Commented;
	readonly isFirst: boolean;
}

/** The comment above a clause; the one behind it has a field of its own where there is one. */
function CommentFields({ id, part: { part, declaration, span }, isFirst }: CommentFieldsProps) {
	const canvas = useCanvas();
	const title = says.commentsOn[part];
	const { source, document } = canvas.compilation;
	const { above, behind } = ownRemarks(source, document.comments, span);
	const shown = above.map(saidBy).join('\n');
	const shownBehind = behind && saidBy(behind);
	const [typed, setTyped] = useTyped(shown);
	const [typedBehind, setTypedBehind] = useTyped(shownBehind ?? '');
	const write = (text: string, tail: string | null) =>
		canvas.perform({ kind: 'set-comments', declaration, span, above: text.split('\n'), behind: tail });
	const close = () => {
		canvas.open(null);
		// The field that loses the focus by this writes what was typed.
		canvas.focusCard(id);
	};
	const press = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
		event.preventDefault();
		close();
	};
	return (
		<>
			<Textarea
				{...(part === 'comment' ? { 'aria-label': title } : { label: title })}
				placeholder={says.commentHint}
				data-autofocus={isFirst || undefined}
				autosize
				minRows={2}
				maxRows={8}
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
				onKeyDown={press}
				onBlur={() => typed !== shown && write(typed, shownBehind)}
			/>
			{behind && (
				<TextInput
					label={says.commentBehind}
					value={typedBehind}
					onChange={(event) => setTypedBehind(event.currentTarget.value)}
					onKeyDown={press}
					onBlur={() => typedBehind !== shownBehind && write(shown, typedBehind)}
				/>
			)}
			{(above.length > 0 || behind) && (
				<Group>
					<Button
						size="compact-sm"
						variant="subtle"
						color="red"
						onClick={() => {
							write('', null);
							close();
						}}
					>
						{part === 'comment' ? says.removeComment : says.removeCommentOn({ part: title })}
					</Button>
				</Group>
			)}
		</>
	);
}
