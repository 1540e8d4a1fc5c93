package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.CharsetConverted;
import dev.watershed.analyzer.change.SchemaChange.CheckAdded;
import dev.watershed.analyzer.change.SchemaChange.CheckDropped;
import dev.watershed.analyzer.change.SchemaChange.ColumnAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnDropped;
import dev.watershed.analyzer.change.SchemaChange.ColumnMoved;
import dev.watershed.analyzer.change.SchemaChange.ColumnNullability;
import dev.watershed.analyzer.change.SchemaChange.ColumnRegenerated;
import dev.watershed.analyzer.change.SchemaChange.ColumnRenamed;
import dev.watershed.analyzer.change.SchemaChange.ColumnRetyped;
import dev.watershed.analyzer.change.SchemaChange.DefaultChanged;
import dev.watershed.analyzer.change.SchemaChange.EngineOrFormatChanged;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyAdded;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyDropped;
import dev.watershed.analyzer.change.SchemaChange.IndexAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexDropped;
import dev.watershed.analyzer.change.SchemaChange.IndexRenamed;
import dev.watershed.analyzer.change.SchemaChange.IndexVisibility;
import dev.watershed.analyzer.change.SchemaChange.OptionsChanged;
import dev.watershed.analyzer.change.SchemaChange.PartitioningChanged;
import dev.watershed.analyzer.change.SchemaChange.PrimaryKeyChanged;
import dev.watershed.analyzer.change.SchemaChange.RowsOrdered;
import dev.watershed.analyzer.change.SchemaChange.TableRenamed;
import dev.watershed.analyzer.change.SchemaChange.VersioningChanged;
import dev.watershed.sql.definition.StorageOption;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Optional;

/** How MySQL changes tables of InnoDB, from 5.7 on. */
final class MySqlDdl {

  private static final int INSTANT_LAST = 80_012;
  private static final int CHECKS = 80_016;
  private static final int INVISIBLE = 80_023;
  private static final int INSTANT_RENAME = 80_028;
  private static final int INSTANT_ANYWHERE = 80_029;
  private static final int MYSQL_8 = 80_000;

  private final ServerRelease server;
  private final TableDefinition table;
  private final boolean foreignKeyChecks;

  MySqlDdl(ServerRelease server, TableDefinition table, boolean foreignKeyChecks) {
    this.server = server;
    this.table = table;
    this.foreignKeyChecks = foreignKeyChecks;
  }

  OnlineVerdict verdict(SchemaChange change) {
    if (change instanceof ColumnAdded added) {
      return added(added);
    }
    if (change instanceof ColumnDropped dropped) {
      return dropped(dropped);
    }
    if (change instanceof ColumnRenamed) {
      return instantSince(INSTANT_RENAME);
    }
    if (change instanceof ColumnRetyped retyped) {
      return retyped(retyped);
    }
    if (change instanceof ColumnMoved || change instanceof ColumnNullability) {
      return rebuilt();
    }
    if (change instanceof DefaultChanged) {
      return instantSince(INSTANT_LAST);
    }
    if (change instanceof ColumnRegenerated regenerated) {
      boolean shown = regenerated.before().visible() != regenerated.after().visible();
      return shown ? instantSince(INVISIBLE) : OnlineVerdict.COPY;
    }
    if (change instanceof PartitioningChanged partitions) {
      return partitioned(partitions);
    }
    return indexOrWhole(change);
  }

  private OnlineVerdict indexOrWhole(SchemaChange change) {
    if (change instanceof IndexAdded added && added.index().kind() == IndexKind.FULLTEXT) {
      return hasFullText() || hasDocumentIds()
          ? OnlineVerdict.LOCKING
          : OnlineVerdict.LOCKING_REBUILD;
    }
    if (change instanceof IndexAdded added) {
      // An expression is a hidden column, which is added, too.
      return added.index().kind() == IndexKind.SPATIAL
              || added.index().parts().stream().anyMatch(part -> part.expression().isPresent())
          ? OnlineVerdict.LOCKING
          : OnlineVerdict.INPLACE;
    }
    if (change instanceof IndexDropped
        || change instanceof IndexRenamed
        || change instanceof IndexVisibility
        || change instanceof ForeignKeyDropped) {
      return OnlineVerdict.INPLACE;
    }
    if (change instanceof PrimaryKeyChanged primary) {
      return primary.after().isEmpty() ? OnlineVerdict.COPY : rebuilt();
    }
    if (change instanceof ForeignKeyAdded) {
      return foreignKeyChecks ? OnlineVerdict.COPY : OnlineVerdict.INPLACE;
    }
    if (change instanceof CheckDropped) {
      return instantSince(CHECKS);
    }
    if (change instanceof TableRenamed) {
      return instantSince(INSTANT_LAST);
    }
    if (change instanceof EngineOrFormatChanged rebuilt) {
      return rebuilt.otherEngine() ? OnlineVerdict.COPY : rebuilt();
    }
    if (change instanceof OptionsChanged options && options.storage().isPresent()) {
      return stored(options.storage().get());
    }
    boolean copied =
        change instanceof CharsetConverted
            || change instanceof CheckAdded
            || change instanceof RowsOrdered
            || change instanceof VersioningChanged;
    return copied ? OnlineVerdict.COPY : OnlineVerdict.INPLACE;
  }

