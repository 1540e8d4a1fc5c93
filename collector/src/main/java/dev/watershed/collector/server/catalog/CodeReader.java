package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.query.EventQuery;
import dev.watershed.collector.server.catalog.query.ParameterQuery;
import dev.watershed.collector.server.catalog.query.RoutineQuery;
import dev.watershed.collector.server.catalog.query.TriggerQuery;
import dev.watershed.collector.server.catalog.query.ViewAlgorithmQuery;
import dev.watershed.collector.server.catalog.query.ViewQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of objects that have a body. */
final class CodeReader {

  private CodeReader() {}

  static CodeRows read(ServerQueries server, Gaps gaps) throws ServerException {
    Columns columns = server.columns();
    PartReader parts = new PartReader(server, gaps);
    return new CodeRows(
        withAlgorithms(server, parts.rows("views", ViewQuery.of(columns)), gaps),
        parts.rows("triggers", TriggerQuery.of(columns)),
        parts.rows("routines", RoutineQuery.of(columns)),
        parts.rows("parameters of routines", ParameterQuery.of(columns)),
        parts.rows("events", EventQuery.of(columns)));
  }

  private static List<ViewQuery.Row> withAlgorithms(
      ServerQueries server, List<ViewQuery.Row> views, Gaps gaps) throws ServerException {
    List<ViewQuery.Row> known = new ArrayList<>();
    for (ViewQuery.Row view : views) {
      boolean visible = !view.text().isEmpty();
      known.add(
          visible && view.algorithm().isEmpty() ? view.with(algorithm(server, view, gaps)) : view);
    }
    return known;
  }

  private static Optional<String> algorithm(ServerQueries server, ViewQuery.Row view, Gaps gaps)
      throws ServerException {
    try {
      return server.ask(ViewAlgorithmQuery.of(view.key()));
    } catch (ServerException e) {
      if (!e.problem().ofOneQuestion()) {
        throw e;
      }
      gaps.add(view.key().toString(), "the algorithm of the view is unknown: " + e.getMessage());
      return Optional.empty();
    }
  }
}
