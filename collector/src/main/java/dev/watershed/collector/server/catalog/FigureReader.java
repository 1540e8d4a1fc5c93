package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.catalog.query.CachedPagesQuery;
import dev.watershed.collector.server.catalog.query.CardinalityQuery;
import dev.watershed.collector.server.catalog.query.InnodbStatisticsQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows that figures about tables are made of. */
final class FigureReader {

  private static final String PART = "InnoDB's statistics";

  /** More tables than this are not worth a condition each. */
  private static final int MOST_NAMED = 100;

  private final ServerQueries server;
  private final PartReader parts;
  private final Gaps gaps;

  FigureReader(ServerQueries server, Gaps gaps) {
    this.server = server;
    this.parts = new PartReader(server, gaps);
    this.gaps = gaps;
  }

  /**
   * @param account as it stands in a GRANT
   */
  FigureRows read(Map<TableKey, TableDefinition> tables, Grants grants, String account)
      throws ServerException {
    ServerProduct product = server.identity().product();
    boolean readable =
        CatalogGrant.INNODB_TABLES.isGiven(product, grants)
            && CatalogGrant.INNODB_INDEXES.isGiven(product, grants);
    if (!readable) {
      gaps.add(
          PART,
          "sizes of indexes are unknown, and figures are the server's estimates; "
              + CatalogGrant.INNODB_INDEXES.statement(product, account)
              + " and the same on mysql.innodb_table_stats show them");
    }
    Columns columns = server.columns();
    InnodbIndexFigures indexes =
        new InnodbIndexFigures(own(readable, InnodbStatisticsQuery.indexes(columns)));
    List<TableKey> others = Statistics.withoutOwnFigures(tables, indexes);
    return new FigureRows(
        new InnodbTableFigures(own(readable, InnodbStatisticsQuery.tables(columns))),
        indexes,
        others.isEmpty() ? List.of() : cardinalities(others),
        cachedPages(columns));
  }

  private <T> List<T> own(boolean readable, Optional<Query<List<T>>> query) throws ServerException {
    return readable && query.isPresent() ? parts.rows(PART, query.get()) : List.of();
  }

  private List<CardinalityQuery.Row> cardinalities(List<TableKey> tables) throws ServerException {
    return parts.rows(
        "cardinality of indexes",
        CardinalityQuery.of(server.columns(), tables.size() > MOST_NAMED ? List.of() : tables));
  }

  private Optional<Map<IndexKey, Long>> cachedPages(Columns columns) throws ServerException {
    if (!CachedPagesQuery.canAsk(columns)) {
      return Optional.empty();
    }
    return Optional.of(
        CachedPages.of(
            parts.rows("cached pages", CachedPagesQuery.tables(columns)),
            parts.rows("cached pages", CachedPagesQuery.indexes(columns)),
            parts.rows("cached pages", CachedPagesQuery.pages(columns))));
  }
}
