import { mount } from 'svelte';
import App from './App.svelte';
import '../kit/styles/base.css';
import '../kit/styles/range.css';
import '../kit/styles/select.css';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });
