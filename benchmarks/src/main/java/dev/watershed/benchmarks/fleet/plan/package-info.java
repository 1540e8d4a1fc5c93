/** What a fleet will be, before anything runs. */
package dev.watershed.benchmarks.fleet.plan;
