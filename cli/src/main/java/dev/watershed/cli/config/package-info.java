/**
 * The configuration. What enters: a YAML file and the files that it includes. What leaves: records
 * that validate themselves, or every problem with file, line, column and what was expected. What is
 * dropped: keys that are known but not used by this version are checked and forgotten; secrets stay
 * references.
 */
package dev.watershed.cli.config;
