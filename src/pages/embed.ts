import { mount } from 'svelte';
import Embed from './Embed.svelte';
import '../kit/styles/base.css';
import '../kit/styles/range.css';

const target = document.getElementById('app');
if (target !== null) mount(Embed, { target });
