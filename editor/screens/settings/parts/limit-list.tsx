import type { LimitClause } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../../../canvas/editing.ts';
import { filterOf } from '../../../canvas/clause-filter.ts';
import { LimitFields, type WrittenLimit } from '../../../canvas/pickers/limit-fields.tsx';
import classes from './limit-list.module.css';
import { RemoveButton } from './remove-button.tsx';
import { useListFocus } from './use-list-focus.ts';
import { words } from '../words.ts';

interface LimitListProps extends Pick<WrittenLimit, 'of' | 'declaration'> {
	readonly limits: readonly LimitClause[];
	/** What is shown where there is none. */
	readonly none: string;
}

/** The limits of the program or of a campaign, each with its fields. */
export function LimitList({ of, declaration, limits, none }: LimitListProps) {
	const { item, adder, focusAt } = useListFocus();
	if (limits.length === 0) {
		return (
			<p className={classes['none']} tabIndex={-1} {...adder}>
				{none}
			</p>
		);
	}
	return limits.map((clause, index) => (
		// A field is known by its place: what is changed above it moves its text, and must not take the focus from it.
		// oxlint-disable-next-line react/no-array-index-key
		<div key={index} {...item}>
			<OneLimit {...{ of, declaration, clause, index }} onRemoved={() => focusAt(index)} />
		</div>
	));
}

interface OneLimitProps extends Pick<WrittenLimit, 'of' | 'declaration' | 'clause' | 'index'> {
	readonly onRemoved: () => void;
}

function OneLimit({ of, declaration, clause, index, onRemoved }: OneLimitProps) {
	const { compilation, perform } = useEditing();
	const name = words.general.limitNumbered({ number: index + 1 });
	const source = compilation.source.slice(clause.span.start, clause.span.end);
	const remove = () => {
		if (perform({ kind: 'set-clause', declaration, clause: 'limit', index, text: null })) onRemoved();
	};
	return (
		<section className={classes['limit']} aria-label={name}>
			<header className={classes['head']}>
				<span className={classes['name']}>{name}</span>
				<RemoveButton name={name} why={null} onRemove={remove} />
			</header>
			<LimitFields limit={{ of, declaration, clause, index, source, filter: filterOf(clause) }} />
		</section>
	);
}

/** Where the limit that is added next stands: behind the others. */
export function newLimit(declaration: Path, limits: readonly LimitClause[], text: string) {
	return { kind: 'set-clause', declaration, clause: 'limit', index: limits.length, text } as const;
}
