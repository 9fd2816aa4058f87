import type { Part } from '../view.ts';
import classes from './sentence.module.css';
import { says } from '../says.ts';
import { words } from '../words.ts';

interface SentenceProps {
	readonly parts: readonly Part[];
	/** Opens the picker of the sentence; without it nothing can be pressed. */
	readonly onOpen?: (() => void) | undefined;
	readonly tabIndex?: number;
}

/** A clause as a sentence: plain words, and values that open a picker. An empty slot says what belongs into it. */
export function Sentence({ parts, onOpen, tabIndex = -1 }: SentenceProps) {
	return (
		<span className={classes['sentence']}>
			{parts.map((part, index) => (
				// Parts have no identity of their own: their place in the sentence is one.
				// oxlint-disable-next-line react/no-array-index-key
				<Piece key={index} part={part} onOpen={onOpen} tabIndex={tabIndex} />
			))}
		</span>
	);
}

function Piece({ part, onOpen, tabIndex }: { part: Part; onOpen?: (() => void) | undefined; tabIndex: number }) {
	if (part.kind === 'text')
		return <span className={part.text === words.comma.trim() ? classes['comma'] : undefined}>{part.text}</span>;
	const look = { className: classes['slot'], 'data-missing': part.missing !== undefined || undefined };
	const shown =
		part.missing === undefined ? (
			<bdi>{part.text}</bdi>
		) : (
			<span>{says.add({ expected: part.missing.replaceAll('`', '') })}</span>
		);
	if (!onOpen) return <span {...look}>{shown}</span>;
	return (
		<button type="button" {...look} tabIndex={tabIndex} onClick={onOpen} aria-haspopup="dialog">
			{shown}
		</button>
	);
}
