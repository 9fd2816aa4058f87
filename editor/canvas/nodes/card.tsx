import { IconGripVertical, IconMessage, type TablerIcon } from '@tabler/icons-react';
import { memo, type ReactNode, useRef } from 'react';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { canMove } from '../drag/drop.ts';
import type { RuleElement } from '../view.ts';
import { CardMenu } from './card-menu.tsx';
import { CardPopover } from './card-popover.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './card.module.css';
import { isolated } from '../../messages/message.ts';
import { says } from '../says.ts';
import { words } from '../words.ts';

/** The colours of cards, after the kind of value that leaves them. */
type CardTone = 'flow' | 'money' | 'points' | 'yes-no' | 'plain';

interface CardProps {
	readonly element: RuleElement;
	readonly Icon: TablerIcon;
	readonly tone: CardTone;
	/** What kind of card it is; cards of one lane share their lane's heading and have none. */
	readonly title?: string;
	/** Where the card stands among others and what its lamp says, for its name that is read aloud. */
	readonly spoken?: readonly (string | null)[];
	/** Right of the heading. */
	readonly aside?: ReactNode;
	readonly children?: ReactNode;
	/** A card inside of a lane's box casts no shadow of its own. */
	readonly flat?: boolean;
	readonly look?: 'card' | 'bare';
}

// A card is one item of a composite widget, which has no element of its own.
const cardRole = { role: 'group' } as const;

/** The frame of a card: focus, selection, health, problems, picker and menu. One stop of the arrow keys. */
export function Card(props: CardProps) {
	const { element, Icon, tone, title, spoken = [], aside, children, flat, look = 'card' } = props;
	const canvas = useCanvas();
	const { id, health, problems } = element;
	const opened = canvas.opened?.id === id && canvas.opened.part !== 'menu';
	const card = useRef<HTMLDivElement>(null);
	const isMovable = !canvas.readOnly && canMove(canvas.view, element);
	// One card of the canvas is a stop of the Tab key, the arrow keys lead on from there.
	const focusable = { tabIndex: canvas.activeId === id ? 0 : -1 };
	return (
		<>
			<div
				ref={card}
				{...cardRole}
				aria-roledescription={says.card}
				aria-label={spokenName(element, spoken)}
				{...focusable}
				data-card={id}
				data-tone={tone}
				data-health={health}
				data-look={look}
				data-flat={flat || undefined}
				data-selected={canvas.selectedId === id || undefined}
				data-open={opened || undefined}
				data-severity={worst(problems)}
				className={classes['card']}
				onFocus={() => canvas.activate(id)}
			>
				<div className={classes['row']} data-aside={aside !== undefined || undefined}>
					<span className={classes['icon']} data-grip={isMovable || undefined}>
						{isMovable && <IconGripVertical size={12} stroke={2} className={classes['grip']} aria-hidden />}
						<Icon size={16} stroke={1.75} aria-hidden />
					</span>
					<div className={classes['main']}>
						{title !== undefined && <p className={classes['title']}>{title}</p>}
						{title === undefined && children}
					</div>
					{aside}
					<CardMenu element={element} />
				</div>
				{title !== undefined && children !== undefined && <div className={classes['body']}>{children}</div>}
				<Remarks element={element} />
				<ProblemList problems={problems} />
			</div>
			<CardPopover element={element} card={card} />
		</>
	);
}

interface CardInWordsProps extends Pick<CardProps, 'element'>, Pick<CanvasValue, 'activate'> {
	/** Its name when it is read aloud. */
	readonly name: string;
	/** In pixels: that of the card whose place it keeps. */
	readonly height: number;
}

/** What stands for a card that is out of view: its name for whoever hears or finds it, and its place. There may be hundreds. */
export const CardInWords = memo(function CardInWords({ element: { id, label }, name, height, activate }: CardInWordsProps) {
	const focusable = { tabIndex: -1 };
	return (
		<div
			{...cardRole}
			aria-roledescription={says.card}
			aria-label={name}
			{...focusable}
			data-card={id}
			data-flat
			className={classes['card']}
			style={{ height }}
			onFocus={() => activate(id)}
		>
			<bdi className={classes['words']}>{label}</bdi>
		</div>
	);
});

/** What somebody wrote about the clause in the text. */
function Remarks({ element: { id, remarks } }: { readonly element: RuleElement }) {
	const canvas = useCanvas();
	if (remarks.length === 0) return null;
	const words = (
		<>
			<IconMessage size={13} stroke={1.75} aria-label={says.comment} />
			<bdi>{remarks.join(' ')}</bdi>
		</>
	);
	if (canvas.readOnly) return <p className={classes['remarks']}>{words}</p>;
	return (
		<button
			type="button"
			tabIndex={-1}
			className={classes['remarks']}
			aria-haspopup="dialog"
			onClick={() => canvas.open({ id, part: 'comment' })}
		>
			{words}
		</button>
	);
}

/** What a card is called when read aloud: its place, its clause, and what is to be said of that. */
export function spokenName({ label, health, problems }: RuleElement, spoken: readonly (string | null)[]): string {
	const count = problems.length === 0 ? null : says.problems({ count: problems.length });
	const state = health === 'incomplete' ? says.notComplete : null;
	return spokenRow([spoken[0] ?? null, label, ...spoken.slice(1), state, count]);
}

/** Several words after one another, as they are read aloud; those that are empty are left out. */
export function spokenRow(said: readonly (string | null)[]): string {
	return said.flatMap((each) => (each ? [isolated(each)] : [])).join(words.comma);
}

/** The worst of some problems. */
export function worst(problems: RuleElement['problems']): 'error' | 'warning' | undefined {
	if (problems.some(({ severity }) => severity === 'error')) return 'error';
	return problems.length > 0 ? 'warning' : undefined;
}
