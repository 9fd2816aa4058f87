import { IconGauge } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import { type LimitMeter, limitMeter } from '../limit-meter.ts';
import type { LimitElement } from '../view.ts';
import { Card } from './card.tsx';
import { LampRow } from './lamp.tsx';
import classes from './limit-card.module.css';
import { Sentence } from './sentence.tsx';
import { says } from '../says.ts';

/** A limit of the rule or of its campaign, and how much of it the sample takes. */
export function LimitCard({ element }: { element: LimitElement }) {
	const canvas = useCanvas();
	const { id, parts } = element;
	const meter = canvas.trace && limitMeter(canvas.trace, element);
	return (
		<Card
			element={element}
			Icon={IconGauge}
			tone="points"
			title={element.of === 'campaign' ? says.limitOfCampaign : says.limit}
			spoken={[null, meter && says.inSample({ what: meter.words })]}
		>
			<Sentence parts={parts} onOpen={canvas.readOnly ? undefined : () => canvas.open({ id, part: 'picker' })} />
			{meter && <Meter meter={meter} />}
		</Card>
	);
}

function Meter({ meter: { share, cut, words } }: { meter: LimitMeter }) {
	return (
		<>
			{/* The words below say the same. */}
			<span className={classes['meter']} data-cut={cut || undefined} aria-hidden>
				<span style={{ width: `${Math.round(Math.min(share, 1) * 100)}%` }} />
			</span>
			<LampRow lamp={cut ? 'fails' : 'holds'} words={words} />
		</>
	);
}
