package raftlab.data;

import java.util.List;
import java.util.Map;
import raftlab.core.Checks;
import raftlab.core.UserError;

/**
 * What the lab knows of a public data set: everything but its rows.
 *
 * @param id the name in commands
 * @param title the name in tables
 * @param kind {@code benchmark}, {@code training}, {@code rollouts}, {@code generated} or {@code
 *     user-copy} (never fetched)
 * @param files its files, the main one first
 * @param licence as the hosting repository states it
 * @param citation whom to cite
 * @param format {@code jsonl}, {@code json-array}, {@code csv}, {@code zip} or {@code generated}
 * @param fields lab's column name to the file's column name
 * @param answer where the reference answer stands
 * @param answerType what answers look like
 * @param graderProfile the verifier profile that fits
 * @param templates prompt templates, the usual one first
 * @param protocols how papers evaluate on it
 * @param remarks traps and facts worth knowing, one sentence each
 */
public record DatasetDescriptor(
    String id,
    String title,
    String kind,
    List<DatasetFile> files,
    String licence,
    String citation,
    String format,
    Map<String, String> fields,
    AnswerSource answer,
    String answerType,
    String graderProfile,
    List<String> templates,
    List<EvaluationProtocol> protocols,
    List<String> remarks) {

  public DatasetDescriptor {
    Checks.notBlank(id, "data set id");
    files = List.copyOf(files);
    fields = Map.copyOf(fields);
    templates = List.copyOf(templates);
    protocols = List.copyOf(protocols);
    remarks = List.copyOf(remarks);
  }

  /** Returns whether {@code data fetch} can get it. */
  public boolean fetchable() {
    return !files.isEmpty() && files.stream().noneMatch(file -> file.url().isEmpty());
  }

  /** Returns the main file. */
  public DatasetFile mainFile() {
    if (files.isEmpty()) {
      throw new UserError(id + " has no files: it is " + kind);
    }
    return files.get(0);
  }

  /**
   * Returns a file by its name, its path, or a part of its path that no other file has.
   *
   * @throws UserError if none or several are meant; it names those there are
   */
  public DatasetFile file(String name) {
    List<DatasetFile> exact =
        files.stream()
            .filter(file -> file.name().equals(name) || file.path().equals(name))
            .toList();
    List<DatasetFile> found =
        exact.size() == 1
            ? exact
            : files.stream().filter(file -> file.path().contains(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> paths = files.stream().map(DatasetFile::path).toList();
    throw new UserError(
        id
            + " has "
            + (found.isEmpty() ? "no file" : found.size() + " files")
            + " \""
            + name
            + "\"",
        "files: " + String.join(", ", paths),
        "Give a part that one of them has");
  }

  /** Returns whether the user must bring the file and its rows must not be shown or stored. */
  public boolean isUserCopy() {
    return kind.equals("user-copy");
  }

  @Override
  public String toString() {
    return id + ": " + title + " (" + kind + ", " + licence + ")";
  }
}
