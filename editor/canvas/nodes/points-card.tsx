import { IconStar, IconX } from '@tabler/icons-react';
import { gutterSide } from '../arrangement.ts';
import { useCanvas } from '../canvas-context.ts';
import { canMove } from '../drag/drop.ts';
import { MovableBox } from '../drag/movable-box.tsx';
import { tailParts } from '../earn-tail.ts';
import { EarnLine } from '../formula/earn-line.tsx';
import { FormulaText } from '../formula/formula-text.tsx';
import { multiplierOutcome, sampleValue } from '../trace.ts';
import type { MultiplyElement, PointsElement } from '../view.ts';
import { says } from '../says.ts';
import { Card } from './card.tsx';
import { LampRow } from './lamp.tsx';
import { Port } from './ports.tsx';
import { Sentence } from './sentence.tsx';
import classes from './stages.module.css';

/** Below the flow's own port. */
const MONEY_TOP = 64;

/** An earn: its formula or its steps as chips, what follows them, and what it comes to in the sample. */
export function PointsCard({ element }: { element: PointsElement }) {
	const canvas = useCanvas();
	const { declaration, enteredId, trace, view } = canvas;
	const value = trace && sampleValue(trace, element.index);
	const title = view.points.length > 1 ? says.pointsNumbered({ number: element.index + 1 }) : says.points;
	const tail = tailParts(element.clause);
	return (
		<MovableBox
			element={element}
			isMovable={!canvas.readOnly && canMove(canvas.view, element)}
			className={classes['effect']}
		>
			<Card
				element={element}
				Icon={IconStar}
				tone="points"
				title={title}
				spoken={[null, value && says.inSample({ what: value.words })]}
				aside={<FormulaText element={element} />}
			>
				<EarnLine earn={{ ...element, declaration }} isEntered={enteredId === element.id} />
				{tail.length > 0 && (
					<Sentence
						parts={tail}
						onOpen={canvas.readOnly ? undefined : () => canvas.open({ id: element.id, part: 'picker' })}
					/>
				)}
				{value && <LampRow lamp={value.ok ? 'holds' : 'fails'} words={value.words} />}
			</Card>
			<MoneyPort id={element.id} />
		</MovableBox>
	);
}

/** A multiplier: what it acts on, and by how much. */
export function MultiplyCard({ element }: { element: MultiplyElement }) {
	const canvas = useCanvas();
	const { id, parts } = element;
	const outcome = canvas.trace && multiplierOutcome(canvas.trace);
	return (
		<MovableBox
			element={element}
			isMovable={!canvas.readOnly && canMove(canvas.view, element)}
			className={classes['effect']}
		>
			<Card
				element={element}
				Icon={IconX}
				tone="points"
				title={says.multiplier}
				spoken={[null, outcome && says.changesInSample({ what: outcome.words, names: outcome.names })]}
			>
				<Sentence parts={parts} onOpen={canvas.readOnly ? undefined : () => canvas.open({ id, part: 'picker' })} />
				{outcome && (
					<LampRow lamp={outcome.names === '' ? 'not-tested' : 'holds'} words={outcome.words}>
						<bdi>{outcome.names}</bdi>
					</LampRow>
				)}
			</Card>
			<MoneyPort id={id} />
		</MovableBox>
	);
}

function MoneyPort({ id }: { id: string }) {
	const { arrangement, view } = useCanvas();
	if (!view.wires.some((wire) => wire.to === id)) return null;
	const top = arrangement.shape === 'column' ? '50%' : MONEY_TOP;
	return <Port id={`money-${id}`} kind="money" end="in" side={gutterSide('points', arrangement)} top={top} />;
}
