import type { EdgeProps } from '@xyflow/react';
import { gutterPath, roundedPath } from '../wire-path.ts';
import type { Wire } from '../wires.ts';
import classes from './wire-edge.module.css';

/** A wire between two ports. */
export function WireEdge({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<Wire>) {
	const from = { x: sourceX, y: sourceY };
	const to = { x: targetX, y: targetY };
	const kind = data?.kind ?? 'flow';
	const path = data?.gutterX === undefined ? roundedPath([from, to]) : gutterPath(from, to, data.gutterX);
	return (
		<g className={classes['wire']} data-kind={kind} data-lit={data?.lit || undefined}>
			<path d={path} className={classes['halo']} />
			<path d={path} className={classes['line']} />
		</g>
	);
}
