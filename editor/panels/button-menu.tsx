import { Menu, type MenuProps } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type ButtonHTMLAttributes, type ReactNode, useRef, useState } from 'react';
import { Anchor, opensPopover } from './anchor.tsx';

interface ButtonMenuProps extends Pick<MenuProps, 'position' | 'width' | 'withinPortal'> {
	readonly button: ButtonHTMLAttributes<HTMLButtonElement>;
	/** The items. */
	readonly children: ReactNode;
}

/** A plain button with a menu, which is mounted while it is open. */
export function ButtonMenu({ button, children, ...menu }: ButtonMenuProps) {
	const id = useId();
	const target = useRef<HTMLButtonElement>(null);
	const [opened, setOpened] = useState(false);
	return (
		<>
			<button
				{...button}
				ref={target}
				type="button"
				{...opensPopover('menu', id, opened)}
				onClick={() => setOpened(!opened)}
			/>
			{opened && (
				<Menu id={id} opened onChange={setOpened} {...menu}>
					<Menu.Target>
						<Anchor of={target} takesFocusBack />
					</Menu.Target>
					<Menu.Dropdown data-canvas-popover>{children}</Menu.Dropdown>
				</Menu>
			)}
		</>
	);
}
