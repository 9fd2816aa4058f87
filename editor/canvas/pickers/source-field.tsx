import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Span } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../editing.ts';
import { says } from '../says.ts';
import classes from './source-field.module.css';
import { useTyped } from './use-typed.ts';

interface SourceFieldProps {
	/** What the clause stands in. */
	readonly declaration: Path;
	/** The clause's own place in the text. */
	readonly span: Span;
	readonly source: string;
	/** The keyboard reaches it by Tab. */
	readonly isReached: boolean;
	/** It takes the focus. */
	readonly isEntered?: boolean;
}

/** The exact source of a clause in a small editor of its own. Enter or leaving it writes it back, Escape gives it up. */
export function SourceField({ declaration, span, source, isReached, isEntered = false }: SourceFieldProps) {
	const { perform, readOnly } = useEditing();
	const [typed, setTyped] = useTyped(source);
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (isEntered) field.current?.focus({ preventScroll: true });
	}, [isEntered]);
	const settle = () => {
		if (typed === source) return;
		const text = typed.trim();
		if (text === '' || !perform({ kind: 'set-text', declaration, span, text })) setTyped(source);
	};
	return (
		<Textarea
			autosize
			minRows={1}
			maxRows={5}
			ref={field}
			size="xs"
			dir="ltr"
			aria-label={says.rawText}
			classNames={{ input: classes['input'] as string }}
			spellCheck={false}
			autoComplete="off"
			readOnly={readOnly}
			tabIndex={isReached ? 0 : -1}
			value={typed}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={settle}
			onKeyDown={(event) => {
				if (event.key === 'Enter' && !event.shiftKey) {
					event.preventDefault();
					settle();
				} else if (event.key === 'Escape') setTyped(source);
			}}
		/>
	);
}
