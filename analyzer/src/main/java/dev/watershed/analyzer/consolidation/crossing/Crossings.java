package dev.watershed.analyzer.consolidation.crossing;

/**
 * What crosses in a placement, all per second. A statement counts once for each border that it
 * crosses, a transaction likewise; nothing is a sum over pairs of tables.
 *
 * @param foreignReads statements that read a table of another service, and write none
 * @param foreignWrites statements that write a table of another service
 * @param ownerJoins statements over tables of several owners
 * @param schemaJoins statements over several schemas of one server
 * @param serverJoins statements over several servers: these cannot be, and have to be taken apart
 * @param ownerTransactions transactions over tables of several owners
 * @param ownerWritingTransactions those that write tables of several owners
 * @param serverTransactions transactions over several servers
 * @param serverWritingTransactions those that write on several servers
 */
public record Crossings(
    double foreignReads,
    double foreignWrites,
    double ownerJoins,
    double schemaJoins,
    double serverJoins,
    double ownerTransactions,
    double ownerWritingTransactions,
    double serverTransactions,
    double serverWritingTransactions) {}
