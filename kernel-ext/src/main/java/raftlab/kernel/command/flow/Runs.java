package raftlab.kernel.command.flow;

import raftlab.kernel.command.RunsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.run.RunDirectory;

/** The runs in their folder. */
final class Runs {

  private Runs() {}

  static Path folder() {
    return RunsFolder.path();
  }

  /** Returns the names of the runs, in alphabetical order. */
  static List<String> names() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder())) {
      return paths
          .filter(each -> Files.exists(each.resolve("config.json")))
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError(folder() + " cannot be read: " + e.getMessage());
    }
  }

  static RunDirectory open(String name) {
    if (!names().contains(name)) {
      throw new UserError(
          "there is no run \"" + name + "\" in " + folder(), "", Suggest.near(name, names()));
    }
    return RunDirectory.open(folder().resolve(name));
  }

  /** Returns a name that no run has: run-0001 and so on. */
  static String next() {
    int number = 1;
    while (Files.exists(folder().resolve(numbered(number)))) {
      number++;
    }
    return numbered(number);
  }

  private static String numbered(int number) {
    return String.format(java.util.Locale.ROOT, "run-%04d", number);
  }
}
