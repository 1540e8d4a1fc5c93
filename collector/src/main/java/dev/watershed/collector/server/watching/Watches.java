package dev.watershed.collector.server.watching;

import dev.watershed.collector.server.lockwait.LockWaitWatch;
import dev.watershed.collector.server.longtransaction.LongTransactionWatch;
import dev.watershed.collector.server.metadatalock.MetadataLockWatch;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.running.AttributionWatch;
import dev.watershed.collector.server.running.SessionResolver;
import java.time.Duration;
import java.util.List;

/** All that is watched, in the order in which it is looked at. */
public final class Watches {

  /** A transaction that has been open for so long is worth a look. */
  public static final Duration LONG_TRANSACTION = Duration.ofSeconds(10);

  private Watches() {}

  /** New watches of one server: they remember what they saw. */
  public static List<Watch> of(SessionResolver resolver) {
    return List.of(
        new AttributionWatch(resolver),
        new LockWaitWatch(resolver),
        new MetadataLockWatch(resolver),
        new LongTransactionWatch(resolver, LONG_TRANSACTION));
  }

  /** The tables whose columns they want to know. */
  public static List<String> tables(List<Watch> watches) {
    return watches.stream().flatMap(watch -> watch.tables().stream()).distinct().toList();
  }
}
