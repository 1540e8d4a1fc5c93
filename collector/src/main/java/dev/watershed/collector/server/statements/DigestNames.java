package dev.watershed.collector.server.statements;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The names of rows of the digest table. Texts may be long, and are like each other: they are
 * compressed by Zstandard, a block at a time, so that nobody has to hold all of them as they are.
 */
final class DigestNames {

  static final DigestNames NONE = new Builder().build();

  private static final int LEVEL = 1;
  private static final int BLOCK_BYTES = 1 << 16;

  private final DigestKeys keys;
  private final List<Block> blocks;

  private DigestNames(DigestKeys keys, List<Block> blocks) {
    this.keys = keys;
    this.blocks = blocks;
  }

  /** Names in the order of their rows. */
  private record Block(byte[] compressed, int length) {

    static Block of(ByteWriter names) {
      byte[] plain = names.toByteArray();
      return new Block(Zstd.compress(plain, LEVEL), plain.length);
    }

    ByteReader read() {
      return new ByteReader(Zstd.decompress(compressed, length));
    }
  }

  static DigestNames of(Map<DigestKey, DigestName> names) {
    Builder builder = new Builder();
    names.forEach(builder::add);
    return builder.build();
  }

  /** Collects names. */
  static final class Builder {

    private final DigestKeys keys = new DigestKeys();
    private final List<Block> blocks = new ArrayList<>();
    private final ByteWriter block = new ByteWriter();

    /** Takes the name of a row; of several, the first one stays. */
    void add(DigestKey key, DigestName name) {
      if (keys.add(key)) {
        DigestName.CODEC.write(name, block);
        if (block.size() >= BLOCK_BYTES) {
          blocks.add(Block.of(block));
          block.clear();
        }
      }
    }

    /** The names; none is to be added afterwards. */
    DigestNames build() {
      if (block.size() > 0) {
        blocks.add(Block.of(block));
      }
      return new DigestNames(keys.trimmed(), List.copyOf(blocks));
    }
  }

  /** The rows that have one. */
  Set<DigestKey> keys() {
    return keys;
  }

  /** How many bytes they take. */
  long bytes() {
    return keys.bytes() + blocks.stream().mapToLong(block -> block.compressed().length).sum();
  }

  /** Shows all, in order. */
  void forEach(BiConsumer<DigestKey, DigestName> names) {
    int row = 0;
    try {
      for (Block block : blocks) {
        ByteReader reader = block.read();
        while (reader.left() > 0) {
          names.accept(keys.key(row++), DigestName.CODEC.read(reader));
        }
      }
    } catch (DamagedBytesException e) {
      throw new IllegalStateException("what was written cannot be read", e);
    }
  }

  /** All of them as they are, for a short while. */
  Map<DigestKey, DigestName> open() {
    DigestMap.Builder<DigestName> names = new DigestMap.Builder<>(DigestName.CODEC);
    forEach(names::put);
    return names.build();
  }
}
