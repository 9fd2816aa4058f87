import { Text } from '@mantine/core';
import type { Span } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../../../canvas/editing.ts';
import { SourceField } from '../../../canvas/pickers/source-field.tsx';
import classes from './raw-parts.module.css';
import { words } from '../words.ts';

interface Part {
	readonly kind: string;
	readonly span: Span;
}

interface RawPartsProps {
	/** What they stand in. */
	readonly declaration: Path;
	readonly parts: readonly Part[];
	/** The kinds that may stand once only: what says one of them again is shown here, too. */
	readonly single?: readonly string[];
}

const NONE: readonly string[] = [];

/** The clauses of a declaration that no field shows, each as it is written and to be mended there. */
export function RawParts({ declaration, parts, single = NONE }: RawPartsProps) {
	const isAgain = (part: Part) => single.includes(part.kind) && parts.find(({ kind }) => kind === part.kind) !== part;
	const shown = parts.filter((part) => part.kind === 'raw' || isAgain(part));
	return shown.map((part, index) => (
		<TextPart
			// A field is known by its place: what is changed above it moves its text, and must not take the focus from it.
			// oxlint-disable-next-line react/no-array-index-key
			key={index}
			declaration={declaration}
			span={part.span}
			note={part.kind === 'raw' ? words.frame.readable : words.frame.saidAgain}
		/>
	));
}

interface TextPartProps {
	/** What the clause stands in. */
	readonly declaration: Path;
	readonly span: Span;
	/** Why it is shown as text. */
	readonly note: string;
}

/** A clause as it is written, to be changed there. */
export function TextPart({ declaration, span, note }: TextPartProps) {
	const { compilation } = useEditing();
	return (
		<div className={classes['part']}>
			<Text className={classes['note']}>{note}</Text>
			<SourceField declaration={declaration} span={span} source={compilation.source.slice(span.start, span.end)} isReached />
		</div>
	);
}
