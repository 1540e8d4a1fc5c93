package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.watershed.reports.SnapshotStamp;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes fields with the manners that all commands share. */
public final class JsonOutput implements AutoCloseable {

  private static final int MICRO_DIGITS = 6;
  private static final MathContext SHARE_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final MathContext ESTIMATE_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private final JsonGenerator json;
  private final Optional<SnapshotStamp> snapshot;

  /** Writes to a stream and leaves it open. */
  public JsonOutput(OutputStream output) throws IOException {
    this(output, Optional.empty());
  }

  /**
   * @param snapshot on which the result rests, if it does on one
   */
  JsonOutput(OutputStream output, Optional<SnapshotStamp> snapshot) throws IOException {
    this.snapshot = snapshot;
    json = new JsonFactory().createGenerator(output);
    json.setCharacterEscapes(new SafeEscapes());
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** For what has no manners of its own. */
  public JsonGenerator generator() {
    return json;
  }

  /** The format of the answer, and on which snapshot it rests. */
  void format(String format) throws IOException {
    text("format", format);
    if (snapshot.isPresent()) {
      json.writeObjectFieldStart("snapshot");
      stamp(snapshot.get());
      json.writeEndObject();
    }
  }

  /** The fields of a snapshot's stamp; its age is for people only. */
  void stamp(SnapshotStamp stamp) throws IOException {
    text("id", stamp.id());
    text("madeAt", stamp.madeAt().toString());
    text("from", stamp.from().toString());
    text("until", stamp.until().toString());
  }

  /** A text. */
  public void text(String name, String value) throws IOException {
    json.writeStringField(name, wellFormed(value));
  }

  /** A text, or {@code null}. */
  public void text(String name, Optional<String> value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeString(wellFormed(value.get()));
    } else {
      json.writeNull();
    }
  }

  /** Texts in their order. */
  public void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(wellFormed(value));
    }
    json.writeEndArray();
  }

  void count(String name, OptionalLong value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(value.getAsLong());
    } else {
      json.writeNull();
    }
  }

  /** Microseconds as seconds, exactly. */
  void seconds(String name, OptionalLong micros) throws IOException {
    number(name, micros.isPresent() ? Optional.of(exact(micros.getAsLong())) : Optional.empty());
  }

  /** Microseconds as seconds, exactly. */
  void seconds(String name, long micros) throws IOException {
    number(name, Optional.of(exact(micros)));
  }

  /** An estimate in microseconds as seconds, in four digits. */
  void estimatedSeconds(String name, OptionalDouble micros) throws IOException {
    number(
        name,
        micros.isPresent()
            ? Optional.of(
                BigDecimal.valueOf(micros.getAsDouble())
                    .movePointLeft(MICRO_DIGITS)
                    .round(ESTIMATE_DIGITS))
            : Optional.empty());
  }

  /** A share or ratio, in six digits. */
  void ratio(String name, OptionalDouble value) throws IOException {
    number(
        name,
        value.isPresent()
            ? Optional.of(BigDecimal.valueOf(value.getAsDouble()).round(SHARE_DIGITS))
            : Optional.empty());
  }

  /** An instant in ISO 8601, UTC. */
  public void instant(String name, Optional<Instant> value) throws IOException {
    text(name, value.map(Instant::toString));
  }

  private void number(String name, Optional<BigDecimal> value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(plain(value.get()));
    } else {
      json.writeNull();
    }
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  private static BigDecimal exact(long micros) {
    return BigDecimal.valueOf(micros, MICRO_DIGITS);
  }

  /** Unpaired surrogates have no UTF-8 form; each becomes a question mark. */
  private static String wellFormed(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}
