import { platformaticSuite } from './platformatic-suite.js';

platformaticSuite(60);
