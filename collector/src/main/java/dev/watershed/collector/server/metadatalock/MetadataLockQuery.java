package dev.watershed.collector.server.metadatalock;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.running.SeenSession;
import dev.watershed.collector.server.running.SessionColumns;
import java.util.ArrayList;
import java.util.List;

/** Asks for the metadata locks of the objects that somebody waits for. */
final class MetadataLockQuery {

  static final String TABLE = "performance_schema.metadata_locks";

  /** Whether the server notes metadata locks; MariaDB does not unless it is told to. */
  static final Query<Boolean> INSTRUMENT =
      Query.of(
          "SELECT ENABLED FROM performance_schema.setup_instruments AS "
              + Query.ALIAS
              + " WHERE NAME = 'wait/lock/metadata/sql/mdl'",
          rows -> rows.next() && "YES".equals(rows.getString(1)));

  private static final int FIRST_SESSION_COLUMN = 7;

  private MetadataLockQuery() {}

  /** Those that are waited for, and those that are held on the same objects. */
  static Query<List<MetadataLock>> of(SessionColumns source) {
    return Query.of(
        "SELECT watershed_sample.OBJECT_TYPE, COALESCE(watershed_sample.OBJECT_SCHEMA, ''),"
            + " COALESCE(watershed_sample.OBJECT_NAME, ''), watershed_sample.LOCK_TYPE,"
            + " watershed_sample.LOCK_STATUS = 'GRANTED', watershed_sample.OWNER_THREAD_ID, "
            + source.columns("w")
            + " FROM (SELECT DISTINCT OBJECT_TYPE, OBJECT_SCHEMA, OBJECT_NAME FROM "
            + TABLE
            + " WHERE LOCK_STATUS = 'PENDING') AS p JOIN "
            + TABLE
            + " AS watershed_sample ON watershed_sample.OBJECT_TYPE = p.OBJECT_TYPE"
            + " AND watershed_sample.OBJECT_SCHEMA <=> p.OBJECT_SCHEMA"
            + " AND watershed_sample.OBJECT_NAME <=> p.OBJECT_NAME"
            + source.joinsByThread("w", "watershed_sample.OWNER_THREAD_ID")
            + " WHERE watershed_sample.LOCK_STATUS IN ('GRANTED', 'PENDING') LIMIT "
            + (Watch.MOST_ROWS + 1),
        rows -> {
          List<MetadataLock> locks = new ArrayList<>();
          while (rows.next()) {
            MetadataObject object =
                new MetadataObject(rows.getString(1), rows.getString(2), rows.getString(3));
            locks.add(
                new MetadataLock(
                    object,
                    rows.getString(4),
                    rows.getBoolean(5),
                    rows.getLong(6),
                    SeenSession.read(rows, FIRST_SESSION_COLUMN)));
          }
          return locks;
        });
  }
}
