package dev.watershed.collector.transaction;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Origins by number, so that bytes hold each of them once. */
final class OriginTable {

  private final List<Origin> origins = new ArrayList<>();
  private final Map<Origin, Integer> indexes = new HashMap<>();

  /** The number of an origin; the next one when it is new. */
  int indexOf(Origin origin) {
    return indexes.computeIfAbsent(
        origin,
        added -> {
          origins.add(added);
          return origins.size() - 1;
        });
  }

  Origin origin(long index) throws DamagedBytesException {
    if (index < 0 || index >= origins.size()) {
      throw new DamagedBytesException("origin " + index + " of " + origins.size());
    }
    return origins.get((int) index);
  }

  void write(ByteWriter writer) {
    writer.number(origins.size());
    for (Origin origin : origins) {
      writer.text(origin.user()).text(origin.host()).number(origin.tags().size());
      for (OriginTag tag : origin.tags()) {
        writer.text(tag.key()).text(tag.value());
      }
    }
  }

  static OriginTable read(ByteReader reader) throws DamagedBytesException {
    OriginTable table = new OriginTable();
    int count = reader.count(3);
    for (int i = 0; i < count; i++) {
      String user = reader.text();
      String host = reader.text();
      List<OriginTag> tags = new ArrayList<>();
      for (int left = reader.count(2); left > 0; left--) {
        tags.add(tag(reader.text(), reader.text()));
      }
      table.indexOf(new Origin(user, host, tags));
    }
    return table;
  }

  private static OriginTag tag(String key, String value) throws DamagedBytesException {
    if (key.isEmpty()) {
      throw new DamagedBytesException("a tag without a key");
    }
    return new OriginTag(key, value);
  }
}
