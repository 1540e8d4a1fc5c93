package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.observation.LongTransaction;
import dev.watershed.analyzer.observation.Looks;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.observation.Party;
import dev.watershed.analyzer.observation.ServerState;
import dev.watershed.analyzer.observation.TableAccess;
import dev.watershed.analyzer.observation.Wait;
import dev.watershed.reports.ServiceNames;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code observed}: what servers showed besides statements. */
final class ObservedFields {

  private final JsonOutput output;
  private final JsonGenerator json;
  private final int limit;

  /**
   * @param limit the most of each kind; 0 for all
   */
  ObservedFields(JsonOutput output, int limit) {
    this.output = output;
    this.json = output.generator();
    this.limit = limit;
  }

  void write(ObservedFacts facts) throws IOException {
    json.writeObjectFieldStart("observed");
    waits("lockWaits", "index", facts.lockWaits());
    waits("metadataLocks", "lock", facts.metadataLocks());
    json.writeNumberField("longTransactionsCount", facts.longTransactions().size());
    json.writeArrayFieldStart("longTransactions");
    for (LongTransaction open : ServiceNames.limited(facts.longTransactions(), limit)) {
      longTransaction(open);
    }
    json.writeEndArray();
    accesses("tables", facts.tables(), false);
    accesses("indexes", facts.indexes(), true);
    json.writeArrayFieldStart("servers");
    for (ServerState server : facts.servers()) {
      server(server);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("looks");
    for (Looks looks : facts.looks()) {
      looks(looks);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void waits(String name, String detail, List<Wait> waits) throws IOException {
    json.writeNumberField(name + "Count", waits.size());
    json.writeArrayFieldStart(name);
    for (Wait wait : ServiceNames.limited(waits, limit)) {
      json.writeStartObject();
      output.text("server", wait.server());
      known("schema", wait.schema());
      known("object", wait.object());
      known(detail, wait.detail());
      party("waiting", wait.waiting());
      party("blocking", wait.blocking());
      json.writeNumberField("waits", wait.waits());
      output.seconds("waitedSeconds", wait.waitedMicros());
      output.seconds("longestSeconds", wait.longestMicros());
      json.writeNumberField("samples", wait.samples());
      json.writeNumberField("blockerIdleSamples", wait.blockerIdleSamples());
      output.text("lastSeen", wait.lastSeen().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void longTransaction(LongTransaction open) throws IOException {
    json.writeStartObject();
    output.text("server", open.server());
    party("by", open.party());
    json.writeNumberField("transactions", open.transactions());
    output.seconds("longestSeconds", open.longestMicros());
    json.writeNumberField("samples", open.samples());
    json.writeNumberField("idleSamples", open.idleSamples());
    json.writeNumberField("rowsLocked", open.rowsLocked());
    json.writeNumberField("rowsModified", open.rowsModified());
    output.text("lastSeen", open.lastSeen().toString());
    json.writeEndObject();
  }

  private void accesses(String name, List<TableAccess> accesses, boolean indexes)
      throws IOException {
    json.writeNumberField(name + "Count", accesses.size());
    json.writeArrayFieldStart(name);
    for (TableAccess access : ServiceNames.limited(accesses, limit)) {
      json.writeStartObject();
      output.text("server", access.server());
      output.text("schema", access.schema());
      output.text("table", access.table());
      if (indexes) {
        output.text("index", access.index());
      }
      json.writeNumberField("rowsFetched", access.fetched());
      json.writeNumberField("rowsInserted", access.inserted());
      json.writeNumberField("rowsUpdated", access.updated());
      json.writeNumberField("rowsDeleted", access.deleted());
      output.seconds("seconds", access.micros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void server(ServerState server) throws IOException {
    json.writeStartObject();
    output.text("server", server.server());
    output.seconds("watchedSeconds", server.watchedMicros());
    output.ratio("bufferPoolHitShare", server.bufferPoolHitShare());
    output.count("bufferPoolReads", server.figure(Figure.BUFFER_POOL_READS));
    output.count("redoBytes", server.figure(Figure.REDO_BYTES));
    output.count("rowsRead", server.figure(Figure.ROWS_READ));
    output.count("rowLockWaits", server.figure(Figure.ROW_LOCK_WAITS));
    output.seconds("rowLockSeconds", server.figure(Figure.ROW_LOCK_MICROS));
    output.count("connections", server.figure(Figure.CONNECTIONS));
    output.count("abortedConnections", server.figure(Figure.ABORTED_CONNECTIONS));
    output.ratio("threadsConnected", server.average(Figure.THREADS_CONNECTED_SUM));
    output.count("threadsConnectedMax", server.figure(Figure.THREADS_CONNECTED_MAX));
    output.ratio("threadsRunning", server.average(Figure.THREADS_RUNNING_SUM));
    output.count("threadsRunningMax", server.figure(Figure.THREADS_RUNNING_MAX));
    output.count("historyListLengthMax", server.figure(Figure.HISTORY_LIST_LENGTH_MAX));
    json.writeObjectFieldStart("facts");
    for (ServerState.Fact fact : server.facts()) {
      output.text(fact.name(), fact.value());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void looks(Looks looks) throws IOException {
    json.writeStartObject();
    output.text("server", looks.server());
    output.text("subject", looks.subject());
    output.text("estimator", looks.estimator());
    json.writeNumberField("planned", looks.planned());
    json.writeNumberField("taken", looks.taken());
    json.writeNumberField("failed", looks.failed());
    output.seconds("spanSeconds", looks.spanMicros());
    output.seconds("longestGapSeconds", looks.longestGapMicros());
    json.writeNumberField("cutTexts", looks.cutTexts());
    json.writeNumberField("lumpedRows", looks.lumpedRows());
    json.writeEndObject();
  }

  private void party(String name, Party party) throws IOException {
    json.writeObjectFieldStart(name);
    output.text(
        "digest",
        party.digest() == 0 ? Optional.empty() : Optional.of(Fingerprints.idOf(party.digest())));
    known("account", party.user());
    output.text("service", ServiceNames.of(party.service()));
    json.writeEndObject();
  }

  /** A text that is null where it is empty. */
  private void known(String name, String text) throws IOException {
    output.text(name, Optional.of(text).filter(value -> !value.isEmpty()));
  }
}
