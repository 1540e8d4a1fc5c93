package dev.watershed.benchmarks.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SplittableRandom;

/** Writes the slow log of a shape and a seed. */
public final class CorpusGenerator {

  /** How many digests a corpus has, once it is large enough to show all of them. */
  public static final int DIGESTS = 6_000;

  /** Half a thousand statements a second. */
  public static final long APART_MICROS = 2_000;

  private static final int INSERT_DIGESTS = 300;

  private final SplittableRandom random;
  private final ByteWriter writer;
  private final HeaderWriter headers;
  private final LiteralWriter literals;
  private long events;

  private CorpusGenerator(long seed, long apartMicros, OutputStream out) {
    random = new SplittableRandom(seed);
    writer = new ByteWriter(out);
    headers = new HeaderWriter(writer, random.split(), apartMicros);
    literals = new LiteralWriter(writer, random.split());
  }

  /**
   * Writes whole events until there are at least so many bytes.
   *
   * @return how many events were written
   */
  public static long write(CorpusShape shape, long seed, long bytes, OutputStream out)
      throws IOException {
    return write(shape, seed, bytes, APART_MICROS, out);
  }

  /**
   * The same of a server with another load.
   *
   * @param apartMicros from the end of a statement to the next one's, on average
   */
  public static long write(
      CorpusShape shape, long seed, long bytes, long apartMicros, OutputStream out)
      throws IOException {
    return new CorpusGenerator(seed, apartMicros, out).write(shape, bytes);
  }

  private long write(CorpusShape shape, long bytes) throws IOException {
    TemplatePool shorts = new TemplatePool(new ShortStatements(), DIGESTS, random.split());
    TemplatePool selects =
        new TemplatePool(new OrmSelects(), DIGESTS - INSERT_DIGESTS, random.split());
    TemplatePool inserts = new TemplatePool(new BulkInserts(), INSERT_DIGESTS, random.split());
    headers.banner();
    while (writer.written() < bytes) {
      int percent = random.nextInt(100);
      TemplatePool pool =
          percent < shape.insertPercent()
              ? inserts
              : percent < shape.insertPercent() + shape.selectPercent() ? selects : shorts;
      event(pool.next(), shape.extraHeaders());
    }
    writer.flush();
    return events;
  }

  private void event(StatementTemplate template, boolean extra) throws IOException {
    headers.header(template, extra);
    literals.statement(template);
    writer.character(';');
    writer.character('\n');
    events++;
  }
}
