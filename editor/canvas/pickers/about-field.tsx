import { Textarea } from '@mantine/core';
import { print } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../editing.ts';
import { aboutNode } from '../fragments.ts';
import { says } from './says.ts';
import { useTyped } from './use-typed.ts';

interface AboutFieldProps {
	/** What is described: a rule or a campaign. */
	readonly declaration: Path;
	/** Its description; empty without one. */
	readonly text: string;
	/** Stands above the field; without it the field is only named for who hears it. */
	readonly label?: string;
	readonly placeholder?: string;
}

/** The description of a rule or of a campaign. Enter or leaving the field writes it; an empty one is no description. */
export function AboutField({ declaration, text, label, placeholder }: AboutFieldProps) {
	const { perform } = useEditing();
	const [typed, setTyped] = useTyped(text);
	const settle = () => {
		// A quoted text of the language stays on one line.
		const next = typed.replace(/\s+/g, ' ').trim();
		if (next === text) return;
		const written = next === '' ? null : print(aboutNode(next));
		perform({ kind: 'set-clause', declaration, clause: 'about', text: written });
	};
	return (
		<Textarea
			{...(label === undefined ? { 'aria-label': says.description } : { label })}
			placeholder={placeholder}
			autosize
			minRows={2}
			maxRows={6}
			dir="auto"
			value={typed}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={settle}
			onKeyDown={(event) => {
				if (event.key !== 'Enter' || event.shiftKey) return;
				event.preventDefault();
				settle();
			}}
		/>
	);
}
