import { IconStar } from '@tabler/icons-react';
import { gutterSide } from '../arrangement.ts';
import { useCanvas } from '../canvas-context.ts';
import { chipsOf } from '../formula-chips.ts';
import { FormulaLine } from '../formula/formula-line.tsx';
import { FormulaText } from '../formula/formula-text.tsx';
import { sampleValue } from '../trace.ts';
import type { PointsElement } from '../view.ts';
import { Card } from './card.tsx';
import { LampRow } from './lamp.tsx';
import { Port } from './ports.tsx';
import classes from './stages.module.css';

/** Below the flow's own port. */
const MONEY_TOP = 64;

/** An earn: its formula as chips, or as text, and what it comes to in the sample. */
export function PointsCard({ element }: { element: PointsElement }) {
	const canvas = useCanvas();
	const { arrangement, trace, view } = canvas;
	const value = trace && sampleValue(trace, element.index);
	const title = view.points.length > 1 ? `Points ${element.index + 1}` : 'Points';
	const clause = { source: element.source, start: element.span.start };
	return (
		<div className={classes['condition']}>
			<Card
				element={element}
				Icon={IconStar}
				tone="points"
				title={title}
				spoken={[null, value && `${value.words} for the sample`]}
				aside={<FormulaText element={element} />}
			>
				<FormulaLine element={element} clause={clause} chips={chipsOf(element.clause.formula)} />
				{value && <LampRow lamp={value.ok ? 'holds' : 'fails'} words={value.words} />}
			</Card>
			{view.wires.some((wire) => wire.to === element.id) && (
				<Port
					id={`money-${element.id}`}
					kind="money"
					end="in"
					side={gutterSide('points', arrangement)}
					top={arrangement.shape === 'column' ? '50%' : MONEY_TOP}
				/>
			)}
		</div>
	);
}
