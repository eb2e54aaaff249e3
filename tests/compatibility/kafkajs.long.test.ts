import { kafkajsSuite } from './kafkajs-suite.js';

kafkajsSuite(3000);
