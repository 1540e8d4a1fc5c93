package dev.watershed.sql.definition;

/**
 * A place in a script.
 *
 * @param line from 1
 * @param column in it, in characters, from 1
 */
public record ScriptPlace(int line, int column) {}