  private OnlineVerdict stored(StorageOption option) {
    return switch (option) {
      case ENCRYPTION -> OnlineVerdict.COPY;
      // A copy if the table was encrypted, which no catalog tells; else nothing is done to rows.
      case NO_ENCRYPTION -> OnlineVerdict.UNKNOWN;
      case KEY_BLOCK_SIZE, PAGE_COMPRESSED, TABLESPACE -> rebuilt();
    };
  }

  private OnlineVerdict added(ColumnAdded added) {
    if (added.column().generated().isPresent()) {
      if (!isVirtual(added.column().generated())) {
        return OnlineVerdict.COPY;
      }
      return table.partitioning().isPresent() ? OnlineVerdict.UNKNOWN : instantSince(INSTANT_LAST);
    }
    if (added.column().autoIncrement()) {
      return hasFullText() ? OnlineVerdict.COPY : OnlineVerdict.LOCKING_REBUILD;
    }
    boolean instant =
        server.since(INSTANT_ANYWHERE) || (server.since(INSTANT_LAST) && added.last());
    return instant && mayBeInstant() ? OnlineVerdict.INSTANT : rebuilt();
  }

  private OnlineVerdict dropped(ColumnDropped dropped) {
    if (isVirtual(dropped.column().generated())) {
      return instantSince(INSTANT_LAST);
    }
    return server.since(INSTANT_ANYWHERE) && mayBeInstant() ? OnlineVerdict.INSTANT : rebuilt();
  }

  private boolean mayBeInstant() {
    return !compressed() && !hasFullText();
  }

  private OnlineVerdict retyped(ColumnRetyped retyped) {
    Retyping types = new Retyping(retyped, table);
    if (types.appendedMembers() && types.sameCollation()) {
      return instantSince(INSTANT_LAST);
    }
    if (types.longerVariable() && types.sameCollation() && types.sameLengthBytes()) {
      return OnlineVerdict.INPLACE;
    }
    boolean sameBytes =
        server.since(MYSQL_8)
            && types.widerCharset()
            && !types.indexed()
            && types.sameLengthBytes()
            && (types.sameType() || types.longerVariable());
    return sameBytes ? OnlineVerdict.INPLACE : OnlineVerdict.COPY;
  }

  private OnlineVerdict partitioned(PartitioningChanged change) {
    if (!server.since(MYSQL_8)) {
      // It knows no ALGORITHM or LOCK for these, and its manual not what each blocks.
      return OnlineVerdict.UNKNOWN;
    }
    boolean ordered =
        change
            .before()
            .filter(how -> how.method().startsWith("RANGE") || how.method().startsWith("LIST"))
            .isPresent();
    return switch (change.operation()) {
      case "ADD PARTITION" -> ordered ? OnlineVerdict.INPLACE : OnlineVerdict.LOCKING_REBUILD;
      case "DROP PARTITION" -> OnlineVerdict.INPLACE;
      case "TRUNCATE PARTITION" -> OnlineVerdict.INSTANT;
      case "REORGANIZE PARTITION", "COALESCE PARTITION", "REBUILD PARTITION" ->
          OnlineVerdict.LOCKING_REBUILD;
      case "PARTITION BY", "REMOVE PARTITIONING" -> OnlineVerdict.COPY;
      default -> OnlineVerdict.UNKNOWN;
    };
  }

  /** InnoDB builds tables with full-text indexes again by copying them. */
  private OnlineVerdict rebuilt() {
    return hasFullText() ? OnlineVerdict.COPY : OnlineVerdict.REBUILD;
  }

  private OnlineVerdict instantSince(int limit) {
    return server.since(limit) ? OnlineVerdict.INSTANT : OnlineVerdict.INPLACE;
  }

  private boolean hasFullText() {
    return table.indexes().stream().anyMatch(index -> index.kind() == IndexKind.FULLTEXT);
  }

  /** The first full-text index has them added to every row. */
  private boolean hasDocumentIds() {
    return table.column("FTS_DOC_ID").isPresent();
  }

  private boolean compressed() {
    return table.rowFormat().filter("COMPRESSED"::equalsIgnoreCase).isPresent();
  }

  private static boolean isVirtual(Optional<GeneratedValue> generated) {
    return generated.filter(value -> !value.stored()).isPresent();
  }
}
