/** The drawing library with nothing of ours: twelve boxes in three rows, each joined to the next. */
/// <reference types="vite/client" />
import '@xyflow/react/dist/style.css';
import { ReactFlow } from '@xyflow/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const nodes = Array.from({ length: 12 }, (_, index) => ({
	id: `${index}`,
	position: { x: (index % 4) * 220, y: Math.floor(index / 4) * 120 },
	data: { label: `Box ${index}` },
}));
const edges = nodes.slice(1).map(({ id }, index) => ({ id: `to ${id}`, source: `${index}`, target: id }));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
createRoot(root).render(createElement(ReactFlow, { nodes, edges, fitView: true }));
