package dev.watershed.spark.collect;

import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.SqlMode;
import dev.watershed.workload.WorkloadBounds;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How a server's logs are read, on its way to a task. */
final class ReaderSettings implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long UNKNOWN = -1;

  private final boolean[] sqlMode;
  private final String timeZone;
  private final long sampleRate;
  private final double longQueryTimeSeconds;
  private final boolean rawSamples;
  private final ArrayList<String> tagKeys;
  private final int ipv4NetworkBits;

  /** The settings of options for whole logs: of no span, with the usual bounds. */
  ReaderSettings(SlowLogOptions options) {
    SqlMode mode = options.sqlMode();
    this.sqlMode =
        new boolean[] {
          mode.ansiQuotes(),
          mode.noBackslashEscapes(),
          mode.ignoreSpace(),
          mode.pipesAsConcat(),
          mode.highNotPrecedence()
        };
    this.timeZone = options.timeZone().map(ZoneId::getId).orElse("");
    this.sampleRate = options.sampleRate().orElse(UNKNOWN);
    this.longQueryTimeSeconds = options.longQueryTimeSeconds().orElse(UNKNOWN);
    this.rawSamples = options.rawSamples();
    this.tagKeys = new ArrayList<>(options.tagKeys());
    this.ipv4NetworkBits = options.ipv4NetworkBits();
  }

  /** The options, for one thread. */
  SlowLogOptions options() {
    return new SlowLogOptions(
        new SqlMode(sqlMode[0], sqlMode[1], sqlMode[2], sqlMode[3], sqlMode[4]),
        timeZone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(timeZone)),
        sampleRate == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(sampleRate),
        longQueryTimeSeconds == UNKNOWN
            ? OptionalDouble.empty()
            : OptionalDouble.of(longQueryTimeSeconds),
        Optional.empty(),
        Optional.empty(),
        rawSamples,
        List.copyOf(tagKeys),
        ipv4NetworkBits,
        1,
        WorkloadBounds.standard());
  }
}
