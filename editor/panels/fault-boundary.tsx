import { Component, type ReactNode } from 'react';
import { Failure } from './failure.tsx';

interface FaultBoundaryProps {
	readonly children: ReactNode;
}

/** Keeps a fault of one part of a screen from taking the rest of it away. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly error: unknown }> {
	override readonly state = { error: null as unknown };

	static getDerivedStateFromError(error: unknown) {
		return { error };
	}

	override render(): ReactNode {
		const { error } = this.state;
		if (error === null) return this.props.children;
		return <Failure error={error} onRetry={() => this.setState({ error: null })} />;
	}
}
