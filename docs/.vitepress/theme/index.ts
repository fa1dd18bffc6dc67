/** VitePress' own theme. Components that pages use are registered here. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import './style.css';

export default { extends: DefaultTheme } satisfies Theme;
