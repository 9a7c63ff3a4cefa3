package raftlab.kernel.command.basic;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.UsageError;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Tells Jupyter of our kernel by writing its kernel.json below an environment's prefix. */
public final class KernelCommand implements Command {

  @Parameters(paramLabel = "ACTION", description = "install")
  private String action;

  @Option(names = "--prefix", paramLabel = "DIR", description = "the Python environment")
  private Path prefix;

  @Option(names = "--heap", description = "largest heap, such as 4g", defaultValue = "4g")
  private String heap;

  @Override
  public Object run(Session session) {
    if (!action.equals("install")) {
      throw new UsageError("`kernel` has no action \"" + action + "\"", "", "Use kernel install");
    }
    if (prefix == null) {
      throw new UsageError("kernel install needs a folder", "", "Give --prefix DIR");
    }
    if (!heap.matches("[1-9][0-9]*[kmgKMG]")) {
      throw new UsageError("--heap " + heap + " is not a size", "", "Write it like 4g or 900m");
    }
    Path file =
        prefix
            .toAbsolutePath()
            .resolve(Path.of("share", "jupyter", "kernels", "raft", "kernel.json"));
    AtomicFile.writeText(file, new KernelSpec(java(), home(), heap).json());
    return Report.of("kernel Java (RAFT) installed in " + file);
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path home() {
    return Path.of(System.getProperty("raft.home", "")).toAbsolutePath().normalize();
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
