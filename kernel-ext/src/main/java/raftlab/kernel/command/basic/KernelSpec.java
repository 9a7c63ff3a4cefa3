package raftlab.kernel.command.basic;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The description by which Jupyter starts our kernel. Paths are absolute, since not every front end
 * expands placeholders; interrupts come as messages, since the signal would kill the JVM.
 *
 * @param java the Java that runs the kernel
 * @param home the folder of the project
 * @param heap the largest heap, such as {@code 4g}
 */
record KernelSpec(Path java, Path home, String heap) {

  /** The version of Java that warns of native code unless it is allowed. */
  private static final int NATIVE_ACCESS_ASKED = 22;

  /** The version of Java that warns of libraries which use sun.misc.Unsafe. */
  private static final int UNSAFE_WARNED = 24;

  /**
   * As the launcher sets them: a thread spins for some microseconds, then sleeps; memory is
   * allocated in two arenas and not in one for every thread.
   */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "MALLOC_ARENA_MAX", "2",
          "OMP_WAIT_POLICY", "passive",
          "GOMP_SPINCOUNT", "20000",
          "TORCH_CPP_LOG_LEVEL", "ERROR");

  /** Returns kernel.json. */
  String json() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", command());
    spec.put("display_name", "Java (RAFT)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", ENVIRONMENT);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n";
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + heap));
    if (Runtime.version().feature() >= NATIVE_ACCESS_ASKED) {
      command.add("--enable-native-access=ALL-UNNAMED"); // unknown to earlier versions
    }
    if (Runtime.version().feature() >= UNSAFE_WARNED) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    String classPath = home.resolve(Path.of("kernel-ext", "target", "lib")) + File.separator + "*";
    command.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Draft.home=" + home,
            "-cp",
            classPath,
            "raftlab.kernel.jshell.KernelMain",
            "{connection_file}"));
    return command;
  }
}
