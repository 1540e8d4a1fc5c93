package dev.watershed.benchmarks.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Writes statements with random literals. */
final class LiteralWriter {

  private static final int MOST_INTEGERS = 40;
  private static final double LOG_OF_ROWS = Math.log(100);

  private final ByteWriter writer;
  private final SplittableRandom random;
  private final List<byte[]> words =
      Vocabulary.words().stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();

  LiteralWriter(ByteWriter writer, SplittableRandom random) {
    this.writer = writer;
    this.random = random;
  }

  void statement(StatementTemplate template) throws IOException {
    int literals = template.literals().size();
    for (int i = 0; i < literals; i++) {
      writer.bytes(template.parts().get(i));
      literal(template.literals().get(i), template);
    }
    writer.bytes(template.parts().get(literals));
  }

  private void literal(Literal literal, StatementTemplate template) throws IOException {
    switch (literal) {
      case INTEGER -> writer.number(random.nextLong() & 0xFFFFF);
      case STRING -> string();
      case DATE -> date();
      case DECIMAL -> decimal();
      case INTEGERS -> integers();
      case COMMENT -> comment();
      case ROWS -> rows(template.row().get(0));
    }
  }

  private void string() throws IOException {
    writer.character('\'');
    long bits = random.nextLong();
    int count = (int) (bits & 3);
    writer.bytes(words.get((int) ((bits >>> 2 & 0xFFFF) % words.size())));
    for (int i = 0; i < count; i++) {
      writer.character(' ');
      writer.bytes(words.get((int) ((bits >>> 20 + 10 * i & 0x3FF) % words.size())));
    }
    writer.character('\'');
  }

  private void date() throws IOException {
    int bits = random.nextInt() >>> 1;
    writer.character('\'');
    writer.padded(2020 + bits % 7, 4);
    writer.character('-');
    writer.padded(1 + bits / 7 % 12, 2);
    writer.character('-');
    writer.padded(1 + bits / 84 % 28, 2);
    writer.character(' ');
    writer.padded(bits / 2352 % 24, 2);
    writer.character(':');
    writer.padded(bits / 56_448 % 60, 2);
    writer.character(':');
    writer.padded(bits % 60, 2);
    writer.character('\'');
  }

  private void decimal() throws IOException {
    int bits = random.nextInt() >>> 1;
    writer.number(bits % 100_000);
    writer.character('.');
    writer.padded(bits / 100_000 % 100, 2);
  }

  private void integers() throws IOException {
    int count = 1 + random.nextInt(MOST_INTEGERS);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        writer.character(',');
        writer.character(' ');
      }
      writer.number(random.nextInt() >>> 8);
    }
  }

  private void comment() throws IOException {
    int bits = random.nextInt() >>> 1;
    if (bits % 10 < 3) {
      writer.bytes(COMMENT);
      writer.padded(bits / 10 % 100, 2);
      writer.bytes(COMMENT_END);
    }
  }

  private void rows(StatementTemplate row) throws IOException {
    int count = (int) (10 * Math.exp(random.nextDouble() * LOG_OF_ROWS));
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        writer.character(',');
      }
      statement(row);
    }
  }

  private static final byte[] COMMENT =
      " /*action='index',controller='pages%2Fpage_".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT_END =
      "',framework='rails%3A7.1'*/".getBytes(StandardCharsets.US_ASCII);
}
