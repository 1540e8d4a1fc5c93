package dev.watershed.workload.store.file;

import java.util.Objects;

/**
 * An entry of a folder.
 *
 * @param name its own name, without folders
 * @param bytes its size; 0 for a folder
 */
public record StoredFile(String name, boolean folder, long bytes) {

  public StoredFile {
    Objects.requireNonNull(name, "name");
  }
}
