package raftlab.kernel.command.basic;

import java.io.File;
import java.util.Arrays;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Checks that everything needed is here: each line says ok or what to do. */
public final class DoctorCommand implements Command {

  private static final long GIB = 1L << 30;

  @Override
  public Object run(Session session) {
    int java = Runtime.version().feature();
    long heap = Runtime.getRuntime().maxMemory();
    Report report =
        Report.of("RAFT Lab on " + System.getProperty("os.name"), "check", "found", "advice")
            .row("Java", Runtime.version(), java >= 17 ? "ok" : "install JDK 17 or newer")
            .row("compiler", compiler() ? "jdk.jshell" : "none", compiler() ? "ok" : "use a JDK")
            .row("heap", heap / (1 << 20) + " MiB", heap >= GIB ? "ok" : "give java -Xmx2g");
    report = onClassPath(report, "PyTorch natives", "pytorch-native-cpu");
    report = onClassPath(report, "tokenizers", "tokenizers-");
    report = onPath(report, "Python", "python3");
    return onPath(report, "Jupyter", "jupyter");
  }

  private static boolean compiler() {
    return ModuleLayer.boot().findModule("jdk.jshell").isPresent();
  }

  private static Report onClassPath(Report report, String what, String jar) {
    String path = System.getProperty("java.class.path");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(entry -> new File(entry).getName())
        .filter(name -> name.startsWith(jar))
        .findFirst()
        .map(name -> report.row(what, name, "ok"))
        .orElseGet(() -> report.row(what, "not on the class path", "run mvn package again"));
  }

  private static Report onPath(Report report, String what, String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> new File(folder, program))
        .filter(File::canExecute)
        .findFirst()
        .map(file -> report.row(what, file, "ok"))
        .orElseGet(() -> report.row(what, "not on the path", "only notebooks need it"));
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
