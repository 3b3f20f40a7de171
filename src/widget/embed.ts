import { mount } from 'svelte';
import Embed from '../ui/Embed.svelte';
import '../ui/styles/base.css';
import '../ui/styles/range.css';

const target = document.getElementById('app');
if (target !== null) mount(Embed, { target });
