package dev.watershed.collector.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes random slow logs that mix every variant and every kind of damage. The same seed gives the
 * same log.
 */
public final class SlowLogGenerator {

  private static final int USUAL_STEP_MICROS = 1_500_000;

  private final SplittableRandom random;
  private final SlowLogHeaders headers;
  private final SlowLogStatements statements;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final int damagePercent;
  private final int longestStepMicros;
  private Instant now = Instant.parse("2026-11-23T02:00:00Z");

  private SlowLogGenerator(long seed, int damagePercent, int longestStepMicros) {
    this.longestStepMicros = longestStepMicros;
    this.random = new SplittableRandom(seed);
    this.headers = new SlowLogHeaders(random.split());
    this.statements = new SlowLogStatements(random.split(), headers);
    this.damagePercent = damagePercent;
  }

  /** A log that a server could have written: no damage and no unterminated literal. */
  public static byte[] clean(long seed, int events) {
    return clean(seed, events, USUAL_STEP_MICROS);
  }

  /** The same with events up to so many microseconds apart. */
  public static byte[] clean(long seed, int events, int longestStepMicros) {
    return new SlowLogGenerator(seed, 0, longestStepMicros).write(events);
  }

  /** A log with literals that hold events, unterminated literals, cuts and garbage. */
  public static byte[] damaged(long seed, int events) {
    return damaged(seed, events, USUAL_STEP_MICROS);
  }

  /** The same with events up to so many microseconds apart. */
  public static byte[] damaged(long seed, int events, int longestStepMicros) {
    return new SlowLogGenerator(seed, 20, longestStepMicros).write(events);
  }

  /** The options of a seed: every SQL mode, zone and rate occurs. */
  public static ReferenceOptions options(long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x5EED);
    ReferenceOptions options = ReferenceOptions.standard();
    options = random.nextInt(4) == 0 ? options.withNoBackslashEscapes() : options;
    options = random.nextInt(4) == 0 ? options.withAnsiQuotes() : options;
    options = random.nextInt(4) == 0 ? options.withSampleRate(1 + random.nextInt(9)) : options;
    return random.nextInt(3) == 0
        ? options.withTimeZone(java.time.ZoneId.of("Europe/Paris"))
        : options;
  }

  private byte[] write(int events) {
    if (random.nextInt(3) > 0) {
      put(SlowLogHeaders.BANNERS.get(random.nextInt(SlowLogHeaders.BANNERS.size())));
    }
    for (int i = 0; i < events; i++) {
      if (random.nextInt(100) < damagePercent) {
        damagedEvent();
      } else {
        event(statements.clean(now));
      }
    }
    return damagePercent > 0 && random.nextInt(4) == 0 ? cut(log.toByteArray()) : log.toByteArray();
  }

  private void event(byte[] statement) {
    now = now.plusNanos(1_000L * random.nextInt(1, longestStepMicros));
    put(headers.next(now));
    put(statement);
    put(";\n");
  }

  private void damagedEvent() {
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> event(statements.unterminated());
      case 3, 4 -> event(statements.withEvents(now));
      case 5 -> put(headers.next(now));
      case 6 -> put(headers.damaged(now) + "select 'skipped';\n");
      case 7 -> put(SlowLogHeaders.BANNERS.get(random.nextInt(SlowLogHeaders.BANNERS.size())));
      case 8 -> put(statements.garbage());
      case 9 -> {
        put(headers.next(now));
        put(statements.clean(now));
        put("\n");
      }
      case 10 -> now = now.minusSeconds(random.nextInt(5));
      case 11 -> {
        byte[] whole = log.toByteArray();
        log.reset();
        log.write(whole, 0, whole.length - Math.min(whole.length, random.nextInt(120)));
      }
      default -> put(random.nextBoolean() ? "\n" : "\n\n");
    }
  }

  private byte[] cut(byte[] whole) {
    int from = Math.min(whole.length, random.nextInt(400));
    int to = whole.length - Math.min(whole.length - from, random.nextInt(400));
    return java.util.Arrays.copyOfRange(whole, from, to);
  }

  private void put(String text) {
    put(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void put(byte[] bytes) {
    log.writeBytes(bytes);
  }

  /** One of several. */
  static <T> T pick(SplittableRandom random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
