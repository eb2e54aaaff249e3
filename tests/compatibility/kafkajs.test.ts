import { kafkajsSuite } from './kafkajs-suite.js';

kafkajsSuite(60);
