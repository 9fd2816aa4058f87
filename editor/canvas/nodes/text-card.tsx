import { IconCode } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import type { TextElement } from '../view.ts';
import { Card } from './card.tsx';
import { RawBody } from './raw-body.tsx';
import { boxWidth } from '../layout.ts';
import { says } from '../says.ts';

/** A clause of the rule that stands as text: one that cannot be read, or stands twice. */
export function TextCard({ element }: { element: TextElement }) {
	const { arrangement } = useCanvas();
	return (
		<div style={{ width: boxWidth(element.stage, arrangement) }}>
			<Card
				element={element}
				Icon={IconCode}
				tone="plain"
				title={element.clause.kind === 'raw' ? says.rawTitle : says.standsTwice}
			>
				<RawBody id={element.id} span={element.span} source={element.source} />
			</Card>
		</div>
	);
}
