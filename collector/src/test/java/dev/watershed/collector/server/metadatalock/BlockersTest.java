package dev.watershed.collector.server.metadatalock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.running.SeenSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockersTest {

  private static final MetadataObject ORDERS = new MetadataObject("TABLE", "shop", "orders");

  @Test
  void aDefinitionWaitsForWhoReadsAndOthersQueueBehindIt() {
    MetadataLock reads = lock(ORDERS, "SHARED_READ", true, 1);
    MetadataLock upgradable = lock(ORDERS, "SHARED_UPGRADABLE", true, 2);
    MetadataLock alters = lock(ORDERS, "EXCLUSIVE", false, 2);
    MetadataLock behind = lock(ORDERS, "SHARED_READ", false, 3);
    assertThat(Blockers.of(List.of(reads, upgradable, alters, behind)))
        .containsOnlyKeys(alters, behind)
        .containsEntry(alters, List.of(reads))
        .containsEntry(behind, List.of(alters));
  }

  @Test
  void aSessionWithSeveralLocksBlocksOnce() {
    MetadataLock reads = lock(ORDERS, "SHARED_READ", true, 1);
    MetadataLock writes = lock(ORDERS, "SHARED_WRITE", true, 1);
    MetadataLock other = lock(ORDERS, "SHARED_READ", true, 3);
    MetadataLock alters = lock(ORDERS, "EXCLUSIVE", false, 2);
    assertThat(Blockers.of(List.of(reads, writes, other, alters)))
        .containsEntry(alters, List.of(reads, other));
  }

  @Test
  void locksOnOtherObjectsDoNotMatter() {
    MetadataLock other = lock(new MetadataObject("TABLE", "shop", "members"), "EXCLUSIVE", true, 1);
    MetadataLock waits = lock(ORDERS, "SHARED_WRITE", false, 2);
    assertThat(Blockers.of(List.of(other, waits))).containsEntry(waits, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "SHARED_READ,            SHARED_WRITE,         false",
    "SHARED_READ,            SHARED_NO_WRITE,      false",
    "SHARED_READ,            SHARED_NO_READ_WRITE, true",
    "SHARED_WRITE,           SHARED_READ_ONLY,     true",
    "SHARED_WRITE,           SHARED_WRITE,         false",
    "SHARED_UPGRADABLE,      SHARED_UPGRADABLE,    true",
    "SHARED_UPGRADABLE,      SHARED_WRITE,         false",
    "SHARED_NO_WRITE,        SHARED_READ,          false",
    "SHARED_NO_WRITE,        SHARED_WRITE,         true",
    "SHARED_NO_READ_WRITE,   SHARED_READ,          true",
    "SHARED_NO_READ_WRITE,   SHARED_HIGH_PRIO,     false",
    "EXCLUSIVE,              SHARED_HIGH_PRIO,     true",
    "INTENTION_EXCLUSIVE,    INTENTION_EXCLUSIVE,  false",
    "INTENTION_EXCLUSIVE,    SHARED,               true",
    "SHARED,                 SHARED,               false",
    "SOMETHING_NEW,          SHARED_READ,          true",
  })
  void whatExcludesWhat(String wanted, String held, boolean exclude) {
    assertThat(LockConflicts.exclude(wanted, held)).isEqualTo(exclude);
  }

  private static MetadataLock lock(MetadataObject on, String type, boolean granted, long thread) {
    SeenSession session =
        new SeenSession(
            "svc", "", Optional.empty(), Optional.empty(), false, 1, Optional.empty(), false);
    return new MetadataLock(on, type, granted, thread, session);
  }
}
