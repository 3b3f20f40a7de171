import { mount } from 'svelte';
import App from './App.svelte';
import './styles/base.css';
import './styles/progress.css';
import './styles/range.css';
import './styles/select.css';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });
