package dev.watershed.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them, the same in every locale: {@code 38 ms}, {@code 72.2k}. */
public final class Units {

  /** What stands for the unknown. */
  public static final String UNKNOWN = "–";

  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long SECONDS_PER_HOUR = 3_600;
  private static final long SECONDS_PER_DAY = 86_400;

  /** What is rarer is told by the day. */
  private static final double LEAST_PER_SECOND = 0.01;

  private static final String[] COUNT_UNITS = {"", "k", "M", "G", "T", "P"};
  private static final String[] BYTE_UNITS = {" bytes", " kB", " MB", " GB", " TB", " PB"};
  private static final String[] TIME_UNITS = {" µs", " ms", " s"};

  private Units() {}

  /** A duration in microseconds: {@code 850 µs}, {@code 9.1 s}, {@code 12m40s}, {@code 4h12m}. */
  public static String micros(double micros) {
    if (micros >= 59.5 * MICROS_PER_SECOND) {
      return longDuration(Math.round(micros / MICROS_PER_SECOND));
    }
    double value = micros;
    int unit = 0;
    while (unit < TIME_UNITS.length - 1 && value >= 999.5) {
      value /= 1_000;
      unit++;
    }
    return value == 0 ? "0 s" : digits(value, value < 9.95 ? 1 : 0) + TIME_UNITS[unit];
  }

  /** A count: exact below 10,000, else three digits and a unit of thousands. */
  public static String count(long count) {
    return Math.abs(count) < 10_000 ? grouped(count) : scaled(count, COUNT_UNITS);
  }

  /** A ratio: {@code 7,504}, {@code 12}, {@code 1.3}; one that would round to 0 is {@code <0.1}. */
  public static String ratio(double ratio) {
    if (ratio > 0 && ratio < 0.05) {
      return "<0.1";
    }
    return ratio < 9.95 ? digits(ratio, 1) : count(Math.round(ratio));
  }

  /** A rate in two digits, {@code 0.00031}, {@code 0.25}; from 10 on in whole numbers. */
  public static String perSecond(double rate) {
    if (rate >= 9.95) {
      return count(Math.round(rate));
    }
    BigDecimal rounded = BigDecimal.valueOf(rate).round(new MathContext(2, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** How often something happens, of rare things a day: {@code 0.25 /s}, {@code 156 /d}. */
  public static String often(double perSecond) {
    return perSecond == 0 || perSecond >= LEAST_PER_SECOND
        ? perSecond(perSecond) + " /s"
        : perSecond(perSecond * SECONDS_PER_DAY) + " /d";
  }

  /** The same for a line of text, with two decimals: {@code 1.25/s}, {@code 3/day}. */
  public static String rate(double perSecond) {
    return perSecond == 0 || perSecond >= LEAST_PER_SECOND
        ? String.format(Locale.ROOT, "%,.2f/s", perSecond)
        : perSecond * SECONDS_PER_DAY >= 1
            ? String.format(Locale.ROOT, "%,.0f/day", perSecond * SECONDS_PER_DAY)
            : "less than 1/day";
  }

  /** A number of bytes, in powers of 1,000: {@code 1.04 GB}. */
  public static String bytes(long bytes) {
    return bytes == 1 ? "1 byte" : scaled(bytes, BYTE_UNITS);
  }

  /** A share, 0 to 1: {@code 24.6 %}; one that would round to nothing is {@code <0.1 %}. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.05) {
      return "<0.1 %";
    }
    boolean whole = percent == 0 || percent >= 99.95;
    return digits(percent, whole ? 0 : 1, false) + " %";
  }

  /** All digits, in groups of three. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things, whose plural ends with an s. */
  public static String counted(long number, String noun) {
    return grouped(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number of seconds from a configuration or option: {@code 0.5 s}. */
  public static String seconds(double seconds) {
    return micros(seconds * MICROS_PER_SECOND);
  }

  private static String longDuration(long seconds) {
    if (seconds < SECONDS_PER_HOUR) {
      return pair(seconds / SECONDS_PER_MINUTE, "m", seconds % SECONDS_PER_MINUTE, "s");
    }
    if (seconds < SECONDS_PER_DAY) {
      long minutes = Math.round(seconds / (double) SECONDS_PER_MINUTE);
      return minutes < 24 * 60 ? pair(minutes / 60, "h", minutes % 60, "m") : pair(1, "d", 0, "h");
    }
    long hours = Math.round(seconds / (double) SECONDS_PER_HOUR);
    return grouped(hours / 24) + String.format(Locale.ROOT, "d%02dh", hours % 24);
  }

  private static String pair(long big, String bigUnit, long small, String smallUnit) {
    return String.format(Locale.ROOT, "%d%s%02d%s", big, bigUnit, small, smallUnit);
  }

  private static String scaled(long number, String[] units) {
    double value = number;
    int unit = 0;
    while (unit < units.length - 1 && value >= 999.5) {
      value /= 1_000;
      unit++;
    }
    int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return digits(value, decimals) + units[unit];
  }

  private static String digits(double value, int decimals) {
    return digits(value, decimals, true);
  }

  private static String digits(double value, int decimals, boolean stripZeros) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal shown =
        stripZeros && rounded.stripTrailingZeros().scale() <= 0
            ? rounded.setScale(0, RoundingMode.UNNECESSARY)
            : rounded;
    return shown.toPlainString();
  }
}
