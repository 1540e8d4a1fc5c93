/**
 * One class per command: what its options mean, and the stages that it joins. What enters: options
 * and the context. What leaves: a result on standard output and an exit code.
 */
package dev.watershed.cli.command;
