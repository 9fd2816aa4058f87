import { IconPlus } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import { AddMenu } from '../nodes/add-menu.tsx';
import type { Addable, AddChoice } from '../nodes/choices.ts';
import type { OutlineItem } from './outline-items.ts';
import classes from './outline.module.css';
import { says } from '../says.ts';

type AddItem = Extract<OutlineItem, { kind: 'add' }>;

interface OutlineAddProps {
	readonly item: AddItem;
	readonly isReached: boolean;
}

/** The line of the outline that adds to its stage or group. */
export function OutlineAdd({ item, isReached }: OutlineAddProps) {
	const { to, id, level, place, count } = item;
	const { label, title, of, add } = useAdding(to);
	return (
		<AddMenu
			id={id}
			label={label}
			of={of}
			className={classes['add']}
			onAdd={add}
			item={{
				role: 'treeitem',
				'aria-level': level,
				'aria-posinset': place,
				'aria-setsize': count,
				'aria-selected': false,
				tabIndex: isReached ? 0 : -1,
				style: { marginInlineStart: 30 + (level - 1) * 22 },
			}}
		>
			<IconPlus size={14} aria-hidden />
			{title}
		</AddMenu>
	);
}

type Added = AddChoice & { readonly text: string };

interface Adding {
	readonly label: string;
	readonly title: string;
	readonly of: Addable;
	readonly add: (choice: Added) => void;
}

function useAdding(to: AddItem['to']): Adding {
	const canvas = useCanvas();
	const { declaration, view } = canvas;
	if (to === 'points') {
		const add = ({ key, text }: Added) => {
			const clause = key.startsWith('multiply') ? 'multiply' : 'earn';
			canvas.perform({ kind: 'set-clause', declaration, clause, index: view.counts[clause], text });
		};
		return { label: says.kinds.effects, title: says.addPoints, of: 'effects', add };
	}
	if (to === 'limits') {
		const add = ({ text }: Added) =>
			void canvas.perform({ kind: 'set-clause', declaration, clause: 'limit', index: view.counts.limit, text });
		return { label: says.kinds.limits, title: says.addLimit, of: 'limits', add };
	}
	const into = to === 'conditions' ? {} : { into: to.path };
	const isAny = to !== 'conditions' && to.condition.kind === 'any';
	return {
		label: says.kinds.conditions,
		title: to === 'conditions' ? says.addCondition : isAny ? says.addAlternative : says.addToGroup,
		of: 'conditions',
		add: ({ text }: Added) => void canvas.perform({ kind: 'add-condition', declaration, text, ...into }),
	};
}
