/** Reads the JSON of captures and of commands. */
package dev.watershed.benchmarks.json;
