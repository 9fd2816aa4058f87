import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printText } from '#grammar';
import { events } from '#compiler/service';
import { useCanvas } from '../canvas-context.ts';
import type { TransactionElement } from '../view.ts';
import { PickerFrame } from './picker-frame.tsx';
import classes from './pickers.module.css';
import { says } from './says.ts';
import { termOf } from '../../messages/service-words.ts';
import { WithNames } from '../nodes/with-names.tsx';

/** What the rule answers to: a purchase, or another event. */
export function EventPicker({ element }: { readonly element: TransactionElement }) {
	const canvas = useCanvas();
	const { on, id } = element;
	const chosen = on === null ? 'purchase' : on.kind === 'event' ? on.event : null;
	const own = on?.kind === 'event' && on.name?.kind === 'name' ? on.name.text : '';
	const set = (text: string) => canvas.perform({ kind: 'set-head', declaration: canvas.declaration, text });
	const choose = (kind: string) => {
		if (kind === 'purchase') return set('');
		if (kind === 'custom') return set(`on event ${printText(own || 'survey_done')}`);
		return set(kind === 'any' ? 'on any event' : `on ${kind}`);
	};
	return (
		<PickerFrame id={id} title={says.whatStarts}>
			<Radio.Group aria-label={says.event} value={chosen} onChange={choose}>
				<Stack gap={2} className={classes['options']}>
					{events.map(({ kind, ...row }) => (
						<Radio
							key={kind}
							size="xs"
							className={classes['option']}
							value={kind}
							label={termOf(row).title}
							description={<WithNames text={termOf(row).doc} />}
							data-autofocus={kind === chosen || undefined}
						/>
					))}
				</Stack>
			</Radio.Group>
			{chosen === 'custom' && <OwnName key={own} name={own} onCommit={(name) => set(`on event ${printText(name)}`)} />}
		</PickerFrame>
	);
}

function OwnName({ name, onCommit }: { readonly name: string; readonly onCommit: (name: string) => void }) {
	const [typed, setTyped] = useState(name);
	const settle = () => {
		if (typed.trim() !== '' && typed.trim() !== name) onCommit(typed.trim());
	};
	return (
		<TextInput
			label={says.eventName}
			value={typed}
			autoComplete="off"
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={settle}
			onKeyDown={(event) => event.key === 'Enter' && settle()}
		/>
	);
}
