/** Real servers: starting and filling them, and reading back logs and definitions. */
package dev.watershed.benchmarks.fleet.server;
