package raftlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import raftlab.core.PromptSet;

/**
 * Data sets whose authors ask that the rows not be republished: the user brings the file, which is
 * known by its columns, and the rows are neither shown nor stored.
 */
public final class UserCopy {

  private UserCopy() {}

  /** Returns the data set that a CSV file is the user's copy of; empty for any other file. */
  public static Optional<DatasetDescriptor> of(Path file) {
    if (!file.toString().endsWith(".csv") || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<String> columns = CsvRows.header(file);
    return DatasetCatalog.builtIn().all().stream()
        .filter(DatasetDescriptor::isUserCopy)
        .filter(descriptor -> columns.containsAll(descriptor.fields().values()))
        .findFirst();
  }

  /** Returns whether prompts come from such a data set. */
  public static boolean isSource(PromptSet set) {
    return DatasetCatalog.builtIn().all().stream()
        .filter(DatasetDescriptor::isUserCopy)
        .anyMatch(descriptor -> descriptor.mainFile().path().equals(set.source()));
  }
}
