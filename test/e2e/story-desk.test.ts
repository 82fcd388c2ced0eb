import { theLoop } from './story/the-loop.js';

theLoop('desk');
