import { ActionIcon, Button, Group, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { IconCursorText } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Anchor, opensPopover } from '../../panels/anchor.tsx';
import { useCanvas } from '../canvas-context.ts';
import type { PointsElement } from '../view.ts';
import classes from './formula.module.css';
import { says } from '../says.ts';

/** A button that opens the formula as plain text, for those who would rather type. */
export function FormulaText({ element }: { element: PointsElement }) {
	const canvas = useCanvas();
	const { clause, index, id, span, source } = element;
	const { start, end } = clause.formula.span;
	const written = source.slice(start - span.start, end - span.start);
	const popoverId = useId();
	const target = useRef<HTMLButtonElement>(null);
	const [opened, setOpened] = useState(false);
	const [typed, setTyped] = useState(written);
	if (canvas.readOnly) return null;
	const toggle = () => {
		setTyped(written);
		setOpened(!opened);
	};
	const settle = () => {
		// The clause's own beginning stays, with whatever comments stand in it.
		const text = `${source.slice(0, start - span.start).trimEnd()} ${typed.trim()}${source.slice(end - span.start)}`;
		const done = canvas.perform({ kind: 'set-clause', declaration: canvas.declaration, clause: 'earn', index, text });
		if (done) setOpened(false);
	};
	return (
		<>
			<Tooltip label={says.formula.editAsText}>
				<ActionIcon
					ref={target}
					size={24}
					className={classes['asText']}
					tabIndex={canvas.enteredId === id ? 0 : -1}
					aria-label={says.formula.editFormula}
					{...opensPopover('dialog', popoverId, opened)}
					onClick={toggle}
				>
					<IconCursorText size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
			{opened && (
				<Popover
					id={popoverId}
					opened
					onChange={setOpened}
					position="bottom-end"
					width={360}
					trapFocus
					zIndex="var(--en-layer-popover)"
				>
					<Popover.Target>
						<Anchor of={target} takesFocusBack />
					</Popover.Target>
					<Popover.Dropdown aria-label={says.formula.asText} p="md" data-canvas-popover>
						<Stack gap="sm">
							<TextInput
								label={says.formula.formula}
								description={says.formula.hint({ example: '"Food" * 2 + 10' })}
								dir="ltr"
								spellCheck={false}
								autoComplete="off"
								classNames={{ input: classes['textInput'] as string }}
								value={typed}
								onChange={(event) => setTyped(event.currentTarget.value)}
								onKeyDown={(event) => {
									if (event.key === 'Enter') settle();
								}}
							/>
							<Group justify="flex-end" gap="xs">
								<Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpened(false)}>
									{says.formula.cancel}
								</Button>
								<Button size="compact-sm" onClick={settle}>
									{says.formula.apply}
								</Button>
							</Group>
						</Stack>
					</Popover.Dropdown>
				</Popover>
			)}
		</>
	);
}
