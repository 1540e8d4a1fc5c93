/**
 * What programs share: their options, what their data were made with, and commands of the launcher
 * as users run them, with their times and memory.
 */
package dev.watershed.benchmarks.command;
