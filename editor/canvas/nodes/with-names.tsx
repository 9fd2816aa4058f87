import { Fragment } from 'react';
import { codeDirection, CompilerWords } from '../../panels/compiler-words.tsx';
import classes from './with-names.module.css';

/** A sentence of the compiler, with the user's own words, which stand in backticks, set apart. */
export function WithNames({ text }: { text: string }) {
	const pieces = text.split('`').map((piece, index) =>
		index % 2 === 1 ? (
			// A sentence's pieces have no identity besides their place.
			// oxlint-disable-next-line react/no-array-index-key
			<bdi key={index} dir={codeDirection(piece)} className={classes['name']}>
				{piece}
			</bdi>
		) : (
			// oxlint-disable-next-line react/no-array-index-key
			<Fragment key={index}>{piece}</Fragment>
		),
	);
	return <CompilerWords text={text}>{pieces}</CompilerWords>;
}
