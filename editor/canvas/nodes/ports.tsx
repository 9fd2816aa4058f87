import { Handle, Position } from '@xyflow/react';
import { unreachable } from '#compiler';
import { flowSide, type FlowWay, flowWay } from '../arrangement.ts';
import { useCanvas } from '../canvas-context.ts';
import classes from './ports.module.css';

/** How far below a card's top the flow runs through it: the middle of its heading. */
const FLOW_LINE = 28;

/** The kinds of ports, each with a shape, a letter and a colour of its own. */
type PortKind = 'flow' | 'money' | 'points';

interface PortProps {
	readonly id: string;
	readonly kind: PortKind;
	readonly end: 'in' | 'out';
	/** On the piece of the flow before the schedule or before the result. */
	readonly hop?: boolean;
	/** The edge of the card; by default where the flow enters or leaves it. */
	readonly side?: Position;
	/** From the card's top; by default on the flow line. */
	readonly top?: number | string;
}

/** A place where a wire meets a card. Wires are drawn from the text, so nothing can be dragged from it. */
export function Port({ id, kind, end, hop = false, side, top = FLOW_LINE }: PortProps) {
	const { arrangement } = useCanvas();
	const way = flowWay(arrangement, hop);
	const position = side ?? flowSide(way, end);
	// A list has neither wires nor a drawing that they could belong to.
	if (arrangement.shape === 'list') return null;
	const isUpright = position === Position.Top || position === Position.Bottom;
	return (
		<Handle
			id={id}
			type={end === 'in' ? 'target' : 'source'}
			position={position}
			isConnectable={false}
			aria-hidden
			className={classes['port']}
			data-kind={kind}
			style={isUpright ? {} : { top }}
		>
			<PortShape kind={kind} way={way} />
		</Handle>
	);
}

const turns: Readonly<Record<FlowWay, number>> = { right: 0, down: 90, left: 180 };

function PortShape({ kind, way }: { readonly kind: PortKind; readonly way: FlowWay }) {
	switch (kind) {
		case 'flow':
			return (
				<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
					<path d="M1.5 1.5 14.5 8 1.5 14.5Z" transform={`rotate(${turns[way]} 8 8)`} className={classes['solid']} />
				</svg>
			);
		case 'money':
			return (
				<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
					<circle cx="9" cy="9" r="7.5" className={classes['outline']} />
					<text x="9" y="12.6" className={classes['letter']}>
						$
					</text>
				</svg>
			);
		case 'points':
			return (
				<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
					<path
						d="M10 .8 12.7 6.6 19 7.4 14.4 11.8 15.6 18.1 10 15 4.4 18.1 5.6 11.8 1 7.4 7.3 6.6Z"
						className={classes['solid']}
					/>
					<text x="10" y="13.6" className={classes['knocked']}>
						P
					</text>
				</svg>
			);
		default:
			return unreachable(kind);
	}
}
