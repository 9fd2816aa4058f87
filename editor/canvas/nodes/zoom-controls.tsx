import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconKeyboard, IconListTree, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import classes from './zoom-controls.module.css';

/** Smaller, larger, the whole; with the scale between them, which brings back 100 %. */
export function ZoomControls({ onFit }: { onFit: () => void }) {
	const { zoomIn, zoomOut, zoomTo } = useReactFlow();
	const zoom = useStore((state) => state.transform[2]);
	const percent = `${Math.round(zoom * 100)}%`;
	return (
		<Panel position="bottom-left" className={classes['panel']}>
			<div role="toolbar" aria-label="Zoom" className={classes['bar']}>
				<Tooltip label="Zoom out">
					<ActionIcon size={28} aria-label="Zoom out" onClick={() => void zoomOut()}>
						<IconMinus size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
				<Tooltip label="Zoom to 100%">
					<button
						type="button"
						className={classes['scale']}
						onClick={() => void zoomTo(1)}
						aria-label={`Scale ${percent}, set to 100%`}
					>
						{percent}
					</button>
				</Tooltip>
				<Tooltip label="Zoom in">
					<ActionIcon size={28} aria-label="Zoom in" onClick={() => void zoomIn()}>
						<IconPlus size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
				<Tooltip label="Show the whole rule">
					<ActionIcon size={28} aria-label="Show the whole rule" onClick={onFit}>
						<IconArrowsMaximize size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</div>
		</Panel>
	);
}

interface ViewToggleProps {
	readonly inOutline: boolean;
	readonly onChange: (inOutline: boolean) => void;
	readonly onKeys: () => void;
}

/** Changes between the drawing and the outline, and shows the keys of both. */
export function ViewToggle({ inOutline, onChange, onKeys }: ViewToggleProps) {
	return (
		<div role="toolbar" aria-label="Picture" className={`${classes['bar']} ${classes['toggle']}`}>
			<Tooltip label={inOutline ? 'Show the drawing' : 'Show the outline'}>
				<ActionIcon size={28} aria-label="Outline" aria-pressed={inOutline} onClick={() => onChange(!inOutline)}>
					<IconListTree size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
			<Tooltip label="Keys (?)">
				<ActionIcon size={28} aria-label="Keys of the canvas" onClick={onKeys}>
					<IconKeyboard size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
		</div>
	);
}
