import type { Span } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { SourceField } from '../pickers/source-field.tsx';

interface RawBodyProps {
	/** The card that it stands on. */
	readonly id: string;
	/** The clause's own place in the text. */
	readonly span: Span;
	readonly source: string;
}

/** The text of a clause of the rule, to be changed on its card. */
export function RawBody({ id, span, source }: RawBodyProps) {
	const { declaration, enteredId } = useCanvas();
	const entered = enteredId === id;
	return <SourceField declaration={declaration} span={span} source={source} isReached={entered} isEntered={entered} />;
}
