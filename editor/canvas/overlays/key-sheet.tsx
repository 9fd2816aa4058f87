import { Kbd, Modal } from '@mantine/core';
import { keyMap } from '../key-map.ts';
import classes from './overlays.module.css';

/** The keys of the canvas, as a list. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
	return (
		<Modal opened onClose={onClose} title="Keys of the canvas" size="xl" returnFocus={false} zIndex="var(--en-layer-dialog)">
			<div className={classes['keys']}>
				{keyMap.map(({ title, rows }) => (
					<section key={title}>
						<h3 className={classes['heading']}>{title}</h3>
						<dl className={classes['rows']}>
							{rows.map(({ keys, what }) => (
								<div key={what} className={classes['row']}>
									<dt>{what}</dt>
									<dd>
										{keys.map((each) => (
											<Kbd key={each} size="xs">
												{each}
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
