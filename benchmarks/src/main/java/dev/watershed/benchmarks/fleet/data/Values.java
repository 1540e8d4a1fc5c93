package dev.watershed.benchmarks.fleet.data;

import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The values of columns: numbers, texts, {@link Ago}. */
public final class Values {

  private static final int NULL_OF = 3;
  private static final int MINUTES_PER_DAY = 1_440;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final RowCounts rows;
  private final RandomGenerator random;

  public Values(RowCounts rows, RandomGenerator random) {
    this.rows = rows;
    this.random = random;
  }

  /**
   * A time before the load; after it where negative.
   *
   * @param minutes how long before
   */
  public record Ago(int minutes) {
    /** As an SQL expression. */
    public String sql() {
      return "NOW() - INTERVAL " + minutes + " MINUTE";
    }
  }

  /** A NULL, since a list holds none. */
  public enum Null {
    NULL
  }

  /** The value of a column in the row of a number, from 1 on. */
  public Object of(TableName table, Column column, int row) {
    if (column.nullable() && random.nextInt(NULL_OF) == 0) {
      return Null.NULL;
    }
    return switch (column.kind()) {
      case ID -> row;
      case CODE -> code(column.argument(), row);
      case UUID -> uuid(table, row);
      case EMAIL -> email(row);
      default -> any(column);
    };
  }

  /** A value for a row that has no number yet: codes and identifiers are as good as unique. */
  public Object ofNewRow(Column column) {
    if (column.nullable() && random.nextInt(NULL_OF) == 0) {
      return Null.NULL;
    }
    return switch (column.kind()) {
      case CODE -> column.argument() + Long.toString(random.nextLong(1L << 48, 1L << 49), 36);
      case UUID -> new UUID(random.nextLong(), random.nextLong()).toString();
      case EMAIL -> "n" + Long.toString(random.nextLong(1L << 48), 36) + "@example.org";
      default -> any(column);
    };
  }

  private Object any(Column column) {
    return switch (column.kind()) {
      case REF -> popular(rows.of(column.target()));
      case UUIDOF -> uuid(column.target(), (int) popular(rows.of(column.target())));
      case INT -> between(column.argument());
      case FLAG -> random.nextInt(100) < Integer.parseInt(column.argument()) ? 1 : 0;
      case PICK -> skewed(Arrays.asList(column.argument().split(",", -1)));
      case PERSON -> Vocabulary.person(random);
      case PHONE -> "000-%04d-%04d".formatted(random.nextInt(10_000), random.nextInt(10_000));
      case WORDS, TEXT -> Vocabulary.words(random, Integer.parseInt(column.argument()));
      case JSON -> "{\"step\": " + random.nextInt(9) + ", \"note\": \"it's fine\"}";
      case PAST -> new Ago(random.nextInt(Integer.parseInt(column.argument()) * MINUTES_PER_DAY));
      case FUTURE ->
          new Ago(-random.nextInt(Integer.parseInt(column.argument()) * MINUTES_PER_DAY));
      case ID, CODE, UUID, EMAIL -> throw new IllegalArgumentException(column + " needs a row");
    };
  }

  /** A number from 1 to a bound, 1 if there is none; low ones are more likely. */
  public long popular(int bound) {
    return 1 + (long) (Math.pow(random.nextDouble(), 3) * bound);
  }

  /** A whole number of {@code from..to}, both included. */
  public int between(String range) {
    int dots = range.indexOf("..");
    int from = Integer.parseInt(range.substring(0, dots));
    return from + random.nextInt(Integer.parseInt(range.substring(dots + 2)) - from + 1);
  }

  private String skewed(List<String> words) {
    double at = random.nextDouble();
    return words.get((int) (at * at * words.size()));
  }

  /** The code in the row of a number. */
  public static String code(String prefix, long row) {
    return "%s%08d".formatted(prefix, row);
  }

  /** The address in the row of a number. */
  public static String email(long row) {
    return "m%d@example.org".formatted(row);
  }

  /** The identifier in the row of a number: looks random, and follows from table and number. */
  public static String uuid(TableName table, long row) {
    long high = mix(table.toString().hashCode() * MIX + row);
    return new UUID(high, mix(high + row)).toString();
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
