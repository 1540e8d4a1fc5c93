package dev.watershed.workload.store.column;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Where columns are while they are read: memory outside of the heap, and the state of a
 * decompressor, which costs more to make than a small column takes to decompress. Both are made
 * when they are needed first. For one thread.
 */
public final class ColumnMemory implements AutoCloseable {

  /** Says that a buffer was kept as it is (Arrow Columnar Format, "Compression"). */
  static final long NOT_COMPRESSED = -1;

  private static final long MOST_BYTES = 1L << 30;

  private final long mostBytes;
  private Optional<BufferAllocator> allocator = Optional.empty();
  private Optional<ZstdDecompressCtx> zstd = Optional.empty();
  private final NarrowIntegers narrow = new NarrowIntegers();
  private ByteBuffer scratch = ByteBuffer.allocateDirect(0);

  /** Memory without a limit of its own. */
  public ColumnMemory() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param mostBytes what columns may take at one time, those that are mapped as well
   */
  public ColumnMemory(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  BufferAllocator allocator() {
    if (allocator.isEmpty()) {
      allocator = Optional.of(new RootAllocator(mostBytes));
    }
    return allocator.get();
  }

  NarrowIntegers narrow() {
    return narrow;
  }

  /**
   * A buffer that was compressed alone: its length (long), then a Zstandard frame.
   *
   * @return to be closed by its receiver
   */
  ArrowBuf decompress(ByteBuffer bytes) throws UnreadableFileException {
    ByteBuffer content = decompressToScratch(bytes);
    ArrowBuf buffer = allocator().buffer(content.limit());
    buffer.setBytes(0, content);
    buffer.writerIndex(content.limit());
    return buffer;
  }

  /** The same, into bytes that hold until the next call. */
  ByteBuffer decompressToScratch(ByteBuffer bytes) throws UnreadableFileException {
    ByteBuffer compressed = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (compressed.limit() < Long.BYTES) {
      throw wrong("a compressed column of " + compressed.limit() + " bytes");
    }
    long length = compressed.getLong(0);
    ByteBuffer content = compressed.slice(Long.BYTES, compressed.limit() - Long.BYTES);
    if (length == NOT_COMPRESSED) {
      return content.order(ByteOrder.LITTLE_ENDIAN);
    }
    if (length < 0 || length > Math.min(allocator().getHeadroom(), MOST_BYTES)) {
      throw wrong("a column of " + length + " bytes");
    }
    ByteBuffer from = content.isDirect() ? content : direct(content);
    if (Zstd.getDirectByteBufferFrameContentSize(from, 0, from.limit()) != length) {
      throw wrong("a column that is not of " + length + " bytes");
    }
    widenScratch(length);
    try {
      int written =
          zstd().decompressDirectByteBuffer(scratch, 0, (int) length, from, 0, from.limit());
      if (written != length) {
        throw wrong("a column of " + written + " bytes, not " + length);
      }
    } catch (ZstdException damaged) {
      UnreadableFileException unreadable = wrong(damaged.getMessage());
      unreadable.initCause(damaged);
      throw unreadable;
    }
    return scratch.slice(0, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What a file says of a length is believed as far as there is memory for it. */
  private void widenScratch(long length) throws UnreadableFileException {
    if (length > scratch.capacity()) {
      try {
        scratch = ByteBuffer.allocateDirect((int) (length + (length >> 1)));
      } catch (OutOfMemoryError tooMuch) {
        UnreadableFileException unreadable =
            wrong("a column of " + length + " bytes, for which there is no memory");
        unreadable.initCause(tooMuch);
        throw unreadable;
      }
    }
  }

  private ZstdDecompressCtx zstd() {
    if (zstd.isEmpty()) {
      zstd = Optional.of(new ZstdDecompressCtx());
    }
    return zstd.get();
  }

  private static ByteBuffer direct(ByteBuffer bytes) {
    return ByteBuffer.allocateDirect(bytes.limit()).put(bytes.duplicate()).flip();
  }

  @Override
  public void close() {
    zstd.ifPresent(ZstdDecompressCtx::close);
    allocator.ifPresent(BufferAllocator::close);
  }

  private static UnreadableFileException wrong(String detail) {
    return new UnreadableFileException(FileProblem.CORRUPTED, detail);
  }
}
