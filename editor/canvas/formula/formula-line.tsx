import { useEffect, useRef } from 'react';
import { unreachable } from '#compiler';
import { useCanvas } from '../canvas-context.ts';
import { type Chip, type ClauseText, unframe } from '../formula-chips.ts';
import type { PointsElement } from '../view.ts';
import { AppendMenu } from './append-menu.tsx';
import { type Formula, FormulaContext, useFormula } from './formula-context.ts';
import { FilterChip } from './filter-chip.tsx';
import { NumberChip } from './number-chip.tsx';
import { OperatorChip } from './operator-chip.tsx';
import { FrameChip } from './frame-chip.tsx';
import classes from './formula.module.css';

interface FormulaLineProps {
	readonly element: PointsElement;
	readonly clause: ClauseText;
	readonly chips: readonly Chip[];
}

/** A formula as a line of chips: each number, filter and operator is a control, parentheses are frames. */
export function FormulaLine({ element, clause, chips }: FormulaLineProps) {
	const canvas = useCanvas();
	const { readOnly } = canvas;
	const entered = canvas.enteredId === element.id;
	const line = useRef<HTMLDivElement>(null);
	const formula = useFormulaOf(element, clause, chips);
	useEffect(() => {
		if (entered) line.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
	}, [entered]);
	const [only] = chips;
	const fixed = chips.length === 1 && only?.kind === 'number';
	return (
		<FormulaContext.Provider value={formula}>
			<div ref={line} className={classes['line']} data-fixed={fixed || undefined} dir="ltr">
				<Chips line={chips} />
				<span className={classes['unit']}>{fixed && only.digits === '1' ? 'point' : 'points'}</span>
				{!readOnly && <AppendMenu />}
			</div>
		</FormulaContext.Provider>
	);
}

function useFormulaOf(element: PointsElement, clause: ClauseText, chips: readonly Chip[]): Formula {
	const { perform, declaration, enteredId, readOnly } = useCanvas();
	const { id, index, filter } = element;
	const change = (text: string) => perform({ kind: 'set-clause', declaration, clause: 'earn', index, text });
	return { clause, chips, filter, change, tabIndex: enteredId === id ? 0 : -1, readOnly };
}

/** The chips of a line, frames within frames included. */
function Chips({ line }: { line: readonly Chip[] }) {
	return line.map((chip, index) => (
		// A chip is known by its place: its text is what the controls change.
		// oxlint-disable-next-line react/no-array-index-key
		<OneChip key={index} chip={chip} line={line} />
	));
}

function OneChip({ chip, line }: { chip: Chip; line: readonly Chip[] }) {
	const { clause, change, readOnly, tabIndex } = useFormula();
	switch (chip.kind) {
		case 'number':
			return <NumberChip chip={chip} line={line} />;
		case 'filter':
			return <FilterChip chip={chip} line={line} />;
		case 'operator':
			return <OperatorChip chip={chip} />;
		case 'minus':
			return <span className={classes['sign']}>−</span>;
		case 'frame':
			return (
				<FrameChip
					tabIndex={tabIndex}
					onUnframe={readOnly || chip.chips.length === 0 ? null : () => change(unframe(clause, chip))}
				>
					<Chips line={chip.chips} />
				</FrameChip>
			);
		case 'hole':
			return <NumberChip chip={chip} line={line} />;
		default:
			return unreachable(chip);
	}
}
