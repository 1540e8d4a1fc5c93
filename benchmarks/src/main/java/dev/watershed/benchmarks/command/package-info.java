/** Commands of the launcher as users run them, with their times. */
package dev.watershed.benchmarks.command;
