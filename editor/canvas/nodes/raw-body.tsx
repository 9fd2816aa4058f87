import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Span } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { useTyped } from '../pickers/use-typed.ts';
import classes from './raw-body.module.css';
import { says } from '../says.ts';

interface RawBodyProps {
	readonly id: string;
	/** The clause's own place in the text. */
	readonly span: Span;
	readonly source: string;
}

/** The exact source of a clause in a small editor of its own. Enter or leaving it writes it back, Escape gives it up. */
export function RawBody({ id, span, source }: RawBodyProps) {
	const canvas = useCanvas();
	const [typed, setTyped] = useTyped(source);
	const field = useRef<HTMLTextAreaElement>(null);
	const entered = canvas.enteredId === id;
	useEffect(() => {
		if (entered) field.current?.focus({ preventScroll: true });
	}, [entered]);
	const settle = () => {
		if (typed === source) return;
		const text = typed.trim();
		if (text === '' || !canvas.perform({ kind: 'set-text', declaration: canvas.declaration, span, text })) setTyped(source);
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
			readOnly={canvas.readOnly}
			tabIndex={entered ? 0 : -1}
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
