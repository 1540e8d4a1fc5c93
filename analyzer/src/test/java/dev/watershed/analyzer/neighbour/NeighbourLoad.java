package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Instant;
import java.util.BitSet;
import java.util.Random;

/**
 * Makes the load of a server from a seed: services that execute three kinds of statements each, by
 * the hour of the day and more from day to day, some slower when the server is busy; and a report
 * that takes the server in bursts.
 */
final class NeighbourLoad {

  /** What happens to others while the report is loud. */
  enum Meanwhile {
    /** Nothing. */
    NOTHING,
    /** Two services take longer for the same statements. */
    SLOWER,
    /** All execute more statements that examine many rows. */
    OTHER_STATEMENTS,
    /** All execute several times as many statements. */
    MORE_STATEMENTS,
    /** All wait for locks. */
    WAITS
  }

  /** Services beside the report. */
  static final int SERVICES = 5;

  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final int KINDS = 3;
  private static final int SLOTS = 288;
  private static final int SECONDS_PER_SLOT = 600;
  private static final int LOUD = 30;
  private static final double SLOWDOWN = 1.6;

  private final Random random;
  private final Meanwhile meanwhile;
  private final WorkloadFixture fixture = new WorkloadFixture();
  private final double[][] callMicros = new double[SERVICES][KINDS];
  private final long[][] rows = new long[SERVICES][KINDS];
  private double busy = 1;

  private NeighbourLoad(long seed, Meanwhile meanwhile) {
    random = new Random(seed);
    this.meanwhile = meanwhile;
    for (int service = 0; service < SERVICES; service++) {
      double perCall = 100 + random.nextInt(300);
      double perRow = 0.2 + 2 * random.nextDouble();
      for (int kind = 0; kind < KINDS; kind++) {
        rows[service][kind] = (long) Math.pow(10, kind + random.nextDouble());
        callMicros[service][kind] = (perCall + perRow * rows[service][kind]) * spread(0.2);
      }
    }
  }

  /** The slots of two days, ten minutes each. */
  static ServiceSlots of(long seed, Meanwhile meanwhile) {
    NeighbourLoad load = new NeighbourLoad(seed, meanwhile);
    BitSet loud = load.bursts();
    for (int slot = 0; slot < SLOTS; slot++) {
      load.slot(slot, loud.get(slot));
    }
    return ServiceSlots.of(load.fixture.build(), ServiceMapping.accounts());
  }

  private BitSet bursts() {
    BitSet loud = new BitSet();
    while (loud.cardinality() < LOUD) {
      int from = random.nextInt(SLOTS - 5);
      loud.set(from, from + 1 + random.nextInt(4));
    }
    return loud;
  }

  private void slot(int slot, boolean loud) {
    double day = 1 + 0.8 * Math.sin(2 * Math.PI * slot * SECONDS_PER_SLOT / 86_400);
    double grown = 1 + 0.5 * slot / SLOTS;
    busy = Math.exp(0.8 * Math.log(busy) + 0.1 * random.nextGaussian());
    fixture.at(START.plusSeconds((long) SECONDS_PER_SLOT * slot + 30).toString());
    fixture.user("report").weight(1).lockMicros(0).rows(1, loud ? 1_000_000 : 10);
    fixture.run(loud ? 30_000_000 : 1_000);
    for (int service = 0; service < SERVICES; service++) {
      fixture.user("service" + service);
      double slower = busy * (1 + 0.2 * day) * spread(0.15);
      if (loud && meanwhile == Meanwhile.SLOWER && service < 2) {
        slower *= SLOWDOWN;
      }
      for (int kind = 0; kind < KINDS; kind++) {
        run(service, kind, (long) (calls(kind, loud) * day * grown), slower, loud);
      }
    }
  }

  private double calls(int kind, boolean loud) {
    double usual = 4 * (KINDS - kind) * (0.5 + random.nextDouble());
    if (loud && meanwhile == Meanwhile.OTHER_STATEMENTS && kind == KINDS - 1) {
      return 4 * usual;
    }
    return loud && meanwhile == Meanwhile.MORE_STATEMENTS ? 4 * usual : usual;
  }

  private void run(int service, int kind, long calls, double slower, boolean loud) {
    if (calls == 0) {
      return;
    }
    long waited = loud && meanwhile == Meanwhile.WAITS ? (long) (20_000 * random.nextDouble()) : 0;
    fixture.weight(calls).rows(1, rows[service][kind]).lockMicros(waited);
    fixture.run((long) (callMicros[service][kind] * slower * spread(0.1)) + waited);
  }

  private double spread(double by) {
    return Math.exp(by * random.nextGaussian());
  }
}
