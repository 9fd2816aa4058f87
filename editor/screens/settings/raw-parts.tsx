import { Text } from '@mantine/core';
import type { RawClause, Span } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../../canvas/editing.ts';
import { SourceField } from '../../canvas/pickers/source-field.tsx';
import classes from './raw-parts.module.css';
import { words } from './words.ts';

interface RawPartsProps {
	/** What they stand in. */
	readonly declaration: Path;
	readonly parts: readonly { readonly kind: string; readonly span: Span }[];
}

/** The clauses of a declaration that cannot be read, each as it is written and to be mended there. */
export function RawParts({ declaration, parts }: RawPartsProps) {
	const { compilation } = useEditing();
	const raw = parts.filter((part): part is RawClause => part.kind === 'raw');
	return raw.map(({ span }) => (
		<div key={span.start} className={classes['part']}>
			<Text className={classes['note']}>{words.frame.readable}</Text>
			<SourceField declaration={declaration} span={span} source={compilation.source.slice(span.start, span.end)} isReached />
		</div>
	));
}
