package dev.watershed.collector.server.tableio;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationsBuilder;
import java.util.List;
import java.util.Optional;

/** Which tables and indexes are used, how often, for how long. */
public final class TableIoDomain implements Domain<TableIoSample, TableIoDifference> {

  private static final int VERSION = 1;

  @Override
  public String name() {
    return "table and index use";
  }

  @Override
  public List<String> tables() {
    return List.of(TableIoQueries.TABLES, TableIoQueries.INDEXES);
  }

  @Override
  public List<Question> questions() {
    return List.of(TableIoQueries.OF_TABLES, TableIoQueries.OF_INDEXES);
  }

  @Override
  public TableIoSample sample(ServerQueries server, Optional<TableIoSample> previous)
      throws ServerException {
    if (!server.columns().has(TableIoQueries.TABLES)) {
      throw new ServerException(
          ServerProblem.MISSING_GRANT,
          "the use of tables and indexes is not shown; GRANT SELECT ON performance_schema.* to the"
              + " account, and start MariaDB with performance_schema=ON");
    }
    return new TableIoSample(
        server.ask(TableIoQueries.tables()), server.ask(TableIoQueries.indexes()));
  }

  @Override
  public TableIoSample beginning() {
    return new TableIoSample(
        CounterTable.empty(TableIoQueries.WIDTH), CounterTable.empty(TableIoQueries.WIDTH));
  }

  @Override
  public TableIoDifference difference(TableIoSample previous, TableIoSample current) {
    return new TableIoDifference(
        current.tables().since(previous.tables(), TableIoQueries::isTime),
        current.indexes().since(previous.indexes(), TableIoQueries::isTime));
  }

  @Override
  public void contribute(TableIoDifference difference, SampleSpan span, WorkloadBuilder window) {
    long lost = difference.tables().lost() + difference.indexes().lost();
    if (lost > 0) {
      window.issue(IssueReason.TABLE_COUNTERS_RESET, lost, 0, 0);
    }
  }

  @Override
  public void observe(
      TableIoDifference difference, SampleSpan span, ObservationsBuilder observations) {
    difference.tables().rows().forEach(observations.tables()::add);
    difference.indexes().rows().forEach(observations.indexes()::add);
  }

  @Override
  public void encode(TableIoSample sample, ByteWriter bytes) {
    bytes.number(VERSION);
    sample.tables().encode(bytes);
    sample.indexes().encode(bytes);
  }

  @Override
  public TableIoSample decode(ByteReader bytes) throws DamagedBytesException {
    long version = bytes.number();
    if (version != VERSION) {
      throw new DamagedBytesException("a sample of version " + version + ", not " + VERSION);
    }
    return new TableIoSample(
        CounterTable.decode(bytes, TableIoKeys.TABLES, TableIoQueries.WIDTH),
        CounterTable.decode(bytes, TableIoKeys.INDEXES, TableIoQueries.WIDTH));
  }
}
