import { runThread } from 'epochal/threads';

runThread();
