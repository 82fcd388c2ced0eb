import { theLoop } from './story/the-loop.js';

theLoop('phone');
