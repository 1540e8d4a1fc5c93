/**
 * The command line: the only module that knows all the others. One class per command; exit codes
 * and effects stand here.
 */
package dev.watershed.cli;
