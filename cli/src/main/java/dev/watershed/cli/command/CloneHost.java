package dev.watershed.cli.command;

import dev.watershed.analyzer.index.trial.StatementRefusedException;
import dev.watershed.analyzer.index.trial.TrialFailedException;
import dev.watershed.analyzer.index.trial.TrialHost;
import dev.watershed.collector.trial.RefusedSelectException;
import dev.watershed.collector.trial.TrialException;
import dev.watershed.collector.trial.TrialIndex;
import dev.watershed.collector.trial.TrialServer;
import java.util.List;
import java.util.Optional;

/** A disposable server as the analysis sees it. */
final class CloneHost implements TrialHost {

  private final TrialServer server;
  private int built;

  CloneHost(TrialServer server) {
    this.server = server;
  }

  @Override
  public String build(String schema, String table, String parts) throws TrialFailedException {
    String name = TrialIndex.PREFIX + ++built;
    try {
      server.build(new TrialIndex(schema, table, name, parts));
      return name;
    } catch (TrialException e) {
      throw failed(e);
    }
  }

  @Override
  public void use(boolean indexes) throws TrialFailedException {
    try {
      server.use(indexes);
    } catch (TrialException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<Measured> run(String schema, String select)
      throws TrialFailedException, StatementRefusedException {
    try {
      return server
          .run(schema, select)
          .map(run -> new Measured(run.rowsRead(), run.micros(), run.explanation()));
    } catch (RefusedSelectException e) {
      throw new StatementRefusedException(e.getMessage(), e);
    } catch (TrialException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<List<String>> draw(String schema, String table, List<String> columns, int offset)
      throws TrialFailedException, StatementRefusedException {
    try {
      return server.draw(schema, table, columns, offset);
    } catch (RefusedSelectException e) {
      throw new StatementRefusedException(e.getMessage(), e);
    } catch (TrialException e) {
      throw failed(e);
    }
  }

  private static TrialFailedException failed(TrialException e) {
    return new TrialFailedException(e.getMessage(), e);
  }
}
