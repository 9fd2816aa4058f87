import { IconGauge } from '@tabler/icons-react';
import { print, type Span } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { limitNode } from '../fragments.ts';
import { DigitsInput } from '../pickers/digits-input.tsx';
import { PickerFrame } from '../pickers/picker-frame.tsx';
import type { SampleTrace } from '../trace.ts';
import { countPoints, pointDigits } from '../words.ts';
import type { LimitElement } from '../view.ts';
import { Card } from './card.tsx';
import { LampRow } from './lamp.tsx';
import { Sentence } from './sentence.tsx';

/** Says whether the limit at a place of the text cut the sample's award: several may have, one after the other. */
function isCut({ plan, rule, award }: SampleTrace, { start }: Span): boolean {
	const limit = rule && plan.rules[rule.index]?.limits.find(({ span }) => span.start === start);
	return award !== null && limit?.kind === 'points' && award.wantedUnits > limit.units;
}

/** A limit of the rule. */
export function LimitCard({ element }: { element: LimitElement }) {
	const canvas = useCanvas();
	const { id, clause, index, parts } = element;
	const { trace, declaration, compilation } = canvas;
	const decimals = compilation.healthyPlan?.program.pointDecimals ?? 0;
	const set = (digits: string) =>
		canvas.perform({ kind: 'set-clause', declaration, clause: 'limit', index, text: print(limitNode(digits)) });
	const cut = trace && isCut(trace, clause.span) ? trace.award : null;
	return (
		<Card
			element={element}
			Icon={IconGauge}
			tone="points"
			title="Limit"
			picker={{
				label: `Edit: ${element.label}`,
				width: 280,
				content: (
					<PickerFrame id={id} title="Limit">
						<DigitsInput
							label="Most points per transaction"
							value={
								clause.most.kind === 'limit-points' && clause.most.points.kind === 'number' ? clause.most.points.digits : ''
							}
							decimals={decimals}
							rightSection="pts"
							rightSectionWidth={40}
							onCommit={set}
						/>
					</PickerFrame>
				),
			}}
		>
			<Sentence parts={parts} onOpen={canvas.readOnly ? undefined : () => canvas.open({ id, part: 'picker' })} />
			{trace?.award && (
				<LampRow lamp={cut ? 'fails' : 'holds'} words={cut ? 'Cut' : 'Not reached'}>
					{cut && `from ${countPoints(pointDigits(cut.wantedUnits, decimals))}`}
				</LampRow>
			)}
		</Card>
	);
}
