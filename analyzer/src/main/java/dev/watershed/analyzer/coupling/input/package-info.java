/**
 * Who touches which tables, as columns: what all analyses of coupling read.
 *
 * <p>Enters: per set of data its workloads, its catalog, what its statements do, and whose origins
 * are. Leaves: a {@link dev.watershed.analyzer.coupling.input.CouplingInput}: parties, tables,
 * statements, touches and transaction classes, all by index and in the order of names and ids.
 * Dropped: hosts and accounts of attributed origins; statements that only define objects have no
 * tables here. What could not be resolved is counted in its quality.
 *
 * <p>All touches, with the tables of each:
 *
 * <pre>{@code
 * Touches touches = input.touches();
 * for (int row = 0; row < touches.size(); row++) {
 *   int party = touches.party(row);
 *   int statement = touches.statement(row);
 *   double callsPerSecond = touches.calls(row) / input.seconds(statement);
 *   TableUses uses = input.uses();
 *   for (int use = uses.start(statement); use < uses.end(statement); use++) {
 *     int table = uses.table(use);
 *     boolean writes = uses.writes(use); // by name; uses.infersWrite(use) by a chain
 *   }
 * }
 * }</pre>
 *
 * <p>All transaction classes, each a hyperedge over its tables; for another class per party of the
 * same digests there is a row of its own:
 *
 * <pre>{@code
 * TransactionClasses classes = input.transactions();
 * for (int row = 0; row < classes.size(); row++) {
 *   double perSecond = classes.transactions(row) / input.secondsOf(classes.dataSet(row));
 *   TableUses uses = classes.uses();
 *   for (int use = uses.start(row); use < uses.end(row); use++) {
 *     int table = uses.table(use);
 *   }
 * }
 * }</pre>
 */
package dev.watershed.analyzer.coupling.input;
