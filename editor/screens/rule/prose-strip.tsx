import type { Span } from '#grammar';
import { ruleSentence } from '../../canvas/rule-sentence.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { directionOfText } from '../../messages/language.ts';
import { keyed } from '../../panels/keyed.ts';
import classes from './prose-strip.module.css';
import type { ShownRule } from './use-tracked-rule.ts';

interface ProseStripProps {
	readonly shown: ShownRule;
	readonly selected: Span | null;
	/** Somebody points at a phrase: its clause; null when they no longer do. */
	readonly onPoint: (span: Span | null) => void;
	readonly onSelect: (span: Span) => void;
}

/** The rule as one sentence. Each phrase leads to the clause that it speaks of. */
export function ProseStrip({ shown, selected, onPoint, onSelect }: ProseStripProps) {
	const { catalog } = useWorkspace();
	const parts = ruleSentence(shown.rule, shown.compilation.document, catalog);
	return (
		<p className={classes['strip']} id="rule-in-words">
			{keyed(parts, ({ text }) => text).map(({ key, item: { text, span } }) => {
				if (!span) return text;
				const active = selected !== null && span.start <= selected.start && selected.end <= span.end;
				return (
					// The cards are reached by keyboard themselves, so the phrases are no further stops on the way. A real button
					// would not break between lines.
					<span
						key={key}
						// oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
						role="button"
						tabIndex={-1}
						className={classes['phrase']}
						data-active={active || undefined}
						onMouseEnter={() => onPoint(span)}
						onMouseLeave={() => onPoint(null)}
						onClick={() => onSelect(span)}
						onKeyDown={(event) => event.key === 'Enter' && onSelect(span)}
					>
						<bdi dir={directionOfText()}>{text}</bdi>
					</span>
				);
			})}
		</p>
	);
}
