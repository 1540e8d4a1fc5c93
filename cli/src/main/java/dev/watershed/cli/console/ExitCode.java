package dev.watershed.cli.console;

import java.util.Comparator;
import java.util.stream.Stream;

/** How a command ended. The order of the constants is the order of precedence. */
public enum ExitCode {
  /** Something that must not happen. */
  BUG(70),
  /** Wrong usage or configuration. */
  USAGE(2),
  /** The gate failed. */
  GATE_FAILED(1),
  /** Some sources failed; what and why is on standard error and in the result. */
  PARTLY_DONE(4),
  /** Not enough data to judge. */
  NOT_ENOUGH_DATA(3),
  /** Fine. */
  FINE(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** Of several that hold, the one to end with; {@link #FINE} if none is given. */
  public static ExitCode strongest(ExitCode... codes) {
    return Stream.of(codes).min(Comparator.naturalOrder()).orElse(FINE);
  }
}
