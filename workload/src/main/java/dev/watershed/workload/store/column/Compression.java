package dev.watershed.workload.store.column;

import java.util.BitSet;
import org.apache.arrow.compression.ZstdCompressionCodec;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/** How the columns of a table are kept. */
public enum Compression {
  /** As they are, to be mapped. */
  NONE(CompressionUtil.CodecType.NO_COMPRESSION),
  /** Each column by itself, by Zstandard; one that it hardly makes smaller stays as it is. */
  ZSTD(CompressionUtil.CodecType.ZSTD);

  private final CompressionUtil.CodecType codecType;

  Compression(CompressionUtil.CodecType codecType) {
    this.codecType = codecType;
  }

  CompressionUtil.CodecType codecType() {
    return codecType;
  }

  /** Arrow's way to these codecs, for one table. */
  static final class Codecs implements CompressionCodec.Factory {

    private final BitSet plainBuffers;

    /** For reading. */
    Codecs() {
      this(new BitSet());
    }

    /**
     * For writing.
     *
     * @param plainBuffers those that are not compressed, by their order in the table
     */
    Codecs(BitSet plainBuffers) {
      this.plainBuffers = plainBuffers;
    }

    @Override
    public CompressionCodec createCodec(CompressionUtil.CodecType type) {
      return switch (type) {
        case NO_COMPRESSION -> NoCompressionCodec.INSTANCE;
        case ZSTD -> new ThriftyZstd(plainBuffers);
        case LZ4_FRAME -> throw new IllegalArgumentException("no table is written with " + type);
      };
    }

    @Override
    public CompressionCodec createCodec(CompressionUtil.CodecType type, int level) {
      return createCodec(type);
    }
  }

  /** Compresses a buffer where that saves enough to pay for decompressing it with every read. */
  private static final class ThriftyZstd extends ZstdCompressionCodec {

    private static final double MOST_OF_RAW = 0.75;

    private final BitSet plainBuffers;
    private int buffers;

    ThriftyZstd(BitSet plainBuffers) {
      this.plainBuffers = plainBuffers;
    }

    @Override
    public ArrowBuf compress(BufferAllocator allocator, ArrowBuf raw) {
      boolean plain = plainBuffers.get(buffers++);
      if (raw.writerIndex() == 0) {
        return super.compress(allocator, raw);
      }
      ArrowBuf stored =
          plain
              ? CompressionUtil.packageRawBuffer(allocator, raw)
              : smallerOf(allocator, doCompress(allocator, raw), raw);
      raw.close();
      return stored;
    }

    private ArrowBuf smallerOf(BufferAllocator allocator, ArrowBuf compressed, ArrowBuf raw) {
      long bytes = compressed.writerIndex() - CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;
      if (bytes > MOST_OF_RAW * raw.writerIndex()) {
        compressed.close();
        return CompressionUtil.packageRawBuffer(allocator, raw);
      }
      writeUncompressedLength(compressed, raw.writerIndex());
      return compressed;
    }
  }
}
