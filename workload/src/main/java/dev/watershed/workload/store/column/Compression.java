package dev.watershed.workload.store.column;

import org.apache.arrow.compression.ZstdCompressionCodec;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/** How the columns of a table are kept. */
public enum Compression {
  /** As they are, to be mapped. */
  NONE(CompressionUtil.CodecType.NO_COMPRESSION),
  /** Each column by itself, by Zstandard. */
  ZSTD(CompressionUtil.CodecType.ZSTD);

  private final CompressionUtil.CodecType codecType;

  Compression(CompressionUtil.CodecType codecType) {
    this.codecType = codecType;
  }

  CompressionUtil.CodecType codecType() {
    return codecType;
  }

  /** Arrow's way to these codecs. */
  static final class Codecs implements CompressionCodec.Factory {

    @Override
    public CompressionCodec createCodec(CompressionUtil.CodecType type) {
      return switch (type) {
        case NO_COMPRESSION -> NoCompressionCodec.INSTANCE;
        case ZSTD -> new ZstdCompressionCodec();
        case LZ4_FRAME -> throw new IllegalArgumentException("no table is written with " + type);
      };
    }

    @Override
    public CompressionCodec createCodec(CompressionUtil.CodecType type, int level) {
      return type == CompressionUtil.CodecType.ZSTD
          ? new ZstdCompressionCodec(level)
          : createCodec(type);
    }
  }
}
