package dev.watershed.workload.store.column;

import java.nio.ByteBuffer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.memory.util.MemoryUtil;

/** Bytes as an Arrow buffer: mapped ones in place, bytes of the heap copied. */
final class MappedBytes {

  private MappedBytes() {}

  /** A buffer that its receiver has to close. */
  static ArrowBuf wrap(ByteBuffer bytes, BufferAllocator allocator) {
    ByteBuffer slice = bytes.slice();
    int size = slice.limit();
    if (slice.isDirect()) {
      ArrowBuf buffer = allocator.wrapForeignAllocation(new Mapping(slice, size));
      buffer.writerIndex(size);
      return buffer;
    }
    ArrowBuf copy = allocator.buffer(size);
    copy.setBytes(0, slice);
    copy.writerIndex(size);
    return copy;
  }

  /** Keeps the mapping reachable, and so mapped, as long as the buffer is. */
  private static final class Mapping extends ForeignAllocation {

    private ByteBuffer bytes;

    Mapping(ByteBuffer bytes, int size) {
      super(size, MemoryUtil.getByteBufferAddress(bytes));
      this.bytes = bytes;
    }

    @Override
    protected void release0() {
      bytes = ByteBuffer.allocate(0);
    }

    @Override
    public String toString() {
      return "mapping of " + bytes.limit() + " bytes";
    }
  }
}
