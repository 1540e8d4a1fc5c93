package dev.watershed.workload.store;

import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A store whose windows are taken into another one. Nothing in it is changed. */
public final class OtherStore implements Closeable {

  private final StoreFiles files;
  private final TextFiles texts;
  private final TextFiles objects;
  private final List<SkippedFile> skipped;

  private OtherStore(
      StoreFiles files, TextFiles texts, TextFiles objects, List<SkippedFile> skipped) {
    this.files = files;
    this.texts = texts;
    this.objects = objects;
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Opens a store.
   *
   * @throws IOException if there is none, or one of a newer version
   */
  public static OtherStore open(StoreFiles files) throws IOException {
    StoreFormat.check(files);
    List<SkippedFile> skipped = new ArrayList<>();
    TextFiles texts =
        TextFiles.open(
            files, TextFolder.TEXTS, (name, damaged) -> skipped.add(SkippedFile.of(name, damaged)));
    boolean opened = false;
    try {
      TextFiles objects =
          TextFiles.open(
              files,
              TextFolder.CATALOG,
              (name, damaged) -> skipped.add(SkippedFile.of(name, damaged)));
      opened = true;
      return new OtherStore(files, texts, objects, skipped);
    } finally {
      if (!opened) {
        texts.close();
      }
    }
  }

  /** The servers that have windows. */
  public List<String> servers() throws IOException {
    return new WindowFiles(files).servers();
  }

  /** The files with texts and definitions that cannot be read. */
  public List<SkippedFile> skipped() {
    return skipped;
  }

  StoreFiles files() {
    return files;
  }

  TextFiles texts() {
    return texts;
  }

  TextFiles objects() {
    return objects;
  }

  @Override
  public void close() {
    texts.close();
    objects.close();
  }
}
