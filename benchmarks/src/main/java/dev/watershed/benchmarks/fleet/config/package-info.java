/** The configuration that says who is who in a capture. */
package dev.watershed.benchmarks.fleet.config;
