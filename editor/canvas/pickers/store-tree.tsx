import { Checkbox, useDirection } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type UIEvent, useRef, useState } from 'react';
import { unreachable } from '#compiler';
import { ALONE, type StoreRow } from './store-rows.ts';
import classes from './store-tree.module.css';
import { says } from './says.ts';

interface StoreTreeProps {
	readonly rows: readonly StoreRow[];
	/** `store:…` and `chain:…`. */
	readonly chosen: readonly string[];
	readonly onToggle: (value: string) => void;
	/** Opens or closes a chain. */
	readonly onFlip: (key: string) => void;
}

const ROW = 32;
const HEIGHT = 288;
/** Rows that are drawn beyond what is seen, on both sides. */
const SPARE = 6;

/** A tree of which only the lines in sight are in the page. The arrow keys walk it, blanks choose, left and right close and open. */
export function StoreTree({ rows, chosen, onToggle, onFlip }: StoreTreeProps) {
	const frame = useRef<HTMLDivElement>(null);
	const { dir } = useDirection();
	const [top, setTop] = useState(0);
	const [at, setAt] = useState(0);
	const active = Math.min(at, rows.length - 1);
	const first = Math.max(0, Math.floor(top / ROW) - SPARE);
	const last = Math.min(rows.length, Math.ceil((top + HEIGHT) / ROW) + SPARE);
	const go = (to: number) => {
		const next = Math.min(Math.max(to, 0), rows.length - 1);
		setAt(next);
		const box = frame.current;
		if (!box) return;
		if (next * ROW < box.scrollTop) box.scrollTop = next * ROW;
		else if ((next + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (next + 1) * ROW - box.clientHeight;
	};
	// What is further in lies where the reading goes on.
	const [inward, outward] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
	const press = (event: KeyboardEvent) => {
		const row = rows[active];
		const key = row && flipKey(row);
		const isOpen = row && 'open' in row && row.open;
		const steps: Readonly<Record<string, (() => void) | undefined>> = {
			ArrowDown: () => go(active + 1),
			ArrowUp: () => go(active - 1),
			PageDown: () => go(active + 8),
			PageUp: () => go(active - 8),
			Home: () => go(0),
			End: () => go(rows.length - 1),
			[inward]: () => (key && !isOpen ? onFlip(key) : go(active + 1)),
			[outward]: () => (key && isOpen ? onFlip(key) : go(headingOf(rows, active))),
			' ': () => row && valueOf(row) && onToggle(valueOf(row) as string),
			Enter: () => row && (valueOf(row) ? onToggle(valueOf(row) as string) : key && onFlip(key)),
		};
		const step = steps[event.key];
		if (!step) return;
		event.preventDefault();
		step();
	};
	if (rows.length === 0) return <p className={classes['none']}>{says.noStore}</p>;
	return (
		<div
			ref={frame}
			className={classes['frame']}
			role="tree"
			aria-label={says.storesByChain}
			aria-multiselectable
			aria-activedescendant={`store-row-${active}`}
			tabIndex={0}
			style={{ maxHeight: HEIGHT }}
			onScroll={(event: UIEvent<HTMLDivElement>) => setTop(event.currentTarget.scrollTop)}
			onKeyDown={press}
		>
			<div role="presentation" style={{ height: rows.length * ROW }}>
				{rows.slice(first, last).map((row, offset) => {
					const index = first + offset;
					const value = valueOf(row);
					return (
						<Row
							key={keyOf(row)}
							row={row}
							index={index}
							isActive={index === active}
							isChosen={value !== null && chosen.includes(value)}
							isCovered={row.kind === 'store' && row.store.chain !== null && chosen.includes(`chain:${row.store.chain}`)}
							onPress={() => {
								setAt(index);
								if (value !== null) onToggle(value);
								else onFlip(flipKey(row) as string);
							}}
							onFlip={() => onFlip(flipKey(row) as string)}
						/>
					);
				})}
			</div>
		</div>
	);
}

interface RowProps {
	readonly row: StoreRow;
	readonly index: number;
	readonly isActive: boolean;
	readonly isChosen: boolean;
	/** Its whole chain is chosen. */
	readonly isCovered: boolean;
	readonly onPress: () => void;
	readonly onFlip: () => void;
}

function Row({ row, index, isActive, isChosen, isCovered, onPress, onFlip }: RowProps) {
	const isHead = row.kind === 'chain' || row.kind === 'heading';
	const level = row.kind === 'store' ? { 'aria-level': 2 } : { 'aria-level': 1 };
	const expanded = isHead ? { 'aria-expanded': row.open } : {};
	return (
		// The tree itself has the focus and the keys; its lines are pointed at.
		// oxlint-disable-next-line jsx-a11y/click-events-have-key-events
		<div
			id={`store-row-${index}`}
			role="treeitem"
			tabIndex={-1}
			{...level}
			{...expanded}
			aria-selected={isChosen || isCovered}
			className={classes['row']}
			data-kind={row.kind}
			data-active={isActive || undefined}
			style={{ top: index * ROW }}
			onClick={onPress}
		>
			{isHead && (
				// oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
				<span
					className={classes['chevron']}
					data-open={row.open || undefined}
					aria-hidden
					onClick={(event) => {
						event.stopPropagation();
						onFlip();
					}}
				>
					<IconChevronRight size={14} />
				</span>
			)}
			{row.kind !== 'heading' && <Checkbox.Indicator size="xs" checked={isChosen || isCovered} disabled={isCovered} />}
			<Words row={row} />
		</div>
	);
}

function Words({ row }: { readonly row: StoreRow }) {
	switch (row.kind) {
		case 'store':
			return (
				<>
					<bdi className={classes['name']}>{row.store.name}</bdi>
					<span className={classes['about']}>
						{[row.store.city, row.store.id === row.store.name ? null : row.store.id].filter(Boolean).join(' · ')}
					</span>
				</>
			);
		case 'foreign':
			return (
				<>
					<bdi className={classes['name']}>{row.name}</bdi>
					<span className={classes['about']}>{says.notInCatalogue}</span>
				</>
			);
		case 'chain':
		case 'heading':
			return (
				<>
					<bdi className={classes['name']}>{row.kind === 'chain' ? says.anyOf({ chain: row.chain }) : row.title}</bdi>
					<span className={classes['about']}>{says.stores({ count: row.count })}</span>
				</>
			);
		default:
			return unreachable(row);
	}
}

function keyOf(row: StoreRow): string {
	return valueOf(row) ?? 'heading';
}

function valueOf(row: StoreRow): string | null {
	switch (row.kind) {
		case 'chain':
			return `chain:${row.chain}`;
		case 'store':
			return `store:${row.store.id}`;
		case 'foreign':
			return `${row.by}:${row.name}`;
		case 'heading':
			return null;
		default:
			return unreachable(row);
	}
}

function flipKey(row: StoreRow): string | null {
	if (row.kind === 'chain') return row.chain;
	return row.kind === 'heading' ? ALONE : null;
}

function headingOf(rows: readonly StoreRow[], at: number): number {
	return rows.slice(0, at).findLastIndex(({ kind }) => kind === 'chain' || kind === 'heading');
}
