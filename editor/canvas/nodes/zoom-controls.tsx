import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconKeyboard, IconListTree, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import classes from './zoom-controls.module.css';
import { localDigits } from '../../messages/digits.ts';
import { says } from '../says.ts';

/** Smaller, larger, the whole; with the scale between them, which brings back 100 %. */
export function ZoomControls({ onFit }: { onFit: () => void }) {
	const { zoomIn, zoomOut, zoomTo } = useReactFlow();
	const zoom = useStore((state) => state.transform[2]);
	const percent = percentOf(Math.round(zoom * 100));
	const full = percentOf(100);
	return (
		<Panel position="bottom-left" className={classes['panel']}>
			<div role="toolbar" aria-label={says.zoom} className={classes['bar']}>
				<Tooltip label={says.zoomOut}>
					<ActionIcon size={28} aria-label={says.zoomOut} onClick={() => void zoomOut()}>
						<IconMinus size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
				<Tooltip label={says.zoomFull({ percent: full })}>
					<button
						type="button"
						className={classes['scale']}
						onClick={() => void zoomTo(1)}
						aria-label={says.scale({ percent, full })}
					>
						{percent}
					</button>
				</Tooltip>
				<Tooltip label={says.zoomIn}>
					<ActionIcon size={28} aria-label={says.zoomIn} onClick={() => void zoomIn()}>
						<IconPlus size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
				<Tooltip label={says.showWhole}>
					<ActionIcon size={28} aria-label={says.showWhole} onClick={onFit}>
						<IconArrowsMaximize size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</div>
		</Panel>
	);
}

/** `85%`, in the digits of the reader's locale. */
function percentOf(share: number): string {
	return localDigits(`${share}%`);
}

interface ViewToggleProps {
	readonly inOutline: boolean;
	readonly onChange: (inOutline: boolean) => void;
	readonly onKeys: () => void;
}

/** Changes between the drawing and the outline, and shows the keys of both. */
export function ViewToggle({ inOutline, onChange, onKeys }: ViewToggleProps) {
	return (
		<div role="toolbar" aria-label={says.pictureTools} className={`${classes['bar']} ${classes['toggle']}`}>
			<Tooltip label={inOutline ? says.showDrawing : says.showOutline}>
				<ActionIcon size={28} aria-label={says.outline} aria-pressed={inOutline} onClick={() => onChange(!inOutline)}>
					<IconListTree size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
			<Tooltip label={says.keysHint}>
				<ActionIcon size={28} aria-label={says.keysOfCanvas} onClick={onKeys}>
					<IconKeyboard size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
		</div>
	);
}
