import { IconUsersGroup } from '@tabler/icons-react';
import { print } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { nameNode } from '../../../canvas/fragments.ts';
import { declarationsOf } from '../parts/declared.ts';
import { NewName, OneName } from '../parts/names-list.tsx';
import classes from '../parts/names-list.module.css';
import { SettingCard } from '../parts/setting-card.tsx';
import { useListFocus } from '../parts/use-list-focus.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { useRename } from '../parts/use-rename.ts';
import { words } from '../words.ts';

/** The groups that members are put into. */
export function SegmentsCard() {
	const { compilation, perform } = useEditing();
	const renameTo = useRename();
	const remove = useRemoval();
	const { item, adder, focusAt } = useListFocus();
	const segments = declarationsOf(compilation.document, 'segment-declaration');
	const taken = segments.flatMap(({ part: { name } }) => (name.kind === 'name' ? [name.text] : []));
	const add = (name: string) =>
		perform({ kind: 'add-segment', text: print({ kind: 'segment-declaration', name: nameNode(name) }) });
	return (
		<SettingCard
			title={words.tiers.segments}
			about={words.tiers.segmentsAbout}
			Icon={IconUsersGroup}
			spans={segments.map(({ part }) => part.span)}
			constructs={['segment is']}
		>
			<div className={classes['list']}>
				{segments.length === 0 && <p className={classes['none']}>{words.tiers.noSegments}</p>}
				<ul className={classes['names']}>
					{segments.map(({ part: { name }, path }, index) => (
						<li key={path} {...item}>
							<OneName
								name={name}
								taken={taken}
								onName={(wanted) =>
									name.kind === 'name'
										? renameTo(name, wanted)
										: perform({ kind: 'rename-segment', declaration: path, name: wanted })
								}
								onRemove={() => {
									const shown = name.kind === 'name' ? name.text : words.frame.unnamed;
									if (remove({ kind: 'remove-segment', declaration: path }, shown)) focusAt(index);
								}}
							/>
						</li>
					))}
				</ul>
				<NewName label={words.tiers.newSegment} taken={taken} field={adder} onAdd={add} />
			</div>
		</SettingCard>
	);
}
