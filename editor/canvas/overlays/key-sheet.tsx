import { Kbd, Modal } from '@mantine/core';
import { hasKeys, keyNames } from '../../panels/key-names.ts';
import { keyMap } from '../key-map.ts';
import classes from './key-sheet.module.css';
import { says } from '../says.ts';

/** The keys of the canvas, as a list. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
	return (
		<Modal opened onClose={onClose} title={says.keysOfCanvas} size="xl" returnFocus={false} zIndex="var(--en-layer-dialog)">
			<div className={classes['keys']}>
				{keyMap.map(({ group, rows }) => (
					<section key={group}>
						<h3 className={classes['heading']}>{says.keyGroups[group]}</h3>
						<dl className={classes['rows']}>
							{rows.map(({ keys, what }) => (
								<div key={what} className={classes['row']}>
									<dt>{says.keys[what]}</dt>
									<dd dir="ltr">
										{keys
											.filter((each) => hasKeys(each))
											.map((each) => (
												<Kbd key={each} size="xs">
													{keyNames(each).join(' ')}
												</Kbd>
											))}
									</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
		</Modal>
	);
}
