import { Button, Group, Textarea } from '@mantine/core';
import { useTyped } from '../../../canvas/pickers/use-typed.ts';
import { says } from '../../../canvas/says.ts';
import classes from './source-form.module.css';
import { words } from '../words.ts';

interface SourceFormProps {
	/** The text of a declaration. */
	readonly source: string;
	/** Puts another text in its place. Answers whether it was accepted. */
	readonly onSave: (text: string) => boolean;
}

/** The text of a declaration that no fields can show whole, to be changed as text. */
export function SourceForm({ source, onSave }: SourceFormProps) {
	const [typed, setTyped] = useTyped(source);
	const isChanged = typed !== source && typed.trim() !== '';
	return (
		<>
			<Textarea
				autosize
				minRows={2}
				maxRows={24}
				dir="ltr"
				aria-label={says.rawText}
				classNames={{ input: classes['input'] as string }}
				spellCheck={false}
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			<Group gap="xs" justify="flex-end">
				<Button variant="subtle" color="gray" size="compact-sm" disabled={!isChanged} onClick={() => setTyped(source)}>
					{words.frame.cancel}
				</Button>
				<Button size="compact-sm" disabled={!isChanged} onClick={() => onSave(typed.trim())}>
					{words.frame.save}
				</Button>
			</Group>
		</>
	);
}
