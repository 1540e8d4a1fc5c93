package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.query.CachedPagesQuery;
import dev.watershed.collector.server.catalog.query.CardinalityQuery;
import dev.watershed.collector.server.catalog.query.CatalogTables;
import dev.watershed.collector.server.catalog.query.CheckQuery;
import dev.watershed.collector.server.catalog.query.ColumnQuery;
import dev.watershed.collector.server.catalog.query.EventQuery;
import dev.watershed.collector.server.catalog.query.ForeignKeyQuery;
import dev.watershed.collector.server.catalog.query.GrantsQuery;
import dev.watershed.collector.server.catalog.query.IndexQuery;
import dev.watershed.collector.server.catalog.query.InnodbStatisticsQuery;
import dev.watershed.collector.server.catalog.query.ParameterQuery;
import dev.watershed.collector.server.catalog.query.PartitionQuery;
import dev.watershed.collector.server.catalog.query.ReferentialActionQuery;
import dev.watershed.collector.server.catalog.query.RoutineQuery;
import dev.watershed.collector.server.catalog.query.SchemaQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.catalog.query.TableQuery;
import dev.watershed.collector.server.catalog.query.TriggerQuery;
import dev.watershed.collector.server.catalog.query.ViewQuery;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the catalog of a running server. */
public final class LiveCatalog {

  private LiveCatalog() {}

  /** The tables whose columns the server has to be asked for, as {@code schema.table}. */
  public static List<String> tables() {
    return CatalogTables.all();
  }

  /** What it takes, but for what follows from the answers. */
  public static List<Question> questions() {
    return List.of(
        SchemaQuery.SCHEMAS,
        TableQuery.TABLES,
        ColumnQuery.QUESTION,
        IndexQuery.QUESTION,
        ForeignKeyQuery.QUESTION,
        ReferentialActionQuery.QUESTION,
        CheckQuery.CHECKS,
        CheckQuery.PLACES,
        PartitionQuery.QUESTION,
        TableQuery.CREATED,
        ViewQuery.QUESTION,
        TriggerQuery.QUESTION,
        RoutineQuery.QUESTION,
        ParameterQuery.QUESTION,
        EventQuery.QUESTION,
        InnodbStatisticsQuery.TABLES,
        InnodbStatisticsQuery.INDEXES,
        CardinalityQuery.QUESTION,
        CachedPagesQuery.TABLES,
        CachedPagesQuery.INDEXES,
        CachedPagesQuery.PAGES);
  }

  /**
   * Reads it. What the account may not see, or what changed meanwhile, is a gap.
   *
   * @param raw whether literals are kept
   * @throws ServerException if tables, columns, indexes or constraints cannot be read: a catalog
   *     without them would be wrong
   */
  public static Catalog read(ServerQueries server, boolean raw) throws ServerException {
    return read(server, new ServerTexts(raw, false));
  }

  /**
   * Reads it from answers that came without what may hold literals in definitions.
   *
   * @throws ServerException if tables, columns, indexes or constraints cannot be read
   */
  public static Catalog readHeldBack(ServerQueries server) throws ServerException {
    return read(server, new ServerTexts(false, true));
  }

  private static Catalog read(ServerQueries server, ServerTexts texts) throws ServerException {
    Gaps gaps = new Gaps();
    texts.addTo(gaps);
    String account = account(server);
    Grants grants = grants(server);
    new Visibility(server.identity().product(), grants, account).addTo(gaps);
    CatalogRows rows = new TableReader(server).read(gaps);
    CodeRows code = CodeReader.read(server, gaps);
    TableDefinitions definitions = new TableDefinitions(server.identity().product(), texts, rows);
    Map<TableKey, TableDefinition> tables = definitions.all(gaps);
    FigureRows figures = new FigureReader(server, gaps).read(tables, grants, account);
    return new Catalog(
        server.serverTime(),
        Optional.of(server.identity().version()),
        new Schemas(texts, rows, tables, definitions).with(code, gaps),
        statistics(rows, tables, new Statistics(figures, server.serverTime())),
        new Migrations(server, account).of(tables, gaps),
        gaps.all());
  }

  /** The account that the server takes this one for, as it stands in a GRANT. */
  public static String account(ServerQueries server) throws ServerException {
    return Visibility.quoted(server.ask(GrantsQuery.account()));
  }

  /** What the account may do. */
  public static Grants grants(ServerQueries server) throws ServerException {
    return new Grants(server.ask(GrantsQuery.grants()));
  }

  private static List<TableStatistics> statistics(
      CatalogRows rows, Map<TableKey, TableDefinition> tables, Statistics statistics) {
    List<TableStatistics> all = new ArrayList<>();
    for (TableQuery.Row row : rows.tables()) {
      Optional.ofNullable(tables.get(row.key()))
          .ifPresent(table -> all.add(statistics.of(row, table)));
    }
    all.sort(Comparator.comparing(TableStatistics::schema).thenComparing(TableStatistics::table));
    return all;
  }
}
