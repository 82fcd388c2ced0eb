import './ui/layers.css';
import { render } from 'solid-js/web';
import { App } from './app';
import { watchConnection } from './graphql/connection';

watchConnection();
render(() => <App />, document.getElementById('app')!);
