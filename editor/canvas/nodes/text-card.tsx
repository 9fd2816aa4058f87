import { IconCode } from '@tabler/icons-react';
import { useCanvas } from '../canvas-context.ts';
import type { TextElement } from '../view.ts';
import { Card } from './card.tsx';
import { RawBody, rawTitle } from './raw-body.tsx';
import { widthOf } from '../layout.ts';

/** A clause of the rule that stands as text: one that cannot be read, stands twice, or is not evaluated yet. */
export function TextCard({ element }: { element: TextElement }) {
	const { arrangement } = useCanvas();
	return (
		<div style={{ width: widthOf(element.stage, arrangement) }}>
			<Card element={element} Icon={IconCode} tone="plain" title={rawTitle(element.tone === 'advanced')}>
				<RawBody id={element.id} span={element.span} source={element.source} />
			</Card>
		</div>
	);
}
