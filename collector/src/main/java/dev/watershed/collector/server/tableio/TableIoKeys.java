package dev.watershed.collector.server.tableio;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.TableUse;

/** How the names of tables and indexes are written and read. */
final class TableIoKeys {

  static final CounterTable.KeyCodec<TableUse.Key> TABLES =
      new CounterTable.KeyCodec<>() {
        @Override
        public void write(TableUse.Key key, ByteWriter bytes) {
          bytes.text(key.schema()).text(key.table());
        }

        @Override
        public TableUse.Key read(ByteReader bytes) throws DamagedBytesException {
          return new TableUse.Key(bytes.text(), bytes.text());
        }
      };

  static final CounterTable.KeyCodec<IndexUse.Key> INDEXES =
      new CounterTable.KeyCodec<>() {
        @Override
        public void write(IndexUse.Key key, ByteWriter bytes) {
          bytes.text(key.schema()).text(key.table()).text(key.index());
        }

        @Override
        public IndexUse.Key read(ByteReader bytes) throws DamagedBytesException {
          return new IndexUse.Key(bytes.text(), bytes.text(), bytes.text());
        }
      };

  private TableIoKeys() {}
}
