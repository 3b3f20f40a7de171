import { mount } from 'svelte';
import Gallery from './Gallery.svelte';
import '../../src/kit/styles/base.css';
import '../../src/kit/styles/range.css';
import '../../src/kit/styles/select.css';

const target = document.getElementById('app');
if (target !== null) mount(Gallery, { target });
