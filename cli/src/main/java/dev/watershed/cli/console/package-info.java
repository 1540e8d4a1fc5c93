/**
 * What surrounds a command: streams, terminal, environment, exit codes, progress. Effects stand
 * here, so that commands can be run in a test as they are.
 */
package dev.watershed.cli.console;
