package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.TableUse;
import java.util.List;

/** The tables of what servers showed besides statements: a row per server and key. */
final class ObservedTables {

  private static final long MICROS_PER_MINUTE = 60_000_000;

  private ObservedTables() {}

  static List<QueryTable<?>> all() {
    return List.of(
        new ObservedTable<>("lock_waits", Observations::lockWaits)
            .text("schema", LockWaits.Key::schema)
            .text("table_name", LockWaits.Key::table)
            .known("index_name", LockWaits.Key::index)
            .digest("waiting_digest", LockWaits.Key::waitingDigest)
            .origin("waiting_", LockWaits.Key::waitingOrigin)
            .digest("blocking_digest", LockWaits.Key::blockingDigest)
            .origin("blocking_", LockWaits.Key::blockingOrigin)
            .table(),
        new ObservedTable<>("metadata_locks", Observations::metadataLocks)
            .text("object_type", MetadataLocks.Key::objectType)
            .text("schema", MetadataLocks.Key::schema)
            .text("object_name", MetadataLocks.Key::object)
            .text("waiting_lock", MetadataLocks.Key::waitingLock)
            .digest("waiting_digest", MetadataLocks.Key::waitingDigest)
            .origin("waiting_", MetadataLocks.Key::waitingOrigin)
            .digest("blocking_digest", MetadataLocks.Key::blockingDigest)
            .origin("blocking_", MetadataLocks.Key::blockingOrigin)
            .table(),
        new ObservedTable<>("long_transactions", Observations::longTransactions)
            .digest("digest", LongTransactions.Key::digest)
            .origin("", LongTransactions.Key::origin)
            .table(),
        new ObservedTable<>("table_use", Observations::tables)
            .text("schema", TableUse.Key::schema)
            .text("table_name", TableUse.Key::table)
            .table(),
        new ObservedTable<>("index_use", Observations::indexes)
            .text("schema", IndexUse.Key::schema)
            .text("table_name", IndexUse.Key::table)
            .known("index_name", IndexUse.Key::index)
            .table(),
        new ObservedTable<>("samples", Observations::attribution)
            .digest("digest", Attribution.Key::digest)
            .origin("", Attribution.Key::origin)
            .table(),
        new ObservedTable<>("account_use", Observations::accounts)
            .origin("", AccountUse.Key::origin)
            .text("event", AccountUse.Key::event)
            .table(),
        new ObservedTable<>("server_facts", Observations::facts)
            .text("name", ServerFacts.Key::name)
            .text("value", ServerFacts.Key::value)
            .table(),
        new ObservedTable<>("server_minutes", Observations::minutes)
            .timestamp("minute", key -> key.minute() * MICROS_PER_MINUTE)
            .table(),
        new ObservedTable<>("looks", Observations::rounds)
            .text("subject", SamplingRounds.Key::subject)
            .text("estimator", SamplingRounds.Key::estimator)
            .table());
  }

  static String digest(long digest) {
    return Fingerprints.idOf(digest);
  }

  static String service(ServiceMapping mapping, Origin origin) {
    return mapping.attribute(origin).service().orElse("");
  }

  static String module(ServiceMapping mapping, Origin origin) {
    return mapping.attribute(origin).module().orElse("");
  }
}
