package dev.watershed.collector.bundle;

import dev.watershed.collector.bundle.RecordedPart.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts the pieces of a bundle together to parts, one at a time. */
final class RecordedParts implements Closeable {

  private static final String ABOUT = "@about";
  private static final String PART = "@part";
  private static final String FAILED = "@failed";

  private final String name;
  private final BundlePieces pieces;
  private final Map<String, String> about = new HashMap<>();
  private Optional<BundlePiece> ahead;

  private RecordedParts(String name, BundlePieces pieces) throws IOException {
    this.name = name;
    this.pieces = pieces;
    this.ahead = pieces.next();
  }

  /**
   * Opens a file and reads what it says of itself.
   *
   * @param name for messages
   */
  static RecordedParts open(String name, Path file) throws IOException {
    BundlePieces pieces = BundlePieces.open(name, file);
    boolean opened = false;
    try {
      RecordedParts parts = new RecordedParts(name, pieces);
      parts.head();
      opened = true;
      return parts;
    } finally {
      if (!opened) {
        pieces.close();
      }
    }
  }

  private void head() throws IOException {
    while (ahead.isPresent() && !ahead.get().kind().equals(PART)) {
      List<String> words = ahead.get().head();
      if (words.get(0).equals(ABOUT) && words.size() == 3) {
        about.put(words.get(1), words.get(2));
      }
      ahead = pieces.next();
    }
  }

  /** What the bundle says of itself under a word. */
  String about(String word) throws BundleException {
    String said = about.get(word);
    if (said == null) {
      throw new BundleException(name + ": it does not say its " + word);
    }
    return said;
  }

  /** The next part; empty behind the last one, when all of the file was read. */
  Optional<RecordedPart> next() throws IOException {
    if (ahead.isEmpty() || !ahead.get().kind().equals(PART)) {
      return Optional.empty();
    }
    List<String> words = ahead.get().head();
    List<RecordedAnswer> answers = new ArrayList<>();
    Optional<String> failure = Optional.empty();
    ahead = pieces.next();
    while (ahead.isPresent() && !ahead.get().kind().equals(PART)) {
      BundlePiece piece = ahead.get();
      if (piece.kind().equals(RecordedAnswer.KIND)) {
        answers.add(new RecordedAnswer(piece));
      } else if (piece.kind().equals(FAILED)) {
        failure = Optional.of(String.join(" ", piece.head().subList(1, piece.head().size())));
      }
      ahead = pieces.next();
    }
    return Optional.of(new RecordedPart(kind(words), time(words), answers, failure));
  }

  private Kind kind(List<String> words) throws BundleException {
    try {
      return Kind.valueOf(words.get(1).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BundleException(name + ": a part that is not known: " + String.join(" ", words));
    }
  }

  private Instant time(List<String> words) throws BundleException {
    try {
      return Instant.parse(words.get(2));
    } catch (DateTimeParseException | IndexOutOfBoundsException e) {
      throw new BundleException(name + ": a part without a time: " + String.join(" ", words));
    }
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }
}
