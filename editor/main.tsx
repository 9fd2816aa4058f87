import './theme/mantine.css';
import './theme/tokens.css';
import './theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { languageOfPage, speak } from './messages/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
void speak(languageOfPage()).then(() =>
	createRoot(root).render(
		<StrictMode>
			<App />
		</StrictMode>,
	),
);
