import { platformaticSuite } from './platformatic-suite.js';

platformaticSuite(2000);
