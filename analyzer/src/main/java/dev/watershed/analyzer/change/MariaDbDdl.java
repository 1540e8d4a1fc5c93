package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.CharsetConverted;
import dev.watershed.analyzer.change.SchemaChange.CheckAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnDropped;
import dev.watershed.analyzer.change.SchemaChange.ColumnMoved;
import dev.watershed.analyzer.change.SchemaChange.ColumnNullability;
import dev.watershed.analyzer.change.SchemaChange.ColumnRegenerated;
import dev.watershed.analyzer.change.SchemaChange.ColumnRetyped;
import dev.watershed.analyzer.change.SchemaChange.EngineOrFormatChanged;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexDropped;
import dev.watershed.analyzer.change.SchemaChange.IndexRenamed;
import dev.watershed.analyzer.change.SchemaChange.OptionsChanged;
import dev.watershed.analyzer.change.SchemaChange.PartitioningChanged;
import dev.watershed.analyzer.change.SchemaChange.PrimaryKeyChanged;
import dev.watershed.analyzer.change.SchemaChange.RowsOrdered;
import dev.watershed.analyzer.change.SchemaChange.VersioningChanged;
import dev.watershed.sql.definition.StorageOption;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Optional;

/** How MariaDB changes tables of InnoDB, from 10.3 on. */
final class MariaDbDdl {

  private static final int INSTANT_ANYWHERE = 100_400;
  private static final int INSTANT_CHARSET = 100_403;
  private static final int INSTANT_LENGTH = 100_403;
  private static final int INSTANT_INDEX_NAME = 100_502;

  private final ServerRelease server;
  private final TableDefinition table;
  private final boolean foreignKeyChecks;

  MariaDbDdl(ServerRelease server, TableDefinition table, boolean foreignKeyChecks) {
    this.server = server;
    this.table = table;
    this.foreignKeyChecks = foreignKeyChecks;
  }

  OnlineVerdict verdict(SchemaChange change) {
    if (change instanceof ColumnAdded added) {
      return added(added);
    }
    if (change instanceof ColumnDropped dropped) {
      if (isVirtual(dropped.column().generated())) {
        return OnlineVerdict.INSTANT;
      }
      return instantAnywhere();
    }
    if (change instanceof ColumnMoved) {
      return instantAnywhere();
    }
    if (change instanceof ColumnRetyped retyped) {
      return retyped(retyped);
    }
    if (change instanceof ColumnNullability nullability) {
      return nullability.nullable() || !hasVirtual() ? rebuilt() : OnlineVerdict.UNKNOWN;
    }
    if (change instanceof ColumnRegenerated regenerated) {
      boolean computed =
          regenerated.before().autoIncrement() != regenerated.after().autoIncrement()
              || !regenerated.before().generated().equals(regenerated.after().generated());
      return computed ? OnlineVerdict.UNKNOWN : OnlineVerdict.INSTANT;
    }
    if (change instanceof PartitioningChanged) {
      return OnlineVerdict.UNKNOWN;
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
      return added.index().kind() == IndexKind.SPATIAL
          ? OnlineVerdict.LOCKING
          : OnlineVerdict.INPLACE;
    }
    if (change instanceof IndexDropped) {
      return OnlineVerdict.INPLACE;
    }
    if (change instanceof IndexRenamed) {
      return server.since(INSTANT_INDEX_NAME) ? OnlineVerdict.INSTANT : OnlineVerdict.UNKNOWN;
    }
    if (change instanceof PrimaryKeyChanged primary) {
      return primary.after().isEmpty() ? OnlineVerdict.COPY : rebuilt();
    }
    if (change instanceof ForeignKeyAdded) {
      return foreignKeyChecks ? OnlineVerdict.COPY : OnlineVerdict.INPLACE;
    }
    if (change instanceof EngineOrFormatChanged rebuilt) {
      return rebuilt.otherEngine() ? OnlineVerdict.COPY : rebuilt();
    }
    if (change instanceof RowsOrdered) {
      // The clustered index has its own order.
      return table.primaryKey().isPresent() ? OnlineVerdict.INSTANT : OnlineVerdict.UNKNOWN;
    }
    if (change instanceof CheckAdded check && check.check().name().isEmpty()) {
      // Of a column: instant for a new one, else not.
      return OnlineVerdict.UNKNOWN;
    }
    if (change instanceof OptionsChanged options && options.storage().isPresent()) {
      // It reads TABLESPACE and does nothing.
      boolean ignored = options.storage().get() == StorageOption.TABLESPACE;
      return ignored ? OnlineVerdict.INSTANT : rebuilt();
    }
    boolean copied =
        change instanceof CharsetConverted
            || change instanceof CheckAdded
            || change instanceof VersioningChanged;
    // Names, defaults, comments, what is dropped of constraints, and whether indexes are used.
    return copied ? OnlineVerdict.COPY : OnlineVerdict.INSTANT;
  }

  private OnlineVerdict added(ColumnAdded added) {
    if (added.column().generated().isPresent()) {
      return isVirtual(added.column().generated()) ? OnlineVerdict.INSTANT : OnlineVerdict.COPY;
    }
    if (added.column().autoIncrement()) {
      return hasVirtual() ? OnlineVerdict.UNKNOWN : OnlineVerdict.LOCKING_REBUILD;
    }
    if (added.last()) {
      return compressed() || hasFullText() ? rebuilt() : OnlineVerdict.INSTANT;
    }
    return hasVirtual() ? OnlineVerdict.UNKNOWN : instantAnywhere();
  }

  private OnlineVerdict instantAnywhere() {
    boolean instant = server.since(INSTANT_ANYWHERE) && !compressed() && !hasFullText();
    return instant ? OnlineVerdict.INSTANT : rebuilt();
  }

  private OnlineVerdict retyped(ColumnRetyped retyped) {
    Retyping types = new Retyping(retyped, table);
    if (types.sameCollation() && (types.appendedMembers() || longer(types))) {
      return OnlineVerdict.INSTANT;
    }
    boolean sameBytes =
        server.since(INSTANT_CHARSET)
            && types.widerCharset()
            && (types.sameType() || types.longerVariable())
            && longEnough(types);
    boolean sameOrder = !types.indexed() || types.sameRules();
    return sameBytes
        ? sameOrder ? OnlineVerdict.INSTANT : OnlineVerdict.INPLACE
        : OnlineVerdict.COPY;
  }

  private boolean longer(Retyping types) {
    return types.longerVariable() && longEnough(types);
  }

  /**
   * Whether the lengths of the values that are there are stored as the new type has them: a second
   * byte is needed where a value may be longer than 255 bytes and is longer than 127.
   */
  private boolean longEnough(Retyping types) {
    return types.sameLengthBytes() || (server.since(INSTANT_LENGTH) && types.shortLengths());
  }

  /** Tables with full-text indexes are built again with writes blocked. */
  private OnlineVerdict rebuilt() {
    return hasFullText() ? OnlineVerdict.LOCKING_REBUILD : OnlineVerdict.REBUILD;
  }

  private boolean hasVirtual() {
    return table.columns().stream().anyMatch(column -> isVirtual(column.generated()));
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
