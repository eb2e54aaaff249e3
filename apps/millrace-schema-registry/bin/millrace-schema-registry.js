#!/usr/bin/env node
// Lies in the sources, as npm links only executables that are there when it installs, which is before the build.
import '../dist/millrace-schema-registry.js';
