/** How fast coupling is told of a large fleet that is made up. */
package dev.watershed.benchmarks.coupling;
